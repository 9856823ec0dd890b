import { IMPORT_LETTERS } from '@hoicho/shared/establishments/import/letters-words.ts'
import type { ImportView, ReadingWish } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { CheckboxField } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { notifyError } from '../../ui/toast.tsx'
import { type ImportKey, rereadImport } from './api.ts'

/** Which sheet, which row of headings, which letters: as found out, to be set right by hand. */
export function ReadingPanel({ of, view }: { of: ImportKey; view: ImportView }) {
  const t = useMessages('directory-import-desk')
  const { reading } = view
  const [isBusy, setBusy] = useState(false)
  const read = async (wish: ReadingWish) => {
    setBusy(true)
    try {
      await rereadImport(of, wish)
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  const sheet = reading.sheet === null ? {} : { sheet: reading.sheet }
  const letters = { letters: reading.letters }
  const rows = reading.top.map(row => ({
    value: String(row.rowNumber),
    label: t('reading.row', {
      row: row.rowNumber,
      text: row.cells
        .filter(cell => cell !== null && cell !== '')
        .join(' · ')
        .slice(0, 36),
    }),
  }))
  return (
    <Section title={t('reading.title')}>
      <div class="grid gap-x-6 gap-y-3 md:grid-cols-2 lg:grid-cols-3" aria-busy={isBusy}>
        {reading.sheets.length > 1 && (
          <SelectField
            id="reading-sheet"
            name="sheet"
            label={t('reading.sheet')}
            value={reading.sheet ?? ''}
            disabled={isBusy}
            onValue={name => void read({ sheet: name })}
            options={reading.sheets.map(name => ({ value: name, label: name }))}
          />
        )}
        {rows.length > 0 && (
          <SelectField
            id="reading-header"
            name="headerRow"
            label={t('reading.header')}
            value={String(reading.headerRow)}
            disabled={isBusy}
            onValue={row => void read({ ...sheet, ...letters, headerRow: Number(row), headerSpan: 1 })}
            options={rows}
          />
        )}
        <SelectField
          id="reading-letters"
          name="letters"
          label={t('reading.letters')}
          value={reading.letters}
          disabled={isBusy}
          onValue={value => void read({ ...sheet, letters: value })}
          options={IMPORT_LETTERS.map(value => ({ value, label: t(`letters.${value}`) }))}
        />
      </div>
      <CheckboxField
        id="reading-two"
        name="headerSpan"
        label={t('reading.header.two')}
        value={reading.headerSpan === 2}
        onValue={isTwo =>
          void read({ ...sheet, ...letters, headerRow: reading.headerRow, headerSpan: isTwo ? 2 : 1 })
        }
      />
      <Remarks reading={reading} />
    </Section>
  )
}

/** What a person should know of how the file was read. */
function Remarks({ reading }: Pick<ImportView, 'reading'>) {
  const t = useMessages('directory-import-desk')
  const counted = (
    [
      ['reading.converted', reading.converted],
      ['reading.hidden', reading.hiddenRows],
      ['reading.errors', reading.errorCells],
      ['reading.formulas', reading.emptyFormulas],
      ['reading.leftOut', reading.leftOut],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <div class="mt-3 flex flex-col gap-2">
      {!reading.isHeaderFound && <Notice tone="warning">{t('reading.noHeader')}</Notice>}
      {reading.isLettersDoubtful && <Notice tone="warning">{t('reading.doubt')}</Notice>}
      {counted.length > 0 && (
        <ul class="flex flex-col gap-1 text-sm">
          {counted.map(([key, count]) => (
            <li key={key}>{t(key, { count: formatNumber(count) })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
