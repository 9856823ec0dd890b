import type { BadgeState } from '@hoicho/shared/badges/states.ts'
import { useMessages } from '../platform/i18n.ts'
import { StateTag } from '../ui/state-tag.tsx'

const TONES = { active: 'success', revoked: 'error', replaced: 'neutral' } as const

/** A badge's state by word, shape and colour. */
export function BadgeStateTag({ state }: { state: BadgeState }) {
  const t = useMessages('badges')
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
}
