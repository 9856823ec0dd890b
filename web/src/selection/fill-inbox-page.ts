import { inboxSlots } from '../recruitment/inbox-slots.ts'
import { BulkDialog } from './bulk-dialog.tsx'

/** Loaded beside the inbox: puts the work on many applications into the place kept for it. */
inboxSlots.value = { ...inboxSlots.peek(), Bulk: BulkDialog }
