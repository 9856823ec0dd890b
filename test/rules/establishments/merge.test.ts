import {
  type AttachedRow,
  type FieldValue,
  isAsMerged,
  isOpenChoice,
  MERGE_GROUP_NAMES,
  MERGE_GROUPS,
  type MergeChoices,
  type MergeFields,
  type MergePlan,
  type MergeSide,
  mergeRefusals,
  planMerge,
} from '@hoicho/shared/establishments/merge.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** What the server does with a plan, over two records in memory. */
type Pair = { survivor: MergeSide; absorbed: MergeSide }

function merged(pair: Pair, plan: MergePlan): Pair {
  const changed = {
    survivor: changeRows(pair.survivor, plan, 'after'),
    absorbed: changeRows(pair.absorbed, plan, 'after'),
  }
  const moved = movedBetween(changed.absorbed, changed.survivor, plan)
  return { survivor: withFields(moved.to, plan, 'after'), absorbed: moved.from }
}

function undone(pair: Pair, plan: MergePlan): Pair {
  const moved = movedBetween(withFields(pair.survivor, plan, 'before'), pair.absorbed, plan)
  return { survivor: changeRows(moved.from, plan, 'before'), absorbed: changeRows(moved.to, plan, 'before') }
}

function movedBetween(from: MergeSide, to: MergeSide, plan: MergePlan) {
  const moving = new Set(plan.moves.flatMap(({ table, ids }) => ids.map(id => `${table}:${id}`)))
  const isMoving = (row: AttachedRow) => moving.has(`${row.table}:${row.id}`)
  return {
    from: { ...from, rows: from.rows.filter(row => !isMoving(row)) },
    to: { ...to, rows: [...to.rows, ...from.rows.filter(isMoving)] },
  }
}

function changeRows(side: MergeSide, plan: MergePlan, when: 'before' | 'after'): MergeSide {
  const rows = side.rows.map(row => {
    const change = plan.changes.find(one => one.table === row.table && one.id === row.id)
    if (!change) return row
    if (change.column === 'ends') return { ...row, isLiving: change[when] === false }
    return { ...row, value: change[when] }
  })
  return { ...side, rows }
}

function withFields(side: MergeSide, plan: MergePlan, when: 'before' | 'after'): MergeSide {
  const changes = Object.entries(plan.fields).map(([field, change]) => [field, change[when]])
  return { ...side, fields: { ...side.fields, ...Object.fromEntries(changes) } }
}

const sorted = ({ survivor, absorbed }: Pair) =>
  [survivor, absorbed].map(side => ({
    ...side,
    rows: side.rows.toSorted((a, b) => `${a.table}${a.id}`.localeCompare(`${b.table}${b.id}`)),
  }))

const fields = fc.record(
  Object.fromEntries(
    Object.values(MERGE_GROUPS)
      .flat()
      .map(field => [field, fc.constantFrom<FieldValue>('', null, 'a', 'b', 7)]),
  ),
) as unknown as fc.Arbitrary<MergeFields>

let serial = 0
const row = (
  table: AttachedRow['table'],
  values: readonly AttachedRow['value'][],
  keys: readonly (string | null)[],
) =>
  fc
    .record({ key: fc.constantFrom(...keys), isLiving: fc.boolean(), value: fc.constantFrom(...values) })
    .map((rest): AttachedRow => {
      serial += 1
      return { table, id: `r${serial}`, ...rest }
    })
const uniqueLiving = (rows: AttachedRow[]) => {
  const seen = new Set<string>()
  return rows.filter(one => {
    const key = `${one.table}:${one.key}`
    const isTwin = one.key !== null && one.isLiving && seen.has(key)
    if (one.isLiving) seen.add(key)
    return !isTwin
  })
}

const rows = fc
  .array(
    fc.oneof(
      row('application', ['submitted'], ['f1', 'f2', 'f3']),
      row('fairInvitation', ['sent', 'visited', 'submitted'], ['f1', 'f2', 'f3']),
      row('bankAccount', [true, false], ['b1', 'b2', 'b3']),
      row('establishmentMember', ['owner', 'member'], ['p1', 'p2', 'p3']),
      row('exportYear', [null], ['2024', '2025']).map(one => ({ ...one, isLiving: true })),
      row('campaignRecipient', ['queued', 'sent'], ['c1', 'c2']).map(one => ({ ...one, isLiving: true })),
      row('product', [null], [null]),
      row('deal', [null], [null]).map(one => ({ ...one, isLiving: true })),
    ),
    { maxLength: 14 },
  )
  .map(uniqueLiving)
  .map(list => {
    // One default at most, as the database holds it.
    let hasDefault = false
    return list.map(one => {
      if (one.table !== 'bankAccount' || one.value !== true || !one.isLiving) return one
      const first = !hasDefault
      hasDefault = true
      return { ...one, value: first }
    })
  })

const side = (id: string): fc.Arbitrary<MergeSide> =>
  fc.record({ fields, rows }).map(({ fields: values, rows: list }) => {
    const members = list.filter(one => one.table === 'establishmentMember' && one.isLiving)
    return {
      id,
      fields: values,
      rows: list,
      isClaimed: members.length > 0,
      owners: members.flatMap(one => (one.value === 'owner' && one.key ? [one.key] : [])),
    }
  })
const choices = fc.dictionary(
  fc.constantFrom(...MERGE_GROUP_NAMES),
  fc.constantFrom('survivor', 'absorbed'),
) as fc.Arbitrary<MergeChoices>

const pairs = fc
  .record({ survivor: side('s'), absorbed: side('a'), choices })
  .filter(pair => mergeRefusals(pair.survivor, pair.absorbed).length === 0)

describe('planMerge', () => {
  it('done and undone leaves both records as they were', () => {
    fc.assert(
      fc.property(pairs, ({ survivor, absorbed, choices: chosen }) => {
        const plan = planMerge(survivor, absorbed, chosen)
        const after = merged({ survivor, absorbed }, plan)
        expect(isAsMerged(plan, after.survivor, after.absorbed)).toBe(true)
        expect(sorted(undone(after, plan))).toEqual(sorted({ survivor, absorbed }))
      }),
      { numRuns: 1000 },
    )
  })

  it('loses no row, and leaves the survivor nothing it may hold only once twice', () => {
    fc.assert(
      fc.property(pairs, ({ survivor, absorbed, choices: chosen }) => {
        const plan = planMerge(survivor, absorbed, chosen)
        const after = merged({ survivor, absorbed }, plan)
        expect(after.survivor.rows.length + after.absorbed.rows.length).toBe(
          survivor.rows.length + absorbed.rows.length,
        )
        const living = after.survivor.rows.filter(
          one => one.isLiving && one.key !== null && one.value !== 'revoked',
        )
        const keys = living.map(one => `${one.table}:${one.key}`)
        expect(new Set(keys).size).toBe(keys.length)
        const defaults = living.filter(one => one.table === 'bankAccount' && one.value === true)
        expect(defaults.length).toBeLessThanOrEqual(1)
        // Nobody acts for a record that is no more.
        expect(
          after.absorbed.rows.filter(one => one.table === 'establishmentMember' && one.isLiving),
        ).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps what the people of a record wrote', () => {
    fc.assert(
      fc.property(pairs, ({ survivor, absorbed, choices: chosen }) => {
        fc.pre(survivor.isClaimed)
        const plan = planMerge(survivor, absorbed, chosen)
        for (const group of MERGE_GROUP_NAMES) {
          const written = MERGE_GROUPS[group].filter(field => {
            const value = survivor.fields[field]
            return value !== null && value !== ''
          })
          if (written.length === MERGE_GROUPS[group].length) {
            expect(isOpenChoice(group, survivor, absorbed)).toBe(false)
            for (const field of MERGE_GROUPS[group]) expect(plan.fields[field]).toBeUndefined()
          }
        }
      }),
    )
  })
})

describe('mergeRefusals', () => {
  const bare = (id: string, list: AttachedRow[] = [], owners: string[] = [], isClaimed = owners.length > 0) =>
    ({ id, rows: list, owners, isClaimed, fields: {} }) as unknown as MergeSide
  const applied = (id: string, isLiving = true): AttachedRow => ({
    table: 'application',
    id,
    key: 'fair',
    isLiving,
    value: 'submitted',
  })

  it('an application of each at one fair stands against it, a withdrawn one does not', () => {
    expect(mergeRefusals(bare('s', [applied('1')]), bare('a', [applied('2')]))).toEqual([
      { code: 'both-apply', key: 'fair' },
    ])
    expect(mergeRefusals(bare('s', [applied('1')]), bare('a', [applied('2', false)]))).toEqual([])
  })

  it('accounts of different owners stand against it; the one with an account stays', () => {
    expect(mergeRefusals(bare('s', [], ['p']), bare('a', [], ['q']))).toEqual([{ code: 'both-claimed' }])
    expect(mergeRefusals(bare('s', [], ['p', 'q']), bare('a', [], ['q']))).toEqual([])
    expect(mergeRefusals(bare('s'), bare('a', [], ['q']))).toEqual([{ code: 'claimed-must-stay' }])
    expect(mergeRefusals(bare('s'), bare('s'))).toEqual([{ code: 'same-record' }])
  })
})
