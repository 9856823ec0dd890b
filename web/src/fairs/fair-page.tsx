import type { PublicFair } from '@hoicho/shared/fairs/schema.ts'
import type { ComponentChildren } from 'preact'
import { formatDate, formatDateTime, formatNumber, formatWeekday } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { usePublicFair } from './api.ts'
import { PapersToPrepare } from './papers-to-prepare.tsx'
import { type RegistrationPhase, registrationPhase } from './registration.ts'

/** What anybody may know of a fair: when, where, what for, whom to ask, and the two ways in. */
export default function FairPage({ params }: PageProps<'slug'>) {
  const t = useMessages('fairs')
  const fair = usePublicFair(params.slug)
  if (fair.data) return <Fair fair={fair.data} />
  return (
    <Page title={t('page.loading')}>
      <Await query={fair}>{() => null}</Await>
    </Page>
  )
}

/** A field in the reader's language, else in English, else in Vietnamese. */
function inLanguage(vi: string, en: string, de: string): string {
  if (locale.value === 'vi') return vi
  return (locale.value === 'de' && de) || en || vi
}

function Fair({ fair }: { fair: PublicFair }) {
  const t = useMessages('fairs')
  const phase = registrationPhase(fair, new Date().toISOString())
  const name = inLanguage(fair.nameVi, fair.nameEn, fair.nameDe)
  const theme = inLanguage(fair.themeVi, fair.themeEn, fair.themeDe)
  const description = inLanguage(fair.descriptionVi, fair.descriptionEn, fair.descriptionDe)
  return (
    <Page title={name} lead={theme} tag={<PhaseTag phase={phase} />}>
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div class="order-last flex min-w-0 flex-col gap-6 lg:order-first">
          {description && (
            <Section title={t('about')}>
              <p class="max-w-prose whitespace-pre-line">{description}</p>
            </Section>
          )}
          <Section title={t('sectors')}>
            <ul class="flex list-disc flex-col gap-1 pl-5">
              {fair.sectors.map(sector => (
                <li key={sector.code}>{inLanguage(sector.nameVi, sector.nameEn, sector.nameDe)}</li>
              ))}
            </ul>
          </Section>
          {phase !== 'ended' && <PapersToPrepare slug={fair.slug} />}
          <Organizer fair={fair} />
        </div>
        <div class="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
          <Facts fair={fair} />
          <WaysIn fair={fair} phase={phase} />
        </div>
      </div>
    </Page>
  )
}

function PhaseTag({ phase }: { phase: RegistrationPhase }) {
  const t = useMessages('fairs')
  const tone = { before: 'info', open: 'success', over: 'neutral', ended: 'neutral' } as const
  return <StateTag tone={tone[phase]}>{t(`phase.${phase}`)}</StateTag>
}

function Facts({ fair }: { fair: PublicFair }) {
  const t = useMessages('fairs')
  const day = (on: string) => `${formatWeekday(on)}, ${formatDate(on)}`
  return (
    <Section>
      <dl class="flex flex-col gap-3">
        <Fact label={t('when')}>
          <span class="tnum block font-semibold">{day(fair.opensOn)}</span>
          {fair.closesOn !== fair.opensOn && (
            <span class="tnum block font-semibold">
              {t('until')} {day(fair.closesOn)}
            </span>
          )}
          <span class="tnum block">{t('daily', { from: fair.dailyOpensAt, to: fair.dailyClosesAt })}</span>
        </Fact>
        <Fact label={t('where')}>
          <span class="block font-semibold">{fair.venueName}</span>
          {fair.venueAddress && <span class="block">{fair.venueAddress}</span>}
          <span class="block">
            {fair.city}
            {fair.country !== 'VN' && `, ${countryName(fair.country)}`}
          </span>
        </Fact>
        <Fact label={t('quota')}>
          <span class="tnum">{t('quota.value', { count: formatNumber(fair.quota) })}</span>
        </Fact>
      </dl>
    </Section>
  )
}

const countryName = (code: string) =>
  new Intl.DisplayNames([locale.value], { type: 'region' }).of(code) ?? code

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The two big buttons. The way to a stand opens and closes with the registration window. */
function WaysIn({ fair, phase }: { fair: PublicFair; phase: RegistrationPhase }) {
  const t = useMessages('fairs')
  const at = (instant: string) => formatDateTime(instant, fair.timeZone)
  if (phase === 'ended') return <Notice>{t('ended.text')}</Notice>
  return (
    <div class="flex flex-col gap-4">
      {phase === 'open' ? (
        <div class="flex flex-col gap-1">
          <Button kind="primary" wide href={`/f/${fair.slug}/apply`}>
            {t('apply')}
          </Button>
          <p class="text-sm text-muted">{t('apply.until', { time: at(fair.registrationClosesAt) })}</p>
        </div>
      ) : (
        <Notice title={t(`phase.${phase}`)}>
          {phase === 'before'
            ? t('apply.from', { time: at(fair.registrationOpensAt) })
            : t('apply.over', { time: at(fair.registrationClosesAt) })}
        </Notice>
      )}
      {fair.kind === 'home' && (
        <div class="flex flex-col gap-1">
          <Button wide href={`/f/${fair.slug}/register`}>
            {t('visit')}
          </Button>
          <p class="text-sm text-muted">{t('visit.text')}</p>
        </div>
      )}
    </div>
  )
}

function Organizer({ fair }: { fair: PublicFair }) {
  const t = useMessages('fairs')
  const { organizer } = fair
  return (
    <Section title={t('organizer')}>
      <p class="font-semibold">{inLanguage(organizer.nameVi, organizer.nameEn, organizer.nameEn)}</p>
      <p>{organizer.address}</p>
      <p class="mt-1 flex flex-wrap gap-x-6">
        {organizer.phone && (
          <a
            class="inline-block py-2 text-primary underline"
            href={`tel:${organizer.phone.replaceAll(' ', '')}`}
          >
            {organizer.phone}
          </a>
        )}
        <a class="inline-block py-2 text-primary underline" href={`mailto:${organizer.email}`}>
          {organizer.email}
        </a>
      </p>
    </Section>
  )
}
