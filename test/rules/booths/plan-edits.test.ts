import { applyEdits, EditError, invertEdits, type Plan } from '@hoicho/shared/booths/plan-edits.ts'
import type { BoothInput, PlanEdit } from '@hoicho/shared/booths/schema.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const EMPTY: Plan = { booths: new Map(), objects: new Map() }
const values = (changes: Partial<BoothInput> = {}): BoothInput => ({
  number: 'A01',
  kind: 'standard',
  xCm: 0,
  yCm: 0,
  widthCm: 300,
  depthCm: 300,
  priceMinor: 1,
  fundingSource: 'own',
  sectorCode: null,
  ...changes,
})
const column = { kind: 'column', name: '', zoneKind: null, zoneValue: null } as const

/** What a person does one after the other, whatever the plan is by then. */
const anyWish = fc.record({
  do: fc.constantFrom('add', 'change', 'reshape', 'remove', 'restore', 'object'),
  id: fc.integer({ min: 0, max: 5 }),
  x: fc.integer({ min: 0, max: 2000 }),
})
type Wish = { do: string; id: number; x: number }

const triangle = (x: number): [number, number][] => [
  [x, 0],
  [x + 300, 0],
  [x, 300],
]

function editOf(plan: Plan, { do: what, id: n, x }: Wish): PlanEdit[] {
  if (what === 'object') return objectEditOf(plan, `object-${n}`, x)
  const id = `booth-${n}`
  const booth = plan.booths.get(id)
  if (!booth)
    return what === 'add' ? [{ do: 'add-booth', id, values: values({ number: `A${n}`, xCm: x }) }] : []
  const { version } = booth
  if (booth.isRemoved) return what === 'restore' ? [{ do: 'restore-booth', id, version }] : []
  if (what === 'change') return [{ do: 'change-booth', id, version, values: { xCm: x, outline: null } }]
  if (what === 'reshape') return [{ do: 'change-booth', id, version, values: { outline: triangle(x) } }]
  return what === 'remove' ? [{ do: 'remove-booth', id, version }] : []
}

function objectEditOf(plan: Plan, id: string, x: number): PlanEdit[] {
  const object = plan.objects.get(id)
  const drawn = { ...column, outline: triangle(x) }
  if (!object) return [{ do: 'add-object', id, values: drawn }]
  const { version } = object
  if (object.isRemoved) return [{ do: 'restore-object', id, version }]
  if (x % 2) return [{ do: 'remove-object', id, version }]
  return [{ do: 'change-object', id, version, values: drawn }]
}

function play(plan: Plan, wishes: readonly Wish[]): { plan: Plan; edits: PlanEdit[] } {
  return wishes.reduce(
    (so, wish) => {
      const edits = editOf(so.plan, wish)
      return { plan: applyEdits(so.plan, edits), edits: [...so.edits, ...edits] }
    },
    { plan, edits: [] as PlanEdit[] },
  )
}

const standing = (plan: Plan) =>
  [...plan.booths.values(), ...plan.objects.values()]
    .filter(row => !row.isRemoved)
    .map(({ version: _version, ...row }) => row)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

describe('edits of a plan', () => {
  it('taken back leave the plan as it was, and done again as they made it', () => {
    fc.assert(
      fc.property(
        fc.array(anyWish, { maxLength: 12 }),
        fc.array(anyWish, { maxLength: 12 }),
        (first, then) => {
          const { plan: before } = play(EMPTY, first)
          const { plan: after, edits } = play(before, then)
          const back = invertEdits(before, edits)
          const undone = applyEdits(after, back)
          expect(standing(undone)).toEqual(standing(before))
          expect(standing(applyEdits(undone, invertEdits(after, back)))).toEqual(standing(after))
        },
      ),
    )
  })

  it('refuse an older version, what is not there, and what stands in a contract', () => {
    const id = 'booth-1'
    const { plan } = play(EMPTY, [{ do: 'add', id: 1, x: 0 }])
    const code = (edits: PlanEdit[], on = plan) => {
      try {
        applyEdits(on, edits)
        return 'applied'
      } catch (error) {
        return error instanceof EditError ? error.refusal.code : String(error)
      }
    }
    expect(code([{ do: 'remove-booth', id, version: 0 }])).toBe('platform.changed-meanwhile')
    expect(code([{ do: 'add-booth', id, values: values() }])).toBe('platform.changed-meanwhile')
    expect(code([{ do: 'remove-booth', id: 'booth-2', version: 1 }])).toBe('platform.not-found')
    const booth = plan.booths.get(id)
    const held = (holder: 'placed' | 'in-contract'): Plan => ({
      ...plan,
      booths: booth ? new Map([[id, { ...booth, holder }]]) : plan.booths,
    })
    const move: PlanEdit = { do: 'change-booth', id, version: 1, values: { xCm: 5 } }
    const wire: PlanEdit = { do: 'change-booth', id, version: 1, values: { powerW: 2000 } }
    expect(code([move], held('placed'))).toBe('applied')
    expect(code([move], held('in-contract'))).toBe('booths.in-contract')
    expect(code([wire], held('in-contract'))).toBe('applied')
    expect(code([{ do: 'remove-booth', id, version: 1 }], held('placed'))).toBe('booths.still-assigned')
  })

  it('keep the parts of a shared stand together', () => {
    const stand: PlanEdit = { do: 'add-booth', id: 's', values: values({ kind: 'shared', widthCm: 900 }) }
    const part: PlanEdit = { do: 'add-booth', id: 'p', values: values({ number: 'A01A', parentId: 's' }) }
    const plan = applyEdits(EMPTY, [stand, part])
    expect(plan.booths.size).toBe(2)
    expect(() => applyEdits(plan, [{ do: 'remove-booth', id: 's', version: 1 }])).toThrow('booths.has-parts')
    expect(() => applyEdits(EMPTY, [part])).toThrow('booths.no-such-stand')
    const both: PlanEdit[] = [
      { do: 'remove-booth', id: 'p', version: 1 },
      { do: 'remove-booth', id: 's', version: 1 },
    ]
    expect(standing(applyEdits(plan, both))).toEqual([])
  })
})
