import type { DealInput, DealView, OwnDeals } from '@hoicho/shared/deals/schema.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'

/** What stands in the form: every box a value of its own kind, nothing null that is typed. */
export interface DealValues {
  kind: DealInput['kind']
  partnerName: string
  partnerCountry: string
  partnerContact: string
  productId: string
  productText: string
  valueMinor: number | null
  currency: Currency
  signedOn: string
  note: string
}

/** A new deal: made today, in the fair's country and currency; after the fair, on its last day. */
export function newValues({ fair, today }: Pick<OwnDeals, 'fair' | 'today'>): DealValues {
  return {
    kind: 'contract',
    partnerName: '',
    partnerCountry: fair.country,
    partnerContact: '',
    productId: '',
    productText: '',
    valueMinor: null,
    currency: fair.currency,
    signedOn: today > fair.closesOn ? fair.closesOn : today,
    note: '',
  }
}

export function valuesOf(deal: DealView, { fair }: Pick<OwnDeals, 'fair'>): DealValues {
  const { kind, partnerName, partnerCountry, partnerContact, productText, valueMinor, signedOn, note } = deal
  return {
    kind,
    partnerName,
    partnerCountry,
    partnerContact,
    productText,
    valueMinor,
    signedOn,
    note,
    productId: deal.productId ?? '',
    currency: deal.currency ?? fair.currency,
  }
}

/** A currency goes only with a value, words for a product only without one of the list. */
export function inputOf(values: DealValues, evidenceFileId: string | null): DealInput {
  const { productId, currency, ...rest } = values
  return {
    ...rest,
    productId: productId || null,
    productText: productId ? '' : values.productText,
    currency: values.valueMinor === null ? null : currency,
    evidenceFileId,
  }
}
