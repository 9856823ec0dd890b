import { useState } from 'preact/hooks'
import { formatArea } from '../../platform/format.ts'
import { Button } from '../button.tsx'
import { type Column, DataTable } from '../data-table.tsx'
import { DateText } from '../date-text.tsx'
import { Money } from '../number-fields.tsx'
import { StateTag, type Tone } from '../state-tag.tsx'
import sample from './sample.json'

type Row = (typeof sample.rows)[number]
const { headers, texts } = sample
const TONES: readonly Tone[] = ['neutral', 'info', 'success', 'warning', 'error']

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', header: headers.name, cell: row => row.name, sort: row => row.name, csv: row => row.name },
  { key: 'province', header: headers.province, cell: row => row.province, sort: row => row.province },
  { key: 'sector', header: headers.sector, cell: row => row.sector, desktopOnly: true },
  {
    key: 'state',
    header: headers.state,
    cell: row => <StateTag tone={TONES.find(tone => tone === row.tone) ?? 'neutral'}>{row.state}</StateTag>,
    sort: row => row.state,
  },
  {
    key: 'area',
    header: headers.area,
    numeric: true,
    cell: row => formatArea(row.areaCm2),
    sort: row => row.areaCm2,
  },
  {
    key: 'amount',
    header: headers.amount,
    numeric: true,
    cell: row => <Money amountMinor={row.amountMinor} />,
    sort: row => row.amountMinor,
    csv: row => row.amountMinor,
  },
  {
    key: 'submitted',
    header: headers.submitted,
    numeric: true,
    cell: row => <DateText value={row.submittedOn} />,
    sort: row => row.submittedOn,
  },
]

export function GalleryTable({ isEmpty }: { isEmpty: boolean }) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['2']))
  return (
    <DataTable
      caption={texts.applications}
      columns={COLUMNS}
      rows={isEmpty ? [] : sample.rows}
      rowKey={row => row.id}
      rowName={row => row.name}
      rowHref={row => `/ui?row=${row.id}`}
      search={row => `${row.name} ${row.province} ${row.sector}`}
      csvName="applications"
      initialSort={{ key: 'submitted', descending: true }}
      selection={{ keys, onChange: setKeys, actions: <Button small>{texts.invite}</Button> }}
      empty={{
        title: texts.emptyTitle,
        text: texts.emptyText,
        action: <Button kind="primary">{texts.invite}</Button>,
      }}
    />
  )
}
