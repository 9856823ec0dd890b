import type { OrganizerEdit, OrganizerView } from '@hoicho/shared/identity/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { organizerById } from './queries.ts'

/**
 * Replaces what an organizer's papers carry, where it takes payments and whether its staff need the second factor.
 * Papers already issued keep what they said. Refused with platform.changed-meanwhile, and (422) for an unknown bank.
 */
export async function editOrganizer(
  ctx: Ctx,
  organizerId: string,
  { version, ...input }: OrganizerEdit,
): Promise<OrganizerView> {
  return await change(
    ctx,
    'identity.configure-organizer',
    { organizer: organizerId },
    async tx => {
      const before = found(await organizerById(tx, organizerId, true))
      if (before.version !== version) throw problem('platform.changed-meanwhile')
      await tx
        .updateTable('organizer')
        .set({ ...input, version: version + 1 })
        .where('id', '=', organizerId)
        .execute()
      const result = found(await organizerById(tx, organizerId))
      return { result, audit: { entity: 'organizer', entityId: organizerId, before, after: result } }
    },
    { organizer_bank_bin_fkey: { pointer: '/bankBin', code: 'choice' } },
  )
}
