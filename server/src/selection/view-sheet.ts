import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { type Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { ReviewMaterial, SheetView } from '@hoicho/shared/selection/schema.ts'
import type { Points } from '@hoicho/shared/selection/score.ts'
import type { z } from 'zod'
import { type Ctx, type Db, personOf } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { councilOf } from './council-queries.ts'
import { masked } from './mask-material.ts'
import * as material from './material-queries.ts'
import {
  activeAssignment,
  blindFieldsOf,
  criteriaOf,
  fairForSelection,
  filedSheets,
  sheetOf,
} from './queries.ts'

/**
 * A reviewer's own sheet with what it is judged by. Only for those assigned; the others' sheets are in it once one's own is
 * filed, never before.
 */
export async function viewSheet(ctx: Ctx, applicationId: string): Promise<SheetView> {
  const target = await mayRead(ctx, 'selection.score', { application: applicationId })
  const fairId = found(target.fairId)
  const reviewerId = personOf(ctx).id
  const { db } = ctx.app
  found(await activeAssignment(db, fairId, applicationId, reviewerId))
  const application = found(await material.applicationForReview(db, fairId, applicationId))
  const fair = found(await fairForSelection(db, fairId))
  const own = await sheetOf(db, fairId, applicationId, reviewerId)
  const blindFields = await blindFieldsOf(db, fairId)
  const council = await councilOf(db, fairId)
  const others = own?.state === 'filed' ? await filedSheets(db, fairId, applicationId) : []
  return {
    applicationId,
    fairId,
    number: blindFields.includes('name') ? null : application.number,
    blindFields,
    dueOn: council?.dueOn ?? null,
    isOpen: application.state === 'complete' && (!council || council.state === 'open'),
    criteria: await criteriaOf(db, fairId),
    sheet: own
      ? {
          state: own.state,
          abstainReason: own.abstainReason,
          points: own.points as Points,
          remarks: own.remarks,
          version: own.version,
          filedAt: own.filedAt,
        }
      : null,
    others: others
      .filter(sheet => sheet.reviewerId !== reviewerId)
      .map(({ reviewerName, points, remarks }) => ({ reviewerName, points: points as Points, remarks })),
    opensOn: fair.opensOn,
    material: masked(await materialOf(db, fairId, application, ctx.locale), application, blindFields),
  }
}

type Application = NonNullable<Awaited<ReturnType<typeof material.applicationForReview>>>

async function materialOf(
  db: Db,
  fairId: string,
  application: Application,
  locale: Locale,
): Promise<z.infer<typeof ReviewMaterial>> {
  const { id, establishmentId } = application
  const definition = await material.formDefinition(db, fairId, application.formVersion)
  const form = definition === undefined ? undefined : FormDefinition.parse(definition)
  const papers = await material.papersOf(db, id)
  const labels = new Map(form?.papers.map(paper => [paper.code, wordsIn(paper.label, locale)]))
  return {
    establishmentName: application.establishmentName,
    legalForm: application.legalForm,
    provinceName: application.provinceName,
    sectorName: application.sectorName,
    employees: application.employees,
    revenueVnd: application.revenueVnd,
    capitalVnd: application.capitalVnd,
    figuresYear: application.figuresYear,
    exportMarkets: application.exportMarkets,
    introduction: application.introductionVi,
    fasciaName: application.fasciaName,
    products: await material.productsOf(db, id, establishmentId),
    recognitions: await material.recognitionsOf(db, establishmentId),
    certificates: await material.certificatesOf(db, establishmentId),
    // The column is only ever written from the Answers schema.
    answers: form ? await answersIn(form, application.answers as Answers, locale) : [],
    papers: papers.map(paper => ({ ...paper, label: labels.get(paper.code) ?? paper.code })),
  }
}

/** The answers given, in the order and the words of the form. */
async function answersIn(form: FormDefinition, answers: Answers, locale: Locale) {
  const t = await translator(locale, 'selection-desk')
  const fields = form.sections.flatMap(section => section.fields)
  return fields.flatMap(field => {
    const answer = answers[field.code]
    if (answer === undefined || answer === null || answer === '') return []
    const option =
      field.kind === 'choice' ? field.options.find(candidate => candidate.value === answer) : undefined
    const value =
      typeof answer === 'boolean'
        ? t(answer ? 'sheet.yes' : 'sheet.no')
        : option
          ? wordsIn(option.label, locale)
          : String(answer)
    return [{ label: wordsIn(field.label, locale), value }]
  })
}
