import type { BadgeInput } from '@hoicho/shared/badges/schema.ts'
import { DESK_KINDS } from '@hoicho/shared/badges/vocabulary.ts'
import { LOCALES } from '@hoicho/shared/platform/i18n.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, SelectField, TextField } from '../ui/inputs.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { issueBadge } from './api.ts'

/** A badge for a guest, the press, a colleague, a crew. */
export function IssueDialog(props: { fairId: string; open: boolean; onClose: () => void }) {
  const t = useMessages('badges-desk')
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('issue')}>
      <IssueForm {...props} />
    </Dialog>
  )
}

type Values = Omit<BadgeInput, 'email'> & { email: string }

function IssueForm({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const t = useMessages('badges-desk')
  const words = useMessages('badges')
  const platform = useMessages('platform')
  const form = useForm<Values>({
    initial: { kind: 'guest', holderName: '', company: '', position: '', email: '', locale: 'vi' },
    submit: async values => {
      const { number } = await issueBadge(fairId, { ...values, email: values.email || null })
      notify({ text: t('issued', { number, name: values.holderName }) })
      onClose()
    },
  })
  const kinds = DESK_KINDS.map(value => ({ value, label: words(`kind.${value}`) }))
  const locales = LOCALES.map(value => ({ value, label: platform(`locale.${value}`) }))
  return (
    <Form form={form}>
      <SelectField {...form.field('kind')} label={t('issue.kind')} options={kinds} />
      <TextField {...form.field('holderName')} label={t('issue.name')} autoComplete="off" />
      <TextField {...form.field('company')} label={t('issue.company')} required={false} />
      <TextField {...form.field('position')} label={t('issue.position')} required={false} />
      <EmailField
        {...form.field('email')}
        label={t('issue.email')}
        hint={t('issue.email.hint')}
        required={false}
        autoComplete="off"
      />
      <SelectField {...form.field('locale')} label={t('issue.locale')} width="sm" options={locales} />
      <div>
        <Button type="submit" kind="primary" busy={form.pending}>
          {t('issue')}
        </Button>
      </div>
    </Form>
  )
}
