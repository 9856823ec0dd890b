import type { PlaceSeeker, PlanView } from '@hoicho/shared/booths/schema.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import { useState } from 'preact/hooks'
import { locale, useMessages } from '../platform/i18n.ts'
import { SearchBox } from '../ui/data-table.tsx'
import { Section } from '../ui/page.tsx'
import { Tabs } from '../ui/tabs.tsx'

export interface SeekerListProps {
  plan: PlanView
  chosen: PlaceSeeker | undefined
  /** Not there for who may only look. */
  onChoose: ((applicationId: string | undefined) => void) | undefined
}

/** The selected establishments, those without a booth first. One is chosen, then a free booth is pressed. */
export function SeekerList({ plan, chosen, onChoose }: SeekerListProps) {
  const t = useMessages('booths-desk')
  const [tab, setTab] = useState<'waiting' | 'all'>('waiting')
  const [query, setQuery] = useState('')
  const waiting = plan.seekers.filter(seeker => seeker.boothCount === 0)
  const wanted = foldText(query)
  const shown = (tab === 'waiting' ? waiting : plan.seekers).filter(seeker =>
    foldText(`${seeker.establishmentName} ${seeker.applicationNumber}`).includes(wanted),
  )
  if (plan.seekers.length === 0) {
    return (
      <Section title={t('seekers')}>
        <p class="font-medium">{t('seekers.empty')}</p>
        <p class="text-muted">{t('seekers.empty.hint')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('seekers')}>
      <Tabs
        label={t('seekers')}
        tabs={[
          { key: 'waiting' as const, label: t('seekers.waiting'), count: waiting.length },
          { key: 'all' as const, label: t('seekers.all'), count: plan.seekers.length },
        ]}
        current={tab}
        onSelect={setTab}
      >
        <div class="flex flex-col gap-2">
          <p class="text-sm text-muted empty:hidden" aria-live="polite">
            {!onChoose
              ? null
              : chosen
                ? t('seekers.chosen', { name: chosen.establishmentName })
                : t('seekers.choose')}
          </p>
          {plan.seekers.length > 8 && <SearchBox value={query} onValue={setQuery} label={t('seekers')} />}
          {shown.length === 0 && tab === 'waiting' && query === '' && <p>{t('seekers.none')}</p>}
          <ul class="flex max-h-96 flex-col gap-1 overflow-y-auto">
            {shown.map(seeker => (
              <li key={seeker.applicationId}>
                <Seeker
                  seeker={seeker}
                  sector={sectorName(plan, seeker)}
                  isChosen={seeker === chosen}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        </div>
      </Tabs>
    </Section>
  )
}

function Seeker(props: {
  seeker: PlaceSeeker
  sector: string
  isChosen: boolean
  onChoose: SeekerListProps['onChoose']
}) {
  const t = useMessages('booths-desk')
  const { seeker, sector, isChosen, onChoose } = props
  const held = seeker.boothCount > 0 ? t('seekers.count', { count: seeker.boothCount }) : ''
  const notes = [seeker.applicationNumber, sector, held, seeker.isConfirmed ? t('seekers.inContract') : '']
  const words = (
    <>
      <span class="block font-medium">{seeker.establishmentName}</span>
      <span class="block text-sm text-muted">{notes.filter(note => note !== '').join(' · ')}</span>
    </>
  )
  if (!onChoose) return <div class="rounded-field border border-line px-3 py-2">{words}</div>
  return (
    <button
      type="button"
      class="w-full cursor-pointer rounded-field border border-line px-3 py-2 text-left hover:bg-base-200 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 aria-pressed:border-primary aria-pressed:bg-primary/8"
      aria-pressed={isChosen}
      aria-disabled={seeker.isConfirmed || undefined}
      onClick={() => {
        if (!seeker.isConfirmed) onChoose(isChosen ? undefined : seeker.applicationId)
      }}
    >
      {words}
    </button>
  )
}

function sectorName(plan: PlanView, seeker: PlaceSeeker): string {
  const sector = plan.sectors.find(one => one.code === seeker.sectorCode)
  return (locale.value === 'vi' ? sector?.nameVi : sector?.nameEn) ?? ''
}
