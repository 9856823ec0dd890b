import { paymentReference } from '@hoicho/shared/contracts/payment-reference.ts'
import type { ContractInput, ContractLine, Party, SignatureView } from '@hoicho/shared/contracts/schema.ts'
import { nd30Bases, nd30Date, nd30NumberLine, nd30PlaceDate } from '@hoicho/shared/documents/nd30.ts'
import { amountInWords } from '@hoicho/shared/platform/amount-in-words.ts'
import {
  formatDate,
  formatDateRange,
  formatInstant,
  type Instant,
  localDate,
} from '@hoicho/shared/platform/dates.ts'
import { formatMoney } from '@hoicho/shared/platform/money.ts'
import { translator } from '../platform/i18n.ts'
import { currencyOf, type Terms } from './draft-contract.ts'

type Words = Awaited<ReturnType<typeof translator>>
type Paper = Terms & { input: ContractInput; number: string; t: Words }
type Article = { heading: string; sheet: '' | 'booths' | 'price'; before: string[]; after: string[] }

export type ContractPaper = Awaited<ReturnType<typeof contractPaper>>

/**
 * All the words and figures of a contract, for the template `contract`. Names booth positions, number of booths, rent and
 * supported amount, as circular 36/2013/TT-BCT, article 14, demands of a contract settled with State money.
 * @param at the moment of issue: its day in the fair's time zone stands on the paper
 */
export async function contractPaper(terms: Terms, input: ContractInput, number: string, at: Instant) {
  const t = await translator('vi', 'documents')
  const paper: Paper = { ...terms, input, number, t }
  const { fair, organizer, establishment, application } = terms.dossier
  const day = localDate(at, fair.timeZone)
  const basis = {
    application: application.number ?? '',
    establishment: establishment.name,
    organizer: organizer.nameVi,
  }
  return {
    title: t('contract.title', { number }),
    head: {
      parent: organizer.parentNameVi,
      agency: organizer.nameVi,
      numberLine: nd30NumberLine(number),
      placeDate: nd30PlaceDate(organizer.placeVi, day),
    },
    kind: t('contract.kind'),
    subject: t('contract.subject', { fair: fair.nameVi }),
    bases: nd30Bases([...terms.bases, t('contract.basis.application', basis)]),
    made: t('contract.made', { date: nd30Date(day) }),
    parties: [
      partyBlock(t, 'organizer', terms.parties.organizer),
      partyBlock(t, 'establishment', terms.parties.establishment),
    ],
    agree: t('contract.agree'),
    booths: boothSheet(paper),
    price: priceSheet(paper),
    articles: articlesOf(paper).map((article, i) => ({ label: `Điều ${i + 1}.`, ...article })),
    signers: (['organizer', 'establishment'] as const).map(side => ({
      label: t(`contract.sign.${side}`),
      position: terms.parties[side].representativePosition,
      name: terms.parties[side].representativeName,
    })),
    signatures: null,
  }
}

/** What the page of signatures says: who signed, when, and the hash of the text they signed. */
export async function signaturePage(
  number: string,
  sha256: string,
  signatures: readonly SignatureView[],
  timeZone: string,
) {
  const t = await translator('vi', 'documents')
  return {
    heading: t('contract.sign.page'),
    of: t('contract.sign.of', { number }),
    explain: t('contract.sign.explain'),
    items: signatures.map(signature => ({
      heading: t(`contract.sign.${signature.side}`),
      rows: [
        [t('contract.sign.name'), signature.signerName],
        [t('contract.sign.position'), signature.signerPosition],
        [
          t('contract.sign.at'),
          t('contract.sign.atClock', {
            at: formatInstant(signature.signedAt, 'vi', timeZone),
            zone: timeZone,
          }),
        ],
      ],
    })),
    hashLabel: t('contract.sign.hash'),
    hash: sha256,
  }
}

function partyBlock(t: Words, side: 'organizer' | 'establishment', party: Party) {
  const { bankAccount: account, bankName: bank } = party
  const rows = [
    [t('contract.party.address'), party.address],
    [t('contract.party.phone'), party.phone],
    [t('contract.party.email'), party.email],
    [t('contract.party.taxCode'), party.taxCode],
    [t('contract.party.bank'), account && bank ? t('contract.party.bankAt', { account, bank }) : account],
    [t('contract.party.representative'), party.representativeName],
    [t('contract.party.position'), party.representativePosition],
    [t('contract.party.authorisation'), party.authorisation],
  ]
  return {
    heading: t(`contract.party.${side}`, { name: party.name.toLocaleUpperCase('vi') }),
    rows: rows.filter(([, value]) => value !== ''),
  }
}

const metres = (cm: number) => (cm / 100).toLocaleString('vi-VN')

function boothSheet({ booths, t }: Paper) {
  return {
    head: ['number', 'hall', 'kind', 'size', 'area', 'sides'].map(column => t(`contract.booth.${column}`)),
    rows: booths.map(booth => [
      booth.number,
      booth.hallName,
      t(`contract.booth.kind.${booth.kind}`),
      `${metres(booth.widthCm)} m × ${metres(booth.depthCm)} m`,
      `${(booth.areaCm2 / 10_000).toLocaleString('vi-VN')} m²`,
      String(booth.openSides),
    ]),
  }
}

function priceSheet({ price, dossier, t }: Paper) {
  const currency = currencyOf(dossier)
  const figure = (amountMinor: number) =>
    formatMoney({ amountMinor, currency }, 'vi', 'word').split('\u00a0')[0] ?? ''
  const columns = ['item', 'net', 'vat', 'amount', 'percent', 'support', 'own']
  const sum = (pick: (line: ContractLine) => number) =>
    figure(price.lines.reduce((total, line) => total + pick(line), 0))
  return {
    head: columns.map(column => t(`contract.price.${column}`)),
    rows: price.lines.map(line => [
      line.description,
      figure(line.netMinor),
      figure(line.vatMinor),
      figure(line.amountMinor),
      line.percent === null ? '–' : `${line.percent.toLocaleString('vi-VN')} %`,
      figure(line.supportMinor),
      figure(line.ownMinor),
    ]),
    total: [
      t('contract.price.total'),
      sum(line => line.netMinor),
      sum(line => line.vatMinor),
      figure(price.totalMinor),
      '',
      figure(price.supportMinor),
      figure(price.ownMinor),
    ],
  }
}

function articlesOf(paper: Paper): Article[] {
  const { t, input } = paper
  const plain = (name: string, count: number, more: string[] = []): Article => ({
    heading: t(`contract.${name}.heading`),
    sheet: '',
    before: [
      ...Array.from({ length: count }, (_, i) => `${i + 1}. ${t(`contract.${name}.${i + 1}`)}`),
      ...more,
    ],
    after: [],
  })
  return [
    objectArticle(paper),
    priceArticle(paper),
    paymentArticle(paper),
    plain('organizer', 3),
    plain('establishment', 4),
    plain('end', 2),
    plain('final', 2, input.note === '' ? [] : [`3. ${t('contract.final.note', { note: input.note })}`]),
  ]
}

function objectArticle({ t, dossier, booths }: Paper): Article {
  const { fair } = dossier
  const where = {
    fair: fair.nameVi,
    days: formatDateRange(fair.opensOn, fair.closesOn, 'vi'),
    venue: fair.venueName,
    city: fair.city,
  }
  return {
    heading: t('contract.object.heading'),
    sheet: 'booths',
    before: [t('contract.object.fair', where), t('contract.object.booths', { count: booths.length })],
    after: [],
  }
}

function priceArticle({ t, price, dossier }: Paper): Article {
  const currency = currencyOf(dossier)
  const sentence = (key: string, amountMinor: number) =>
    t(key, {
      amount: formatMoney({ amountMinor, currency }, 'vi', 'word'),
      words: amountInWords({ amountMinor, currency }, 'vi'),
    })
  const bases = [...new Set(price.lines.map(line => line.legalBasis).filter(basis => basis !== ''))]
  const overrides = price.lines
    .filter(line => line.overrideReason !== '')
    .map(line =>
      t('contract.price.override', {
        item: line.description,
        percent: (line.percent ?? 0).toLocaleString('vi-VN'),
        reason: line.overrideReason,
      }),
    )
  const capped = price.lines
    .filter(line => line.limitedBy === 'cap')
    .map(line => t('contract.price.cap', { item: line.description }))
  return {
    heading: t('contract.price.heading'),
    sheet: 'price',
    before: [t('contract.price.intro', { currency: currency === 'VND' ? 'đồng' : currency })],
    after: [
      sentence('contract.price.totalWords', price.totalMinor),
      sentence('contract.price.supportWords', price.supportMinor),
      sentence('contract.price.ownWords', price.ownMinor),
      ...(bases.length > 0 ? [t('contract.price.basis', { basis: bases.join('; ') })] : []),
      ...overrides,
      ...capped,
    ],
  }
}

function paymentArticle({ t, price, dossier, booths, number, input }: Paper): Article {
  const { organizer } = dossier
  const lines: string[] = []
  if (price.ownMinor === 0) lines.push(t('contract.payment.none'))
  else if (organizer.bankAccount && organizer.bankName) {
    const transfer = {
      account: organizer.bankAccount,
      holder: organizer.bankHolder ?? organizer.nameVi,
      bank: organizer.bankName,
      reference: paymentReference(
        number,
        booths.map(booth => booth.number),
      ),
    }
    lines.push(t('contract.payment.transfer', transfer))
  } else lines.push(t('contract.payment.direct'))
  if (price.ownMinor > 0 && input.payUntilOn) {
    lines.push(t('contract.payment.until', { date: formatDate(input.payUntilOn, 'vi') }))
  }
  if (price.supportMinor > 0) lines.push(t('contract.payment.support'))
  return {
    heading: t('contract.payment.heading'),
    sheet: '',
    before: lines.map((line, i) => `${i + 1}. ${line}`),
    after: [],
  }
}
