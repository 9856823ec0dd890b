import { passwordFault } from '@hoicho/shared/identity/password.ts'
import { invalid } from '../platform/problem.ts'

/** Refuses a new password that would be guessed first, pointing at its field. Its length is the schema's matter. */
export function demandStrong(password: string, email: string): void {
  const fault = passwordFault(password, email)
  if (fault) throw invalid({ pointer: '/password', code: fault })
}
