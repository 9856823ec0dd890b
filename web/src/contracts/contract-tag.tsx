import type { ContractState } from '@hoicho/shared/contracts/states.ts'
import { useMessages } from '../platform/i18n.ts'
import { StateTag } from '../ui/state-tag.tsx'

export const CONTRACT_TONES = {
  issued: 'neutral',
  'signed-by-establishment': 'warning',
  signed: 'success',
  cancelled: 'error',
} as const

/** Where a contract stands, for the staff. */
export function ContractTag({ state }: { state: ContractState }) {
  const t = useMessages('contracts-desk')
  return <StateTag tone={CONTRACT_TONES[state]}>{t(`state.${state}`)}</StateTag>
}
