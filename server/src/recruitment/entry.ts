import type { Ctx } from '../platform/context.ts'

/** Whether somebody acts for an establishment they do not belong to: an officer with an application they entered for it. */
export const isForEstablishment = (ctx: Ctx, establishmentId: string | undefined): boolean =>
  ctx.actor.kind === 'person' &&
  !ctx.rights.establishments.some(held => held.establishmentId === establishmentId)
