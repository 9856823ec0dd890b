import { qrSvg } from '../documents/qr-svg.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { fairColumns } from './queries.ts'

/** The page where anybody can apply to a fair. */
export const callAddress = (ctx: Ctx, slug: string): string => `${ctx.app.config.publicUrl}/f/${slug}/apply`

/** The QR code (SVG) of the page where anybody can apply to the fair, for posters and letters. */
export async function publicCallCode(ctx: Ctx, fairId: string): Promise<string> {
  await mayRead(ctx, 'recruitment.list-invitations', { fair: fairId })
  const fair = found(await fairColumns(ctx.app.db, fairId))
  return qrSvg(callAddress(ctx, fair.slug))
}
