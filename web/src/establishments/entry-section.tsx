import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { EntryList, type EntryListProps } from './entry-list.tsx'

interface Props extends Omit<EntryListProps, 'onEdit'> {
  /** The button under the list and the heading of the form for a new one. */
  addWord: string
  /** The heading of the form for one that is there; without it entries are added and removed, not edited. */
  editWord?: string
  /** Without the right to add there is no button. */
  mayAdd?: boolean
  /** The form for the entry of this id, or for a new one where there is none. */
  form: (id: string | undefined, close: () => void) => ComponentChildren
}

/** Entries of a profile and, in place of the list's foot, the form for one of them. */
export function EntrySection({ addWord, editWord, mayAdd = true, form, ...list }: Props) {
  const [open, setOpen] = useState<string | 'new'>()
  const id = list.entries.find(entry => entry.id === open)?.id
  return (
    <>
      <Section>
        <EntryList {...list} {...(editWord === undefined ? {} : { onEdit: setOpen })} />
        {mayAdd && open === undefined && (
          <div class="mt-4">
            <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
              {addWord}
            </Button>
          </div>
        )}
      </Section>
      {open !== undefined && (
        <Section key={open} title={id === undefined ? addWord : (editWord ?? addWord)}>
          {form(id, () => setOpen(undefined))}
        </Section>
      )}
    </>
  )
}
