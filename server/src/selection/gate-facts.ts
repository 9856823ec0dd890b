import { validateAnswers, wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { type Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { ruleOn, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { COST_ITEMS } from '@hoicho/shared/selection/cost-items.ts'
import {
  areaRule,
  bannedWordsRule,
  type GateFacts,
  type GateRules,
  legalFormsRule,
  smeRule,
  smeTradeRule,
  tripsRule,
} from '@hoicho/shared/selection/gates.ts'
import { tripsInYear } from '@hoicho/shared/selection/support-ledger.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { barOf } from './bar-queries.ts'
import { feePayments } from './fee-queries.ts'
import type { GateSettings } from './gate-settings-query.ts'
import { datedRules, fairForSelection } from './queries.ts'
import { eventOf, fairsAbroadOf, ledgerOf } from './support-queries.ts'

/** As far as it is needed here of the value of `support.rate.…`. */
const rateRule = z.object({ percent: z.number().nullable() })

/** All that the gates of an application are judged by, as the database holds it now. */
export async function gateFacts(
  db: Db | Tx,
  fairId: string,
  applicationId: string,
  settings: GateSettings,
): Promise<GateFacts> {
  const fair = found(await fairForSelection(db, fairId))
  const row = found(await applicant(db, fairId, applicationId))
  const products = await productsOf(db, applicationId, row.establishmentId)
  const form = await formOf(db, fairId, row.formVersion)
  const event = eventOf({ ...fair, name: fair.nameVi })
  const supports = await ledgerOf(db, row.establishmentId, applicationId, fair.organizerId)
  const counted = await fairsAbroadOf(db, row.establishmentId, fairId, fair.opensOn)
  const told = supports.filter(({ source }) => source !== 'contract').map(support => support.event)
  // The column is only ever written from the Answers schema.
  const answers = row.answers as Answers
  return {
    ...profileOf(row),
    fairKind: fair.kind,
    opensOn: fair.opensOn,
    fairSectorCodes: await fairSectors(db, fairId),
    productNames: products.map(product => product.nameVi),
    recognitions: await titlesOf(db, row.establishmentId),
    certificates: await certificatesOf(db, row.establishmentId),
    requiredCertificates: settings.requiredCertificates,
    trips: tripsInYear(event, counted, told),
    missing: form && (await missingOf(db, form, row.id, answers, products.length)),
    goods: goodsOf(form, answers, products),
    declaresNoBannedGoods: declared(answers, 'noBannedGoods'),
    event,
    fund: settings.fund,
    claimedItems: await claimedItems(db, fair.kind, fair.ruleSetOn),
    supports,
    declaresNoOtherMoney: declared(answers, 'noOtherStateMoney'),
    fee: settings.feeMinor === null ? null : await feeOf(db, applicationId, fair.currency, settings.feeMinor),
    barred: (await barOf(db, fair.organizerId, row.establishmentId, fair.opensOn)) ?? null,
  }
}

const profileOf = (row: Applicant) => ({
  legalForm: row.legalForm,
  employees: row.employees,
  revenueVnd: row.revenueVnd,
  capitalVnd: row.capitalVnd,
  figuresYear: row.figuresYear,
  vsicCode: row.vsicCode,
  sectorCode: row.sectorCode,
  productionProvince: {
    scheme: row.productionProvinceScheme ?? row.provinceScheme,
    code: row.productionProvinceCode ?? row.provinceCode,
    mergedIntoCode: row.mergedIntoCode,
  },
})

const RULE_KEYS = [
  'eligibility.sme.industry',
  'eligibility.sme.trade',
  'eligibility.legal-forms',
  'eligibility.area',
  'eligibility.sectors',
  'support.trips-abroad',
  'support.single-funding',
  'goods.banned-words',
] as const

/** The rules the fair follows: those in force on its rule-set day, with the lists of the fair itself. */
export async function gateRules(db: Db | Tx, fairId: string, settings: GateSettings): Promise<GateRules> {
  const { ruleSetOn: on } = found(await fairForSelection(db, fairId))
  const rules = await datedRules(db, RULE_KEYS)
  const banned = ruleValueOn(rules, 'goods.banned-words', on, bannedWordsRule)
  return {
    sme: ruleValueOn(rules, 'eligibility.sme.industry', on, smeRule),
    smeTrade: ruleValueOn(rules, 'eligibility.sme.trade', on, smeTradeRule),
    legalForms: ruleValueOn(rules, 'eligibility.legal-forms', on, legalFormsRule),
    area: ownArea(settings, on) ?? ruleValueOn(rules, 'eligibility.area', on, areaRule),
    sectors: ruleOn(rules, 'eligibility.sectors', on),
    trips: ruleValueOn(rules, 'support.trips-abroad', on, tripsRule),
    bannedWords: banned && { ...banned, value: { words: [...banned.value.words, ...settings.bannedWords] } },
    fundingBasis: ruleOn(rules, 'support.single-funding', on)?.legalBasis ?? null,
  }
}

/** The fair's own list of eligible provinces, which goes before the rule's. */
function ownArea(settings: GateSettings, on: string): GateRules['area'] {
  const { eligibleProvinces: provinces, eligibleElsewhere: elsewhere, eligibleBasis: legalBasis } = settings
  if (provinces.length === 0) return null
  const value = { provinces, elsewhere }
  const dated = { validFrom: on, validTo: null, legalBasis, source: 'fair', confidence: 'S' as const }
  return { key: 'eligibility.area', value, ...dated }
}

/** A yes-or-no answer of the form; null where it is not asked or not answered. */
function declared(answers: Answers, code: string): boolean | null {
  const answer = answers[code]
  return typeof answer === 'boolean' ? answer : null
}

/** Everything the applicant wrote that may name goods. */
function goodsOf(
  form: FormDefinition | null,
  answers: Answers,
  products: readonly { nameVi: string; nameEn: string }[],
) {
  const fields = form?.sections.flatMap(section => section.fields) ?? []
  const written = fields.flatMap(field => {
    const answer = answers[field.code]
    return typeof answer === 'string' && answer ? [{ where: wordsIn(field.label, 'vi'), text: answer }] : []
  })
  return [
    ...products.map(product => ({ where: product.nameVi, text: `${product.nameVi} ${product.nameEn}` })),
    ...written,
  ]
}

async function applicant(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .leftJoin('province as made', join =>
      join
        .on(
          'made.scheme',
          '=',
          sql`coalesce(establishment.production_province_scheme, establishment.province_scheme)`,
        )
        .on(
          'made.code',
          '=',
          sql`coalesce(establishment.production_province_code, establishment.province_code)`,
        ),
    )
    .select(['made.mergedIntoCode', 'establishment.vsicCode'])
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
async function productsOf(db: Db | Tx, applicationId: string, establishmentId: string) {
  return await db
    .selectFrom('applicationProduct')
    .innerJoin('product', 'product.id', 'applicationProduct.productId')
    .select(['product.nameVi', 'product.nameEn'])
    .where('applicationProduct.applicationId', '=', applicationId)
    .where('product.establishmentId', '=', establishmentId)
    .where('product.removedAt', 'is', null)
    .orderBy('product.nameVi')
    .execute()
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

/** Cost items the State pays for at a fair of this kind: those with a rate on its rule-set day. */
async function claimedItems(db: Db | Tx, kind: 'home' | 'abroad', on: string): Promise<string[]> {
  const prefix = `support.rate.${kind === 'abroad' ? 'fair-abroad' : 'organise-home-fair'}.`
  const keys = COST_ITEMS.map(item => `${prefix}${item}`)
  const rules = await datedRules(db, keys)
  return COST_ITEMS.filter(item => {
    const rate = ruleValueOn(rules, `${prefix}${item}`, on, rateRule)
    return rate !== null && rate.value.percent !== null
  })
}

async function feeOf(db: Db | Tx, applicationId: string, currency: string, askedMinor: number) {
  const paid = await feePayments(db, applicationId)
  const counted = paid.filter(payment => payment.voidedAt === null)
  return { askedMinor, currency, paidMinor: counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0) }
}

type Applicant = NonNullable<Awaited<ReturnType<typeof applicant>>>

async function formOf(db: Db | Tx, fairId: string, version: number): Promise<FormDefinition | null> {
  const row = await db
    .selectFrom('applicationForm')
    .select('definition')
    .where('fairId', '=', fairId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? FormDefinition.parse(row.definition) : null
}

async function missingOf(
  db: Db | Tx,
  definition: FormDefinition,
  applicationId: string,
  answers: Answers,
  productCount: number,
) {
  const papers = await db
    .selectFrom('applicationPaper')
    .select('paperCode')
    .where('applicationId', '=', applicationId)
    .where('removedAt', 'is', null)
    .execute()
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
