import type { PlaceView, RecordedAnswerInput } from '@hoicho/shared/selection/place-schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { recordAnswer } from './place-api.ts'

/** The desk writes down what the establishment said by phone or on paper. */
export function RecordAnswerDialog({ place, onClose }: { place: PlaceView; onClose: () => void }) {
  const t = useMessages('selection-desk')
  const form = useForm<Omit<RecordedAnswerInput, 'evidenceFileId'>>({
    initial: { answer: place.state === 'confirmed' ? 'decline' : 'confirm', channel: 'phone', note: '' },
    submit: async values => {
      await recordAnswer(place.applicationId, { ...values, evidenceFileId: null })
      notify({ text: t('places.recorded') })
      onClose()
    },
  })
  const answers = place.state === 'confirmed' ? (['decline'] as const) : (['confirm', 'decline'] as const)
  return (
    <Dialog open onClose={onClose} title={t('places.record.title', { name: place.establishmentName })}>
      <Form form={form}>
        <RadioField
          {...form.field('answer')}
          label={t('places.answer')}
          options={answers.map(value => ({ value, label: t(`answer.${value}`) }))}
        />
        <RadioField
          {...form.field('channel')}
          label={t('places.channel')}
          inline
          options={(['phone', 'letter'] as const).map(value => ({ value, label: t(`channel.${value}`) }))}
        />
        <TextArea
          {...form.field('note')}
          label={t('places.note')}
          hint={t('places.note.hint')}
          maxLength={1000}
          rows={3}
        />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('places.record')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
