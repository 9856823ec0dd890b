import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { SubmissionChange } from '@hoicho/shared/recruitment/changes.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { APPLICATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate, formatDateTime } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { useApplication, useHistory } from './api.ts'
import { applicationSlots } from './application-slots.ts'
import { AnswerBefore, ChangesNotice, lastChanges } from './changes-part.tsx'
import { ConfirmationPart } from './confirmation-part.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { useSubmissions } from './desk-api.ts'
import { DeskHead } from './desk-head.tsx'
import { useEstablishmentRows } from './establishment-part.tsx'
import { HistoryList } from './history-list.tsx'
import { NotesPart } from './notes-part.tsx'
import { PaperViewer } from './paper-viewer.tsx'
import { answerText, labelOf, STATE_TONES } from './words.ts'

/** One application at the desk: what it says beside its papers, what happened, and what can be done. */
export default function ApplicationDeskPage({ params }: PageProps<'fairId' | 'applicationId'>) {
  const t = useMessages('recruitment-desk')
  const application = useApplication(params.applicationId)
  if (application.data) return <Dossier view={application.data} fairId={params.fairId} />
  return (
    <Page title={t('inbox.title')}>
      <Await query={application}>{() => null}</Await>
    </Page>
  )
}

function Dossier({ view, fairId }: { view: ApplicationView; fairId: string }) {
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  const [isAsking, setAsking] = useState(false)
  const { can } = useFairRights(fairId)
  const mayAsk = can('recruitment.request-correction')
  const canAsk = APPLICATION_STATES[view.state]['request-correction'] !== undefined
  const isOver = view.state === 'withdrawn' || view.state === 'rejected' || view.state === 'selected'
  const { Checks, Road } = applicationSlots.value
  const changes = lastChanges(useSubmissions(view.id).data)
  const time = view.submittedAt && formatDateTime(view.submittedAt, view.fair.timeZone)
  return (
    <Page
      title={`${view.number ? `${view.number} · ` : ''}${view.establishment.name}`}
      tag={<StateTag tone={STATE_TONES[view.state]}>{r(`state.${view.state}`)}</StateTag>}
      lead={[
        time && `${t('inbox.since')} ${time}`,
        t(view.isInvited ? 'inbox.channel.invited' : 'inbox.channel.public'),
      ]
        .filter(Boolean)
        .join(' · ')}
      breadcrumbs={[{ label: t('inbox.title'), href: `/desk/fairs/${fairId}/applications` }]}
      actions={
        <>
          {mayAsk && !isOver && (
            <Button
              disabledReason={canAsk ? undefined : t('correct.off', { state: r(`state.${view.state}`) })}
              onClick={() => setAsking(true)}
            >
              {t('correct.title')}
            </Button>
          )}
          <Button kind="quiet" href={`/desk/establishments/${view.establishment.id}`}>
            {t('one.profile')}
          </Button>
        </>
      }
    >
      {can('recruitment.view-notes') && <DeskHead view={view} fairId={fairId} />}
      {Road && !view.isHidden && can('selection.view-checks') && (
        <Road fairId={fairId} applicationId={view.id} />
      )}
      {view.isHidden && <Notice>{t('one.hidden')}</Notice>}
      {view.state === 'correction-requested' && <Asked view={view} />}
      {changes.length > 0 && <ChangesNotice view={view} changes={changes} />}
      <div class="grid items-start gap-6 xl:grid-cols-2">
        <div class="flex min-w-0 flex-col gap-6">
          {!view.isHidden && <Answers view={view} changes={changes} />}
          <Section title={t('one.establishment')}>
            <SummaryList rows={useEstablishmentRows(view.establishment)} />
          </Section>
        </div>
        <div class="flex min-w-0 flex-col gap-6">
          {view.channel === 'officer' && <ConfirmationPart view={view} fairId={fairId} />}
          {!view.isHidden && <PaperViewer view={view} />}
          {Checks && !view.isHidden && <Checks fairId={fairId} applicationId={view.id} />}
          {can('recruitment.view-notes') && (
            <NotesPart fairId={fairId} applicationId={view.id} timeZone={view.fair.timeZone} />
          )}
          <History view={view} />
        </div>
      </div>
      <CorrectionDialog view={view} open={isAsking} onClose={() => setAsking(false)} />
    </Page>
  )
}

function Asked({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  return (
    <Notice tone="warning" title={t('correct.asked')}>
      {view.correctionNote && <p class="whitespace-pre-line">{view.correctionNote}</p>}
      <ul class="list-disc pl-5">
        {view.correctionFields.map(field => (
          <li key={field.pointer}>
            {labelOf(view.form, field.pointer.split('/').at(-1) ?? '')}: {field.note}
          </li>
        ))}
      </ul>
      {view.correctionDueOn && <p>{r('correction.due', { date: formatDate(view.correctionDueOn) })}</p>}
    </Notice>
  )
}

function Answers(props: { view: ApplicationView; changes: readonly SubmissionChange[] }) {
  const { view, changes } = props
  const r = useMessages('recruitment')
  return (
    <>
      {view.form.sections.map(section => (
        <Section key={section.code} title={wordsIn(section.title, locale.value)}>
          <SummaryList
            rows={section.fields.map(field => ({
              key: field.code,
              label: wordsIn(field.label, locale.value),
              value: (
                <>
                  {answerText(field, view.answers[field.code])}
                  <AnswerBefore
                    view={view}
                    change={changes.find(change => change.pointer === `/answers/${field.code}`)}
                  />
                </>
              ),
            }))}
          />
        </Section>
      ))}
      <Section title={r('check.products')}>
        <ul class="flex flex-col">
          {view.products.map(product => (
            <li key={product.id} class="flex flex-wrap gap-x-3 border-b border-line py-2 last:border-0">
              <span>{product.nameVi}</span>
              {product.nameEn && <span class="text-muted">{product.nameEn}</span>}
              {product.hsCode && <span class="tnum ml-auto text-muted">HS {product.hsCode}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function History({ view }: { view: ApplicationView }) {
  const r = useMessages('recruitment')
  const history = useHistory(view.id)
  return (
    <Section title={r('history')}>
      <Await query={history}>
        {entries => <HistoryList entries={entries} form={view.form} timeZone={view.fair.timeZone} />}
      </Await>
    </Section>
  )
}
