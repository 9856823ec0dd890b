import { useState } from 'preact/hooks'
import { useSession } from '../platform/session.ts'
import { remember, remembered } from '../platform/store.ts'

/** The organizer the person works for; of several, the one chosen last on this device. */
export function useOrganizer() {
  const { session, isPending } = useSession()
  const [chosen, setChosen] = useState(remembered('organizer'))
  const organizers = session?.organizers ?? []
  const organizer = organizers.find(one => one.id === chosen) ?? organizers[0]
  const choose = (id: string) => {
    remember('organizer', id)
    setChosen(id)
  }
  return { organizer, organizers, choose, isPending }
}
