import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { formFaults } from './form-faults.ts'

/**
 * The application form of a fair, as data: sections of typed fields, the papers asked for, the least number of products.
 * A published version never changes; an application keeps the version it was made with. What is wrong with answers is
 * decided in answers.ts, what is shown in conditions.ts, the form proposed for a new fair stands in default-form.ts.
 */

/** Words an applicant reads. Vietnamese is required; a language left empty falls back to it. */
const words = (max: number) => z.object({ vi: text(max), en: blankableText(max), de: blankableText(max) })
const hint = z.object({ vi: multilineText(500), en: multilineText(500), de: multilineText(500) })

/** Names a field, section, paper or option in answers: `boothCount`. Never shown. */
const code = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(40)

/**
 * When a field, section or paper is shown: another field's answer is, or is not, a value; contains a word or one of
 * several options; or is a number greater than one. A hidden field answers nothing. What is shown is decided in
 * conditions.ts.
 */
export const ShowWhen = z.discriminatedUnion('op', [
  z.object({
    field: code,
    op: z.literal('is'),
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
  }),
  z.object({
    field: code,
    op: z.literal('is-not'),
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
  }),
  z.object({ field: code, op: z.literal('contains'), value: z.string().min(1).max(200) }),
  z.object({ field: code, op: z.literal('more-than'), value: z.number() }),
])
export type ShowWhen = z.infer<typeof ShowWhen>

/** Rows of one table. */
const MAX_ROWS = 50

const shown = { showWhen: ShowWhen.optional() }
const common = { code, label: words(200), hint, required: z.boolean(), ...shown }
const range = { min: z.int().min(0).max(1_000_000_000), max: z.int().min(0).max(1_000_000_000) }
const unit = z.object({ vi: blankableText(20), en: blankableText(20), de: blankableText(20) }).optional()
const options = z
  .array(z.object({ value: code, label: words(200) }))
  .min(2)
  .max(30)

/** A column of a table: its cells are short text or whole numbers. */
export const TableColumn = z.discriminatedUnion('kind', [
  z.object({ code, label: words(100), kind: z.literal('text'), maxLength: z.int().min(1).max(500) }),
  z.object({ code, label: words(100), kind: z.literal('number'), ...range, unit }),
])
export type TableColumn = z.infer<typeof TableColumn>

export const FormField = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('text'), maxLength: z.int().min(1).max(500) }),
  z.object({ ...common, kind: z.literal('multiline'), maxLength: z.int().min(1).max(5000) }),
  z.object({ ...common, kind: z.literal('number'), ...range, unit }),
  /** In đồng, a whole number. */
  z.object({ ...common, kind: z.literal('money'), min: z.int().min(0), max: z.int().min(0) }),
  z.object({ ...common, kind: z.literal('date') }),
  /** `mustBeYes`: a declaration without which the application is not taken. */
  z.object({ ...common, kind: z.literal('yes-no'), mustBeYes: z.boolean() }),
  z.object({ ...common, kind: z.literal('choice'), options }),
  /** Several of; answered by their values. `most`: how many at most, 0 for any number. */
  z.object({ ...common, kind: z.literal('choices'), options, most: z.int().min(0).max(30) }),
  /** Rows such as delegates; each row answers every column. */
  z.object({
    ...common,
    kind: z.literal('table'),
    columns: z.array(TableColumn).min(1).max(8),
    minRows: z.int().min(0).max(MAX_ROWS),
    maxRows: z.int().min(1).max(MAX_ROWS),
  }),
])
export type FormField = z.infer<typeof FormField>
export type FieldKind = FormField['kind']
export const FormWords = z.object({ vi: z.string(), en: z.string(), de: z.string() })
export type FormWords = z.infer<typeof FormWords>

export const FormSection = z.object({
  code,
  title: words(200),
  fields: z.array(FormField).min(1).max(40),
  ...shown,
})
export type FormSection = z.infer<typeof FormSection>

/** What copy of a paper is taken: any copy, one stamped by the unit itself, or a certified one (bản sao hợp lệ). */
export const COPY_KINDS = ['plain', 'stamped', 'certified'] as const

export const FormPaper = z.object({
  code,
  label: words(200),
  copyKind: z.enum(COPY_KINDS),
  required: z.boolean(),
  /** A file of the organizer's to fill in, sign and hand in: anybody may download it. */
  template: z.object({ fileId: id(), name: z.string().max(255), sizeBytes: z.int() }).optional(),
  ...shown,
})
export type FormPaper = z.infer<typeof FormPaper>

export const FormDefinition = z
  .object({
    sections: z.array(FormSection).min(1).max(20),
    papers: z.array(FormPaper).max(30),
    /** How many products an application names at least. */
    minProducts: z.int().min(0).max(50),
  })
  .refine(form => isUnique(form.sections.map(section => section.code)), {
    message: 'code-twice',
    path: ['sections'],
  })
  .refine(form => isUnique(form.sections.flatMap(section => section.fields.map(field => field.code))), {
    message: 'code-twice',
    path: ['sections'],
  })
  .refine(form => isUnique(form.papers.map(paper => paper.code)), { message: 'code-twice', path: ['papers'] })
  .superRefine((form, context) => {
    for (const { path, code: message } of formFaults(form)) {
      context.addIssue({ code: 'custom', message, path: [...path], input: form })
    }
  })
  .meta({ id: 'FormDefinition' })
export type FormDefinition = z.infer<typeof FormDefinition>

/** A new version of the form; `version` is the one it was made from, 0 for the first. */
export const FormInput = z
  .object({ version: z.int().min(0), definition: FormDefinition })
  .meta({ id: 'ApplicationFormInput' })

/** A version of a fair's form. Version 0 is a proposal that nobody has published yet. */
export const FormView = z
  .object({
    fairId: id(),
    version: z.int(),
    definition: FormDefinition,
    createdAt: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'ApplicationForm' })
export type FormView = z.infer<typeof FormView>

/** The form in force, as an applicant reads it. */
export const PublicForm = z
  .object({ version: z.int(), definition: FormDefinition })
  .meta({ id: 'PublicApplicationForm' })
export type PublicForm = z.infer<typeof PublicForm>

/** Answers by field code (a table's rows by column code), as a draft holds them; checked against the form only when submitted. */
export const TableRow = z.record(z.string().max(40), z.union([z.string().max(500), z.number(), z.null()]))
export type TableRow = z.infer<typeof TableRow>

export const Answer = z.union([
  z.string().max(5000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(40)).max(30),
  z.array(TableRow).max(MAX_ROWS),
])
export type Answer = z.infer<typeof Answer>

export const Answers = z.record(z.string().max(40), Answer)
export type Answers = z.infer<typeof Answers>

const isUnique = (codes: readonly string[]) => new Set(codes).size === codes.length
