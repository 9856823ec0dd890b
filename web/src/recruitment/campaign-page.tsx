import type { CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { INVITEE_STATES } from '@hoicho/shared/recruitment/vocabulary.ts'
import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime, formatNumber } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Progress, Stat, StatRow } from '../ui/figures.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, ErrorState, Notice } from '../ui/states.tsx'
import { CampaignCheck } from './campaign-check.tsx'
import { CampaignState } from './campaign-state.tsx'
import { moveCampaign, setPace, useCampaign } from './campaigns-api.ts'
import { InviteeTable } from './invitee-table.tsx'
import { PaceFields } from './letter-fields.tsx'

/** One campaign: a draft to check and start, or how far its letters and its invitees are. */
export default function CampaignPage({ params, query }: PageProps<'fairId' | 'campaignId'>) {
  const t = useMessages('campaigns-desk')
  const { fairId, campaignId } = params
  const campaign = useCampaign(fairId, campaignId)
  const view = campaign.data
  return (
    <Page
      title={view?.name ?? t('campaign.one')}
      tag={view && <CampaignState state={view.state} />}
      breadcrumbs={[{ label: t('campaigns.title'), href: `/desk/fairs/${fairId}/campaigns` }]}
      lead={view?.letterNumber && t('campaign.number', { number: view.letterNumber })}
      actions={view && <Steps fairId={fairId} view={view} />}
    >
      <Await query={campaign} lines={8}>
        {data =>
          data.state === 'draft' ? (
            <CampaignCheck fairId={fairId} view={data} />
          ) : (
            <Running fairId={fairId} view={data} state={query.state} />
          )
        }
      </Await>
    </Page>
  )
}

interface Props {
  fairId: string
  view: CampaignView
}

/** Pause, go on, cancel: those the campaign's state has. */
function Steps({ fairId, view }: Props) {
  const t = useMessages('campaigns-desk')
  const mayRun = useFairRights(fairId).can('recruitment.run-campaigns')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const move = async (action: 'pause' | 'resume') => {
    setBusy(true)
    setError(undefined)
    await moveCampaign(fairId, view.id, action).catch(setError)
    setBusy(false)
  }
  if (!mayRun) return null
  return (
    <>
      {error !== undefined && <ErrorState error={error} />}
      {view.state === 'running' && (
        <Button busy={busy} onClick={() => void move('pause')}>
          {t('campaign.pause')}
        </Button>
      )}
      {view.state === 'paused' && (
        <Button kind="primary" busy={busy} onClick={() => void move('resume')}>
          {t('campaign.resume')}
        </Button>
      )}
      {(view.state === 'running' || view.state === 'paused') && (
        <ConfirmButton
          title={t('campaign.cancel.title')}
          text={t('campaign.cancel.text')}
          confirmLabel={t('campaign.cancel')}
          onConfirm={() => moveCampaign(fairId, view.id, 'cancel')}
        >
          {t('campaign.cancel')}
        </ConfirmButton>
      )}
    </>
  )
}

function Running({ fairId, view, state }: Props & { state: string | undefined }) {
  const t = useMessages('campaigns-desk')
  const timeZone = useFair(fairId).data?.timeZone
  const queued = view.counts.queued ?? 0
  const shown = INVITEE_STATES.filter(one => (view.counts[one] ?? 0) > 0)
  const page = `/desk/fairs/${fairId}/campaigns/${view.id}`
  return (
    <>
      {!view.isDelivering && queued > 0 && <Notice tone="warning">{t('campaign.no-server')}</Notice>}
      {queued > 0 && view.state !== 'cancelled' && (
        <Section>
          <Progress
            share={(view.total - queued) / Math.max(1, view.total)}
            label={t('campaign.progress', {
              done: formatNumber(view.total - queued),
              total: formatNumber(view.total),
            })}
          />
          {view.nextBatchAt && (
            <p class="mt-2 text-sm text-muted">
              {t('campaign.next', { at: formatDateTime(view.nextBatchAt, timeZone) })}
            </p>
          )}
        </Section>
      )}
      <StatRow>
        <Stat label={t('campaigns.total')} value={formatNumber(view.total)} href={page} />
        {shown.map(one => (
          <Stat
            key={one}
            label={t(`invitee.state.${one}`)}
            value={formatNumber(view.counts[one] ?? 0)}
            href={`${page}?state=${one}`}
            {...(one === 'refused' ? { tone: 'error' as const } : {})}
          />
        ))}
      </StatRow>
      <InviteeTable key={state} fairId={fairId} view={view} state={state} />
      <div>
        <Button
          icon="download"
          href={`/api/fairs/${fairId}/campaigns/${view.id}/invitees.xlsx?lang=${locale.value === 'vi' ? 'vi' : 'en'}`}
          download
        >
          {t('campaign.export')}
        </Button>
      </div>
      {view.state !== 'cancelled' && <Pace fairId={fairId} view={view} />}
    </>
  )
}

/** Batches and reminders, also while letters go out. */
function Pace({ fairId, view }: Props) {
  const t = useMessages('campaigns-desk')
  const p = useMessages('platform')
  const mayRun = useFairRights(fairId).can('recruitment.run-campaigns')
  const timeZone = useFair(fairId).data?.timeZone
  const { batchSize, batchMinutes, reminderDays, remindersOn, version } = view
  const [values, setValues] = useState({ batchSize, batchMinutes, reminderDays, remindersOn })
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setError(undefined)
    await setPace(fairId, view.id, { ...values, version }).catch(setError)
  }
  return (
    <Section
      title={t('campaign.step.pace')}
      lead={
        view.nextReminder
          ? t('campaign.next-reminder', {
              days: view.nextReminder.daysBefore,
              at: formatDateTime(view.nextReminder.at, timeZone),
            })
          : t('campaign.no-reminder')
      }
    >
      {mayRun && (
        <div class="flex flex-col gap-4">
          {error !== undefined && <ErrorState error={error} />}
          <PaceFields values={values} onValues={setValues} />
          <div>
            <Button onClick={() => void save()}>{p('action.save')}</Button>
          </div>
        </div>
      )}
    </Section>
  )
}
