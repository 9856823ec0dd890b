import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { defaultCriteria } from '@hoicho/shared/selection/default-criteria.ts'
import { type CriteriaView, CriterionInput } from '@hoicho/shared/selection/schema.ts'
import { z } from 'zod'
import type { Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { blindFieldsOf, criteriaOf, datedRules, fairForSelection, hasFiledSheet } from './queries.ts'

const weightsRule = z.record(z.string(), z.int().min(1).max(100))

/** The criteria proposed for a fair by the rules it follows, with the words of the desk; none when no rule is known. */
export async function proposeCriteria(
  db: Db | Tx,
  fairId: string,
): Promise<{ items: CriterionInput[]; basis: string | null }> {
  const { ruleSetOn } = found(await fairForSelection(db, fairId))
  const rules = await datedRules(db, ['selection.weights'])
  const rule = ruleValueOn(rules, 'selection.weights', ruleSetOn, weightsRule)
  if (!rule) return { items: [], basis: null }
  const [vi, en] = await Promise.all([translator('vi', 'selection-desk'), translator('en', 'selection-desk')])
  const items = defaultCriteria(rule.value, code => ({
    nameVi: vi(`criterion.${code}`),
    nameEn: en(`criterion.${code}`),
    guidanceVi: vi(`criterion.${code}.guidance`),
    guidanceEn: en(`criterion.${code}.guidance`),
  }))
  return { items, basis: rule.legalBasis }
}

export async function readCriteria(db: Db | Tx, fairId: string): Promise<CriteriaView> {
  const proposal = await proposeCriteria(db, fairId)
  return {
    items: await criteriaOf(db, fairId),
    blindFields: await blindFieldsOf(db, fairId),
    isFrozen: await hasFiledSheet(db, fairId),
    proposed: proposal.items.map(item => CriterionInput.parse(item)),
    proposalBasis: proposal.basis,
  }
}
