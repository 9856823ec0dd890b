import {
  certificateValidity,
  certificateWarning,
  isRecognitionValid,
} from '@hoicho/shared/establishments/recognition.ts'
import type {
  CertificateView,
  DirectoryPage,
  DirectoryQuery,
  EstablishmentView,
  OwnEstablishment,
  RecognitionView,
} from '@hoicho/shared/establishments/schema.ts'
import { isPersonalTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { maskMiddle } from '@hoicho/shared/platform/text.ts'
import { type Ctx, type Db, personOf, type Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { directoryPage } from './directory-queries.ts'
import * as entries from './entry-queries.ts'
import * as queries from './queries.ts'

const PAGE_SIZE = 50
const MOST_COUNTED = 1000

/** Titles end with a day, and the day is counted where they are given. */
const today = (now: string) => localDate(now, 'Asia/Ho_Chi_Minh')

/**
 * A profile for its own people, whole; for staff of organizers, whole when it has applied to theirs or nobody keeps it but
 * the organizers, else without bank details and files and with a personal tax code masked.
 */
export async function viewEstablishment(ctx: Ctx, establishmentId: string): Promise<EstablishmentView> {
  await mayRead(ctx, 'establishments.view', { establishment: establishmentId })
  const whole = await readEstablishment(ctx.app.db, establishmentId, ctx.now())
  return (await maySeeWhole(ctx, whole)) ? whole : outsideView(whole)
}

export async function listOwnEstablishments(ctx: Ctx): Promise<OwnEstablishment[]> {
  await mayRead(ctx, 'establishments.list-own')
  return await queries.establishmentsOfPerson(ctx.app.db, personOf(ctx).id)
}

/** The directory all organizers share, page by page. Numbers of persons are masked. */
export async function listDirectory(
  ctx: Ctx,
  organizerId: string,
  query: DirectoryQuery,
): Promise<DirectoryPage> {
  await mayRead(ctx, 'establishments.list', { organizer: organizerId })
  const day = today(ctx.now())
  if (query.endedBefore) {
    found(await queries.fairOfOrganizer(ctx.app.db, organizerId, query.endedBefore))
  }
  const { count, rows } = await directoryPage(ctx.app.db, query, day, {
    page: PAGE_SIZE + 1,
    counted: MOST_COUNTED + 1,
  })
  const shown = rows.slice(0, PAGE_SIZE)
  const ids = shown.map(row => row.id)
  const titles = await queries.titlesOf(ctx.app.db, ids, day)
  return {
    items: shown.map(row => ({
      ...row,
      taxCode: masked(row.taxCode),
      titles: titles
        .filter(title => title.establishmentId === row.id)
        .map(({ scheme, level }) => ({ scheme, level })),
    })),
    next: rows.length > PAGE_SIZE ? (ids.at(-1) ?? null) : null,
    total: Math.min(count, MOST_COUNTED),
    isMore: count > MOST_COUNTED,
  }
}

/** The view a write answers with: read in the same transaction, for those who may write. */
export async function readEstablishment(
  db: Db | Tx,
  establishmentId: string,
  now: string,
): Promise<EstablishmentView> {
  const row = found(await queries.establishmentById(db, establishmentId))
  const recognitions = await queries.recognitionsOf(db, establishmentId)
  return {
    ...row,
    isWhole: true,
    products: await queries.productsOf(db, establishmentId),
    recognitions: recognitions.map(recognition => viewRecognition(recognition, now)),
    certificates: await viewCertificates(db, await queries.certificatesOf(db, establishmentId), now),
    bankAccounts: await entries.bankAccountsOf(db, establishmentId),
    contacts: await entries.contactsOf(db, establishmentId),
    exportYears: await entries.exportYearsOf(db, establishmentId),
  }
}

type RecognitionRow = Awaited<ReturnType<typeof queries.recognitionsOf>>[number]

/** A title, with whether it is valid on the day of `now`. */
export const viewRecognition = (row: RecognitionRow, now: string): RecognitionView => ({
  ...row,
  isValid: isRecognitionValid(row, today(now)),
})

type CertificateRow = Awaited<ReturnType<typeof queries.certificatesOf>>[number]

/** Certificates with how each stands today, by the rule in force today. */
export async function viewCertificates(
  db: Db | Tx,
  rows: readonly CertificateRow[],
  now: string,
): Promise<CertificateView[]> {
  const day = today(now)
  const rules = await queries.rulesOf(db, 'certificate.warning')
  const days = ruleValueOn(rules, 'certificate.warning', day, certificateWarning)?.value.days ?? 0
  return rows.map(row => ({ ...row, validity: certificateValidity(row.validUntil, day, days) }))
}

async function maySeeWhole(ctx: Ctx, { id, memberCount }: EstablishmentView): Promise<boolean> {
  if (ctx.actor.kind === 'system' || memberCount === 0) return true
  if (ctx.rights.establishments.some(held => held.establishmentId === id)) return true
  const organizerIds = ctx.rights.organizers
    .filter(held => held.role !== 'gate')
    .map(held => held.organizerId)
  return await queries.hasAppliedTo(ctx.app.db, id, organizerIds)
}

function outsideView(view: EstablishmentView): EstablishmentView {
  return {
    ...view,
    isWhole: false,
    taxCode: masked(view.taxCode),
    taxCodeReason: null,
    bankAccounts: [],
    contacts: [],
    exportYears: view.exportYears.map(year => ({ ...year, valueMinor: null, currency: null })),
    products: view.products.map(product => ({ ...product, photoFileId: null, furtherPhotoIds: [] })),
    recognitions: view.recognitions.map(recognition => ({ ...recognition, fileId: null })),
    certificates: view.certificates.map(certificate => ({ ...certificate, fileId: null })),
  }
}

const masked = (taxCode: string | null) =>
  taxCode !== null && isPersonalTaxCode(taxCode) ? maskMiddle(taxCode) : taxCode
