import { FASCIA_FIELD } from '@hoicho/shared/fairs/answers.ts'
import { type Answers, type FormDefinition, FormDefinition as Schema } from '@hoicho/shared/fairs/form.ts'
import { carryAnswers } from '@hoicho/shared/fairs/form-changes.ts'
import type { Prefilled } from '@hoicho/shared/recruitment/schema.ts'
import type { Tx } from '../platform/context.ts'
import * as queries from './queries.ts'

type Profile = { id: string; name: string; nameEn: string | null; exportMarkets: string }

/**
 * Answers a new application can begin with: what the establishment last handed in to any fair (or any of one organizer's, where its officer fills it in), for the fields of the same
 * code that still take it, and the profile for what that leaves blank. Declarations are made anew each time. Every
 * answer is marked with where it came from, to be checked.
 */
export async function prefill(
  tx: Tx,
  form: FormDefinition,
  profile: Profile,
  ofOrganizer?: string,
): Promise<{ answers: Answers; prefilled: Prefilled }> {
  const before = await lastSubmitted(tx, profile.id, ofOrganizer)
  const declarations = new Set(
    form.sections
      .flatMap(section => section.fields)
      .filter(field => field.kind === 'yes-no' && field.mustBeYes)
      .map(field => field.code),
  )
  const carried = before ? carryAnswers(before.form, form, before.answers).answers : {}
  const fromLast = Object.entries(carried).filter(([code]) => !declarations.has(code))
  const fromProfile = Object.entries(profileAnswers(form, profile)).filter(
    ([code]) => !fromLast.some(([taken]) => taken === code),
  )
  return {
    answers: Object.fromEntries([...fromLast, ...fromProfile]),
    prefilled: Object.fromEntries([
      ...fromLast.map(([code]) => [code, 'last-fair'] as const),
      ...fromProfile.map(([code]) => [code, 'profile'] as const),
    ]),
  }
}

async function lastSubmitted(tx: Tx, establishmentId: string, ofOrganizer?: string) {
  let query = tx
    .selectFrom('application')
    .innerJoin('applicationForm', join =>
      join
        .onRef('applicationForm.fairId', '=', 'application.fairId')
        .onRef('applicationForm.version', '=', 'application.formVersion'),
    )
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select(['application.answers', 'applicationForm.definition'])
    .where('application.establishmentId', '=', establishmentId)
    .where('application.submittedAt', 'is not', null)
    .orderBy('application.submittedAt', 'desc')
    .limit(1)
  if (ofOrganizer) query = query.where('fair.organizerId', '=', ofOrganizer)
  const row = await query.executeTakeFirst()
  const form = row && Schema.safeParse(row.definition)
  return row && form?.success ? { answers: queries.answersOf(row), form: form.data } : undefined
}

/** Answers the profile holds, for the fields the form has and where they fit. */
function profileAnswers(form: FormDefinition, profile: Profile): Answers {
  const known: Record<string, string> = {
    [FASCIA_FIELD]: profile.name.toLocaleUpperCase('vi'),
    fasciaNameEn: (profile.nameEn ?? '').toLocaleUpperCase('en'),
    exportExperience: profile.exportMarkets,
  }
  const answers: Answers = {}
  for (const field of form.sections.flatMap(section => section.fields)) {
    const value = known[field.code]
    const isText = field.kind === 'text' || field.kind === 'multiline'
    if (value && isText && value.length <= field.maxLength) answers[field.code] = value
  }
  return answers
}
