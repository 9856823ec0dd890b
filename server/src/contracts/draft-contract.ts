import { compareStandCodes } from '@hoicho/shared/booths/stand-code.ts'
import { type ContractPrice, contractPrice, unknownOverride } from '@hoicho/shared/contracts/price.ts'
import type { ContractDraft, ContractInput, Parties, Party } from '@hoicho/shared/contracts/schema.ts'
import type { SupportScheme } from '@hoicho/shared/contracts/vocabulary.ts'
import { type DatedRule, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import { z } from 'zod'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { boothsHeld, type Dossier, dossierOf, type HeldBooth, rulesLike } from './queries.ts'

/** What a contract would be made of. */
export type Terms = {
  dossier: Dossier
  booths: HeldBooth[]
  price: ContractPrice
  parties: Parties
  /** Legal bases in words, in force on the fair's rule-set day. */
  bases: string[]
  rules: DatedRule[]
}

/**
 * What a contract would say, for the issuing staff to look at before it is issued. Without input, on the terms the fair
 * usually has. Writes nothing; refuses what issuing would refuse, but for the representative.
 */
export async function draftContract(
  ctx: Ctx,
  applicationId: string,
  input: ContractInput | null,
): Promise<ContractDraft> {
  await mayRead(ctx, 'contracts.issue', { application: applicationId })
  const { db } = ctx.app
  const proposal = await proposalFor(db, applicationId)
  const { price, parties, booths, dossier } = await termsOf(db, applicationId, input ?? usual(proposal))
  return {
    ...price,
    currency: currencyOf(dossier),
    boothNumbers: booths.map(booth => booth.number),
    parties,
    proposal,
  }
}

/**
 * Reads what a contract is made of and prices it. Locks application and booths when asked to. Refused with
 * contracts.not-selected, contracts.not-confirmed, contracts.no-booth, or a field error for an override that names no line.
 */
export async function termsOf(
  db: Db | Tx,
  applicationId: string,
  input: ContractInput,
  lock = false,
): Promise<Terms> {
  const dossier = found(await dossierOf(db, applicationId, lock))
  if (dossier.application.state !== 'selected') throw problem('contracts.not-selected')
  if (dossier.application.placeState === 'offered') throw problem('contracts.not-confirmed')
  const held = await boothsHeld(db, applicationId, lock)
  if (held.length === 0) throw problem('contracts.no-booth')
  const booths = held.sort((a, b) => compareStandCodes(a.number, b.number))
  const rules = await rulesLike(db, ['support.rate.', 'contract.bases'])
  const priced = await pricedBooths(booths)
  const stray = unknownOverride(priced, input)
  if (stray) {
    const at = input.overrides.indexOf(stray)
    throw invalid({ pointer: `/overrides/${at}/lineKey`, code: 'choice' })
  }
  const price = contractPrice(priced, input, rules, dossier.fair.ruleSetOn)
  const parties = partiesOf(dossier, input)
  return { dossier, booths, price, parties, bases: basesOf(rules, dossier, input.scheme), rules }
}

/** The column is only ever written from the currency schema. */
export const currencyOf = (dossier: Dossier) => dossier.fair.currency as Currency

/** The terms a fair usually has: its own at home, abroad by kind, the tax in force for prices in đồng. */
async function proposalFor(db: Db, applicationId: string): Promise<ContractDraft['proposal']> {
  const { fair } = found(await dossierOf(db, applicationId))
  const rules = await rulesLike(db, ['vat.rate'])
  const vat = ruleValueOn(rules, 'vat.rate', fair.ruleSetOn, z.object({ percent: z.number() }))
  const isDong = fair.currency === 'VND' && vat !== null
  return {
    scheme: fair.kind === 'abroad' ? 'fair-abroad' : 'organise-home-fair',
    vatPercent: isDong ? vat.value.percent : 0,
    vatBasis: isDong ? vat.legalBasis : '',
  }
}

export const usual = ({
  scheme,
  vatPercent,
}: {
  scheme: SupportScheme
  vatPercent: number
}): ContractInput => ({
  scheme,
  vatPercent,
  extras: [],
  overrides: [],
  payUntilOn: null,
  representativeName: '',
  representativePosition: '',
  authorisation: '',
  note: '',
})

async function pricedBooths(booths: readonly HeldBooth[]) {
  const t = await translator('vi', 'documents')
  return booths.map(booth => ({
    number: booth.number,
    description: t('contract.cost.booth-rent', { booth: booth.number }),
    priceMinor: booth.priceMinor,
  }))
}

function basesOf(rules: readonly DatedRule[], { fair }: Dossier, scheme: SupportScheme): string[] {
  const keys = scheme === 'none' ? ['contract.bases'] : ['contract.bases', 'contract.bases.supported']
  const texts = z.object({ texts: z.array(z.string()) })
  return keys.flatMap(key => ruleValueOn(rules, key, fair.ruleSetOn, texts)?.value.texts ?? [])
}

function partiesOf({ organizer, establishment }: Dossier, input: ContractInput): Parties {
  return {
    organizer: {
      ...partyOf({ ...organizer, name: organizer.nameVi }),
      representativeName: organizer.representativeName,
      representativePosition: organizer.representativePosition,
    },
    establishment: {
      ...partyOf({ ...establishment, address: establishment.registeredAddress }),
      representativeName: input.representativeName || (establishment.representativeName ?? ''),
      representativePosition: input.representativePosition || (establishment.representativePosition ?? ''),
      authorisation: input.authorisation,
    },
  }
}

type PartyRow = Pick<Dossier['establishment'], 'phone' | 'email' | 'taxCode' | 'bankName' | 'bankAccount'>

function partyOf(row: PartyRow & { name: string; address: string }): Party {
  return {
    name: row.name,
    address: row.address,
    phone: row.phone ?? '',
    email: row.email ?? '',
    taxCode: row.taxCode ?? '',
    bankName: row.bankName ?? '',
    bankAccount: row.bankAccount ?? '',
    representativeName: '',
    representativePosition: '',
    authorisation: '',
  }
}
