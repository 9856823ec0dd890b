import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import ExhibitorLayout from '../platform/layouts/exhibitor-layout.tsx'
import { NoAccessPage } from '../platform/no-access.tsx'
import { useSession } from '../platform/session.ts'
import { RequireSignIn } from './require-sign-in.tsx'

/** The establishments' pages, for the signed in; those of one establishment for its own people. */
export default function Exhibitor({ children }: { children: ComponentChildren }) {
  return (
    <ExhibitorLayout>
      <RequireSignIn>
        <Door>{children}</Door>
      </RequireSignIn>
    </ExhibitorLayout>
  )
}

const OF_ONE = /^\/e\/([^/]+)\/(?:profile|people)/

function Door({ children }: { children: ComponentChildren }) {
  const { path } = useLocation()
  const { session } = useSession()
  const id = OF_ONE.exec(path)?.[1]
  const isOwn = id === undefined || session?.establishments.some(one => one.id === id)
  return isOwn ? <>{children}</> : <NoAccessPage />
}
