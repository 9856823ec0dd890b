import type { DealView, OwnDeals } from '@hoicho/shared/deals/schema.ts'
import { DEAL_STATES } from '@hoicho/shared/deals/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { useState } from 'preact/hooks'
import { countryName } from '../platform/countries.ts'
import { formatDate, formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { remembered } from '../platform/store.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, EmptyState, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { removeDeal, useOwnDeals } from './api.ts'
import { DealForm, draftKeyOf } from './deal-form.tsx'
import { DealStateTag, DealValue } from './deal-state.tsx'

/** For those at the booth: log a deal in under a minute, see what became of the others. */
export default function OwnDealsPage({ params: { applicationId } }: PageProps<'applicationId'>) {
  const t = useMessages('deals')
  const p = useMessages('platform')
  const deals = useOwnDeals(applicationId)
  const fair = deals.data?.fair
  const names = fair && { vi: fair.nameVi, en: fair.nameEn, de: fair.nameDe }
  return (
    <Page
      title={t('title')}
      width="narrow"
      breadcrumbs={[{ label: p('exhibitor.application'), href: `/e/applications/${applicationId}` }]}
      lead={
        fair &&
        t('lead', {
          fair: names?.[locale.value] || fair.nameVi,
          days: formatDays(fair.opensOn, fair.closesOn),
        })
      }
    >
      <Await query={deals}>{about => <Deals about={about} applicationId={applicationId} />}</Await>
    </Page>
  )
}

/** The form stands open when a deal was begun on this device and not sent. */
function Deals({ about, applicationId }: { about: OwnDeals; applicationId: string }) {
  const t = useMessages('deals')
  const hasDraft = remembered(`draft.${draftKeyOf(applicationId)}`) !== undefined
  const [open, setOpen] = useState<'new' | DealView | null>(hasDraft && about.mayLog ? 'new' : null)
  const close = () => setOpen(null)
  if (open !== null) {
    const deal = open === 'new' ? undefined : open
    const title = deal ? t('form.correct', { partner: deal.partnerName }) : t('form.add')
    return (
      <Section title={title}>
        {deal?.rejectionReason && (
          <div class="mb-4">
            <Notice tone="warning" title={t('rejected.why', { reason: deal.rejectionReason })}>
              {t('rejected.next')}
            </Notice>
          </div>
        )}
        <DealForm applicationId={applicationId} about={about} deal={deal} onDone={close} />
      </Section>
    )
  }
  const off = whyOff(about, t)
  return (
    <>
      <div class="flex flex-col gap-2 max-sm:[&>.btn]:w-full sm:items-start">
        <p class="text-muted">{t('lead.why')}</p>
        {off ? (
          <Notice>{off}</Notice>
        ) : (
          <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )}
      </div>
      <DealList about={about} onCorrect={setOpen} />
    </>
  )
}

function whyOff({ mayLog, today, fair }: OwnDeals, t: ReturnType<typeof useMessages<'deals'>>) {
  if (!mayLog) return t('not-selected')
  if (today < fair.opensOn) return t('not-yet', { day: formatDate(fair.opensOn) })
  return undefined
}

function DealList({ about, onCorrect }: { about: OwnDeals; onCorrect: (deal: DealView) => void }) {
  const t = useMessages('deals')
  const { items } = about
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>
  const verified = items.filter(deal => deal.state === 'verified').length
  return (
    <section aria-label={t('title')} class="flex flex-col gap-3">
      <p class="tnum text-muted">
        {t('sum', { count: items.length })} · {t('sum.verified', { count: verified })}
      </p>
      <ul class="flex flex-col gap-3">
        {items.map(deal => (
          <DealCard key={deal.id} deal={deal} onCorrect={() => onCorrect(deal)} />
        ))}
      </ul>
    </section>
  )
}

function DealCard({ deal, onCorrect }: { deal: DealView; onCorrect: () => void }) {
  const t = useMessages('deals')
  const common = useMessages('platform')
  const product = deal.productNameVi ?? deal.productText
  const mayCorrect = step(DEAL_STATES, deal.state, 'correct') !== undefined
  return (
    <li class="rounded-box border border-line bg-base-100 p-4">
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 class="min-w-0 font-semibold break-words">{deal.partnerName}</h2>
        <span class="font-semibold">
          <DealValue valueMinor={deal.valueMinor} currency={deal.currency} />
        </span>
      </div>
      <p class="mt-0.5 text-muted">
        {[t(`kind.${deal.kind}`), countryName(deal.partnerCountry), formatDate(deal.signedOn), product]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {deal.note && <p class="mt-1 whitespace-pre-line">{deal.note}</p>}
      {deal.rejectionReason && (
        <p class="mt-2 font-medium">{t('rejected.why', { reason: deal.rejectionReason })}</p>
      )}
      <div class="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <DealStateTag state={deal.state} />
        {deal.evidence && (
          <a
            class="text-primary underline"
            href={`/api/files/${deal.evidence.id}?inline=1`}
            target="_blank"
            rel="noreferrer"
          >
            {t('evidence')}
          </a>
        )}
        {mayCorrect && (
          <span class="ml-auto flex gap-1">
            <Button kind="quiet" small icon="edit" onClick={onCorrect}>
              {common('action.edit')}
            </Button>
            <ConfirmButton
              small
              title={t('remove.title', { partner: deal.partnerName })}
              text={t('remove.text')}
              confirmLabel={t('remove.confirm')}
              onConfirm={async () => {
                await removeDeal(deal.id)
                notify({ text: t('removed') })
              }}
            >
              {common('action.remove')}
            </ConfirmButton>
          </span>
        )}
      </div>
    </li>
  )
}
