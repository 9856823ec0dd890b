import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { moveFair } from '@hoicho/server/fairs/move-fair.ts'
import { proposeForm } from '@hoicho/server/fairs/propose-form.ts'
import { publishForm } from '@hoicho/server/fairs/publish-form.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { FairInput } from '@hoicho/shared/fairs/schema.ts'
import { fairInput, type House } from './house.ts'

/** A fair of the organizer with the proposed form in force, its page published. */
export async function publishedFair(house: House, organizerId: string, changes: Partial<FairInput> = {}) {
  const ctx = systemContext(house.app)
  const fair = await createFair(ctx, organizerId, fairInput(changes))
  await publishForm(ctx, fair.id, await proposeForm(fair.kind))
  return await moveFair(ctx, fair.id, 'publish')
}
