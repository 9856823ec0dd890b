import { CURRENCY_CODES, type Currency } from '../platform/money.ts'
import { DEAL_KINDS, type DealKind } from './kinds.ts'
import type { DealState } from './states.ts'

/** One deal, or several alike that were counted already. `valueMinor` is their sum in minor units of `currency`. */
export interface DealFigure {
  kind: DealKind
  state: DealState
  currency: Currency | null
  valueMinor: number | null
  count: number
}

export interface DealTotal {
  kind: DealKind
  /** null: deals that name no value. */
  currency: Currency | null
  verifiedCount: number
  /** null exactly when `currency` is. */
  verifiedMinor: number | null
  loggedCount: number
  loggedMinor: number | null
}

/**
 * Totals of each kind in each currency, verified apart from what is only logged; rejected and removed deals do not
 * count. Kinds are never added (a memorandum is no contract), nor are currencies. In the order of the kinds, then of
 * the currencies, those without a value last.
 */
export function dealTotals(figures: Iterable<DealFigure>): DealTotal[] {
  const totals = new Map<string, DealTotal>()
  for (const figure of figures) {
    if (figure.state !== 'verified' && figure.state !== 'logged') continue
    const key = keyOf(figure.kind, figure.currency)
    const total = totals.get(key) ?? emptyTotal(figure.kind, figure.currency)
    totals.set(key, plus(total, figure))
  }
  return DEAL_KINDS.flatMap(kind =>
    [...CURRENCY_CODES, null].flatMap(currency => totals.get(keyOf(kind, currency)) ?? []),
  )
}

const keyOf = (kind: DealKind, currency: Currency | null) => `${kind} ${currency}`

function emptyTotal(kind: DealKind, currency: Currency | null): DealTotal {
  const none = currency === null ? null : 0
  return { kind, currency, verifiedCount: 0, verifiedMinor: none, loggedCount: 0, loggedMinor: none }
}

function plus(total: DealTotal, { state, valueMinor, count }: DealFigure): DealTotal {
  const sum = (minor: number | null) => (minor === null ? null : minor + (valueMinor ?? 0))
  if (state === 'verified') {
    return { ...total, verifiedCount: total.verifiedCount + count, verifiedMinor: sum(total.verifiedMinor) }
  }
  return { ...total, loggedCount: total.loggedCount + count, loggedMinor: sum(total.loggedMinor) }
}
