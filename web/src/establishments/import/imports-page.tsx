import type { ImportSummary } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { formatDateTime, formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import type { PageProps } from '../../platform/page.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FileInput } from '../../ui/file-input.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { StateTag, type Tone } from '../../ui/state-tag.tsx'
import { Loading, useErrorText } from '../../ui/states.tsx'
import { directoryFileUrl } from '../api.ts'
import { countOf, startImport, useImportOrganizer, useImports } from './api.ts'

const MAX_BYTES = 5_000_000

/** Lists brought into the directory: begin one, find a past one. */
export default function ImportsPage({ query }: PageProps) {
  const t = useMessages('directory-import-desk')
  const { route } = useLocation()
  const { isPending, organizers, organizerId } = useImportOrganizer(query['organizer'])
  return (
    <Page
      title={t('page.title')}
      lead={t('page.lead')}
      breadcrumbs={[{ label: t('page.back'), href: '/desk/establishments' }]}
    >
      {isPending && <Loading lines={6} />}
      {organizerId && (
        <div class="flex flex-col gap-6">
          <Section title={t('choose.title')}>
            {organizers.length > 1 && (
              <SelectField
                id="import-organizer"
                name="organizer"
                label={t('organizer')}
                value={organizerId}
                onValue={id => route(`/desk/establishments/import?organizer=${id}`)}
                options={organizers.map(one => ({ value: one.id, label: one.name }))}
              />
            )}
            <Choose organizerId={organizerId} />
          </Section>
          <Section title={t('past.title')} bare>
            <Past organizerId={organizerId} />
          </Section>
        </div>
      )}
    </Page>
  )
}

function Choose({ organizerId }: { organizerId: string }) {
  const t = useMessages('directory-import-desk')
  const { route } = useLocation()
  const [files, setFiles] = useState<File[]>([])
  const [progress, setProgress] = useState<number>()
  const [error, setError] = useState<unknown>()
  const errorText = useErrorText(error)
  const isReading = progress === 1
  const take = async (picked: File[]) => {
    setFiles(picked)
    setError(undefined)
    const file = picked[0]
    if (!file || progress !== undefined) return
    setProgress(0)
    try {
      const { id } = await startImport(organizerId, file, setProgress)
      route(`/desk/establishments/import/${id}?organizer=${organizerId}&step=columns`)
    } catch (reason) {
      setError(reason)
      setFiles([])
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <div class="flex flex-col gap-3">
      <FileInput
        id="import-file"
        label={t('choose.label')}
        hint={t('choose.hint')}
        accept=".xlsx,.csv,.txt,.xls,.ods"
        maxBytes={MAX_BYTES}
        files={files}
        onFiles={picked => void take(picked)}
        progress={progress}
        error={error === undefined ? undefined : errorText}
      />
      <output>{isReading ? t('choose.reading') : ''}</output>
      <div>
        <Button kind="quiet" small icon="download" download href={directoryFileUrl(organizerId, {})}>
          {t('choose.template')}
        </Button>
      </div>
    </div>
  )
}

const TONES: Record<ImportSummary['state'], Tone> = {
  uploaded: 'warning',
  previewed: 'info',
  applied: 'success',
  undone: 'neutral',
  cancelled: 'neutral',
}

function Past({ organizerId }: { organizerId: string }) {
  const t = useMessages('directory-import-desk')
  const imports = useImports(organizerId)
  const figure = (
    key: string,
    action: 'create' | 'update' | 'skip',
    header: string,
  ): Column<ImportSummary> => ({
    key,
    header,
    numeric: true,
    cell: row => formatNumber(countOf(row.counts, action)),
    csv: row => countOf(row.counts, action),
  })
  const columns: Column<ImportSummary>[] = [
    {
      key: 'file',
      header: t('past.file'),
      cell: row => <span class="break-all">{row.fileName}</span>,
      csv: row => row.fileName,
      sort: row => row.fileName,
      primary: true,
    },
    {
      key: 'state',
      header: t('past.state'),
      cell: row => <StateTag tone={TONES[row.state]}>{t(`state.${row.state}`)}</StateTag>,
      csv: row => t(`state.${row.state}`),
      sort: row => row.state,
    },
    figure('created', 'create', t('past.new')),
    figure('updated', 'update', t('past.updated')),
    figure('skipped', 'skip', t('past.skipped')),
    {
      key: 'who',
      header: t('past.who'),
      cell: row => row.createdByName ?? '–',
      csv: row => row.createdByName ?? '',
      sort: row => row.createdByName ?? '',
    },
    {
      key: 'at',
      header: t('past.at'),
      cell: row => <span class="whitespace-nowrap">{formatDateTime(row.createdAt)}</span>,
      csv: row => row.createdAt,
      sort: row => row.createdAt,
    },
  ]
  return (
    <DataTable<ImportSummary>
      caption={t('past.title')}
      columns={columns}
      rows={imports.data?.items}
      rowKey={row => row.id}
      rowHref={row => `/desk/establishments/import/${row.id}?organizer=${organizerId}`}
      search={row => `${row.fileName} ${row.createdByName ?? ''}`}
      csvName={t('past.csv')}
      error={imports.error}
      retry={() => imports.refetch()}
      empty={{ title: t('past.empty'), text: t('past.empty.text') }}
    />
  )
}
