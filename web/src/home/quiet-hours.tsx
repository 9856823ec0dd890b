import type { QuietHoursView } from '@hoicho/shared/mail/schema.ts'
import { addDays } from '@hoicho/shared/platform/dates.ts'
import { setQuietHours, useQuietHours } from '../mail/api.ts'
import { formatWeekday } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea, TextField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'

/** When the organizer's letters to many may not leave: a form of its own, with a version of its own. */
export function QuietHours({ organizerId }: { organizerId: string }) {
  const t = useMessages('settings-desk')
  const hours = useQuietHours(organizerId)
  return (
    <Section title={t('quiet.title')} lead={t('quiet.lead')}>
      <Await query={hours}>
        {view => <HoursForm key={view.version} organizerId={organizerId} view={view} />}
      </Await>
    </Section>
  )
}

/** 5 January 1970 was a Monday. */
const nameOfWeekday = (weekday: string) => formatWeekday(addDays('1970-01-04', Number(weekday)))

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
type Weekday = (typeof WEEKDAYS)[number]

const valuesOf = (view: QuietHoursView) => ({
  startsAt: view.startsAt,
  endsAt: view.endsAt,
  weekdays: WEEKDAYS.filter(day => view.weekdays.includes(Number(day))) as readonly Weekday[],
  days: view.days.map(shown).join('\n'),
})

/** `2027-02-05` as clerks write it, and back; what is no day goes as it is, for the server to point at. */
const shown = (day: string) => day.split('-').toReversed().join('/')
function dayOf(line: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(line)
  if (!parts) return line
  const [, day = '', month = '', year = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function HoursForm({ organizerId, view }: { organizerId: string; view: QuietHoursView }) {
  const t = useMessages('settings-desk')
  const p = useMessages('platform')
  const { version, timeZone } = view
  const form = useForm({
    initial: valuesOf(view),
    validate: values => faultsOf(values, t),
    submit: async ({ startsAt, endsAt, weekdays, days }) => {
      const lines = days.split('\n').map(line => line.trim())
      await setQuietHours(organizerId, {
        startsAt,
        endsAt,
        weekdays: weekdays.map(Number),
        days: [...new Set(lines.filter(Boolean).map(dayOf))].toSorted(),
        timeZone,
        version,
      })
      notify({ text: t('quiet.saved') })
    },
  })
  return (
    <Form form={form}>
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField {...form.field('startsAt')} type="time" label={t('quiet.from')} width="sm" />
        <TextField
          {...form.field('endsAt')}
          type="time"
          label={t('quiet.to')}
          hint={t('quiet.to.hint')}
          width="sm"
        />
      </div>
      <CheckboxGroup
        {...form.field('weekdays')}
        label={t('quiet.weekdays')}
        required={false}
        columns
        options={WEEKDAYS.map(value => ({ value, label: nameOfWeekday(value) }))}
      />
      <TextArea
        {...form.field('days')}
        label={t('quiet.days')}
        hint={t('quiet.days.hint')}
        required={false}
        rows={4}
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
      </Actions>
    </Form>
  )
}

/** What the server would point at inside a list, said at the box it was typed in. */
function faultsOf(
  { weekdays, days }: { weekdays: readonly string[]; days: string },
  t: ReturnType<typeof useMessages<'settings-desk'>>,
): Record<string, string> {
  const wrong = days
    .split('\n')
    .map(line => line.trim())
    .find(line => line !== '' && !isDay(dayOf(line)))
  return {
    ...(weekdays.length === WEEKDAYS.length ? { '/weekdays': t('quiet.weekdays.all') } : {}),
    ...(wrong === undefined ? {} : { '/days': t('quiet.days.wrong', { day: wrong }) }),
  }
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}
