import { SEATS, type Seat, votes } from '@hoicho/shared/selection/council.ts'
import type { CouncilView } from '@hoicho/shared/selection/council-schema.ts'
import type { ReviewerView } from '@hoicho/shared/selection/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { useReviewers } from './api.ts'
import { replaceMember, setCouncil } from './council-api.ts'
import { ReplaceMember } from './replace-member.tsx'
import { deskText } from './words.tsx'

interface Props {
  fairId: string
  view: CouncilView
}

/** Who sits on the council. Once the round was opened, a member is replaced rather than crossed out. */
export function CouncilForm({ fairId, view }: Props) {
  return (
    <Await query={useReviewers(fairId)}>
      {reviewers => <Seating fairId={fairId} view={view} reviewers={reviewers} />}
    </Await>
  )
}

interface Row {
  personId: string
  name: string
  seat: Seat | 'none'
  isVoting: boolean
  loadLimit: number | null
}
interface Values {
  decisionNumber: string
  decidedOn: string
  dueOn: string
  rows: readonly Row[]
}

function rowsOf(view: CouncilView, reviewers: readonly ReviewerView[]): Row[] {
  const seated = new Map(view.members.filter(one => one.endedAt === null).map(one => [one.personId, one]))
  return reviewers.map(({ id, name }) => {
    const member = seated.get(id)
    return {
      personId: id,
      name,
      seat: member?.seat ?? 'none',
      isVoting: member?.isVoting ?? false,
      loadLimit: member?.loadLimit ?? null,
    }
  })
}

function Seating({ fairId, view, reviewers }: Props & { reviewers: readonly ReviewerView[] }) {
  const t = useMessages('selection-desk')
  const { council } = view
  const form = useForm<Values>({
    initial: {
      decisionNumber: council?.decisionNumber ?? '',
      decidedOn: council?.decidedOn ?? '',
      dueOn: council?.dueOn ?? '',
      rows: rowsOf(view, reviewers),
    },
    submit: async ({ rows, dueOn, ...values }) => {
      const members = rows.flatMap(({ personId, seat, isVoting, loadLimit }) =>
        seat === 'none' ? [] : [{ personId, seat, isVoting, loadLimit }],
      )
      await setCouncil(fairId, { ...values, dueOn: dueOn || null, members, version: council?.version ?? 0 })
      notify({ text: t('council.saved') })
    },
  })
  const isSeated = council !== null && council.state !== 'forming'
  const voting = form.values.rows.filter(row => row.seat !== 'none' && votes(row.seat, row.isVoting)).length
  return (
    <Section title={t('council.members')} lead={t(isSeated ? 'council.seated' : 'council.lead')}>
      <Form form={form}>
        <div class="grid gap-4 sm:grid-cols-3">
          <TextField {...form.field('decisionNumber')} label={t('council.number')} />
          <DateField {...form.field('decidedOn')} label={t('council.date')} />
          <DateField {...form.field('dueOn')} label={t('council.due-on')} required={false} />
        </div>
        <ul>
          {form.values.rows.map((row, index) => (
            <SeatRow key={row.personId} form={form} index={index} isSeated={isSeated} />
          ))}
        </ul>
        <p class={`tnum font-medium ${voting % 2 === 0 ? 'text-error' : ''}`}>
          {t(voting % 2 === 0 ? 'council.even' : 'council.odd', { voting })}
        </p>
        <div>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('council.save')}
          </Button>
        </div>
      </Form>
      {isSeated && (
        <ReplaceMember
          view={view}
          reviewers={reviewers}
          onReplace={async input => {
            await replaceMember(fairId, input)
            notify({ text: t('council.saved') })
          }}
        />
      )}
    </Section>
  )
}

function SeatRow({ form, index, isSeated }: { form: FormState<Values>; index: number; isSeated: boolean }) {
  const t = useMessages('selection-desk')
  const row = form.values.rows[index]
  if (!row || (isSeated && row.seat === 'none')) return null
  return (
    <li class="grid items-end gap-3 border-b border-line py-3 last:border-b-0 sm:grid-cols-[1fr_13rem_9rem]">
      <span class="font-medium sm:self-center">{row.name}</span>
      <div class="flex flex-col gap-1">
        <SelectField
          {...form.item('rows', index, 'seat')}
          label={t('council.seat')}
          disabled={isSeated}
          options={(['none', ...SEATS] as const).map(value => ({ value, label: deskText(`seat.${value}`) }))}
        />
        {row.seat === 'secretary' && (
          <CheckboxField
            {...form.item('rows', index, 'isVoting')}
            label={t('council.voting')}
            disabled={isSeated}
          />
        )}
      </div>
      <NumberField {...form.item('rows', index, 'loadLimit')} label={t('council.limit')} required={false} />
    </li>
  )
}
