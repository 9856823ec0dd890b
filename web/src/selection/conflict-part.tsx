import { CONFLICT_KINDS } from '@hoicho/shared/selection/limits.ts'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { declareConflict } from './api.ts'
import { deskText } from './words.tsx'

interface Values {
  kind: (typeof CONFLICT_KINDS)[number]
  note: string
}

/** Stepping back from an application, out of the way until needed. */
export function ConflictPart({ applicationId, back }: { applicationId: string; back: string }) {
  const t = useMessages('selection-desk')
  const { route } = useLocation()
  const form = useForm<Values>({
    initial: { kind: 'employment', note: '' },
    submit: async values => {
      await declareConflict(applicationId, values)
      notify({ text: t('sheet.conflict.done') })
      route(back)
    },
  })
  return (
    <details class="rounded-box border border-line bg-base-100 px-4 sm:px-5">
      <summary class="flex min-h-12 cursor-pointer items-center font-medium">{t('sheet.conflict')}</summary>
      <div class="flex flex-col gap-4 pb-4">
        <p class="text-muted">{t('sheet.conflict.lead')}</p>
        <Form form={form}>
          <RadioField
            {...form.field('kind')}
            label={t('sheet.conflict.kind')}
            options={CONFLICT_KINDS.map(value => ({ value, label: deskText(`conflict.${value}`) }))}
          />
          <TextArea {...form.field('note')} label={t('sheet.conflict.note')} required={false} rows={2} />
          <div>
            <Button kind="danger" type="submit" busy={form.pending}>
              {t('sheet.conflict.do')}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  )
}
