import type { CouncilView } from '@hoicho/shared/selection/council-schema.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { closeRound, openRound, remindReviewers, settleConflict, useCouncil } from './council-api.ts'
import { CouncilForm } from './council-form.tsx'
import { CouncilProgress } from './council-progress.tsx'
import { ReasonButton } from './reason-button.tsx'
import { deskText } from './words.tsx'

/** The appraisal council: for the desk to set up, for chair and secretary to run its round. */
export function CouncilTab({ fairId }: { fairId: string }) {
  const { can } = useFairRights(fairId)
  return (
    <Await query={useCouncil(fairId)}>
      {view => (
        <div class="flex flex-col gap-6">
          <Round fairId={fairId} view={view} />
          {view.interests.length > 0 && <Interests fairId={fairId} view={view} />}
          {can('selection.set-council') ? (
            <CouncilForm key={view.council?.version ?? 0} fairId={fairId} view={view} />
          ) : (
            <Seats view={view} />
          )}
          {view.progress.length > 0 && <CouncilProgress view={view} />}
        </div>
      )}
    </Await>
  )
}

const TONES = { forming: 'neutral', open: 'success', closed: 'warning' } as const

function Round({ fairId, view }: { fairId: string; view: CouncilView }) {
  const t = useMessages('selection-desk')
  const { council, seat, faults } = view
  const { can } = useFairRights(fairId)
  if (!council) return <Notice>{t('council.none')}</Notice>
  const remind = () =>
    remindReviewers(fairId)
      .then(count => notify({ text: t('council.reminded', { count }) }))
      .catch(notifyError)
  const mayRemind = can('selection.set-council') || seat === 'chair' || seat === 'secretary'
  return (
    <Section
      title={t('council.round')}
      lead={t('council.by', { number: council.decisionNumber, date: formatDate(council.decidedOn) })}
    >
      <div class="flex flex-wrap items-center gap-3">
        <StateTag tone={TONES[council.state]}>{deskText(`round.${council.state}`)}</StateTag>
        {council.dueOn && <span>{t('council.due', { date: formatDate(council.dueOn) })}</span>}
        {council.state === 'open' && mayRemind && (
          <Button small onClick={() => void remind()}>
            {t('council.remind')}
          </Button>
        )}
        {seat === 'chair' && <ChairButtons fairId={fairId} state={council.state} />}
      </div>
      {faults.map(fault => (
        <p key={fault} class="mt-2 text-error">
          {deskText(`council.fault.${fault}`)}
        </p>
      ))}
      {seat !== 'chair' && <p class="mt-2 text-sm text-muted">{t('council.chair-only')}</p>}
    </Section>
  )
}

function ChairButtons({ fairId, state }: { fairId: string; state: 'forming' | 'open' | 'closed' }) {
  const t = useMessages('selection-desk')
  if (state === 'open')
    return (
      <ConfirmButton
        small
        title={t('council.close.title')}
        text={t('council.close.text')}
        onConfirm={() => closeRound(fairId)}
      >
        {t('council.close')}
      </ConfirmButton>
    )
  if (state === 'closed')
    return (
      <ReasonButton
        reasonLabel={t('council.reason')}
        label={t('council.reopen')}
        title={t('council.reopen')}
        onReason={reason => openRound(fairId, reason)}
      />
    )
  return (
    <Button small kind="primary" onClick={() => void openRound(fairId, '').catch(notifyError)}>
      {t('council.open')}
    </Button>
  )
}

/** Matches between members and applications: they keep the member away until somebody settles them. */
function Interests({ fairId, view }: { fairId: string; view: CouncilView }) {
  const t = useMessages('selection-desk')
  return (
    <Section title={t('interest.title')} lead={t('interest.lead')}>
      <ul>
        {view.interests.map(({ applicationId, reviewerId, ...row }) => {
          const settle = (isConflict: boolean) => (reason: string) =>
            settleConflict(fairId, { applicationId, reviewerId, isConflict, reason })
          const names = { member: row.reviewerName, application: row.applicationName }
          return (
            <li
              key={`${applicationId} ${reviewerId}`}
              class="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-b-0"
            >
              <span class="min-w-0 flex-1 basis-60">
                <span class="block font-medium">{t('interest.between', names)}</span>
                <span class="block text-sm text-muted">
                  {row.by.map(by => deskText(`interest.${by}`)).join('; ')}
                </span>
              </span>
              <ReasonButton
                reasonLabel={t('council.reason')}
                label={t('interest.confirm')}
                title={t('interest.between', names)}
                onReason={settle(true)}
              />
              <ReasonButton
                reasonLabel={t('council.reason')}
                label={t('interest.dismiss')}
                title={t('interest.between', names)}
                onReason={settle(false)}
              />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Seats({ view }: { view: CouncilView }) {
  const t = useMessages('selection-desk')
  const seated = view.members.filter(member => member.endedAt === null)
  if (seated.length === 0) return null
  return (
    <Section title={t('council.members')}>
      <ul>
        {seated.map(member => (
          <li key={member.id} class="flex justify-between gap-4 border-b border-line py-2 last:border-b-0">
            <span>
              <span class="font-medium">{member.name}</span>{' '}
              <span class="text-sm text-muted">{deskText(`seat.${member.seat}`)}</span>
            </span>
            <span class="tnum text-muted">
              {t('assign.load', { filed: member.done, assigned: member.assigned })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
