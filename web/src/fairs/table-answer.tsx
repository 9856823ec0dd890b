import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { TableColumn, TableRow } from '@hoicho/shared/fairs/form.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { FieldSet } from '../ui/field.tsx'
import { type InputProps, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'

interface TableAnswerProps extends Omit<InputProps<readonly TableRow[]>, 'onValue'> {
  columns: readonly TableColumn[]
  maxRows: number
  onValue: (rows: TableRow[]) => void
  cellErrors: Readonly<Record<string, string>>
}

/** Rows to add, fill and take away: one under the other on a phone, cells side by side where there is room. */
export function TableAnswer(props: TableAnswerProps) {
  const { columns, maxRows, value: rows, onValue, label } = props
  const t = useMessages('fairs')
  const set = (at: number, row: TableRow) => onValue(rows.map((old, index) => (index === at ? row : old)))
  return (
    <FieldSet {...props}>
      <ol class="flex flex-col gap-3">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own; its place is what it is
          <li key={at} class="rounded-field border border-line p-3">
            <div class="mb-2 flex items-center justify-between gap-2">
              <span class="text-sm text-muted">{t('answer.row', { number: at + 1 })}</span>
              <Button
                kind="quiet"
                small
                aria-label={t('answer.row.remove', { number: at + 1, name: label })}
                onClick={() => onValue(rows.filter((_, index) => index !== at))}
              >
                {t('answer.remove')}
              </Button>
            </div>
            <div class="grid gap-3 sm:grid-cols-2">
              {columns.map(column => (
                <Cell
                  key={column.code}
                  id={`${props.id}-${at}-${column.code}`}
                  column={column}
                  value={row[column.code]}
                  error={props.cellErrors[`${at}/${column.code}`]}
                  onValue={cell => set(at, { ...row, [column.code]: cell })}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {rows.length < maxRows && (
        <div>
          <Button icon="plus" onClick={() => onValue([...rows, {}])}>
            {t('answer.row.add')}
          </Button>
        </div>
      )}
    </FieldSet>
  )
}

interface CellProps {
  id: string
  column: TableColumn
  value: TableRow[string] | undefined
  error: string | undefined
  onValue: (cell: TableRow[string]) => void
}

function Cell({ id, column, value, error, onValue }: CellProps) {
  const common = { id, name: id, label: wordsIn(column.label, locale.value), error }
  if (column.kind === 'number') {
    const unit = column.unit ? wordsIn(column.unit, locale.value) : ''
    const count = typeof value === 'number' ? value : null
    return <NumberField {...common} value={count} onValue={onValue} {...(unit ? { suffix: unit } : {})} />
  }
  const written = typeof value === 'string' ? value : ''
  return <TextField {...common} width="full" value={written} onValue={onValue} maxLength={column.maxLength} />
}
