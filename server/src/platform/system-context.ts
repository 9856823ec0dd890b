import { NOBODY } from '@hoicho/shared/identity/permissions.ts'
import type { App, Ctx } from './context.ts'
import { newId } from './ids.ts'

/** A context for what no person does: the first administrator, jobs. It may do everything and is logged as system. */
export function systemContext(app: App, now: () => string = () => new Date().toISOString()): Ctx {
  return {
    app,
    actor: { kind: 'system' },
    rights: NOBODY,
    locale: 'vi',
    requestId: newId(),
    ip: 'system',
    idempotencyKey: null,
    now,
  }
}
