import type { Answer, Answers, FormDefinition, FormField, ShowWhen } from './form.ts'

/** Codes of what an applicant is asked, given what is answered so far. */
export type Shown = {
  sections: ReadonlySet<string>
  fields: ReadonlySet<string>
  papers: ReadonlySet<string>
}

/**
 * What of a form is shown. A field is shown when its section is, and its condition holds; a condition looks at the answer
 * of a field that is itself shown: what is hidden answers nothing, and so hides what follows from it. A form published
 * without a cycle gives the same result in whatever order it is read; in a cycle nothing is shown.
 */
export function shownOf(form: FormDefinition, answers: Answers): Shown {
  const sectionOf = new Map(
    form.sections.flatMap(section => section.fields.map(field => [field.code, section])),
  )
  const fields = new Map(form.sections.flatMap(section => section.fields).map(field => [field.code, field]))
  const known = new Map<string, boolean>()
  const isFieldShown = (code: string): boolean => {
    const before = known.get(code)
    if (before !== undefined) return before
    known.set(code, false)
    const isShown = holds(sectionOf.get(code)?.showWhen) && holds(fields.get(code)?.showWhen)
    known.set(code, isShown)
    return isShown
  }
  const holds = (condition: ShowWhen | undefined): boolean =>
    condition === undefined ||
    (fields.has(condition.field) &&
      isFieldShown(condition.field) &&
      isMet(condition, answers[condition.field]))
  const codes = (items: readonly { code: string; showWhen?: ShowWhen | undefined }[]) =>
    new Set(items.filter(item => holds(item.showWhen)).map(item => item.code))
  return {
    sections: codes(form.sections),
    fields: new Set([...fields.keys()].filter(isFieldShown)),
    papers: codes(form.papers),
  }
}

/** The fields of the form that are shown, in order. */
export function shownFields(form: FormDefinition, answers: Answers): FormField[] {
  const shown = shownOf(form, answers).fields
  return form.sections.flatMap(section => section.fields).filter(field => shown.has(field.code))
}

/** The answers to what is shown: what an application hands in. */
export function shownAnswers(form: FormDefinition, answers: Answers): Answers {
  const shown = shownOf(form, answers).fields
  return Object.fromEntries(Object.entries(answers).filter(([code]) => shown.has(code)))
}

/**
 * Everything that a change at one field can show or hide, near or far: codes of fields and of papers. Who may correct the
 * one may answer what it brings up.
 */
export function dependentsOf(
  form: FormDefinition,
  code: string,
): { fields: Set<string>; papers: Set<string> } {
  const found = new Set([code])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const section of form.sections) {
      const isOpen = section.showWhen !== undefined && found.has(section.showWhen.field)
      for (const field of section.fields) {
        if (isOpen || (field.showWhen && found.has(field.showWhen.field))) found.add(field.code)
      }
    }
  }
  const papers = form.papers.filter(paper => paper.showWhen && found.has(paper.showWhen.field))
  found.delete(code)
  return { fields: found, papers: new Set(papers.map(paper => paper.code)) }
}

/** Whether an answer meets a condition. A blank answer meets none, not even `is-not`. Letter case does not matter. */
function isMet(condition: ShowWhen, answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null || answer === '') return false
  switch (condition.op) {
    case 'is':
      return equals(answer, condition.value)
    case 'is-not':
      return !equals(answer, condition.value)
    case 'contains':
      if (Array.isArray(answer)) return answer.some(one => one === condition.value)
      return lower(String(answer)).includes(lower(condition.value))
    default:
      if (Array.isArray(answer)) return answer.length > condition.value
      return typeof answer === 'number' && answer > condition.value
  }
}

const equals = (answer: Answer, value: string | number | boolean) =>
  typeof answer === 'string' && typeof value === 'string' ? lower(answer) === lower(value) : answer === value

const lower = (text: string) => text.trim().normalize('NFC').toLowerCase()
