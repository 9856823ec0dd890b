import type { CouncilView, ReplacementInput } from '@hoicho/shared/selection/council-schema.ts'
import type { ReviewerView } from '@hoicho/shared/selection/schema.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextArea } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { deskText } from './words.tsx'

interface Props {
  view: CouncilView
  reviewers: readonly ReviewerView[]
  onReplace: (input: ReplacementInput) => Promise<void>
}

/** One seat to somebody else, with a reason; below it those who gave theirs up. */
export function ReplaceMember({ view, reviewers, onReplace }: Props) {
  const t = useMessages('selection-desk')
  const form = useForm<ReplacementInput>({
    initial: { memberId: '', byPersonId: '', reason: '' },
    submit: onReplace,
  })
  const seated = view.members.filter(member => member.endedAt === null)
  const holders = new Set(
    seated.filter(member => member.seat !== 'substitute').map(member => member.personId),
  )
  const former = view.members.filter(member => member.endedAt !== null)
  return (
    <details class="mt-4 rounded-box border border-line px-4">
      <summary class="flex min-h-12 cursor-pointer items-center font-medium">{t('council.replace')}</summary>
      <div class="pb-4">
        <Form form={form}>
          <SelectField
            {...form.field('memberId')}
            label={t('council.leaving')}
            options={seated
              .filter(member => member.seat !== 'substitute')
              .map(member => ({
                value: member.id,
                label: `${member.name} – ${deskText(`seat.${member.seat}`)}`,
              }))}
          />
          <SelectField
            {...form.field('byPersonId')}
            label={t('council.coming')}
            options={reviewers
              .filter(reviewer => !holders.has(reviewer.id))
              .map(reviewer => ({ value: reviewer.id, label: reviewer.name }))}
          />
          <TextArea {...form.field('reason')} label={t('council.reason')} rows={2} />
          <div>
            <Button type="submit" busy={form.pending}>
              {t('council.replace')}
            </Button>
          </div>
        </Form>
        {former.length > 0 && (
          <ul class="mt-4 text-sm text-muted">
            {former.map(member => (
              <li key={member.id}>
                {t('council.former', {
                  name: member.name,
                  seat: deskText(`seat.${member.seat}`),
                  date: member.endedAt ? formatDate(member.endedAt.slice(0, 10)) : '',
                  reason: member.endReason,
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
