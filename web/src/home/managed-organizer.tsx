import type { Action } from '@hoicho/shared/identity/permissions.ts'
import type { ComponentChildren } from 'preact'
import { OrganizerSwitch } from '../identity/organizer-switch.tsx'
import { RequireSignIn } from '../identity/require-sign-in.tsx'
import { useOrganizer } from '../identity/use-organizer.ts'
import { useMessages } from '../platform/i18n.ts'
import { useCan } from '../platform/rights.ts'
import { EmptyState, Loading } from '../ui/states.tsx'

interface Props {
  /** The right the page asks for. */
  action: Action
  title: string
  children: (organizerId: string) => ComponentChildren
}

/** A page of the organizer the person works for, for whoever has the right to it. */
export function ManagedOrganizer(props: Props) {
  return (
    <RequireSignIn>
      <Inside {...props} />
    </RequireSignIn>
  )
}

function Inside({ action, title, children }: Props) {
  const t = useMessages('settings-desk')
  const { organizer, organizers, choose, isPending } = useOrganizer()
  const can = useCan()
  if (isPending) return <Loading />
  if (!organizer || !can(action, { organizerId: organizer.id })) {
    return (
      <div class="p-6">
        <EmptyState title={title}>{t('door')}</EmptyState>
      </div>
    )
  }
  return (
    <OrganizerSwitch organizers={organizers} current={organizer.id} choose={choose}>
      {children(organizer.id)}
    </OrganizerSwitch>
  )
}
