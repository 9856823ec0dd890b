import { sameAnswer } from './answers.ts'
import type { Answer, Answers, FormDefinition, FormField, FormWords } from './form.ts'

/** One thing that differs between two versions of a form. */
export type FormChange = {
  what: 'section' | 'field' | 'paper' | 'products'
  code: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  label: FormWords | null
}

type Item = { code: string; label: FormWords; place: number; body: string }

/**
 * What changed from one version of a form to the next: sections, fields, papers by code, the least number of products.
 * `changed` is any difference in words or settings; `moved` is the same thing at another place among those that stayed.
 */
export function formChanges(before: FormDefinition, after: FormDefinition): FormChange[] {
  const sections = (form: FormDefinition) =>
    form.sections.map(({ code, title, showWhen }, place) => item(code, title, place, { title, showWhen }))
  const fields = (form: FormDefinition) =>
    form.sections
      .flatMap(section => section.fields.map(field => ({ field, section: section.code })))
      .map(({ field, section }, place) => item(field.code, field.label, place, { field, section }))
  const papers = (form: FormDefinition) =>
    form.papers.map((paper, place) => item(paper.code, paper.label, place, paper))
  return [
    ...compared('section', sections(before), sections(after)),
    ...compared('field', fields(before), fields(after)),
    ...compared('paper', papers(before), papers(after)),
    ...(before.minProducts === after.minProducts
      ? []
      : [{ what: 'products', code: 'products', kind: 'changed', label: null } as const]),
  ]
}

const item = (code: string, label: FormWords, place: number, body: unknown): Item => ({
  code,
  label,
  place,
  body: canonical(body),
})

/** JSON with its keys in order: a database does not keep the order they were written in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function compared(what: FormChange['what'], before: readonly Item[], after: readonly Item[]): FormChange[] {
  const [was, is] = [before, after].map(list => new Map(list.map(one => [one.code, one])))
  const order = (list: readonly Item[], other: ReadonlyMap<string, Item> | undefined) =>
    list.filter(one => other?.has(one.code)).map(one => one.code)
  const [stayedBefore, stayedAfter] = [order(before, is), order(after, was)]
  const change = (one: Item, kind: FormChange['kind']): FormChange => ({
    what,
    code: one.code,
    kind,
    label: one.label,
  })
  return [
    ...after.flatMap(one => {
      const old = was?.get(one.code)
      if (!old) return [change(one, 'added')]
      if (old.body !== one.body) return [change(one, 'changed')]
      return stayedBefore[stayedAfter.indexOf(one.code)] === one.code ? [] : [change(one, 'moved')]
    }),
    ...before.filter(one => !is?.has(one.code)).map(one => change(one, 'removed')),
  ]
}

/** Answers that fit another form, and those it has no place for. Together they are what was given: nothing is lost. */
export type CarriedAnswers = { answers: Answers; left: { code: string; label: FormWords; answer: Answer }[] }

/**
 * Takes answers from one form to another: to the field of the same code, where its kind still takes them. Text goes into
 * any text field, one option of a choice only where the option still exists.
 */
export function carryAnswers(from: FormDefinition, to: FormDefinition, answers: Answers): CarriedAnswers {
  const targets = new Map(fieldsOf(to).map(field => [field.code, field]))
  const labels = new Map(fieldsOf(from).map(field => [field.code, field.label]))
  const carried: Answers = {}
  const left: CarriedAnswers['left'] = []
  for (const [code, answer] of Object.entries(answers)) {
    if (sameAnswer(answer, null)) continue
    const target = targets.get(code)
    if (target && takes(target, answer)) carried[code] = answer
    else left.push({ code, label: labels.get(code) ?? { vi: code, en: '', de: '' }, answer })
  }
  return { answers: carried, left }
}

const fieldsOf = (form: FormDefinition): FormField[] => form.sections.flatMap(section => section.fields)

/** Whether a field can hold an answer; whether it is a good one is said when it is submitted. */
function takes(field: FormField, answer: Answer): boolean {
  switch (field.kind) {
    case 'text':
    case 'multiline':
    case 'date':
      return typeof answer === 'string'
    case 'number':
    case 'money':
      return typeof answer === 'number'
    case 'yes-no':
      return typeof answer === 'boolean'
    case 'choice':
      return field.options.some(option => option.value === answer)
    case 'choices':
      return Array.isArray(answer) && answer.every(one => field.options.some(option => option.value === one))
    default:
      return (
        Array.isArray(answer) &&
        answer.every(
          row =>
            typeof row === 'object' &&
            Object.keys(row).every(code => field.columns.some(column => column.code === code)),
        )
      )
  }
}
