import type { InboxFilter } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

export interface BulkProps {
  fairId: string
  /** The rows chosen; null for all that answer the filters. */
  ids: readonly string[] | null
  filter: InboxFilter
  onClose: () => void
}

/** Places of the inbox that later capabilities fill, as on the page of one application. */
export interface InboxSlots {
  /** Deals with many applications at once, in a dialog. */
  Bulk?: ComponentType<BulkProps>
}
export const inboxSlots = signal<InboxSlots>({})
