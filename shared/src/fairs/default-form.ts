import type { Locale } from '../platform/i18n.ts'
import type { FieldKind, FormDefinition, FormField, FormPaper, FormSection, FormWords } from './form.ts'

/** The words of the proposal: one catalogue of locales/<language>/default-form.ts for each language. */
export type ProposalWords = Record<Locale, Readonly<Record<string, string>>>

/**
 * The form proposed for a new fair, put together from the forms of neighbouring fairs (no official one exists): name on
 * the fascia, goods, booths, needs, and the declarations of circular 26/2014/TTLT-BTC-BCT, article 7; a fair abroad also asks
 * for export experience, freight and delegates, never for passport numbers. The organizer edits it before publishing.
 * @throws Error for a catalogue without one of the words
 */
export function defaultForm(kind: 'home' | 'abroad', words: ProposalWords): FormDefinition {
  const say = sayer(words)
  const field = fieldMaker(say)
  const sections: FormSection[] = [
    {
      code: 'display',
      title: say('section.display'),
      fields: [
        field('fasciaName', 'text', { maxLength: 60 }),
        field('fasciaNameEn', 'text', { maxLength: 60, required: kind === 'abroad' }),
        field('goods', 'multiline', { maxLength: 2000 }),
      ],
    },
    {
      code: 'booth',
      title: say('section.booth'),
      fields: [
        field('boothCount', 'number', { min: 1, max: 4 }),
        field('cornerWish', 'yes-no', { required: false }),
        choice(field, say, 'power', ['none', 'light', 'machine', 'threePhase']),
        field('boothNote', 'multiline', { maxLength: 1000, required: false }),
      ],
    },
    ...(kind === 'abroad' ? [abroadSection(say, field)] : []),
    {
      code: 'declarations',
      title: say('section.declarations'),
      fields: [
        field('noOtherStateMoney', 'yes-no', { mustBeYes: true }),
        field('goodsAsRegistered', 'yes-no', { mustBeYes: true }),
      ],
    },
  ]
  return { sections, papers: papersOf(kind, say), minProducts: 1 }
}

type Say = (key: string) => FormWords
type MakeField = (code: string, kind: FieldKind, more?: Record<string, unknown>) => FormField

function abroadSection(say: Say, field: MakeField): FormSection {
  return {
    code: 'abroad',
    title: say('section.abroad'),
    fields: [
      field('exportExperience', 'multiline', { maxLength: 2000, required: false }),
      choice(field, say, 'freight', ['none', 'handLuggage', 'air', 'sea']),
      field('freightVolume', 'text', { maxLength: 200, required: false }),
      field('delegateCount', 'number', { min: 1, max: 10 }),
      field('englishSpeaker', 'yes-no', {}),
    ],
  }
}

function papersOf(kind: 'home' | 'abroad', say: Say): FormPaper[] {
  const paper = (code: string, copyKind: FormPaper['copyKind'], required = true): FormPaper => {
    return { code, label: say(`paper.${code}`), copyKind, required }
  }
  return [
    paper('businessRegistration', 'stamped'),
    paper('balanceSheet', 'stamped'),
    paper('supportRequest', 'stamped'),
    paper('recognitionCertificate', 'certified', false),
    paper('qualityCertificate', 'plain', false),
    ...(kind === 'abroad' ? [paper('englishProfile', 'plain')] : []),
  ]
}

function choice(field: MakeField, say: Say, code: string, values: readonly string[]): FormField {
  const options = values.map(value => ({ value, label: say(`${code}.${value}`) }))
  return field(code, 'choice', { options })
}

function sayer(words: ProposalWords): Say {
  const one = (locale: Locale, key: string) => {
    const word = words[locale][key]
    if (word === undefined) throw new Error(`No word for ${key} in ${locale}`)
    return word
  }
  return key => ({ vi: one('vi', key), en: one('en', key), de: one('de', key) })
}

function fieldMaker(say: Say): MakeField {
  return (code, kind, more = {}) => {
    const base = {
      code,
      kind,
      label: say(`field.${code}`),
      hint: say(`hint.${code}`),
      required: true,
      ...more,
    }
    // The callers above give each kind what it needs; a test parses every proposal with the schema.
    return (kind === 'yes-no' ? { mustBeYes: false, ...base } : base) as FormField
  }
}
