import type { MailSummary } from '@hoicho/shared/mail/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { StateTag, type Tone } from '../ui/state-tag.tsx'

const TONES = {
  queued: 'neutral',
  retrying: 'warning',
  sent: 'success',
  refused: 'error',
  failed: 'error',
  cancelled: 'neutral',
} as const satisfies Record<string, Tone>
export type ShownState = keyof typeof TONES
export const SHOWN_STATES: readonly ShownState[] = [
  'queued',
  'retrying',
  'sent',
  'refused',
  'failed',
  'cancelled',
]

/** A queued mail that has failed before is shown as one that will be tried again. */
export function shownState(mail: MailSummary): ShownState {
  return mail.state === 'queued' && mail.lastError ? 'retrying' : mail.state
}

export function MailState({ mail }: { mail: MailSummary }) {
  const t = useMessages('mail-desk')
  const state = shownState(mail)
  return <StateTag tone={TONES[state]}>{t(`mail.state.${state}`)}</StateTag>
}

/** What a mail server's answer means, in plain words. Its own words stand beside it. */
export function useMailError(): (error: string) => string {
  const t = useMessages('mail-desk')
  return error => {
    if (/ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ECONNRESET|EDNS|getaddrinfo|Connection closed/i.test(error))
      return t('mail.error.unreachable')
    if (/timeout|ETIMEDOUT|Greeting never received/i.test(error)) return t('mail.error.slow')
    if (/\b(535|534|530)\b|Invalid login|EAUTH/i.test(error)) return t('mail.error.login')
    if (/\b55[0-3]\b|mailbox|recipient|user unknown/i.test(error)) return t('mail.error.mailbox')
    if (/\b55[4-9]\b|spam|content/i.test(error)) return t('mail.error.content')
    return t('mail.error.other')
  }
}
