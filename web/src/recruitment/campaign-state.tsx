import type { CampaignState as State } from '@hoicho/shared/recruitment/states.ts'
import type { InviteeState as Invitee } from '@hoicho/shared/recruitment/vocabulary.ts'
import { useMessages } from '../platform/i18n.ts'
import { StateTag, type Tone } from '../ui/state-tag.tsx'

const CAMPAIGN: Record<State, Tone> = {
  draft: 'neutral',
  running: 'info',
  paused: 'warning',
  done: 'success',
  cancelled: 'neutral',
}

export function CampaignState({ state }: { state: State }) {
  const t = useMessages('campaigns-desk')
  return <StateTag tone={CAMPAIGN[state]}>{t(`state.${state}`)}</StateTag>
}

const INVITEE: Record<Invitee, Tone> = {
  queued: 'neutral',
  sent: 'neutral',
  refused: 'error',
  visited: 'info',
  started: 'warning',
  submitted: 'success',
  declined: 'error',
  revoked: 'neutral',
  'to-call': 'warning',
  skipped: 'neutral',
  cancelled: 'neutral',
}

export function InviteeState({ state }: { state: Invitee }) {
  const t = useMessages('campaigns-desk')
  return <StateTag tone={INVITEE[state]}>{t(`invitee.state.${state}`)}</StateTag>
}
