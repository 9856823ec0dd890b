import { TRANSFER_FIELDS, type TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMessages } from '../../platform/i18n.ts'
import { Actions, Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice, useErrorText } from '../../ui/states.tsx'
import { type ImportKey, mapImport } from './api.ts'
import { CancelButton } from './cancel-button.tsx'
import { ReadingPanel } from './reading-panel.tsx'

interface Props {
  of: ImportKey
  view: ImportView
}

/** How the file is read and what each of its columns is. */
export function ColumnsStep({ of, view }: Props) {
  const t = useMessages('directory-import-desk')
  const { route } = useLocation()
  const [mapping, setMapping] = useState(view.mapping)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const errorText = useErrorText(error)
  const fault = useFault(mapping)
  const next = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const isAsGuessed =
        view.state === 'previewed' && JSON.stringify(mapping) === JSON.stringify(view.mapping)
      if (!isAsGuessed) await mapImport(of, mapping)
      route(`/desk/establishments/import/${of.importId}?organizer=${of.organizerId}&step=preview`)
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <div class="flex flex-col gap-6">
      <ReadingPanel of={of} view={view} />
      <Section title={t('columns.title')} lead={t('columns.lead')}>
        <ColumnTable view={view} mapping={mapping} onMapping={setMapping} />
      </Section>
      {fault && <Notice tone="warning">{fault}</Notice>}
      {error !== undefined && <Notice tone="error">{errorText}</Notice>}
      <Actions>
        <Button kind="primary" busy={isBusy} disabledReason={fault} onClick={() => void next()}>
          {t('columns.next')}
        </Button>
        <CancelButton of={of} />
      </Actions>
    </div>
  )
}

type Mapping = ImportView['mapping']

/** Why the columns cannot be taken so; undefined when they can. */
function useFault(mapping: Mapping): string | undefined {
  const t = useMessages('directory-import-desk')
  const given = mapping.filter(field => field !== null)
  const twice = given.find((field, index) => given.indexOf(field) !== index)
  if (twice) return t('columns.twice', { field: t(`field.${twice}`) })
  return given.includes('name') || given.includes('id') ? undefined : t('columns.needName')
}

interface TableProps {
  view: ImportView
  mapping: Mapping
  onMapping: (mapping: Mapping) => void
}

function ColumnTable({ view, mapping, onMapping }: TableProps) {
  const t = useMessages('directory-import-desk')
  const [isAll, setAll] = useState(false)
  const isEmpty = (column: number) => (view.samples[column] ?? []).length === 0 && !mapping[column]
  const columns = view.headers.map((_, column) => column)
  const shown = isAll ? columns : columns.filter(column => !isEmpty(column))
  const set = (column: number, field: TransferField | null) =>
    onMapping(mapping.map((old, index) => (index === column ? field : old)))
  return (
    <div class="flex flex-col gap-3">
      <ul class="flex flex-col divide-y divide-line">
        {shown.map(column => (
          <ColumnRow
            key={column}
            column={column}
            view={view}
            field={mapping[column] ?? null}
            onField={field => set(column, field)}
          />
        ))}
      </ul>
      {shown.length < columns.length && (
        <div>
          <Button kind="quiet" small onClick={() => setAll(true)}>
            {t('columns.showEmpty', { count: columns.length - shown.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

interface RowProps {
  column: number
  view: ImportView
  field: TransferField | null
  onField: (field: TransferField | null) => void
}

function ColumnRow({ column, view, field, onField }: RowProps) {
  const t = useMessages('directory-import-desk')
  const heading = view.headers[column] || t('columns.untitled', { letter: letterOf(column) })
  const samples = view.samples[column] ?? []
  return (
    <li class="grid items-center gap-x-6 gap-y-1 py-2 md:grid-cols-[14rem_minmax(0,1fr)_18rem]">
      <span class={`min-w-0 break-words font-medium ${field === null ? 'text-muted' : ''}`}>{heading}</span>
      <span class="min-w-0 truncate text-sm text-muted">
        {samples.length > 0 ? samples.join(' · ') : t('columns.noValues')}
      </span>
      <select
        class="select w-full"
        aria-label={t('columns.fieldOf', { column: heading })}
        onChange={event => {
          const picked = TRANSFER_FIELDS.find(one => one === event.currentTarget.value)
          onField(picked ?? null)
        }}
      >
        <option value="" selected={field === null}>
          {t('columns.none')}
        </option>
        {TRANSFER_FIELDS.map(one => (
          <option key={one} value={one} selected={one === field}>
            {t(`field.${one}`)}
          </option>
        ))}
      </select>
    </li>
  )
}

/** The letters a spreadsheet gives a column: A … Z, AA … */
const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
