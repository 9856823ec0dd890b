import type { DealState } from '@hoicho/shared/deals/states.ts'
import { useMessages } from '../platform/i18n.ts'
import { Money } from '../ui/number-fields.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'

const TONES: Record<DealState, Tone> = {
  logged: 'info',
  verified: 'success',
  rejected: 'warning',
  removed: 'neutral',
}

export function DealStateTag({ state }: { state: DealState }) {
  const t = useMessages('deals')
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
}

/** A deal's value, or that none is known. */
export function DealValue({ valueMinor, currency }: { valueMinor: number | null; currency: string | null }) {
  const t = useMessages('deals')
  if (valueMinor === null || currency === null) return <span class="text-muted">{t('noValue')}</span>
  return <Money amountMinor={valueMinor} currency={currency} />
}
