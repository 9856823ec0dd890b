import { validateAnswers, wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { type Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { ruleOn, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { yearOf } from '@hoicho/shared/platform/dates.ts'
import {
  areaRule,
  type GateFacts,
  type GateRules,
  legalFormsRule,
  smeRule,
  tripsRule,
} from '@hoicho/shared/selection/gates.ts'
import type { Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { datedRules, fairForSelection } from './queries.ts'

/** All that the gates of an application are judged by, as the database holds it now. */
export async function gateFacts(db: Db | Tx, fairId: string, applicationId: string): Promise<GateFacts> {
  const fair = found(await fairForSelection(db, fairId))
  const row = found(await applicant(db, fairId, applicationId))
  const products = await productsOf(db, applicationId, row.establishmentId)
  return {
    fairKind: fair.kind,
    opensOn: fair.opensOn,
    fairSectorCodes: await fairSectors(db, fairId),
    legalForm: row.legalForm,
    employees: row.employees,
    revenueVnd: row.revenueVnd,
    capitalVnd: row.capitalVnd,
    figuresYear: row.figuresYear,
    productionProvince: {
      scheme: row.productionProvinceScheme ?? row.provinceScheme,
      code: row.productionProvinceCode ?? row.provinceCode,
    },
    sectorCode: row.sectorCode,
    productNames: products,
    recognitions: await titlesOf(db, row.establishmentId),
    certificates: await certificatesOf(db, row.establishmentId),
    tripsAbroadThisYear: await tripsAbroad(db, row.establishmentId, fairId, fair.opensOn),
    missing: await missingOf(db, fairId, row, products.length),
  }
}

/** The rules the fair follows: those in force on its rule-set day. */
export async function gateRules(db: Db | Tx, fairId: string): Promise<GateRules> {
  const { ruleSetOn } = found(await fairForSelection(db, fairId))
  const rules = await datedRules(db, [
    'eligibility.sme.industry',
    'eligibility.legal-forms',
    'eligibility.area',
    'eligibility.sectors',
    'support.trips-abroad',
  ])
  return {
    sme: ruleValueOn(rules, 'eligibility.sme.industry', ruleSetOn, smeRule),
    legalForms: ruleValueOn(rules, 'eligibility.legal-forms', ruleSetOn, legalFormsRule),
    area: ruleValueOn(rules, 'eligibility.area', ruleSetOn, areaRule),
    sectors: ruleOn(rules, 'eligibility.sectors', ruleSetOn),
    trips: ruleValueOn(rules, 'support.trips-abroad', ruleSetOn, tripsRule),
  }
}

async function applicant(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select([
      'application.id',
      'application.establishmentId',
      'application.formVersion',
      'application.answers',
    ])
    .select(['establishment.legalForm', 'establishment.employees', 'establishment.revenueVnd'])
    .select(['establishment.capitalVnd', 'establishment.figuresYear', 'establishment.sectorCode'])
    .select(['establishment.provinceScheme', 'establishment.provinceCode'])
    .select(['establishment.productionProvinceScheme', 'establishment.productionProvinceCode'])
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', applicationId)
    .executeTakeFirst()
}

async function fairSectors(db: Db | Tx, fairId: string): Promise<string[]> {
  const rows = await db.selectFrom('fairSector').select('sectorCode').where('fairId', '=', fairId).execute()
  return rows.map(row => row.sectorCode).sort()
}

/** Products put forward that are the establishment's own and still in its catalogue. */
async function productsOf(db: Db | Tx, applicationId: string, establishmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('applicationProduct')
    .innerJoin('product', 'product.id', 'applicationProduct.productId')
    .select('product.nameVi')
    .where('applicationProduct.applicationId', '=', applicationId)
    .where('product.establishmentId', '=', establishmentId)
    .where('product.removedAt', 'is', null)
    .orderBy('product.nameVi')
    .execute()
  return rows.map(row => row.nameVi)
}

async function titlesOf(db: Db | Tx, establishmentId: string) {
  return await db
    .selectFrom('recognition')
    .select(['scheme as kind', 'decisionNumber as name', 'issuedOn', 'validUntil'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('issuedOn')
    .execute()
}

/** Other certificates are told apart by their name, the known kinds by the kind. */
async function certificatesOf(db: Db | Tx, establishmentId: string) {
  const rows = await db
    .selectFrom('certificate')
    .select(['kind', 'name', 'issuedOn', 'validUntil'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind === 'other' ? `other ${row.name}` : row.kind }))
}

/** Other fairs abroad of the same year the establishment was selected for, whoever organizes them: only their number. */
async function tripsAbroad(db: Db | Tx, establishmentId: string, fairId: string, opensOn: string) {
  const year = yearOf(opensOn)
  const rows = await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select('fair.id')
    .where('application.establishmentId', '=', establishmentId)
    .where('application.state', '=', 'selected')
    .where('fair.id', '<>', fairId)
    .where('fair.kind', '=', 'abroad')
    .where('fair.opensOn', '>=', `${year}-01-01`)
    .where('fair.opensOn', '<=', `${year}-12-31`)
    .execute()
  return rows.length
}

type Applicant = NonNullable<Awaited<ReturnType<typeof applicant>>>

async function missingOf(db: Db | Tx, fairId: string, row: Applicant, productCount: number) {
  const form = await db
    .selectFrom('applicationForm')
    .select('definition')
    .where('fairId', '=', fairId)
    .where('version', '=', row.formVersion)
    .executeTakeFirst()
  if (!form) return null
  const definition = FormDefinition.parse(form.definition)
  const papers = await db
    .selectFrom('applicationPaper')
    .select('paperCode')
    .where('applicationId', '=', row.id)
    .where('removedAt', 'is', null)
    .execute()
  // The column is only ever written from the Answers schema.
  const answers = row.answers as Answers
  const codes = papers.map(paper => paper.paperCode)
  const faults = validateAnswers(definition, answers, codes, productCount)
  const words = await translator('vi', 'selection-desk')
  return faults.map(fault => labelOf(definition, fault.pointer) ?? words('gate.products'))
}

/** What the applicant knows the field or paper as. */
function labelOf(definition: FormDefinition, pointer: string): string | undefined {
  const [, place, code = ''] = pointer.split('/')
  if (place === 'products') return undefined
  const named =
    place === 'papers'
      ? definition.papers.find(paper => paper.code === code)
      : definition.sections.flatMap(section => section.fields).find(field => field.code === code)
  return named ? wordsIn(named.label, 'vi') : code
}
