import { BADGES_PROBLEMS } from '../badges/problems.ts'
import { BOOTHS_PROBLEMS } from '../booths/problems.ts'
import { CONTRACTS_PROBLEMS } from '../contracts/problems.ts'
import { DEALS_PROBLEMS } from '../deals/problems.ts'
import { ESTABLISHMENTS_PROBLEMS } from '../establishments/problems.ts'
import { FAIRS_PROBLEMS } from '../fairs/problems.ts'
import { FILES_PROBLEMS } from '../files/problems.ts'
import { IDENTITY_PROBLEMS } from '../identity/problems.ts'
import { MAIL_PROBLEMS } from '../mail/problems.ts'
import { RECRUITMENT_PROBLEMS } from '../recruitment/problems.ts'
import { SELECTION_PROBLEMS } from '../selection/problems.ts'
import { PLATFORM_PROBLEMS } from './problems.ts'

/** Every refusal the program can make. The index of the catalogue, hence the one file here that names capabilities. */
export const PROBLEMS = {
  ...PLATFORM_PROBLEMS,
  ...MAIL_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...FILES_PROBLEMS,
  ...ESTABLISHMENTS_PROBLEMS,
  ...FAIRS_PROBLEMS,
  ...RECRUITMENT_PROBLEMS,
  ...SELECTION_PROBLEMS,
  ...BOOTHS_PROBLEMS,
  ...CONTRACTS_PROBLEMS,
  ...BADGES_PROBLEMS,
  ...DEALS_PROBLEMS,
} as const

export type ProblemCode = keyof typeof PROBLEMS
