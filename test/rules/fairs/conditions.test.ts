import { validateAnswers } from '@hoicho/shared/fairs/answers.ts'
import { shownAnswers, shownOf } from '@hoicho/shared/fairs/conditions.ts'
import { type Answers, FormDefinition, type FormField, type ShowWhen } from '@hoicho/shared/fairs/form.ts'
import { carryAnswers, formChanges } from '@hoicho/shared/fairs/form-changes.ts'
import { formFaults } from '@hoicho/shared/fairs/form-faults.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const words = { vi: 'x', en: '', de: '' }
const base = { label: words, hint: { vi: '', en: '', de: '' }, required: true }
const yesNo = (code: string, showWhen?: ShowWhen): FormField => ({
  ...base,
  code,
  kind: 'yes-no',
  mustBeYes: false,
  ...(showWhen ? { showWhen } : {}),
})
const formOf = (...fields: FormField[]): FormDefinition => ({
  sections: [{ code: 'one', title: words, fields }],
  papers: [],
  minProducts: 0,
})
const yes = (field: string): ShowWhen => ({ field, op: 'is', value: true })

const CODES = ['a', 'b', 'c', 'd', 'e']
/** Any form of yes-no fields, each possibly waiting for another: chains, trees, and circles too. */
const anyForm = fc
  .tuple(...CODES.map(() => fc.option(fc.constantFrom(...CODES), { nil: undefined })))
  .map(sources =>
    formOf(...CODES.map((code, at) => yesNo(code, sources[at] === undefined ? undefined : yes(sources[at])))),
  )
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...CODES),
  fc.oneof(fc.boolean(), fc.constant(null)),
)

describe('what is shown', () => {
  it('follows a chain, and hides everything behind a hidden link', () => {
    const form = formOf(yesNo('a'), yesNo('b', yes('a')), yesNo('c', yes('b')))
    const shown = (answers: Answers) => [...shownOf(form, answers).fields]
    expect(shown({})).toEqual(['a'])
    expect(shown({ a: true, b: true })).toEqual(['a', 'b', 'c'])
    expect(shown({ a: false, b: true, c: true })).toEqual(['a'])
    expect(shownAnswers(form, { a: false, b: true, c: true })).toEqual({ a: false })
  })

  it('compares numbers, words, options and rows', () => {
    const source: FormField[] = [
      { ...base, code: 'count', kind: 'number', min: 0, max: 9 },
      { ...base, code: 'name', kind: 'text', maxLength: 50 },
      {
        ...base,
        code: 'many',
        kind: 'choices',
        most: 0,
        options: [
          { value: 'sea', label: words },
          { value: 'air', label: words },
        ],
      },
    ]
    const shows = (showWhen: ShowWhen, answers: Answers) =>
      shownOf(formOf(...source, yesNo('z', showWhen)), answers).fields.has('z')
    expect(shows({ field: 'count', op: 'more-than', value: 2 }, { count: 2 })).toBe(false)
    expect(shows({ field: 'count', op: 'more-than', value: 2 }, { count: 3 })).toBe(true)
    expect(shows({ field: 'name', op: 'contains', value: 'gốm' }, { name: 'GỐM Chu Đậu' })).toBe(true)
    expect(shows({ field: 'many', op: 'contains', value: 'air' }, { many: ['sea'] })).toBe(false)
    expect(shows({ field: 'many', op: 'contains', value: 'air' }, { many: ['sea', 'air'] })).toBe(true)
    expect(shows({ field: 'count', op: 'is-not', value: 2 }, {})).toBe(false)
  })

  it('does not depend on the order of the fields', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (form, answers) => {
        const turned = formOf(...(form.sections[0]?.fields.toReversed() ?? []))
        expect(shownOf(turned, answers).fields).toEqual(shownOf(form, answers).fields)
      }),
    )
  })

  it('neither requires nor judges what is hidden, and reads nothing from it', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (form, answers) => {
        const shown = shownOf(form, answers).fields
        const pointers = validateAnswers(form, answers, [], 0).map(fault => fault.pointer.split('/')[2])
        expect(pointers.filter(code => !shown.has(code ?? ''))).toEqual([])
        const kept = shownAnswers(form, answers)
        expect(shownOf(form, kept).fields).toEqual(shown)
        expect(validateAnswers(form, kept, [], 0)).toEqual(validateAnswers(form, answers, [], 0))
      }),
    )
  })
})

describe('formFaults', () => {
  it('refuses a circle, however long, an unknown field and an answer that cannot be compared', () => {
    const codes = (form: FormDefinition) => formFaults(form).map(fault => fault.code)
    expect(codes(formOf(yesNo('a', yes('a'))))).toEqual(['condition-cycle'])
    expect(codes(formOf(yesNo('a', yes('b')), yesNo('b', yes('c')), yesNo('c', yes('a'))))).toHaveLength(3)
    expect(codes(formOf(yesNo('a', yes('zz'))))).toEqual(['condition-field'])
    expect(codes(formOf(yesNo('a'), yesNo('b', { field: 'a', op: 'more-than', value: 1 })))).toEqual([
      'condition-kind',
    ])
    expect(FormDefinition.safeParse(formOf(yesNo('a', yes('a')))).success).toBe(false)
  })

  it('finds a circle exactly where some field can never be shown by any answers', () => {
    fc.assert(
      fc.property(anyForm, form => {
        const all = Object.fromEntries(CODES.map(code => [code, true]))
        const isFree = formFaults(form).length === 0
        expect(shownOf(form, all).fields.size === CODES.length).toBe(isFree)
      }),
    )
  })
})

describe('a new version', () => {
  const text = (code: string, maxLength = 50): FormField => ({ ...base, code, kind: 'text', maxLength })
  it('is told apart from the last one', () => {
    const before = formOf(text('a'), text('b'), text('c'))
    const after = formOf(text('b', 60), text('a'), text('d'))
    expect(formChanges(before, after).map(change => `${change.kind} ${change.code}`)).toEqual([
      'changed b',
      'moved a',
      'added d',
      'removed c',
    ])
    fc.assert(
      fc.property(anyForm, form => {
        expect(formChanges(form, structuredClone(form))).toEqual([])
      }),
    )
  })

  it('takes along every answer it has a place for, and hands back the others', () => {
    const number: FormField = { ...base, code: 'b', kind: 'number', min: 0, max: 9 }
    const from = formOf(text('a'), text('b'), text('c'))
    const to = formOf(text('a'), number)
    expect(carryAnswers(from, to, { a: 'một', b: 'hai', c: 'ba', d: null })).toEqual({
      answers: { a: 'một' },
      left: [
        { code: 'b', label: words, answer: 'hai' },
        { code: 'c', label: words, answer: 'ba' },
      ],
    })
    fc.assert(
      fc.property(anyForm, anyForm, anyAnswers, (one, other, answers) => {
        const { answers: kept, left } = carryAnswers(one, other, answers)
        const given = Object.entries(answers).filter(([, answer]) => answer !== null)
        expect({ ...kept, ...Object.fromEntries(left.map(({ code, answer }) => [code, answer])) }).toEqual(
          Object.fromEntries(given),
        )
      }),
    )
  })
})
