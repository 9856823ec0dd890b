import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { RequireSignIn } from '../identity/require-sign-in.tsx'
import { NotFoundPage } from '../platform/fallbacks.tsx'
import DeskLayout from '../platform/layouts/desk-layout.tsx'
import { roomOf } from '../platform/layouts/desk-nav.ts'
import { deskSlots } from '../platform/layouts/slots.ts'
import { NoAccessPage } from '../platform/no-access.tsx'
import { useCan, useCanSomewhere } from '../platform/rights.ts'
import { ErrorState, Loading } from '../ui/states.tsx'
import { useDeskFairs } from './api.ts'
import { FairSwitcher } from './fair-switcher.tsx'

deskSlots.value = { ...deskSlots.peek(), FairSwitcher }

/** The desk, its place for the current fair filled, its pages only for those whom the permission table lets in. */
export default function Desk({ children }: { children: ComponentChildren }) {
  return (
    <DeskLayout>
      <RequireSignIn>
        <Door>{children}</Door>
      </RequireSignIn>
    </DeskLayout>
  )
}

function Door({ children }: { children: ComponentChildren }) {
  const { path } = useLocation()
  const can = useCan()
  const canSomewhere = useCanSomewhere()
  const fairs = useDeskFairs()
  const { action, fairId } = roomOf(path)
  if (!canSomewhere(action)) return <NoAccessPage action={action} />
  if (fairId === undefined) return <>{children}</>
  const fair = fairs.data?.find(one => one.id === fairId)
  if (fair) {
    const mayEnter = can(action, { organizerId: fair.organizerId, fairId })
    return mayEnter ? <>{children}</> : <NoAccessPage action={action} />
  }
  if (fairs.data && !fairs.isFetching) return <NotFoundPage />
  return (
    <div class="max-w-3xl p-6">
      {fairs.error ? <ErrorState error={fairs.error} retry={fairs.refetch} /> : <Loading />}
    </div>
  )
}
