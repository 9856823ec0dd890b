import { ESTABLISHMENT_ROLES, type EstablishmentRole } from '@hoicho/shared/identity/permissions.ts'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { useCan, useWhyNot } from '../platform/rights.ts'
import { type Session, useSession } from '../platform/session.ts'
import { EmptyState } from '../ui/states.tsx'
import { memberApi } from './api.ts'
import { PeopleBook, type PeopleSource } from './people-book.tsx'
import { RequireSignIn } from './require-sign-in.tsx'

type Establishment = Session['establishments'][number]

/** Who may act for the establishment. */
export default function MembersPage({ params }: PageProps<'establishmentId'>) {
  return (
    <RequireSignIn>
      <Members establishmentId={params.establishmentId} />
    </RequireSignIn>
  )
}

function Members({ establishmentId }: { establishmentId: string }) {
  const t = useMessages('identity')
  const { session } = useSession()
  const p = useMessages('platform')
  const can = useCan()
  const whyNot = useWhyNot()
  const establishment = session?.establishments.find(one => one.id === establishmentId)
  if (!establishment) {
    return (
      <div class="p-6">
        <EmptyState title={t('people.title')}>{t('door.nothing')}</EmptyState>
      </div>
    )
  }
  const canManage = can('identity.manage-members', { establishmentId })
  const lead = t('people.lead.establishment', { place: establishment.name })
  const source = {
    ...sourceOf(establishment, lead),
    title: p('exhibitor.people'),
    canManage,
    whyNot: whyNot('identity.manage-members', { establishmentId }),
  }
  return <PeopleBook source={source} />
}

function sourceOf(
  establishment: Establishment,
  lead: string,
): Omit<PeopleSource<EstablishmentRole>, 'canManage' | 'whyNot'> {
  const api = memberApi.establishments[':establishmentId']
  const param = { establishmentId: establishment.id }
  return {
    key: ['members', establishment.id],
    lead,
    roles: ESTABLISHMENT_ROLES,
    members: async () => (await call(api.members.$get({ param }))).items,
    invitations: async () => (await call(api['member-invitations'].$get({ param }))).items,
    invite: json => call(api['member-invitations'].$post({ param, json })),
    changeRole: (memberId, role) =>
      call(api.members[':memberId'].$put({ param: { ...param, memberId }, json: { role } })),
    end: memberId => call(api.members[':memberId'].$delete({ param: { ...param, memberId } })),
    resend: invitationId =>
      call(api['member-invitations'][':invitationId'].resend.$post({ param: { ...param, invitationId } })),
    revoke: invitationId =>
      call(api['member-invitations'][':invitationId'].$delete({ param: { ...param, invitationId } })),
  }
}
