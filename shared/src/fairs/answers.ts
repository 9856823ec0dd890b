import type { Locale } from '../platform/i18n.ts'
import { shownOf } from './conditions.ts'
import type { Answer, Answers, FormDefinition, FormField, FormWords, TableColumn, TableRow } from './form.ts'

/**
 * What an application still lacks, judged by the version of the form it was made with. Used by the server when it is
 * submitted and by the pages to say what is missing. Imports types only, so that the applicant's pages stay small.
 */

/** Where (a JSON Pointer into the application) and a code of locales/<language>/fields.ts. */
export type AnswerFault = { pointer: string; code: string; params?: Record<string, string | number> }

/** The field whose answer goes on the fascia board and into the catalogue, letter for letter. */
export const FASCIA_FIELD = 'fasciaName'

/** The field that says how many booths are wanted. */
export const BOOTH_COUNT_FIELD = 'boothCount'

/**
 * Every fault of an application: `/answers/<code>`, `/papers/<code>`, `/products`. Empty when it may be submitted. What the
 * answers hide is neither required nor judged. A fault in a table names row and column: `/answers/<code>/0/name`.
 * Answers to fields the form does not have are a fault too: they belong to another version.
 * @param papers codes of the papers that are there
 * @param productCount how many products it names
 */
export function validateAnswers(
  definition: FormDefinition,
  answers: Answers,
  papers: readonly string[],
  productCount: number,
): AnswerFault[] {
  const all = definition.sections.flatMap(section => section.fields)
  const shown = shownOf(definition, answers)
  const fields = all.filter(field => shown.fields.has(field.code))
  const known = new Set(all.map(field => field.code))
  const strangers = Object.keys(answers).filter(code => !known.has(code))
  return [
    ...fields.flatMap(field => faultOf(field, answers[field.code])),
    ...strangers.map(code => ({ pointer: `/answers/${code}`, code: 'unknown-field' })),
    ...missingPapers(definition, shown.papers, papers),
    ...(productCount < definition.minProducts
      ? [{ pointer: '/products', code: 'products-too-few', params: { minimum: definition.minProducts } }]
      : []),
  ]
}

/** A label in the reader's language, Vietnamese where it has none. */
export const wordsIn = (words: FormWords, locale: Locale): string => words[locale] || words.vi

function missingPapers(
  definition: FormDefinition,
  shown: ReadonlySet<string>,
  papers: readonly string[],
): AnswerFault[] {
  return definition.papers
    .filter(paper => paper.required && shown.has(paper.code) && !papers.includes(paper.code))
    .map(paper => ({ pointer: `/papers/${paper.code}`, code: 'paper-missing' }))
}

function faultOf(field: FormField, answer: Answer | undefined): AnswerFault[] {
  const at = (code: string, params?: AnswerFault['params']): AnswerFault[] => [
    { pointer: `/answers/${field.code}`, code, ...(params ? { params } : {}) },
  ]
  if (isBlank(answer)) return field.required ? at('required') : []
  switch (field.kind) {
    case 'text':
    case 'multiline':
      if (typeof answer !== 'string') return at('type')
      return answer.length > field.maxLength ? at('too-long', { maximum: field.maxLength }) : []
    case 'number':
    case 'money':
      return numberFault(field, answer).flatMap(({ code, params }) => at(code, params))
    case 'date':
      return typeof answer === 'string' && isDate(answer) ? [] : at('format-date')
    case 'yes-no':
      if (typeof answer !== 'boolean') return at('type')
      return field.mustBeYes && !answer ? at('must-agree') : []
    case 'choice':
      return field.options.some(option => option.value === answer) ? [] : at('choice')
    case 'choices':
      if (!isList(answer) || !answer.every(one => field.options.some(option => option.value === one)))
        return at('choice')
      return field.most > 0 && answer.length > field.most ? at('too-many', { maximum: field.most }) : []
    default:
      if (!isTable(answer)) return at('type')
      if (answer.length < field.minRows) return at('rows-too-few', { minimum: field.minRows })
      if (answer.length > field.maxRows) return at('too-many', { maximum: field.maxRows })
      return answer.flatMap((row, index) =>
        field.columns.flatMap(column =>
          cellFaults(column, row[column.code]).map(fault => ({
            pointer: `/answers/${field.code}/${index}/${column.code}`,
            ...fault,
          })),
        ),
      )
  }
}

type Fault = Omit<AnswerFault, 'pointer'>

/** Every cell of a row is required: a row is a delegate, a machine, a parcel, and half of one is of no use. */
function cellFaults(column: TableColumn, cell: TableRow[string] | undefined): Fault[] {
  if (cell === undefined || cell === null || cell === '') return [{ code: 'required' }]
  if (column.kind === 'number') return numberFault(column, cell)
  if (typeof cell !== 'string') return [{ code: 'type' }]
  return cell.length > column.maxLength ? [{ code: 'too-long', params: { maximum: column.maxLength } }] : []
}

function numberFault({ min, max }: { min: number; max: number }, answer: Answer): Fault[] {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return [{ code: 'type' }]
  if (answer < min) return [{ code: 'too-small', params: { minimum: min } }]
  return answer > max ? [{ code: 'too-big', params: { maximum: max } }] : []
}

/** Whether a text is a day of the calendar, `2026-02-28`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The answer to a field of several options; an empty list is one of these too. */
export const isList = (answer: Answer | undefined): answer is string[] =>
  Array.isArray(answer) && answer.every(one => typeof one === 'string')

/** The answer to a table; an empty list is one of these too. */
export const isTable = (answer: Answer | undefined): answer is TableRow[] =>
  Array.isArray(answer) && answer.every(one => typeof one === 'object')

const isBlank = (answer: Answer | undefined): answer is null | undefined | '' | [] =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0)

/** Whether two answers say the same. One never given, one emptied again and null mean the same. */
export const sameAnswer = (a: Answer | undefined, b: Answer | undefined): boolean =>
  canonical(a) === canonical(b)

/** Text that two answers share exactly when they say the same: rows by column code, blank cells left out. */
function canonical(answer: Answer | undefined): string {
  if (answer === undefined || answer === null || answer === '') return 'null'
  if (!Array.isArray(answer)) return JSON.stringify(answer)
  if (answer.length === 0) return 'null'
  return JSON.stringify(
    answer.map(item =>
      typeof item === 'string'
        ? item
        : Object.entries(item)
            .filter(([, cell]) => cell !== null && cell !== '')
            .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
  )
}
