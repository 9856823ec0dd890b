import { ORGANIZER_ROLES, type OrganizerRole } from '@hoicho/shared/identity/permissions.ts'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { useCan, useWhyNot } from '../platform/rights.ts'
import { EmptyState, Loading } from '../ui/states.tsx'
import { peopleApi } from './api.ts'
import { OrganizerSwitch } from './organizer-switch.tsx'
import { PeopleBook, type PeopleSource } from './people-book.tsx'
import { RequireSignIn } from './require-sign-in.tsx'
import { useOrganizer } from './use-organizer.ts'

type Organizer = NonNullable<ReturnType<typeof useOrganizer>['organizer']>

/** Who works for the organizer. */
export default function StaffPage() {
  return (
    <RequireSignIn>
      <Staff />
    </RequireSignIn>
  )
}

function Staff() {
  const t = useMessages('identity')
  const { organizer, organizers, choose, isPending } = useOrganizer()
  const can = useCan()
  const whyNot = useWhyNot()
  if (isPending) return <Loading />
  if (!organizer) {
    return (
      <div class="p-6">
        <EmptyState title={t('people.title')}>{t('door.nothing')}</EmptyState>
      </div>
    )
  }
  return (
    <OrganizerSwitch organizers={organizers} current={organizer.id} choose={choose}>
      <PeopleBook
        key={organizer.id}
        source={{
          ...sourceOf(organizer, t('people.lead.organizer', { place: organizer.name })),
          canManage: can('identity.manage-staff', { organizerId: organizer.id }),
          whyNot: whyNot('identity.manage-staff', { organizerId: organizer.id }),
        }}
      />
    </OrganizerSwitch>
  )
}

function sourceOf(
  organizer: Organizer,
  lead: string,
): Omit<PeopleSource<OrganizerRole>, 'canManage' | 'whyNot'> {
  const api = peopleApi.organizers[':organizerId']
  const param = { organizerId: organizer.id }
  return {
    key: ['staff', organizer.id],
    lead,
    roles: ORGANIZER_ROLES,
    members: async () => (await call(api.staff.$get({ param }))).items,
    invitations: async () => (await call(api['staff-invitations'].$get({ param }))).items,
    invite: json => call(api['staff-invitations'].$post({ param, json })),
    changeRole: (memberId, role) =>
      call(api.staff[':memberId'].$put({ param: { ...param, memberId }, json: { role } })),
    end: memberId => call(api.staff[':memberId'].$delete({ param: { ...param, memberId } })),
    resend: invitationId =>
      call(api['staff-invitations'][':invitationId'].resend.$post({ param: { ...param, invitationId } })),
    revoke: invitationId =>
      call(api['staff-invitations'][':invitationId'].$delete({ param: { ...param, invitationId } })),
  }
}
