import type { Locale } from '../platform/i18n.ts'
import type { Answers, FormDefinition, FormField, FormWords } from './form.ts'

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
 * Every fault of an application: `/answers/<code>`, `/papers/<code>`, `/products`. Empty when it may be submitted.
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
  const fields = definition.sections.flatMap(section => section.fields)
  const known = new Set(fields.map(field => field.code))
  const strangers = Object.keys(answers).filter(code => !known.has(code))
  return [
    ...fields.flatMap(field => faultOf(field, answers[field.code])),
    ...strangers.map(code => ({ pointer: `/answers/${code}`, code: 'unknown-field' })),
    ...missingPapers(definition, papers),
    ...(productCount < definition.minProducts
      ? [{ pointer: '/products', code: 'products-too-few', params: { minimum: definition.minProducts } }]
      : []),
  ]
}

/** The faults of one section's answers, for a page that shows one section. */
export function sectionFaults(
  definition: FormDefinition,
  sectionCode: string,
  answers: Answers,
): AnswerFault[] {
  const section = definition.sections.find(candidate => candidate.code === sectionCode)
  return section?.fields.flatMap(field => faultOf(field, answers[field.code])) ?? []
}

/** A label in the reader's language, Vietnamese where it has none. */
export const wordsIn = (words: FormWords, locale: Locale): string => words[locale] || words.vi

function missingPapers(definition: FormDefinition, papers: readonly string[]): AnswerFault[] {
  return definition.papers
    .filter(paper => paper.required && !papers.includes(paper.code))
    .map(paper => ({ pointer: `/papers/${paper.code}`, code: 'paper-missing' }))
}

function faultOf(field: FormField, answer: Answers[string] | undefined): AnswerFault[] {
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
      if (typeof answer !== 'number' || !Number.isInteger(answer)) return at('type')
      if (answer < field.min) return at('too-small', { minimum: field.min })
      return answer > field.max ? at('too-big', { maximum: field.max }) : []
    case 'yes-no':
      if (typeof answer !== 'boolean') return at('type')
      return field.mustBeYes && !answer ? at('must-agree') : []
    default:
      return field.options.some(option => option.value === answer) ? [] : at('choice')
  }
}

const isBlank = (answer: Answers[string] | undefined): answer is null | undefined | '' =>
  answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '')

/** Whether two answers say the same. One never given, one emptied again and null mean the same. */
export const sameAnswer = (a: Answers[string] | undefined, b: Answers[string] | undefined): boolean =>
  (a === '' ? null : (a ?? null)) === (b === '' ? null : (b ?? null))
