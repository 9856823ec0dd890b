import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { ImportRow } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/inputs.tsx'
import { useErrorText } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useProvinceOptions, useSectorOptions } from '../reference.ts'
import { correctCells, type ImportKey } from './api.ts'

interface Props {
  of: ImportKey
  row: ImportRow
  fault: { field: TransferField; code: string }
  value: string | number | null
  onClose: () => void
}

/** Another text for a faulty cell; the rows are judged again as soon as it is saved. */
export function CorrectDialog({ of, row, fault, value, onClose }: Props) {
  const t = useMessages('directory-import-desk')
  const p = useMessages('platform')
  const isReason = fault.code === 'tax-code-check'
  const [field, setField] = useState<TransferField>(fault.field)
  const [text, setText] = useState(String(value ?? ''))
  const [isAlike, setAlike] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const errorText = useErrorText(error)
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await correctCells(of, { rowNumber: row.rowNumber, field, value: text, alike: isAlike })
      notify({ text: t('correct.done') })
      onClose()
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  const pick = (next: TransferField) => {
    setField(next)
    setText(next === fault.field ? String(value ?? '') : '')
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('correct.title', { row: row.rowNumber })}
      actions={
        <>
          <Button kind="primary" type="submit" busy={isBusy} onClick={() => void save()}>
            {t('correct.save')}
          </Button>
          <Button onClick={onClose}>{p('confirm.no')}</Button>
        </>
      }
    >
      <form
        class="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <p class="text-error">{t(`fault.${fault.code}` as 'fault.required')}</p>
        {isReason && (
          <SelectField
            id="correct-field"
            name="field"
            label={t('columns.field')}
            value={field}
            onValue={pick}
            options={(['taxCode', 'taxCodeReason'] as const).map(one => ({
              value: one,
              label: t(`field.${one}`),
            }))}
          />
        )}
        <ValueField
          field={field}
          value={text}
          onValue={setText}
          error={error === undefined ? undefined : errorText}
        />
        <CheckboxField
          id="correct-alike"
          name="alike"
          label={t('correct.alike')}
          value={isAlike}
          onValue={setAlike}
        />
      </form>
    </Dialog>
  )
}

interface ValueProps {
  field: TransferField
  value: string
  onValue: (value: string) => void
  error: string | undefined
}

/** A list where there is one, else a line of text. */
function ValueField({ field, value, onValue, error }: ValueProps) {
  const t = useMessages('directory-import-desk')
  const provinces = useProvinceOptions('all')
  const sectors = useSectorOptions()
  const options = field === 'sectorCode' ? sectors : field.endsWith('rovince') ? provinces : undefined
  const common = {
    id: 'correct-value',
    name: 'value',
    label: t(`field.${field}`),
    ...(error ? { error } : {}),
  }
  if (!options) return <TextField {...common} value={value} onValue={onValue} />
  const picked = options.find(option => option.label === value)?.value ?? ''
  return (
    <SelectField
      {...common}
      hint={value && picked === '' ? t('correct.was', { value }) : undefined}
      value={picked}
      onValue={code => onValue(options.find(option => option.value === code)?.label ?? '')}
      options={options}
    />
  )
}
