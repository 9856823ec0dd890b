import { paymentReference } from '@hoicho/shared/contracts/payment-reference.ts'
import { balanceOf } from '@hoicho/shared/contracts/price.ts'
import {
  ContractLine,
  type ContractList,
  type ContractSummary,
  type ContractView,
  Parties,
  type PayTo,
  type ReadyApplication,
} from '@hoicho/shared/contracts/schema.ts'
import { buildVietQr, transferTo } from '@hoicho/shared/contracts/vietqr.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import { z } from 'zod'
import { qrSvg } from '../documents/qr-svg.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './queries.ts'

/** The contracts of a fair and the applications ready for one, for the organizer's staff. */
export async function listContracts(ctx: Ctx, fairId: string): Promise<ContractList> {
  await mayRead(ctx, 'contracts.list', { fair: fairId })
  const { db } = ctx.app
  const [currency, items, ready] = await Promise.all([
    queries.currencyOf(db, fairId),
    queries.contractsOfFair(db, fairId),
    queries.readyApplications(db, fairId),
  ])
  return {
    items: items.map(toSummary),
    ready: groupReady(ready),
    currency: found(currency) as Currency,
  }
}

/** The contracts of an establishment, for its own people. */
export async function listOwnContracts(ctx: Ctx, establishmentId: string): Promise<ContractSummary[]> {
  await mayRead(ctx, 'contracts.list-own', { establishment: establishmentId })
  return (await queries.contractsOfEstablishment(ctx.app.db, establishmentId)).map(toSummary)
}

/** One contract, for both its sides. */
export async function viewContract(ctx: Ctx, contractId: string): Promise<ContractView> {
  await mayRead(ctx, 'contracts.view', { contract: contractId })
  return await readContract(ctx.app.db, contractId)
}

/** The QR code that asks for what is still to be paid, as SVG. Not found where nothing is, or no such transfer works. */
export async function paymentQr(ctx: Ctx, contractId: string): Promise<string> {
  await mayRead(ctx, 'contracts.view', { contract: contractId })
  const contract = await readContract(ctx.app.db, contractId)
  const account = await queries.organizerAccount(ctx.app.db, contract.fairId)
  return qrSvg(found(account && contract.payTo && vietQrOf(account, contract.payTo, contract.currency)))
}

/** The view a write answers with: read in the same transaction. */
export async function readContract(db: Db | Tx, contractId: string): Promise<ContractView> {
  const row = found(await queries.contractById(db, contractId))
  const summary = toSummary(found(await queries.summaryOf(db, contractId)))
  const document = await queries.documentOf(db, row.documentId)
  const signatures = await queries.signaturesOf(db, contractId)
  const payments = await queries.paymentsOf(db, contractId)
  const account = await queries.organizerAccount(db, row.fairId)
  const { balanceMinor } = balanceOf(row.ownMinor, payments)
  return {
    ...summary,
    lines: z.array(ContractLine).parse(row.lines),
    parties: Parties.parse(row.parties),
    sha256: row.sha256,
    fileId: document.fileId,
    signedFileId: row.signedFileId,
    signedSha256: row.signedSha256,
    cancelledAt: row.cancelledAt,
    cancelReason: row.cancelReason,
    balanceMinor,
    payUntilOn: z.object({ payUntilOn: z.string().nullable() }).parse(document.data).payUntilOn,
    payTo: row.state === 'cancelled' ? null : payToOf(account, summary, balanceMinor),
    signatures,
    payments,
    timeZone: account.timeZone,
  }
}

type Account = Awaited<ReturnType<typeof queries.organizerAccount>>

function payToOf(account: Account, contract: ContractSummary, balanceMinor: number): PayTo | null {
  if (balanceMinor <= 0 || !account.bankAccount) return null
  const payTo = {
    bankName: account.bankName ?? '',
    account: account.bankAccount,
    holder: account.bankHolder ?? account.nameVi,
    reference: paymentReference(contract.number, contract.boothNumbers),
    amountMinor: balanceMinor,
  }
  return { ...payTo, hasQr: vietQrOf(account, payTo, contract.currency) !== null }
}

/** The text of a transfer code in đồng, or null where the account cannot be reached by one. */
function vietQrOf(
  account: Account,
  payTo: Pick<PayTo, 'account' | 'reference' | 'amountMinor' | 'holder'>,
  currency: Currency,
): string | null {
  if (currency !== 'VND' || !account.bankBin) return null
  try {
    return buildVietQr({
      ...transferTo(account.bankBin, payTo.account),
      amountVnd: payTo.amountMinor,
      purpose: payTo.reference,
      name: payTo.holder,
      city: account.placeVi,
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type SummaryRow = NonNullable<Awaited<ReturnType<typeof queries.summaryOf>>>

/** The column is only ever written from the currency schema. */
const toSummary = (row: SummaryRow): ContractSummary => ({ ...row, currency: row.currency as Currency })

function groupReady(rows: Awaited<ReturnType<typeof queries.readyApplications>>): ReadyApplication[] {
  const ready = new Map<string, ReadyApplication>()
  for (const { boothNumber, priceMinor, ...row } of rows) {
    const known = ready.get(row.applicationId)
    ready.set(row.applicationId, {
      ...row,
      applicationNumber: row.applicationNumber ?? '',
      boothNumbers: [...(known?.boothNumbers ?? []), boothNumber],
      priceMinor: (known?.priceMinor ?? 0) + priceMinor,
    })
  }
  return [...ready.values()]
}
