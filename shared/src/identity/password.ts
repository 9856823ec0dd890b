import { z } from 'zod'
import { foldText } from '../platform/text.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

export const PASSWORD_MINIMUM = 10
export const PASSWORD_MAXIMUM = 200

/**
 * A new password: at least ten characters, counted in NFC so that a Vietnamese letter is one however it was typed.
 * What depends on the person is asked of `passwordFault`.
 */
export const newPassword = () => z.string().normalize('NFC').min(PASSWORD_MINIMUM).max(PASSWORD_MAXIMUM)

/** A password given to prove who one is: only long enough to be none is refused. */
export const givenPassword = () => z.string().normalize('NFC').min(1).max(PASSWORD_MAXIMUM)

export type PasswordFault = 'password-common' | 'password-like-email' | 'password-too-simple'

/**
 * Why a new password would be guessed first, or undefined: it is on the list, is built from the person's own address,
 * or repeats a few characters. Codes are those of locales/<language>/fields.ts.
 */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const folded = foldPassword(password)
  if (COMMON_PASSWORDS.has(folded)) return 'password-common'
  const [name = '', domain = ''] = email.toLowerCase().split('@')
  const core = folded.replace(/[\d\W_]+$/, '')
  const own = [email.toLowerCase(), name, domain, domain.split('.')[0] ?? ''].map(foldPassword)
  if (own.some(part => part.length >= 4 && (folded === part || core === part))) return 'password-like-email'
  if (new Set(folded).size < 4) return 'password-too-simple'
  return undefined
}

/** Case, diacritics and spaces make no password harder to guess. */
export const foldPassword = (password: string) => foldText(password).replaceAll(' ', '')
