import type { ComplaintAnswerInput, ComplaintView } from '@hoicho/shared/selection/place-schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField, RadioField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { answerComplaint, useComplaints } from './place-api.ts'

const TONES = { filed: 'warning', upheld: 'success', dismissed: 'neutral' } as const

/** Complaints about the decisions, with the day each must be answered by. */
export function Complaints({ fairId }: { fairId: string }) {
  const t = useMessages('selection-desk')
  const [shown, setShown] = useState<ComplaintView>()
  return (
    <Section title={t('complaints.title')} lead={t('complaints.lead')}>
      <Await query={useComplaints(fairId)}>
        {items =>
          items.length === 0 ? (
            <p class="text-muted">{t('complaints.none')}</p>
          ) : (
            <ul class="border-y border-line">
              {items.map(item => (
                <Row key={item.id} fairId={fairId} item={item} onAnswer={() => setShown(item)} />
              ))}
            </ul>
          )
        }
      </Await>
      {shown && <AnswerDialog fairId={fairId} complaint={shown} onClose={() => setShown(undefined)} />}
    </Section>
  )
}

function Row({ fairId, item, onAnswer }: { fairId: string; item: ComplaintView; onAnswer: () => void }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  return (
    <li class="flex flex-col gap-2 border-b border-line py-3 last:border-b-0">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          class="font-medium text-primary underline"
          href={`/desk/fairs/${fairId}/applications/${item.applicationId}`}
        >
          {item.establishmentName}
        </a>
        <span class="text-sm text-muted">
          {item.number} · {t('decision.version', { version: item.version })}
        </span>
        <StateTag tone={TONES[item.state]}>{t(`complaint.${item.state}`)}</StateTag>
        {item.state === 'filed' && (
          <span class="text-sm font-medium">
            {t('complaints.due', { day: formatDate(item.answerDueOn) })}
          </span>
        )}
      </p>
      <p class="max-w-prose whitespace-pre-line">{item.text}</p>
      {item.reasons && <p class="max-w-prose whitespace-pre-line text-muted">{item.reasons}</p>}
      {item.state === 'filed' && (
        <div>
          <Button small disabledReason={whyNot('selection.answer-complaint')} onClick={onAnswer}>
            {t('complaints.answer')}
          </Button>
        </div>
      )}
    </li>
  )
}

function AnswerDialog(props: { fairId: string; complaint: ComplaintView; onClose: () => void }) {
  const { fairId, complaint, onClose } = props
  const t = useMessages('selection-desk')
  const form = useForm<ComplaintAnswerInput>({
    initial: { outcome: 'dismissed', reasons: '', isRescored: false },
    submit: async values => {
      await answerComplaint(fairId, complaint.id, values)
      notify({ text: t('complaints.answered') })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('complaints.answer.title', { name: complaint.establishmentName })}
    >
      <Form form={form}>
        <RadioField
          {...form.field('outcome')}
          label={t('complaints.outcome')}
          options={(['dismissed', 'upheld'] as const).map(value => ({
            value,
            label: t(`complaint.${value}`),
            hint: t(`complaint.${value}.hint`),
          }))}
        />
        {form.values.outcome === 'upheld' && (
          <CheckboxField {...form.field('isRescored')} label={t('complaints.rescore')} />
        )}
        <TextArea
          {...form.field('reasons')}
          label={t('complaints.reasons')}
          hint={t('complaints.reasons.hint')}
          rows={5}
        />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('complaints.answer')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
