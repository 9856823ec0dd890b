import type { accountRoutes } from '@hoicho/server/identity/account-routes.ts'
import type { memberRoutes } from '@hoicho/server/identity/member-routes.ts'
import type { peopleRoutes } from '@hoicho/server/identity/people-routes.ts'
import type { identityRoutes } from '@hoicho/server/identity/routes.ts'
import { client } from '../platform/client.ts'

export const sessionApi = client<typeof identityRoutes>('/api')
export const accountApi = client<typeof accountRoutes>('/api')
export const peopleApi = client<typeof peopleRoutes>('/api')
export const memberApi = client<typeof memberRoutes>('/api')
