import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { InboxFilter } from '../recruitment/inbox-schema.ts'
import { ApplicationStateName, CorrectionInput } from '../recruitment/schema.ts'
import { MOST_AT_ONCE, ROWS_PER_REQUEST } from './bulk.ts'

export const BulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), officerId: id().nullable() }),
  z.object({ kind: z.literal('run-gates') }),
  z.object({ kind: z.literal('accept') }),
  z.object({ kind: z.literal('request-correction'), request: CorrectionInput }),
])
export type BulkAction = z.infer<typeof BulkAction>

/** The rows named, or without them all that answer the filters. */
export const BulkPreviewInput = z
  .object({
    action: BulkAction,
    ids: z.array(id()).min(1).max(MOST_AT_ONCE).nullable(),
    filter: InboxFilter,
  })
  .meta({ id: 'BulkPreviewInput' })
export type BulkPreviewInput = z.infer<typeof BulkPreviewInput>

/** What would happen to a row: it is done, nothing changes, or it is refused for a reason. */
const verdict = z.enum(['does', 'nothing', 'refused'])
/** What to know before doing it. */
const hint = z.enum(['gates-not-run', 'look-at', 'nobody-to-write-to'])

export const BulkPreview = z
  .object({
    items: z.array(
      z.object({
        applicationId: id(),
        number: z.string().nullable(),
        establishmentName: z.string(),
        state: ApplicationStateName,
        assigneeId: id().nullable(),
        verdict,
        /** Sentence of a refusal. */
        reason: z.string().nullable(),
        hint: hint.nullable(),
        /** Gates a person has to look at. */
        count: z.int(),
      }),
    ),
    /** More answer the filters than are dealt with in one go. */
    isMore: z.boolean(),
  })
  .meta({ id: 'BulkPreview' })
export type BulkPreview = z.infer<typeof BulkPreview>

/**
 * A part of a run: `key` is the run's own, the same in every try, so that a row already done is not done again.
 * `assigneeId` is who had the application in the preview.
 */
export const BulkInput = z
  .object({
    key: id(),
    action: BulkAction,
    rows: z
      .array(z.object({ applicationId: id(), assigneeId: id().nullable() }))
      .min(1)
      .max(ROWS_PER_REQUEST),
  })
  .meta({ id: 'BulkInput' })
export type BulkInput = z.infer<typeof BulkInput>

export const BulkResult = z
  .object({
    items: z.array(z.object({ applicationId: id(), isDone: z.boolean(), reason: z.string().nullable() })),
  })
  .meta({ id: 'BulkResult' })
export type BulkResult = z.infer<typeof BulkResult>
