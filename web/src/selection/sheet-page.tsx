import type { SheetView } from '@hoicho/shared/selection/schema.ts'
import { sheetTotal } from '@hoicho/shared/selection/score.ts'
import { useFair } from '../fairs/api.ts'
import { formatDate, formatDateTime, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { AbstainPart } from './abstain-part.tsx'
import { useMySheets, useSheet } from './api.ts'
import { ConflictPart } from './conflict-part.tsx'
import { MaterialPanel } from './material-panel.tsx'
import { PointsField } from './points-field.tsx'
import { type SheetState, useSheetState } from './use-sheet-state.ts'
import { SheetTag } from './words.tsx'

/** One reviewer's sheet beside what it judges. */
export default function SheetPage({ params }: PageProps<'fairId' | 'applicationId'>) {
  const query = useSheet(params.applicationId)
  return (
    <Await query={query}>
      {view => <Sheet key={view.applicationId} view={view} reload={query.refetch} />}
    </Await>
  )
}

function Sheet({ view, reload }: { view: SheetView; reload: () => unknown }) {
  const t = useMessages('selection-desk')
  const sheet = useSheetState(view, reload)
  const timeZone = useFair(view.fairId).data?.timeZone
  const back = `/desk/fairs/${view.fairId}/selection/my-sheets`
  return (
    <Page
      title={view.material.establishmentName}
      lead={[view.number, view.material.provinceName].filter(Boolean).join(' · ')}
      tag={<SheetTag state={view.sheet?.state ?? 'none'} />}
      breadcrumbs={[{ label: t('my-sheets.title'), href: back }]}
      actions={
        // On a phone the sheet stands below all there is to read.
        <span class="contents lg:hidden">
          <Button icon="down" onClick={() => document.getElementById('sheet')?.scrollIntoView()}>
            {t('sheet.title')}
          </Button>
        </span>
      }
    >
      {sheet.isFiled && view.sheet?.filedAt && (
        <Notice tone="success">
          {t(view.sheet.state === 'filed' ? 'sheet.filed-at' : 'sheet.abstained-at', {
            time: formatDateTime(view.sheet.filedAt, timeZone),
          })}
        </Notice>
      )}
      {view.sheet?.state === 'abstained' && (
        <Notice>{t('sheet.abstained-for', { reason: view.sheet.abstainReason })}</Notice>
      )}
      {!sheet.isFiled && !view.isOpen && <Notice tone="warning">{t('sheet.closed')}</Notice>}
      {view.isOpen && view.dueOn && (
        <p class="text-muted">{t('council.due', { date: formatDate(view.dueOn) })}</p>
      )}
      {sheet.isFiled && <NextSheet view={view} />}
      <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <Section title={t('material.title')}>
          <MaterialPanel view={view} />
        </Section>
        <div class="flex flex-col gap-6">
          <SheetForm view={view} sheet={sheet} />
          {sheet.isFiled && <Others view={view} />}
          {!sheet.isLocked && (
            <AbstainPart applicationId={view.applicationId} version={sheet.version} onDone={reload} />
          )}
          {view.isOpen && <ConflictPart applicationId={view.applicationId} back={back} />}
        </div>
      </div>
    </Page>
  )
}

function SheetForm({ view, sheet }: { view: SheetView; sheet: SheetState }) {
  const t = useMessages('selection-desk')
  const total = sheetTotal(view.criteria, sheet.points)
  const missing = view.criteria.filter(
    ({ code, isOptional }) => !isOptional && sheet.points[code] === undefined,
  ).length
  return (
    <Section title={t('sheet.title')} id="sheet">
      {view.criteria.map(criterion => (
        <PointsField
          key={criterion.code}
          id={`points-${criterion.code}`}
          criterion={criterion}
          value={sheet.points[criterion.code]}
          onValue={value => sheet.setPoints(criterion.code, value)}
          error={sheet.errors[`/points/${criterion.code}`]}
          disabled={sheet.isLocked}
        />
      ))}
      <div class="h-4" />
      <TextArea
        id="remarks"
        name="remarks"
        label={t('sheet.remarks')}
        hint={t('sheet.remarks.hint')}
        required={false}
        value={sheet.remarks}
        onValue={sheet.setRemarks}
        rows={4}
        maxLength={5000}
        disabled={sheet.isLocked}
      />
      <div class="sticky bottom-0 z-10 -mx-4 mt-4 -mb-4 flex flex-col gap-3 rounded-b-box border-t border-line bg-base-100 px-4 py-3 sm:-mx-5 sm:-mb-5 sm:px-5">
        <p class="flex items-baseline justify-between gap-3" aria-live="polite">
          <span class="font-medium">{t('sheet.total')}</span>
          <span class="tnum text-2xl font-semibold">
            {formatNumber(total)}{' '}
            <span class="text-base font-normal text-muted">{t('sheet.of', { max: 100 })}</span>
          </span>
        </p>
        {sheet.errorText && (
          <p role="alert" class="font-medium text-error">
            {sheet.errorText}
          </p>
        )}
        {!sheet.isLocked && (
          <div class="flex flex-wrap items-start gap-2">
            <ConfirmButton
              kind="primary"
              title={t('sheet.file.confirm', { total })}
              text={t('sheet.file.text')}
              disabledReason={missing > 0 ? t('sheet.missing', { count: missing }) : undefined}
              onConfirm={sheet.file}
            >
              {t('sheet.file')}
            </ConfirmButton>
            <Button busy={sheet.isSaving} onClick={() => void sheet.save()}>
              {t('sheet.save')}
            </Button>
            {sheet.isDirty && <span class="self-center text-sm text-muted">{t('sheet.unsaved')}</span>}
          </div>
        )}
      </div>
    </Section>
  )
}

/** The way on to the next sheet still to file. */
function NextSheet({ view }: { view: SheetView }) {
  const t = useMessages('selection-desk')
  const next = useMySheets(view.fairId).data?.find(
    row =>
      row.applicationId !== view.applicationId &&
      row.applicationState === 'complete' &&
      (row.state === 'none' || row.state === 'draft'),
  )
  if (!next) return null
  return (
    <div>
      <Button kind="primary" href={`/desk/fairs/${view.fairId}/selection/sheets/${next.applicationId}`}>
        {t('sheet.next', { name: next.establishmentName })}
      </Button>
    </div>
  )
}

/** The sheets of the others, there once one's own is filed. */
function Others({ view }: { view: SheetView }) {
  const t = useMessages('selection-desk')
  return (
    <Section title={t('sheet.others')}>
      {view.others.length === 0 && <p class="text-muted">{t('sheet.others.none')}</p>}
      <ul>
        {view.others.map(other => (
          <li key={other.reviewerName} class="border-b border-line py-2 last:border-b-0">
            <p class="font-medium">
              {t('sheet.others.total', {
                name: other.reviewerName,
                total: sheetTotal(view.criteria, other.points),
              })}
            </p>
            <p class="tnum text-sm text-muted">
              {view.criteria
                .map(({ code, nameVi, maxPoints }) => `${nameVi}: ${other.points[code] ?? 0}/${maxPoints}`)
                .join(' · ')}
            </p>
            {other.remarks && <p class="mt-1 text-sm whitespace-pre-line">{other.remarks}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
