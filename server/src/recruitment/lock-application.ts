import type { Tx } from '../platform/context.ts'
import { applicationById } from './queries.ts'

/**
 * An application of a fair on its locked row: every verb about one application begins here, so that two at once follow one
 * another. Taken before a booth, never after, lest two writers wait for each other. Undefined for one of another fair.
 */
export const lockApplication = (tx: Tx, fairId: string, applicationId: string) =>
  applicationById(tx, fairId, applicationId, true)
