import type { ComponentChildren } from 'preact'
import { useSession } from '../platform/session.ts'
import { remembered } from '../platform/store.ts'
import { Loading } from '../ui/states.tsx'
import { fairMail, type MailPlace, organizerMail } from './api.ts'

/** The mail of the fair in the path, or of the organizer the person works for. */
export function WithMailPlace(props: {
  fairId: string | undefined
  children: (place: MailPlace, isFair: boolean) => ComponentChildren
}) {
  const { session } = useSession()
  if (props.fairId) return <>{props.children(fairMail(props.fairId), true)}</>
  const chosen = remembered('organizer')
  const organizers = session?.organizers ?? []
  const organizer = organizers.find(one => one.id === chosen) ?? organizers[0]
  if (!organizer) return <Loading />
  return <>{props.children(organizerMail(organizer.id), false)}</>
}
