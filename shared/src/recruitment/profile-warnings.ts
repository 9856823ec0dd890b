import { checkTaxCode } from '../establishments/tax-code.ts'
import type { CertificateKind } from '../establishments/titles.ts'
import type { ProfileWarning } from './inbox-schema.ts'

export type ProfileFacts = {
  taxCode: string | null
  /** Why a code that does not fit the checking rule was kept. */
  taxCodeReason: string | null
  /** Whether somebody of the establishment has an account and so stands behind the profile. */
  hasPeople: boolean
  certificates: readonly { kind: CertificateKind; name: string; validUntil: string | null }[]
}

/**
 * What an officer should know before trusting a profile: the tax code is missing or does not fit its checking rule; nobody
 * of the establishment ever confirmed the profile; a certificate is over before the fair opens, or ends before it closes.
 * A certificate without a last day warns of nothing.
 */
export function profileWarnings(
  facts: ProfileFacts,
  fair: { opensOn: string; closesOn: string },
): ProfileWarning[] {
  const warnings: ProfileWarning[] = []
  if (facts.taxCode === null) warnings.push({ code: 'tax-code-missing', reason: null })
  else if (checkTaxCode(facts.taxCode).outcome !== 'ok') {
    warnings.push({ code: 'tax-code-doubtful', reason: facts.taxCodeReason })
  }
  if (!facts.hasPeople) warnings.push({ code: 'nobody-of-theirs' })
  for (const { kind, name, validUntil } of facts.certificates) {
    if (validUntil === null || validUntil >= fair.closesOn) continue
    const code = validUntil < fair.opensOn ? 'certificate-ended' : 'certificate-ends'
    warnings.push({ code, kind, name, validUntil })
  }
  return warnings
}
