import type { DirectoryEntry } from '@hoicho/shared/establishments/schema.ts'
import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import type { InvitationItem } from '@hoicho/shared/recruitment/schema.ts'
import { useState } from 'preact/hooks'
import { useProvinceName, useSectorName } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { SearchBox } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/figures.tsx'
import { EmptyState, ErrorState, Loading, Notice } from '../ui/states.tsx'
import { type DirectoryFilter, inviteAll, useDirectory } from './desk-api.ts'
import { PlaceFilters } from './inbox-filters.tsx'
import { LetterPreview } from './letter-preview.tsx'

interface Props {
  fairId: string
  invited: readonly InvitationItem[]
}

/** Chooses establishments of the directory, shows the letter, sends it in batches. */
export function EstablishmentPicker({ fairId, invited }: Props) {
  const t = useMessages('recruitment-desk')
  const fair = useFair(fairId)
  const [filter, setFilter] = useState<DirectoryFilter>({})
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const directory = useDirectory(fair.data?.organizerId, filter)
  const rows = directory.data?.pages.flatMap(page => page.items) ?? []
  const already = new Set(invited.map(item => item.establishmentId))
  const open = rows.filter(row => row.email && !already.has(row.id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const search = (q: string) => {
    const { q: _, ...rest } = filter
    setFilter(q ? { ...rest, q } : rest)
  }
  const off = fair.data && callOff(fair.data)
  return (
    <div class="flex flex-col gap-4">
      {off && (
        <Notice
          tone="warning"
          action={
            <Button small href={`/desk/fairs/${fairId}/setup${off === 'draft' ? '?tab=publish' : ''}`}>
              {t('recruit.off.go')}
            </Button>
          }
        >
          {t(`recruit.off.${off}`)}
        </Notice>
      )}
      <div class="flex flex-wrap items-end gap-2">
        <SearchBox value={filter.q ?? ''} onValue={search} label={t('recruit.pick.search')} />
        <PlaceFilters
          value={filter}
          onValue={place => setFilter({ ...(filter.q ? { q: filter.q } : {}), ...place })}
        />
        <Button kind="quiet" onClick={() => setChosen(new Set([...chosen, ...open.map(row => row.id)]))}>
          {t('recruit.pick.all')}
        </Button>
      </div>
      {directory.error && <ErrorState error={directory.error} retry={directory.refetch} />}
      {directory.isPending && <Loading lines={6} />}
      {directory.data && rows.length === 0 && (
        <EmptyState
          title={t('recruit.pick.none')}
          action={<Button href="/desk/establishments/new">{t('recruit.pick.add')}</Button>}
        >
          {t('recruit.pick.none.text')}
        </EmptyState>
      )}
      <ul class="rounded-box border border-line bg-base-100 empty:hidden">
        {rows.map(row => (
          <Row
            key={row.id}
            row={row}
            isChosen={chosen.has(row.id)}
            wasInvited={already.has(row.id)}
            toggle={() => toggle(row.id)}
          />
        ))}
      </ul>
      {directory.hasNextPage && (
        <Button busy={directory.isFetchingNextPage} onClick={() => void directory.fetchNextPage()}>
          {t('recruit.pick.more')}
        </Button>
      )}
      <Send
        fairId={fairId}
        chosen={chosen}
        whyOff={off && t(`recruit.off.${off}`)}
        onSent={() => setChosen(new Set())}
      />
    </div>
  )
}

/** What the server would refuse: letters go out for a published fair until its registration closes. */
function callOff(fair: FairView): 'draft' | 'over' | 'closed' | undefined {
  if (fair.state === 'draft') return 'draft'
  if (fair.state !== 'published') return 'over'
  return new Date().toISOString() >= fair.registrationClosesAt ? 'closed' : undefined
}

interface RowProps {
  row: DirectoryEntry
  isChosen: boolean
  wasInvited: boolean
  toggle: () => void
}

function Row({ row, isChosen, wasInvited, toggle }: RowProps) {
  const t = useMessages('recruitment-desk')
  const sector = useSectorName()
  const province = useProvinceName()
  const note = wasInvited ? t('recruit.pick.already') : row.email ? undefined : t('recruit.pick.no-e-mail')
  return (
    <li class="border-b border-line last:border-0">
      <label class="flex min-h-11 cursor-pointer items-center gap-3 px-3 py-1.5 hover:bg-base-200">
        <input
          type="checkbox"
          class="checkbox checkbox-primary checkbox-sm"
          checked={isChosen}
          disabled={note !== undefined}
          onChange={toggle}
        />
        <span class="min-w-0 flex-1 basis-64">
          <span class="block truncate font-medium">{row.name}</span>
          <span class="block truncate text-sm text-muted">
            {[province(row.provinceScheme, row.provinceCode), sector(row.sectorCode)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span class="text-sm text-muted">{note ?? row.email}</span>
      </label>
    </li>
  )
}

/** The bar at the foot: how many, the letter, the button, and how far it is. */
interface SendProps {
  fairId: string
  chosen: ReadonlySet<string>
  whyOff: string | undefined
  onSent: () => void
}

function Send({ fairId, chosen, whyOff, onSent }: SendProps) {
  const t = useMessages('recruitment-desk')
  const [isReading, setReading] = useState(false)
  const [done, setDone] = useState<number>()
  const [result, setResult] = useState<string>()
  const [error, setError] = useState<unknown>()
  const ids = [...chosen]
  const send = async () => {
    setError(undefined)
    setResult(undefined)
    try {
      const results = await inviteAll(fairId, ids, setDone)
      const count = (outcome: string) => results.filter(one => one.outcome === outcome).length
      setResult(
        t('recruit.result', {
          invited: count('invited'),
          already: count('already-invited'),
          missing: count('no-e-mail'),
          out: count('opted-out'),
        }),
      )
      onSent()
    } catch (reason) {
      setError(reason)
    } finally {
      setDone(undefined)
    }
  }
  return (
    <div class="sticky bottom-0 flex flex-col gap-3 border-t border-line bg-base-200 py-3">
      {result && <Notice tone="success">{result}</Notice>}
      {error !== undefined && <ErrorState error={error} />}
      {done !== undefined && (
        <Progress share={done / ids.length} label={t('recruit.sending', { done, total: ids.length })} />
      )}
      <div class="flex flex-wrap items-start gap-2">
        <Button
          kind="primary"
          busy={done !== undefined}
          disabledReason={whyOff ?? (ids.length === 0 ? t('recruit.send.none') : undefined)}
          onClick={() => void send()}
        >
          {t('recruit.send', { count: ids.length })}
        </Button>
        <Button onClick={() => setReading(true)}>{t('recruit.preview')}</Button>
      </div>
      <Dialog open={isReading} onClose={() => setReading(false)} title={t('recruit.preview')} wide>
        <LetterPreview fairId={fairId} establishmentId={ids[0]} />
      </Dialog>
    </div>
  )
}
