import { instantAt, localDate, localTime } from '@hoicho/shared/platform/dates.ts'
import type { MeetingMember, MeetingView, Motion } from '@hoicho/shared/selection/meeting-schema.ts'
import { MEMBER_ROLES } from '@hoicho/shared/selection/vocabulary.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { saveMeeting } from './meeting-api.ts'
import { deskText } from './words.tsx'

/** Meetings are held at the organizer's seat, on its clock. */
export const SEAT = 'Asia/Ho_Chi_Minh'

type MotionRow = {
  kind: Motion['kind']
  text: string
  inFavour: number | null
  against: number | null
  abstained: number | null
  /** One a line, `name: opinion`. */
  dissents: string
}

type Values = {
  day: string
  heldAt: string
  endedAt: string
  place: string
  councilDecision: string
  members: readonly MeetingMember[]
  motions: readonly MotionRow[]
  remarks: string
  waitingPlaces: number | null
}

const MEMBER: MeetingMember = {
  personId: null,
  name: '',
  position: '',
  role: 'member',
  isPresent: true,
  absence: '',
}

export interface MeetingFormProps {
  fairId: string
  meeting?: MeetingView
  proposed: readonly MeetingMember[]
  position: number
  onSaved?: () => void
}

/** The minutes as they are written: who was there, what was moved, how each voted. A draft stays on this device. */
export function MeetingForm({ fairId, meeting, proposed, position, onSaved }: MeetingFormProps) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const form = useForm<Values>({
    initial: meeting ? valuesOf(meeting) : newValues(proposed, t('meeting.motion.list.text')),
    draftKey: `meeting.${fairId}.${position}.${meeting?.version ?? 0}`,
    submit: async values => {
      await saveMeeting(fairId, meeting?.id ?? null, { ...inputOf(values), version: meeting?.version ?? 0 })
      notify({ text: t('meeting.saved') })
      onSaved?.()
    },
  })
  return (
    <Form form={form}>
      <Section title={t('meeting.title', { position })}>
        <div class="flex flex-col gap-4">
          <div class="grid gap-4 sm:grid-cols-3">
            <TextField {...form.field('day')} type="date" label={t('meeting.day')} width="sm" />
            <TextField {...form.field('heldAt')} type="time" label={t('meeting.from')} width="sm" />
            <TextField {...form.field('endedAt')} type="time" label={t('meeting.to')} width="sm" />
          </div>
          <TextField {...form.field('place')} label={t('meeting.place')} />
          <TextField
            {...form.field('councilDecision')}
            label={t('meeting.council')}
            hint={t('meeting.council.hint')}
            required={false}
          />
        </div>
      </Section>
      <Members form={form} />
      <Motions form={form} />
      <Section title={t('meeting.list')}>
        <div class="flex flex-col gap-4">
          <NumberField
            {...form.field('waitingPlaces')}
            label={t('decide.waiting-places')}
            hint={t('decide.waiting-places.hint')}
            required={false}
            width="xs"
          />
          <TextArea {...form.field('remarks')} label={t('meeting.remarks')} required={false} rows={3} />
        </div>
      </Section>
      <Actions>
        <Button
          kind={meeting ? 'secondary' : 'primary'}
          type="submit"
          busy={form.pending}
          disabledReason={whyNot('selection.hold-meeting')}
        >
          {t('meeting.save')}
        </Button>
      </Actions>
    </Form>
  )
}

function Members({ form }: { form: FormState<Values> }) {
  const t = useMessages('selection-desk')
  const { members } = form.values
  const roles = MEMBER_ROLES.map(value => ({ value, label: deskText(`member.${value}`) }))
  const error = form.field('members').error
  return (
    <Section title={t('meeting.members')} lead={t('meeting.members.lead')}>
      <div class="flex flex-col gap-4" id={form.field('members').id}>
        {error && <p class="text-error">{error}</p>}
        {members.map((member, index) => (
          <div
            key={index}
            class="grid items-end gap-3 border-b border-line pb-4 last:border-b-0 md:grid-cols-[1fr_1fr_12rem_7rem_auto]"
          >
            <TextField {...form.item('members', index, 'name')} label={t('meeting.member.name')} />
            <TextField
              {...form.item('members', index, 'position')}
              label={t('meeting.member.position')}
              required={false}
            />
            <SelectField
              {...form.item('members', index, 'role')}
              label={t('meeting.member.role')}
              options={roles}
            />
            <CheckboxField
              {...form.item('members', index, 'isPresent')}
              label={t('meeting.member.present')}
            />
            <Button
              kind="quiet"
              small
              icon="trash"
              aria-label={t('meeting.member.remove', { name: member.name })}
              onClick={() =>
                form.set(
                  'members',
                  members.filter((_, at) => at !== index),
                )
              }
            >
              {t('rules.quota.remove')}
            </Button>
            {!member.isPresent && (
              <TextField
                {...form.item('members', index, 'absence')}
                label={t('meeting.member.absence')}
                required={false}
              />
            )}
          </div>
        ))}
        <Actions>
          <Button icon="plus" onClick={() => form.set('members', [...members, MEMBER])}>
            {t('meeting.member.add')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

function Motions({ form }: { form: FormState<Values> }) {
  const t = useMessages('selection-desk')
  const { motions, members } = form.values
  const present = members.filter(member => member.isPresent).length
  const error = form.field('motions').error
  return (
    <Section title={t('meeting.motions')} lead={t('meeting.motions.lead', { present })}>
      <div class="flex flex-col gap-5" id={form.field('motions').id}>
        {error && <p class="text-error">{error}</p>}
        {motions.map((motion, index) => (
          <div key={index} class="flex flex-col gap-3 border-b border-line pb-4 last:border-b-0">
            <TextArea
              {...form.item('motions', index, 'text')}
              label={t(motion.kind === 'list' ? 'meeting.motion.list' : 'meeting.motion.other')}
              rows={2}
            />
            <div class="grid max-w-xl grid-cols-3 gap-3">
              {(['inFavour', 'against', 'abstained'] as const).map(name => (
                <NumberField
                  key={name}
                  {...form.item('motions', index, name)}
                  label={t(`meeting.vote.${name}`)}
                  width="xs"
                />
              ))}
            </div>
            <TextArea
              {...form.item('motions', index, 'dissents')}
              label={t('meeting.dissents')}
              hint={t('meeting.dissents.hint')}
              required={false}
              rows={2}
            />
          </div>
        ))}
        <Actions>
          <Button
            icon="plus"
            onClick={() => form.set('motions', [...motions, motionRow('other', '', present)])}
          >
            {t('meeting.motion.add')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

const motionRow = (kind: Motion['kind'], text: string, inFavour: number): MotionRow => ({
  kind,
  text,
  inFavour,
  against: 0,
  abstained: 0,
  dissents: '',
})

function newValues(proposed: readonly MeetingMember[], list: string): Values {
  const now = new Date().toISOString()
  return {
    day: localDate(now, SEAT),
    heldAt: '',
    endedAt: '',
    place: '',
    councilDecision: '',
    members: proposed,
    motions: [motionRow('list', list, proposed.length)],
    remarks: '',
    waitingPlaces: null,
  }
}

function valuesOf(meeting: MeetingView): Values {
  const { place, councilDecision, members, motions, remarks, waitingPlaces } = meeting
  return {
    day: localDate(meeting.heldAt, SEAT),
    heldAt: localTime(meeting.heldAt, SEAT),
    endedAt: localTime(meeting.endedAt, SEAT),
    place,
    councilDecision,
    members,
    motions: motions.map(motion => ({
      ...motion,
      dissents: motion.dissents.map(({ name, opinion }) => `${name}: ${opinion}`).join('\n'),
    })),
    remarks,
    waitingPlaces,
  }
}

function inputOf({ day, heldAt, endedAt, members, motions, ...rest }: Values) {
  return {
    ...rest,
    heldAt: momentOf(day, heldAt),
    endedAt: momentOf(day, endedAt),
    members: [...members],
    motions: motions.map(({ inFavour, against, abstained, dissents, ...motion }) => ({
      ...motion,
      inFavour: inFavour ?? 0,
      against: against ?? 0,
      abstained: abstained ?? 0,
      dissents: dissentsIn(dissents),
    })),
  }
}

/** What is not filled in yet goes as it is; the server answers at the field. */
const momentOf = (day: string, time: string) => (day && time ? instantAt(day, time, SEAT) : '')

const dissentsIn = (text: string) =>
  text.split('\n').flatMap(line => {
    const [name = '', ...opinion] = line.split(':')
    const said = opinion.join(':').trim()
    return name.trim() && said ? [{ name: name.trim(), opinion: said }] : []
  })
