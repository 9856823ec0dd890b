import type { EnterInput } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useProvinceName } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { SearchBox } from '../ui/data-table.tsx'
import { Page, Section } from '../ui/page.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx'
import { enterApplication } from './confirmation-api.ts'
import { useDirectory } from './desk-api.ts'

type Chosen = { id: string; name: string }

/** An officer starts an application for an establishment that applies on paper or by telephone. */
export default function EnterPage({ params }: PageProps<'fairId'>) {
  const t = useMessages('recruitment-desk')
  const { route } = useLocation()
  const [chosen, setChosen] = useState<Chosen>()
  const [enteredFrom, setFrom] = useState<EnterInput['enteredFrom']>('paper')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const start = async () => {
    if (!chosen) return
    setBusy(true)
    setError(undefined)
    try {
      const view = await enterApplication(params.fairId, { establishmentId: chosen.id, enteredFrom })
      route(`/desk/fairs/${params.fairId}/applications/${view.id}/write`)
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <Page
      width="narrow"
      title={t('enter.title')}
      lead={t('enter.lead')}
      breadcrumbs={[{ label: t('inbox.title'), href: `/desk/fairs/${params.fairId}/applications` }]}
    >
      <Section title={t('enter.establishment')}>
        {chosen ? (
          <div class="flex flex-wrap items-center gap-3">
            <p class="font-medium">{t('enter.chosen', { name: chosen.name })}</p>
            <Button small kind="quiet" onClick={() => setChosen(undefined)}>
              {t('enter.change')}
            </Button>
          </div>
        ) : (
          <Search fairId={params.fairId} onChoose={setChosen} />
        )}
      </Section>
      <RadioField<EnterInput['enteredFrom']>
        id="entered-from"
        name="enteredFrom"
        label={t('enter.from')}
        value={enteredFrom}
        onValue={setFrom}
        options={[
          { value: 'paper', label: t('enter.from.paper') },
          { value: 'phone', label: t('enter.from.phone') },
        ]}
      />
      {error !== undefined && <ErrorState error={error} />}
      <Actions>
        <Button
          kind="primary"
          busy={isBusy}
          disabledReason={chosen ? undefined : t('enter.required')}
          onClick={() => void start()}
        >
          {t('enter.start')}
        </Button>
      </Actions>
    </Page>
  )
}

function Search({ fairId, onChoose }: { fairId: string; onChoose: (chosen: Chosen) => void }) {
  const t = useMessages('recruitment-desk')
  const fair = useFair(fairId)
  const province = useProvinceName()
  const [q, setQ] = useState('')
  const directory = useDirectory(fair.data?.organizerId, q ? { q } : {})
  const rows = directory.data?.pages.flatMap(page => page.items).slice(0, 8) ?? []
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-end gap-2">
        <SearchBox value={q} onValue={setQ} label={t('enter.search')} />
        <Button kind="quiet" href="/desk/establishments/new">
          {t('enter.add')}
        </Button>
      </div>
      {directory.error && <ErrorState error={directory.error} retry={directory.refetch} />}
      {directory.isPending && <Loading lines={4} />}
      {directory.data && rows.length === 0 && <EmptyState title={t('enter.none')} />}
      <ul class="rounded-box border border-line bg-base-100 empty:hidden">
        {rows.map(row => (
          <li key={row.id} class="border-b border-line last:border-0">
            <button
              type="button"
              class="flex w-full flex-wrap gap-x-3 px-3 py-2 text-left hover:bg-base-200"
              onClick={() => onChoose({ id: row.id, name: row.name })}
            >
              <span class="min-w-0 flex-1 font-medium">{row.name}</span>
              <span class="text-muted">{province(row.provinceScheme, row.provinceCode)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
