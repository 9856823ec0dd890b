import type { Namespaces } from '@hoicho/shared/locales/index.ts'
import { formatDate, formatMoney, formatNumber } from '../platform/format.ts'
import { translator, useMessages } from '../platform/i18n.ts'
import { StateTag, type Tone } from '../ui/state-tag.tsx'

export type DeskKey = keyof Namespaces['selection-desk']
type LooseTranslate = (key: DeskKey, params: Record<string, string | number>) => string

/** A key of the desk's words made at run time: the server's codes and the words are written side by side. */
export const deskKey = (key: string): DeskKey => key as DeskKey

/** The sentence of such a key, with whatever facts it has places for. */
export function deskText(key: string, params: Record<string, string | number> = {}): string {
  // A key known only when running may or may not take facts: the look-up itself fills what there is.
  const t = translator('selection-desk') as unknown as LooseTranslate
  return t(deskKey(key), params)
}

const OUTCOME_TONES: Record<string, Tone> = { selected: 'success', waiting: 'warning', rejected: 'error' }
const STATE_TONES: Record<string, Tone> = {
  ...OUTCOME_TONES,
  complete: 'info',
  submitted: 'info',
  'correction-requested': 'warning',
}
const SHEET_TONES: Record<string, Tone> = {
  filed: 'success',
  abstained: 'neutral',
  draft: 'warning',
  conflict: 'error',
}

export function OutcomeTag({ outcome }: { outcome: 'selected' | 'waiting' | 'rejected' }) {
  useMessages('selection-desk')
  return <StateTag tone={OUTCOME_TONES[outcome] ?? 'neutral'}>{deskText(`state.${outcome}`)}</StateTag>
}

export function ApplicationTag({ state }: { state: string }) {
  useMessages('selection-desk')
  return <StateTag tone={STATE_TONES[state] ?? 'neutral'}>{deskText(`state.${state}`)}</StateTag>
}

export type SheetState = 'none' | 'draft' | 'filed' | 'abstained' | 'conflict'

export function SheetTag({ state }: { state: SheetState }) {
  useMessages('selection-desk')
  return <StateTag tone={SHEET_TONES[state] ?? 'neutral'}>{deskText(`sheet-state.${state}`)}</StateTag>
}

/** The finding of a gate as a sentence: names joined, money and counts as the reader writes them. */
export function gateSentence(gate: string, evidence: Readonly<Record<string, unknown>>): string {
  const facts = Object.entries(evidence).map(([name, value]): [string, string] => [
    name,
    factText(name, value, evidence),
  ])
  return deskText(`gate.${gate}.${String(evidence.code)}`, Object.fromEntries(facts))
}

const CODES: Record<string, string> = { kinds: 'certificate', items: 'cost', funds: 'fund' }

function factText(name: string, value: unknown, evidence: Readonly<Record<string, unknown>>): string {
  if (value === null || value === undefined) return '–'
  const kind = CODES[name]
  if (Array.isArray(value))
    return value.map(one => (kind ? deskText(`${kind}.${String(one)}`) : one)).join(', ')
  if (name === 'form') return deskText(`form.${String(value)}`)
  if (name === 'until') return formatDate(String(value))
  if (typeof value !== 'number') return String(value)
  if (name === 'asked' || name === 'paid') return formatMoney(value, String(evidence.currency))
  return name.endsWith('Vnd') ? formatMoney(value) : formatNumber(value)
}
