import { type RoadFacts, roadOf, type Verb } from '@hoicho/shared/selection/four-verbs.ts'
import type { RoadView } from '@hoicho/shared/selection/gate-schema.ts'
import { sql } from 'kysely'
import type { Ctx, Db } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { demandReview } from './may-review.ts'

/** Where an application stands in the four verbs of the law, with who did each and when. */
export async function viewRoad(ctx: Ctx, applicationId: string): Promise<RoadView> {
  const target = await mayRead(ctx, 'selection.view-checks', { application: applicationId })
  const fairId = found(target.fairId)
  await demandReview(ctx, fairId, applicationId)
  const row = found(await roadRow(ctx.app.db, fairId, applicationId))
  const isAppraised = row.asked > 0 && row.filed >= row.asked
  const steps = roadOf({
    state: row.state,
    isAccepted: row.acceptedAt !== null,
    isAppraised,
    isDecided: row.decidedAt !== null,
    isSigned: row.signedAt !== null,
  })
  const doneBy: Record<Verb, { at: string | null; who: string | null }> = {
    check: { at: row.acceptedAt, who: row.acceptedBy },
    // Who filed what stays between the reviewers until the decision.
    appraise: { at: isAppraised ? row.filedAt : null, who: null },
    approve: { at: row.decidedAt, who: row.decidedBy },
    sign: { at: row.signedAt, who: row.signedBy },
  }
  return {
    items: steps.map(step => {
      const { at, who } = step.state === 'done' ? doneBy[step.verb] : { at: null, who: null }
      return { ...step, at: at && new Date(at).toISOString(), who }
    }),
    sheets: { asked: row.asked, filed: row.filed },
  }
}

type RoadRow = {
  state: RoadFacts['state']
  acceptedAt: string | null
  acceptedBy: string | null
  asked: number
  filed: number
  filedAt: string | null
  decidedAt: string | null
  decidedBy: string | null
  signedAt: string | null
  signedBy: string | null
}

/** One row from five tables: who took the dossier, the sheets, the decision in force, the organizer's signature. */
async function roadRow(db: Db, fairId: string, applicationId: string): Promise<RoadRow | undefined> {
  const { rows } = await sql<RoadRow>`
    select a.state, taken.at as accepted_at, taken.name as accepted_by,
      coalesce(sheets.asked, 0)::int as asked, coalesce(sheets.filed, 0)::int as filed, sheets.filed_at,
      decided.decided_at, decided.name as decided_by, signed.signed_at, signed.signer_name as signed_by
    from application a
    left join lateral (
      select e.at, p.name from audit_entry e left join person p on p.id = e.actor_id
      where e.fair_id = a.fair_id and e.entity = 'application' and e.entity_id = a.id
        and e.action = 'selection.check' and e.after->>'state' = 'complete'
      order by e.id desc limit 1
    ) taken on true
    left join lateral (
      select count(*) as asked, count(s.id) as filed, max(s.filed_at) as filed_at
      from reviewer_assignment r
      left join score_sheet s
        on s.application_id = r.application_id and s.reviewer_id = r.reviewer_id and s.state = 'filed'
      where r.application_id = a.id and r.ended_at is null and r.conflict_kind is null
    ) sheets on true
    left join lateral (
      select d.decided_at, p.name from selection_outcome o
      join selection d on d.id = o.selection_id and d.state = 'decided'
      left join person p on p.id = d.decided_by
      where o.application_id = a.id order by d.version desc limit 1
    ) decided on true
    left join lateral (
      select g.signed_at, g.signer_name from contract c
      join contract_signature g on g.contract_id = c.id and g.side = 'organizer'
      where c.application_id = a.id and c.state = 'signed' limit 1
    ) signed on true
    where a.fair_id = ${fairId} and a.id = ${applicationId}`.execute(db)
  return rows[0]
}
