import type { AuditEntry, FieldChange } from '@hoicho/shared/identity/audit.ts'
import { useState } from 'preact/hooks'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx'
import { useActivitySentence } from './activity-sentence.ts'
import { LogFilters, NO_FILTER } from './log-filters.tsx'
import { ManagedOrganizer } from './managed-organizer.tsx'
import { useAudit } from './organizer-api.ts'

/** Everything done at the organizer, in plain words, for its manager and whoever inspects it. */
export default function LogPage() {
  const t = useMessages('settings-desk')
  return (
    <ManagedOrganizer action="identity.list-audit" title={t('log.title')}>
      {organizerId => <Log key={organizerId} organizerId={organizerId} />}
    </ManagedOrganizer>
  )
}

function Log({ organizerId }: { organizerId: string }) {
  const t = useMessages('settings-desk')
  const [filter, setFilter] = useState(NO_FILTER)
  return (
    <Page title={t('log.title')} lead={t('log.lead')}>
      <LogFilters organizerId={organizerId} filter={filter} setFilter={setFilter} />
      <Section>
        <Entries organizerId={organizerId} filter={filter} />
      </Section>
    </Page>
  )
}

function Entries({ organizerId, filter }: { organizerId: string; filter: typeof NO_FILTER }) {
  const t = useMessages('settings-desk')
  const log = useAudit(organizerId, filter)
  if (log.isPending) return <Loading lines={10} />
  if (log.error) return <ErrorState error={log.error} retry={log.refetch} />
  const entries = log.data?.pages.flatMap(page => page.items) ?? []
  if (entries.length === 0) return <EmptyState title={t('log.empty')}>{t('log.empty.text')}</EmptyState>
  return (
    <>
      <ol class="flex flex-col">
        {entries.map(entry => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      <div class="pt-4">
        {log.hasNextPage ? (
          <Button onClick={() => log.fetchNextPage()} busy={log.isFetchingNextPage}>
            {t('log.more')}
          </Button>
        ) : (
          <p class="text-sm text-muted">{t('log.end')}</p>
        )}
      </div>
    </>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useMessages('settings-desk')
  const { who, what } = useActivitySentence()(entry)
  const about = [entry.establishmentName, entry.fairName].filter(Boolean).join(' · ')
  return (
    <li class="grid gap-x-4 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <span class="font-medium">{who}</span> {what}
        {about && <span class="block text-sm text-muted">{about}</span>}
      </div>
      <time class="tnum text-sm text-muted" dateTime={entry.at}>
        {formatDateTime(entry.at)}
      </time>
      {entry.changes.length > 0 && (
        <details class="sm:col-span-2">
          <summary class="w-fit cursor-pointer py-1 text-sm text-primary">
            {t('log.changes', { count: entry.changes.length })}
          </summary>
          <Changes changes={entry.changes} />
        </details>
      )}
    </li>
  )
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const t = useMessages('settings-desk')
  return (
    <div class="overflow-x-auto">
      <table class="w-full text-left text-sm">
        <thead class="text-muted">
          <tr>
            {([t('log.field'), t('log.before'), t('log.after')] as const).map(head => (
              <th key={head} scope="col" class="py-1 pr-4 font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field} class="border-t border-line align-top">
              <th scope="row" class="py-1 pr-4 font-mono text-xs font-normal">
                {field}
              </th>
              <td class="max-w-80 py-1 pr-4 break-words text-muted">{before ?? t('log.none')}</td>
              <td class="max-w-80 py-1 break-words">{after ?? t('log.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
