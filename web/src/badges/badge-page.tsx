import type { PublicBadge } from '@hoicho/shared/badges/schema.ts'
import { formatDays } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { usePublicBadge } from './api.ts'
import { nameOf } from './names.ts'
import { QrPicture } from './qr-picture.tsx'

/** A badge on its holder's phone: the code as large as the screen lets it, on white. */
export default function BadgePage({ params }: PageProps<'code'>) {
  const t = useMessages('badges')
  const badge = usePublicBadge(params.code)
  const title = badge.data ? nameOf(badge.data.fair) : t('number')
  return (
    <Page title={title} width="narrow" lead={badge.data && <Days badge={badge.data} />}>
      <Await query={badge}>{data => <Badge badge={data} />}</Await>
    </Page>
  )
}

function Days({ badge }: { badge: PublicBadge }) {
  const t = useMessages('badges')
  const { opensOn, closesOn, dailyOpensAt, dailyClosesAt, venueName, city } = badge.fair
  return (
    <span class="tnum">
      {formatDays(opensOn, closesOn)} · {t('badge.open', { from: dailyOpensAt, to: dailyClosesAt })}
      <br />
      {venueName}, {city}
    </span>
  )
}

function Badge({ badge }: { badge: PublicBadge }) {
  const t = useMessages('badges')
  const base = `/api/public/badges/${badge.code}`
  if (badge.state !== 'active') {
    return <Notice tone="error">{t(badge.state === 'revoked' ? 'badge.revoked' : 'badge.replaced')}</Notice>
  }
  return (
    <>
      <div class="flex flex-col items-center gap-3 rounded-box border border-line bg-white p-4 text-center text-[#1d1b18]">
        <p class="rounded-selector border border-[#1d1b18] bg-[#1d1b18] px-3 py-1 text-sm font-semibold tracking-wide text-white uppercase print:text-[#1d1b18]">
          {t(`kind.${badge.kind}`)}
        </p>
        <QrPicture rows={badge.qr} label={t('badge.qr', { number: badge.number })} class="w-full max-w-96" />
        <div>
          <p class="text-2xl font-semibold text-balance">{badge.holderName}</p>
          {badge.position && <p>{badge.position}</p>}
          {badge.company && <p class="text-lg">{badge.company}</p>}
          <p class="tnum mt-1 text-sm text-[#5b5650]">
            {t('number')}: {badge.number}
          </p>
        </div>
      </div>
      <div class="no-print">
        <Notice>
          {t('badge.bright')} {t('badge.private')}
        </Notice>
      </div>
      <div class="flex flex-wrap gap-2 max-sm:[&>.btn]:w-full">
        <Button kind="primary" href={`${base}/fair.ics`} download="fair.ics">
          {t('badge.calendar')}
        </Button>
        <Button href={`${base}/badge.pdf`} download="badge.pdf" icon="download">
          {t('badge.pdf')}
        </Button>
      </div>
    </>
  )
}
