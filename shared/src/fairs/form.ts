import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'

/**
 * The application form of a fair, as data: sections of typed fields, the papers asked for, the least number of products.
 * A published version never changes; an application keeps the version it was made with. What is wrong with answers is
 * decided in answers.ts, the form proposed for a new fair stands in default-form.ts.
 */

/** Words an applicant reads. Vietnamese is required; a language left empty falls back to it. */
const words = (max: number) => z.object({ vi: text(max), en: blankableText(max), de: blankableText(max) })
const hint = z.object({ vi: multilineText(500), en: multilineText(500), de: multilineText(500) })

/** Names a field, section, paper or option in answers: `boothCount`. Never shown. */
const code = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(40)

const common = { code, label: words(200), hint, required: z.boolean() }

export const FormField = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('text'), maxLength: z.int().min(1).max(500) }),
  z.object({ ...common, kind: z.literal('multiline'), maxLength: z.int().min(1).max(5000) }),
  z.object({
    ...common,
    kind: z.literal('number'),
    min: z.int().min(0).max(1_000_000_000),
    max: z.int().min(0).max(1_000_000_000),
  }),
  /** `mustBeYes`: a declaration without which the application is not taken. */
  z.object({ ...common, kind: z.literal('yes-no'), mustBeYes: z.boolean() }),
  z.object({
    ...common,
    kind: z.literal('choice'),
    options: z
      .array(z.object({ value: code, label: words(200) }))
      .min(2)
      .max(30),
  }),
])
export type FormField = z.infer<typeof FormField>
export type FieldKind = FormField['kind']
export type FormWords = { vi: string; en: string; de: string }

export const FormSection = z.object({ code, title: words(200), fields: z.array(FormField).min(1).max(40) })
export type FormSection = z.infer<typeof FormSection>

/** What copy of a paper is taken: any copy, one stamped by the unit itself, or a certified one (bản sao hợp lệ). */
export const COPY_KINDS = ['plain', 'stamped', 'certified'] as const

export const FormPaper = z.object({
  code,
  label: words(200),
  copyKind: z.enum(COPY_KINDS),
  required: z.boolean(),
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
  .refine(form => fieldsIn(form).every(field => field.kind !== 'number' || field.min <= field.max), {
    message: 'number-range',
    path: ['sections'],
  })
  .refine(
    form =>
      fieldsIn(form).every(
        field => field.kind !== 'choice' || isUnique(field.options.map(option => option.value)),
      ),
    { message: 'code-twice', path: ['sections'] },
  )
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

/** Answers by field code, as a draft holds them; checked against the form only when submitted. */
export const Answers = z.record(
  z.string().max(40),
  z.union([z.string().max(5000), z.number(), z.boolean(), z.null()]),
)
export type Answers = z.infer<typeof Answers>

const isUnique = (codes: readonly string[]) => new Set(codes).size === codes.length

const fieldsIn = (form: { sections: readonly { fields: readonly FormField[] }[] }) =>
  form.sections.flatMap(section => section.fields)
