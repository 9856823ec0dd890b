import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { multilineText } from '../platform/text.ts'

export const NoteInput = z.object({ body: multilineText(2000).min(1) }).meta({ id: 'ApplicationNoteInput' })

export const NoteView = z
  .object({ id: id(), body: z.string(), writtenAt: z.string(), writtenByName: z.string().nullable() })
  .meta({ id: 'ApplicationNote' })

/** `from` is who had the application when the caller looked. */
export const AssigneeInput = z
  .object({ officerId: id().nullable(), from: id().nullable() })
  .meta({ id: 'AssigneeInput' })
