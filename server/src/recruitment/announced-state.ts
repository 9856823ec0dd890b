import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { sql } from 'kysely'

/**
 * The state of an application as its establishment knows it, for a query over `application`: an outcome is not known before
 * its letter is sent. Whatever the establishment is shown or may do on its own goes by this one.
 */
export const announcedState = sql<ApplicationState>`coalesce(application.shown_state, application.state)`.as(
  'state',
)
