import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { ImportRow, ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import type { ImportKey } from './api.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { FieldsDialog } from './fields-dialog.tsx'

interface Props {
  of: ImportKey
  view: ImportView
  row: ImportRow
  isOpen: boolean
}

/** What is to be said of a row: its faults at their cells, what it was matched with, what it would change. */
export function RowContent({ of, view, row, isOpen }: Props) {
  const t = useMessages('directory-import-desk')
  // What is at fault is not also remarked on.
  const notes = row.notes.filter(note => row.faults.every(fault => fault.field !== note.field))
  return (
    <div class="flex max-w-2xl flex-col gap-1 text-sm max-md:items-end">
      <Match row={row} />
      {row.faults.map(fault => (
        <Fault key={fault.field + fault.code} of={of} view={view} row={row} fault={fault} isOpen={isOpen} />
      ))}
      {notes.map(note => (
        <p key={note.field + note.code} class="text-muted">
          {t(`field.${note.field}`)}: {t(`note.${note.code}` as 'note.leading-zero')}
        </p>
      ))}
      {row.changes.length > 0 && <Changes of={of} row={row} isOpen={isOpen} />}
      {row.leftBecause && <p class="font-medium">{t(`because.${row.leftBecause}`)}</p>}
    </div>
  )
}

function Match({ row }: { row: ImportRow }) {
  const t = useMessages('directory-import-desk')
  if (row.verdict === 'new') return <p class="text-muted">{t('preview.creates')}</p>
  if (row.verdict === 'unchanged') return <p class="text-muted">{t('preview.same')}</p>
  if (row.verdict === 'fault') return null
  return (
    <>
      {row.twinOf !== null && <p>{t('preview.twin', { row: row.twinOf })}</p>}
      {row.matchedBy && row.establishmentId && (
        <p>
          {t(`preview.matched.${row.matchedBy}`)}{' '}
          <a class="link" href={`/desk/establishments/${row.establishmentId}`}>
            {row.establishmentName}
          </a>
        </p>
      )}
      {row.isClaimed && <p>{t('preview.claimed')}</p>}
    </>
  )
}

interface FaultProps extends Props {
  fault: { field: TransferField; code: string }
}

function Fault({ of, view, row, fault, isOpen }: FaultProps) {
  const t = useMessages('directory-import-desk')
  const [isCorrecting, setCorrecting] = useState(false)
  // A doubtful tax code is settled by the reason for it, or by another code.
  const value = row.cells[view.mapping.indexOf(fault.field)] ?? null
  const field = t(`field.${fault.field}`)
  return (
    <p class="flex flex-wrap items-center gap-x-2 max-md:justify-end">
      <span class="text-error">
        {field}
        {value !== null && <> «{String(value).slice(0, 60)}»</>}:{' '}
        {t(`fault.${fault.code}` as 'fault.required')}
      </span>
      {isOpen && (
        <Button
          kind="quiet"
          small
          aria-label={t('correct.openOf', { field, row: row.rowNumber })}
          onClick={() => setCorrecting(true)}
        >
          {t('correct.open')}
        </Button>
      )}
      {isCorrecting && (
        <CorrectDialog of={of} row={row} fault={fault} value={value} onClose={() => setCorrecting(false)} />
      )}
    </p>
  )
}

function Changes({ of, row, isOpen }: { of: ImportKey; row: ImportRow; isOpen: boolean }) {
  const t = useMessages('directory-import-desk')
  const [isChoosing, setChoosing] = useState(false)
  const kept = row.changes.filter(change => !change.isTaken).length
  const mayChoose = isOpen && row.actions.includes('update')
  return (
    <div class="flex flex-col gap-0.5 max-md:items-end">
      {row.changes.slice(0, 3).map(change => (
        <p key={change.field} class={change.isTaken ? '' : 'text-muted line-through'}>
          {t(`field.${change.field}`)}: {change.before ?? t('fields.empty')} →{' '}
          {change.after ?? t('fields.empty')}
        </p>
      ))}
      {row.changes.length > 3 && (
        <p class="text-muted">{t('preview.changes', { count: row.changes.length })}</p>
      )}
      {kept > 0 && <p class="text-muted">{t('fields.kept', { count: kept })}</p>}
      {mayChoose && (
        <div>
          <Button kind="quiet" small onClick={() => setChoosing(true)}>
            {t('fields.open')}
          </Button>
        </div>
      )}
      {isChoosing && <FieldsDialog of={of} row={row} onClose={() => setChoosing(false)} />}
    </div>
  )
}
