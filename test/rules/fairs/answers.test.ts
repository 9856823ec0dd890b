import { FASCIA_FIELD, validateAnswers } from '@hoicho/shared/fairs/answers.ts'
import { defaultForm } from '@hoicho/shared/fairs/default-form.ts'
import { type Answers, FormDefinition, type FormField } from '@hoicho/shared/fairs/form.ts'
import { lacksForPublishing } from '@hoicho/shared/fairs/readiness.ts'
import { messagesFor } from '@hoicho/shared/locales/index.ts'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

let home: FormDefinition
let abroad: FormDefinition

beforeAll(async () => {
  const words = {
    vi: await messagesFor('vi', 'default-form'),
    en: await messagesFor('en', 'default-form'),
    de: await messagesFor('de', 'default-form'),
  }
  home = defaultForm('home', words)
  abroad = defaultForm('abroad', words)
})

const fieldsOf = (form: FormDefinition) => form.sections.flatMap(section => section.fields)

function goodAnswer(field: FormField): Answers[string] {
  if (field.kind === 'number') return field.min
  if (field.kind === 'yes-no') return true
  if (field.kind === 'choice') return field.options[0]?.value ?? ''
  if (field.kind === 'text' || field.kind === 'multiline') return 'x'.repeat(field.maxLength)
  throw new Error(`The proposal has no ${field.kind}`)
}
const goodAnswers = (form: FormDefinition): Answers =>
  Object.fromEntries(fieldsOf(form).map(field => [field.code, goodAnswer(field)]))
const allPapers = (form: FormDefinition) => form.papers.map(paper => paper.code)

describe('the proposed form', () => {
  it('fits its own schema and asks what a fair abroad needs, without passport numbers', () => {
    expect(FormDefinition.parse(home)).toEqual(home)
    expect(FormDefinition.parse(abroad)).toEqual(abroad)
    const codes = fieldsOf(abroad).map(field => field.code)
    expect(codes).toContain(FASCIA_FIELD)
    expect(codes).toEqual(expect.arrayContaining(['exportExperience', 'freight', 'delegateCount']))
    expect(codes.some(code => /passport/i.test(code))).toBe(false)
    expect(fieldsOf(home).map(field => field.code)).not.toContain('delegateCount')
  })
})

describe('validateAnswers', () => {
  it('takes a full application, and one without the optional answers', () => {
    expect(validateAnswers(home, goodAnswers(home), allPapers(home), 1)).toEqual([])
    const needed = fieldsOf(abroad).filter(field => field.required)
    const answers = Object.fromEntries(needed.map(field => [field.code, goodAnswer(field)]))
    const papers = abroad.papers.filter(paper => paper.required).map(paper => paper.code)
    expect(validateAnswers(abroad, answers, papers, 3)).toEqual([])
  })

  it('names everything an empty one lacks, in the order of the form', () => {
    const needed = fieldsOf(home).filter(field => field.required)
    const papers = home.papers.filter(paper => paper.required)
    expect(validateAnswers(home, {}, [], 0)).toEqual([
      ...needed.map(field => ({ pointer: `/answers/${field.code}`, code: 'required' })),
      ...papers.map(paper => ({ pointer: `/papers/${paper.code}`, code: 'paper-missing' })),
      { pointer: '/products', code: 'products-too-few', params: { minimum: 1 } },
    ])
  })

  it.each([
    [{ boothCount: 5 }, 'too-big', { maximum: 4 }],
    [{ boothCount: 0 }, 'too-small', { minimum: 1 }],
    [{ boothCount: 1.5 }, 'type', undefined],
    [{ boothCount: '2' }, 'type', undefined],
    [{ fasciaName: 'x'.repeat(61) }, 'too-long', { maximum: 60 }],
    [{ fasciaName: '   ' }, 'required', undefined],
    [{ power: 'nuclear' }, 'choice', undefined],
    [{ noOtherStateMoney: false }, 'must-agree', undefined],
    [{ cornerWish: 'yes' }, 'type', undefined],
    [{ ofAnotherVersion: 1 }, 'unknown-field', undefined],
  ])('refuses %j with %s', (change, code, params) => {
    const faults = validateAnswers(home, { ...goodAnswers(home), ...change }, allPapers(home), 1)
    const pointer = `/answers/${Object.keys(change)[0]}`
    expect(faults).toEqual([{ pointer, code, ...(params ? { params } : {}) }])
  })

  it('accepts an answer exactly when the same section alone has no fault', () => {
    const anyAnswer = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.double())
    fc.assert(
      fc.property(fc.record(Object.fromEntries(fieldsOf(home).map(f => [f.code, anyAnswer]))), answers => {
        const whole = validateAnswers(home, answers, allPapers(home), 1)
        const parts = home.sections.flatMap(section =>
          validateAnswers(
            { sections: [section], papers: [], minProducts: 0 },
            Object.fromEntries(section.fields.map(field => [field.code, answers[field.code] ?? null])),
            [],
            0,
          ),
        )
        expect(whole).toEqual(parts)
        expect(new Set(whole.map(fault => fault.pointer)).size).toBe(whole.length)
      }),
    )
  })
})

describe('lacksForPublishing', () => {
  const fair = {
    kind: 'abroad' as const,
    nameEn: 'Fair',
    formVersion: 1,
    closesOn: '2019-07-01',
    registrationClosesAt: '2019-03-01T10:00:00.000Z',
  }
  it('lets a full fair pass and names each lack', () => {
    expect(lacksForPublishing(fair)).toEqual([])
    expect(lacksForPublishing({ ...fair, kind: 'home', nameEn: '' })).toEqual([])
    expect(lacksForPublishing({ ...fair, nameEn: '' })).toEqual([
      { pointer: '/nameEn', code: 'english-name-missing' },
    ])
    expect(lacksForPublishing({ ...fair, formVersion: 0 })).toEqual([
      { pointer: '/form', code: 'form-missing' },
    ])
    expect(lacksForPublishing({ ...fair, registrationClosesAt: '2019-07-01T23:00:00.000Z' })).toEqual([])
    expect(lacksForPublishing({ ...fair, registrationClosesAt: '2019-07-02T00:00:00.000Z' })).toEqual([
      { pointer: '/registrationClosesAt', code: 'registration-after-end' },
    ])
  })
})
