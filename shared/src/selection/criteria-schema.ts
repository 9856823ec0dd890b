import { z } from 'zod'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { BLIND_FIELDS } from './council.ts'

const namedValue = z.object({
  points: z.int().min(0).max(100),
  labelVi: text(200),
  labelEn: blankableText(200),
})

export const CriterionInput = z
  .object({
    code: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(40),
    nameVi: text(200),
    nameEn: blankableText(200),
    guidanceVi: multilineText(2000),
    guidanceEn: multilineText(2000),
    /** Weight and greatest number of points in one. */
    maxPoints: z.int().min(1).max(100),
    /** Named values, such as 0 = none, 10 = province level, 20 = national level. */
    values: z.array(namedValue).max(12).default([]),
    /** Whether points between the named values may be given. */
    allowsBetween: z.boolean().default(true),
    /** May be left unanswered; its weight is then left out of the sheet's total. */
    isOptional: z.boolean().default(false),
    /** Points below `below` by at least `members` members shut an application out. */
    knockOut: z
      .object({ below: z.int().min(1).max(100), members: z.int().min(1).max(31) })
      .nullable()
      .default(null),
  })
  .refine(({ values, maxPoints }) => values.every(value => value.points <= maxPoints), {
    message: 'number-range',
    path: ['values'],
  })
  .refine(({ values }) => new Set(values.map(value => value.points)).size === values.length, {
    message: 'code-twice',
    path: ['values'],
  })
  .refine(({ knockOut, maxPoints }) => knockOut === null || knockOut.below <= maxPoints, {
    message: 'number-range',
    path: ['knockOut', 'below'],
  })
  .meta({ id: 'CriterionInput' })
export type CriterionInput = z.input<typeof CriterionInput>
export type CriterionView = z.output<typeof CriterionInput>

export const CriteriaInput = z
  .object({
    items: z.array(CriterionInput).min(1).max(30),
    /** What those who score do not see. */
    blindFields: z.array(z.enum(BLIND_FIELDS)).max(BLIND_FIELDS.length).default([]),
  })
  .refine(({ items }) => new Set(items.map(item => item.code)).size === items.length, {
    message: 'duplicate',
    path: ['items'],
  })
  .meta({ id: 'CriteriaInput' })
export type CriteriaInput = z.input<typeof CriteriaInput>

export const CriteriaView = z
  .object({
    items: z.array(CriterionInput),
    blindFields: z.array(z.enum(BLIND_FIELDS)),
    /** A sheet was filed: nothing may change any more. */
    isFrozen: z.boolean(),
    /** What the dated rule of the fair proposes; empty when none is known. */
    proposed: z.array(CriterionInput),
    proposalBasis: z.string().nullable(),
  })
  .meta({ id: 'Criteria' })
export type CriteriaView = z.output<typeof CriteriaView>
