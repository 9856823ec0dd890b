import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { ImportRow } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useErrorText } from '../../ui/states.tsx'
import { chooseFields, type ImportKey } from './api.ts'

interface Props {
  of: ImportKey
  row: ImportRow
  onClose: () => void
}

/** The record beside the file, field by field: which value stays. */
export function FieldsDialog({ of, row, onClose }: Props) {
  const t = useMessages('directory-import-desk')
  const p = useMessages('platform')
  const fields = row.changes.map(change => change.field)
  const [kept, setKept] = useState(
    () => new Set(row.changes.filter(change => !change.isTaken).map(change => change.field)),
  )
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const errorText = useErrorText(error)
  const set = (field: TransferField, isKept: boolean) => {
    const next = new Set(kept)
    if (isKept) next.add(field)
    else next.delete(field)
    setKept(next)
  }
  const save = async () => {
    setBusy(true)
    try {
      await chooseFields(of, row.rowNumber, [...kept])
      onClose()
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('fields.title', { row: row.rowNumber })}
      actions={
        <>
          <Button kind="primary" busy={isBusy} onClick={() => void save()}>
            {t('fields.save')}
          </Button>
          <Button onClick={() => setKept(new Set())}>{t('fields.allTheirs')}</Button>
          <Button onClick={() => setKept(new Set(fields))}>{t('fields.allOurs')}</Button>
          <Button kind="quiet" onClick={onClose}>
            {p('confirm.no')}
          </Button>
        </>
      }
    >
      <p class="mb-2">{t('fields.lead')}</p>
      {row.changes.map(change => (
        <FieldPair
          key={change.field}
          change={change}
          isKept={kept.has(change.field)}
          onKept={isKept => set(change.field, isKept)}
        />
      ))}
      {error !== undefined && (
        <p role="alert" class="mt-2 font-medium text-error">
          {errorText}
        </p>
      )}
    </Dialog>
  )
}

interface PairProps {
  change: ImportRow['changes'][number]
  isKept: boolean
  onKept: (isKept: boolean) => void
}

function FieldPair({ change: { field, before, after }, isKept, onKept }: PairProps) {
  const t = useMessages('directory-import-desk')
  const shown = (value: string | number | null) =>
    typeof value === 'number' ? formatNumber(value) : (value ?? t('fields.empty'))
  const choices = [
    { isOurs: true, title: t('fields.ours'), value: before },
    { isOurs: false, title: t('fields.theirs'), value: after },
  ]
  return (
    <fieldset class="border-t border-line py-2">
      <legend class="float-left mb-1 w-full pt-2 font-medium">{t(`field.${field}`)}</legend>
      <div class="clear-both grid gap-2 sm:grid-cols-2">
        {choices.map(({ isOurs, title, value }) => (
          // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the text stands in the spans below
          <label
            key={title}
            class={`flex cursor-pointer items-start gap-2 rounded-field border p-2 ${isKept === isOurs ? 'border-primary' : 'border-line'}`}
          >
            <input
              type="radio"
              name={`keep-${field}`}
              class="radio radio-sm radio-primary mt-0.5"
              checked={isKept === isOurs}
              onChange={() => onKept(isOurs)}
            />
            <span class="min-w-0">
              <span class="block text-sm text-muted">{title}</span>
              <span class="break-words whitespace-pre-line">{shown(value)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
