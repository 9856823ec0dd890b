import type { Action } from '@hoicho/shared/identity/permissions.ts'
import { useCan, useWhyNot } from '../platform/rights.ts'
import { useDeskFairs } from './api.ts'

/** What the person may do at a fair, by the table the server asks; `whyNot` is the reason for a button that is off. */
export function useFairRights(fairId: string) {
  const can = useCan()
  const whyNot = useWhyNot()
  const { data: fairs } = useDeskFairs()
  const organizerId = fairs?.find(fair => fair.id === fairId)?.organizerId
  const target = organizerId === undefined ? {} : { organizerId, fairId }
  return {
    can: (action: Action) => can(action, target),
    whyNot: (action: Action) => whyNot(action, target),
  }
}

export type FairRights = ReturnType<typeof useFairRights>
