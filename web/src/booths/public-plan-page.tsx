import type { PublicBooth, PublicPlan } from '@hoicho/shared/booths/schema.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import { useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { SearchBox } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { notify } from '../ui/toast.tsx'
import { usePublicPlan } from './api.ts'
import { HallPlan } from './hall-plan.tsx'

/** Where is the booth I look for: by name, product or number, on a phone first. `?booth=B12` opens one. */
export default function PublicPlanPage({ params, query }: PageProps<'slug'>) {
  const t = useMessages('booths')
  const plan = usePublicPlan(params.slug)
  const fair = plan.data?.fair
  return (
    <Page
      title={t('plan.title')}
      lead={fair ? localName(fair) : t('plan.lead')}
      breadcrumbs={[{ label: t('plan.back'), href: `/f/${params.slug}` }]}
    >
      <Await query={plan}>{found => <Finder plan={found} slug={params.slug} number={query.booth} />}</Await>
    </Page>
  )
}

function Finder({ plan, slug, number }: { plan: PublicPlan; slug: string; number: string | undefined }) {
  const t = useMessages('booths')
  const { route } = useLocation()
  const [words, setWords] = useState('')
  const [hallId, setHallId] = useState<string>()
  const found = useFound(plan, words)
  const chosen = plan.booths.find(booth => booth.number === number)
  const hall = plan.halls.find(one => one.id === (chosen?.hallId ?? hallId)) ?? plan.halls[0]
  const pick = (picked: string | undefined) =>
    route(picked ? `/f/${slug}/plan?booth=${encodeURIComponent(picked)}` : `/f/${slug}/plan`, true)
  if (!hall) return <EmptyState title={t('plan.empty')}>{t('plan.empty.hint')}</EmptyState>
  const isSearching = words.trim() !== ''
  const drawn = plan.booths
    .filter(booth => booth.hallId === hall.id)
    .map(booth => ({
      ...booth,
      name: booth.exhibitor ? exhibitorName(booth.exhibitor) : '',
      look: lookOf(booth, isSearching, found),
    }))
  const drawing = (
    <HallPlan key={hall.id} hall={hall} booths={drawn} selected={number} onPick={pick} hasTools />
  )
  return (
    <div class="flex flex-col gap-4">
      <SearchBox value={words} onValue={setWords} label={t('plan.search')} />
      {chosen && <BoothCard booth={chosen} plan={plan} onClose={() => pick(undefined)} />}
      <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {plan.halls.length > 1 ? (
          <Tabs
            label={t('plan.hall')}
            tabs={plan.halls.map(one => ({ key: one.id, label: one.name }))}
            current={hall.id}
            onSelect={id => {
              pick(undefined)
              setHallId(id)
            }}
          >
            {drawing}
          </Tabs>
        ) : (
          drawing
        )}
        <BoothList booths={found} words={words} plan={plan} number={number} pick={pick} />
      </div>
    </div>
  )
}

function lookOf(booth: PublicBooth, isSearching: boolean, found: readonly PublicBooth[]) {
  if (!isSearching) return booth.exhibitor ? ('confirmed' as const) : ('free' as const)
  return found.includes(booth) ? ('found' as const) : ('dimmed' as const)
}

/** Booths whose number, exhibitor, sector or product holds every word, whatever the accents. */
function useFound(plan: PublicPlan, query: string): readonly PublicBooth[] {
  const texts = useMemo(
    () =>
      plan.booths.map(booth => {
        const { exhibitor } = booth
        const sector = plan.sectors.find(one => one.code === exhibitor?.sectorCode)
        const products = exhibitor?.products.flatMap(one => [one.nameVi, one.nameEn, one.nameDe]) ?? []
        const parts = [booth.number, exhibitor?.name, exhibitor?.nameEn, exhibitor?.province, ...products]
        return foldText([...parts, sector?.nameVi, sector?.nameEn, sector?.nameDe].join(' '))
      }),
    [plan],
  )
  return useMemo(() => {
    const words = foldText(query).split(' ').filter(Boolean)
    if (words.length === 0) return plan.booths.filter(booth => booth.exhibitor !== null)
    return plan.booths.filter((_, i) => words.every(word => texts[i]?.includes(word)))
  }, [plan, texts, query])
}

function BoothList(props: {
  booths: readonly PublicBooth[]
  words: string
  plan: PublicPlan
  number: string | undefined
  pick: (number: string) => void
}) {
  const t = useMessages('booths')
  const { booths, words, plan, number, pick } = props
  if (booths.length === 0 && words.trim() !== '') {
    return <EmptyState title={t('plan.none', { query: words })}>{t('plan.none.hint')}</EmptyState>
  }
  return (
    <section aria-label={t('plan.list')}>
      <p class="tnum mb-2 text-sm text-muted" aria-live="polite">
        {t('plan.found', { count: booths.length })}
      </p>
      <ul class="flex flex-col gap-2 lg:max-h-[70dvh] lg:overflow-y-auto">
        {booths.map(booth => (
          <li key={booth.number}>
            <button
              type="button"
              class="flex w-full cursor-pointer items-start gap-3 rounded-box border border-line bg-base-100 px-3 py-2.5 text-left hover:bg-base-200 aria-pressed:border-primary"
              aria-pressed={booth.number === number}
              onClick={() => pick(booth.number)}
            >
              <span class="tnum min-w-12 font-semibold text-primary">{booth.number}</span>
              <span class="min-w-0 flex-1">
                <span class="block font-medium">
                  {booth.exhibitor ? exhibitorName(booth.exhibitor) : t('plan.free')}
                </span>
                {booth.exhibitor && (
                  <span class="block text-sm text-muted">
                    {[sectorOf(plan, booth), booth.exhibitor.province].filter(Boolean).join(' · ')}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function BoothCard({ booth, plan, onClose }: { booth: PublicBooth; plan: PublicPlan; onClose: () => void }) {
  const t = useMessages('booths')
  const p = useMessages('platform')
  const { exhibitor } = booth
  const hall = plan.halls.find(one => one.id === booth.hallId)?.name ?? ''
  const share = async () => {
    await navigator.clipboard.writeText(location.href)
    notify({ text: p('status.copied') })
  }
  const introduction =
    exhibitor && (locale.value === 'vi' ? exhibitor.introductionVi : exhibitor.introductionEn)
  return (
    <section class="rounded-box border-2 border-primary bg-base-100 p-4">
      <h2 class="text-lg font-semibold">
        {t('plan.booth', { number: booth.number })}
        {exhibitor && ` – ${exhibitorName(exhibitor)}`}
      </h2>
      <p class="text-muted">
        {[hall, sectorOf(plan, booth), exhibitor?.province].filter(Boolean).join(' · ')}
      </p>
      {!exhibitor && <p>{t('plan.free')}</p>}
      {introduction && <p class="mt-2 max-w-prose">{introduction}</p>}
      {exhibitor && exhibitor.products.length > 0 && (
        <p class="mt-2">
          <span class="font-medium">{t('plan.products')}: </span>
          {exhibitor.products.map(localName).join(', ')}
        </p>
      )}
      <div class="mt-3 flex flex-wrap gap-2">
        {exhibitor?.website && (
          <Button kind="quiet" small external href={exhibitor.website}>
            {t('plan.website')}
          </Button>
        )}
        <Button kind="quiet" small onClick={() => void share()}>
          {t('plan.share')}
        </Button>
        <Button kind="quiet" small onClick={onClose}>
          {t('plan.clear')}
        </Button>
      </div>
    </section>
  )
}

const exhibitorName = (exhibitor: { name: string; nameEn: string }) =>
  locale.value === 'vi' ? exhibitor.name : exhibitor.nameEn || exhibitor.name

const localName = (named: { nameVi: string; nameEn: string; nameDe: string }) => {
  const wanted = { vi: named.nameVi, en: named.nameEn, de: named.nameDe || named.nameEn }[locale.value]
  return wanted || named.nameVi
}

function sectorOf(plan: PublicPlan, booth: PublicBooth): string {
  const sector = plan.sectors.find(one => one.code === booth.exhibitor?.sectorCode)
  return sector ? localName(sector) : ''
}
