import { LEAST_SHEETS } from '@hoicho/shared/selection/limits.ts'
import type { RankRequest } from '@hoicho/shared/selection/rank.ts'
import { problem } from '../platform/problem.ts'

/** Refused with selection.nothing-to-decide, selection.no-criteria, or selection.sheets-missing below the least number. */
export function demandReady({ applications, criteria }: RankRequest): void {
  const open = applications.filter(application => !application.isHeld)
  if (open.length === 0) throw problem('selection.nothing-to-decide')
  if (criteria.length === 0) throw problem('selection.no-criteria')
  const lacking = open.filter(application => application.sheets.length < LEAST_SHEETS)
  if (lacking.length > 0)
    throw problem('selection.sheets-missing', { count: lacking.length, least: LEAST_SHEETS })
}
