import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownFields } from '@hoicho/shared/fairs/conditions.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { APPLICATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { fairName } from '../fairs/fair-name.ts'
import { formatDateTime } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag, type Tone, ToneMark } from '../ui/state-tag.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { useHistory } from './api.ts'
import { applicationSlots } from './application-slots.ts'
import { Withdraw } from './application-tasks.tsx'
import { ConfirmOwn } from './confirm-own.tsx'
import { HistoryList } from './history-list.tsx'
import { answerText, LINK, STATE_TONES } from './words.ts'

/** An application on its way: the receipt, where it stands, what was submitted. */
export function ApplicationStatus({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  const isWithdrawn = view.state === 'withdrawn'
  const { Next, Outcome } = applicationSlots.value
  return (
    <Page
      width="narrow"
      title={t('page.title', { fair: fairName(view.fair) })}
      tag={<StateTag tone={STATE_TONES[view.state]}>{t(`state.${view.state}`)}</StateTag>}
    >
      {Outcome && DECIDED.has(view.state) && <Outcome applicationId={view.id} />}
      {Next && view.state === 'selected' && (
        <Next establishmentId={view.establishment.id} applicationId={view.id} />
      )}
      {view.confirmation === 'awaiting' && view.state === 'submitted' && <ConfirmOwn view={view} />}
      {isWithdrawn ? (
        <Notice action={<Button href={`/f/${view.fair.slug}/apply`}>{t('withdrawn.again')}</Button>}>
          {t('withdrawn.text')}
        </Notice>
      ) : (
        <Receipt view={view} />
      )}
      {!isWithdrawn && <Road view={view} />}
      <Content view={view} />
      <History view={view} />
      {APPLICATION_STATES[view.state].withdraw && <Withdraw view={view} />}
    </Page>
  )
}

function Receipt({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  if (!view.number || !view.submittedAt) return null
  return (
    <div class="rounded-box border-2 border-success/50 bg-success/6 p-5 text-center">
      <p class="text-lg font-semibold">{t('receipt.title', { number: view.number })}</p>
      <p class="mt-1">{t('receipt.text', { time: formatDateTime(view.submittedAt, view.fair.timeZone) })}</p>
    </div>
  )
}

const DECIDED: ReadonlySet<ApplicationView['state']> = new Set([
  'selected',
  'waiting',
  'rejected',
  'declined',
  'lapsed',
])

/** How many of the four steps are done. */
const STEP: Record<ApplicationView['state'], number> = {
  draft: 0,
  submitted: 2,
  'correction-requested': 2,
  complete: 3,
  selected: 4,
  waiting: 4,
  rejected: 4,
  declined: 4,
  lapsed: 4,
  withdrawn: 4,
}

/** The four steps of the road, done, now or to come. */
function Road({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  const at = STEP[view.state]
  const steps = ['started', 'submitted', 'checked', 'decided'] as const
  const times = [view.startedAt, view.submittedAt, null, null]
  return (
    <Section title={t('status.title')}>
      <ol class="flex flex-col">
        {steps.map((step, index) => {
          const tone: Tone = index < at ? 'success' : index === at ? 'info' : 'neutral'
          const time = times[index]
          return (
            <li
              key={step}
              aria-current={index === at ? 'step' : undefined}
              class="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2 last:border-0"
            >
              <span
                class={tone === 'success' ? 'text-success' : tone === 'info' ? 'text-info' : 'text-muted'}
              >
                <ToneMark tone={tone} />
              </span>
              <span class={index === at ? 'font-semibold' : index > at ? 'text-muted' : ''}>
                {t(`status.${step}`)}
                {index === at && <span class="font-normal text-muted"> ({t('status.now')})</span>}
                {step === 'decided' && at === 4 && `: ${t(`state.${view.state}`)}`}
              </span>
              {time && (
                <span class="tnum ml-auto text-sm text-muted">
                  {formatDateTime(time, view.fair.timeZone)}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function Content({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  const fields = shownFields(view.form, view.answers)
  return (
    <Section title={t('status.content')}>
      <SummaryList
        rows={[
          ...fields.map(field => ({
            key: field.code,
            label: wordsIn(field.label, locale.value),
            value: answerText(field, view.answers[field.code]),
          })),
          {
            key: 'products',
            label: t('check.products'),
            value: view.products.map(product => product.nameVi).join('\n') || undefined,
          },
          {
            key: 'papers',
            label: t('part.papers'),
            value: (
              <ul>
                {view.papers.map(paper => (
                  <li key={paper.id}>
                    <a
                      class={LINK}
                      href={`/api/files/${paper.fileId}?inline=1`}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {paper.name}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}

function History({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  const history = useHistory(view.id)
  return (
    <Section title={t('history')}>
      <Await query={history}>
        {entries => <HistoryList entries={entries} form={view.form} timeZone={view.fair.timeZone} />}
      </Await>
    </Section>
  )
}
