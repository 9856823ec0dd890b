import { acceptDossier } from '../selection/accept-dossier.ts'
import { balanceAssignments } from '../selection/balance-assignments.ts'
import { configureCriteria } from '../selection/configure-criteria.ts'
import { proposeCriteria } from '../selection/criteria.ts'
import { overrideCheck } from '../selection/override-check.ts'
import { runChecks } from '../selection/run-checks.ts'
import { fileScoreSheet } from '../selection/score-sheets.ts'
import type { Stage } from './stage.ts'

type Staff = (key: string) => string

/** Takes the criteria the dated rule proposes. */
export async function setCriteria(stage: Stage, staff: Staff, fairId: string): Promise<void> {
  const { items } = await proposeCriteria(stage.app.db, fairId)
  await configureCriteria(await stage.as(staff('officer')), fairId, items)
}

/** Kiểm tra: the officer runs the gates; what fails is put right by the manager with a reason; the dossier is taken. */
export async function checkDossier(stage: Stage, staff: Staff, applicationId: string): Promise<void> {
  const officer = await stage.as(staff('officer'))
  const { items } = await runChecks(officer, applicationId)
  for (const { gate } of items.filter(check => check.outcome === 'fail')) {
    await overrideCheck(await stage.as(staff('manager')), applicationId, gate, {
      outcome: 'pass',
      reason: 'Hồ sơ minh họa: lãnh đạo trung tâm đồng ý cho tham gia.',
    })
  }
  await acceptDossier(officer, applicationId)
}

export async function assign(
  stage: Stage,
  staff: Staff,
  fairId: string,
  perApplication: number,
): Promise<void> {
  await balanceAssignments(await stage.as(staff('officer')), fairId, { perApplication })
}

/**
 * Thẩm định: every assigned reviewer files a sheet. `level` is the share of the full points an establishment earns,
 * 0 to 1; reviewers differ by a few points, always in the same way.
 */
export async function score(
  stage: Stage,
  fairId: string,
  level: (applicationId: string) => number | undefined,
): Promise<void> {
  const criteria = await stage.app.db
    .selectFrom('criterion')
    .select(['code', 'maxPoints'])
    .where('fairId', '=', fairId)
    .orderBy('position')
    .execute()
  const assigned = await stage.app.db
    .selectFrom('reviewerAssignment')
    .select(['applicationId', 'reviewerId'])
    .where('fairId', '=', fairId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  for (const [index, { applicationId, reviewerId }] of assigned.entries()) {
    const share = level(applicationId)
    if (share === undefined) continue
    const points = criteria.map(({ code, maxPoints }, position) => {
      const wobble = (((index * 7 + position * 5) % 9) - 4) / 100
      return [code, Math.max(0, Math.min(maxPoints, Math.round(maxPoints * (share + wobble))))] as const
    })
    const sheet = { points: Object.fromEntries(points), remarks: '', version: 0 }
    await fileScoreSheet(await stage.as(reviewerId), applicationId, sheet)
  }
}
