import type { ImportView, UndoCheck } from '@hoicho/shared/establishments/import/schema.ts'
import { formatDateTime, formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { Actions, Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Await, Notice } from '../../ui/states.tsx'
import { countOf, type ImportKey, undoImport, useUndoCheck } from './api.ts'
import { RowList } from './row-list.tsx'

interface Props {
  of: ImportKey
  view: ImportView
}

/** What came of an import, and the way back. */
export function ResultStep({ of, view }: Props) {
  const t = useMessages('directory-import-desk')
  const faults = view.counts.find(one => one.verdict === 'fault')?.count ?? 0
  const skipped = countOf(view.counts, 'skip')
  return (
    <div class="flex flex-col gap-6">
      {view.state === 'cancelled' && <Notice>{t('result.cancelled')}</Notice>}
      {view.state === 'undone' && <Notice tone="success">{t('result.undone')}</Notice>}
      {view.state === 'applied' && (
        <Notice
          tone="success"
          title={t('result.done', {
            created: formatNumber(countOf(view.counts, 'create')),
            updated: formatNumber(countOf(view.counts, 'update')),
          })}
        >
          {skipped > 0 && t('result.skipped', { count: formatNumber(skipped), faults: formatNumber(faults) })}
        </Notice>
      )}
      <Actions>
        <Button kind="primary" href="/desk/establishments">
          {t('result.directory')}
        </Button>
        <Button href={`/desk/establishments/import?organizer=${of.organizerId}`}>
          {t('result.another')}
        </Button>
      </Actions>
      {view.state === 'applied' && <Undo of={of} />}
      {view.state !== 'cancelled' && view.counts.length > 0 && (
        <Section title={t('result.rows')} bare>
          <RowList of={of} view={view} />
        </Section>
      )}
    </div>
  )
}

function Undo({ of }: { of: ImportKey }) {
  const t = useMessages('directory-import-desk')
  const query = useUndoCheck(of)
  return (
    <Section title={t('undo.open')}>
      <Await query={query} lines={2}>
        {check => <UndoOffer of={of} check={check} />}
      </Await>
    </Section>
  )
}

function UndoOffer({ of, check }: { of: ImportKey; check: UndoCheck }) {
  const t = useMessages('directory-import-desk')
  const count = check.count - check.blockedCount
  if (!check.isOpen) return <p>{t('undo.late')}</p>
  return (
    <div class="flex flex-col gap-3">
      <p>{t('undo.until', { time: formatDateTime(check.until) })}</p>
      {check.blockedCount > 0 && <Blocked check={check} />}
      <div>
        {count === 0 ? (
          <p>{t('undo.nothing')}</p>
        ) : (
          <ConfirmButton
            title={t('undo.title')}
            text={t('undo.text', { count: formatNumber(count) })}
            onConfirm={() => undoImport(of, check.blockedCount > 0)}
          >
            {t('undo.open')}
          </ConfirmButton>
        )}
      </div>
    </div>
  )
}

function Blocked({ check }: { check: UndoCheck }) {
  const t = useMessages('directory-import-desk')
  const more = check.blockedCount - check.blocked.length
  return (
    <div>
      <p>{t('undo.blocked', { count: formatNumber(check.blockedCount) })}</p>
      <ul class="mt-1 list-disc pl-5">
        {check.blocked.map(row => (
          <li key={row.rowNumber}>
            {row.establishmentId ? (
              <a class="link" href={`/desk/establishments/${row.establishmentId}`}>
                {row.name}
              </a>
            ) : (
              row.name
            )}{' '}
            ({t('undo.row', { row: row.rowNumber })}): {t(`because.${row.because}`)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('undo.more', { count: formatNumber(more) })}</p>}
    </div>
  )
}
