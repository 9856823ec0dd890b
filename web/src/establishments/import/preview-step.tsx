import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { isProblem } from '../../platform/problem.ts'
import { Actions, Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/figures.tsx'
import { Notice, useErrorText } from '../../ui/states.tsx'
import { notifyError } from '../../ui/toast.tsx'
import {
  applyImport,
  countOf,
  faultsUrl,
  type ImportKey,
  mapImport,
  refreshImport,
  stopImport,
} from './api.ts'
import { CancelButton } from './cancel-button.tsx'
import { RowList } from './row-list.tsx'

interface Props {
  of: ImportKey
  view: ImportView
}

/** Every row with its verdict; what is to be done is chosen, put right and then applied. */
export function PreviewStep({ of, view }: Props) {
  const [error, setError] = useState<unknown>()
  const [isApplying, setApplying] = useState(false)
  const apply = () => {
    setError(undefined)
    setApplying(true)
    // The first look at how far it is; the query then asks again by itself.
    const timer = setTimeout(() => void refreshImport(of), 400)
    void applyImport(of)
      .catch(setError)
      .finally(() => {
        clearTimeout(timer)
        setApplying(false)
      })
  }
  if (isApplying || view.run?.isRunning) return <Running of={of} view={view} />
  return (
    <div class="flex flex-col gap-4">
      <Standing of={of} view={view} error={error} onApply={apply} />
      <RowList of={of} view={view} isOpen />
    </div>
  )
}

function Running({ of, view: { run } }: Props) {
  const t = useMessages('directory-import-desk')
  const [isStopping, setStopping] = useState(false)
  const stop = async () => {
    setStopping(true)
    try {
      await stopImport(of)
    } catch (error) {
      setStopping(false)
      notifyError(error)
    }
  }
  const isAsked = isStopping || run?.isStopped
  return (
    <div class="flex max-w-xl flex-col gap-4">
      <Progress
        share={run ? run.done / Math.max(1, run.total) : undefined}
        label={t('apply.running', {
          done: formatNumber(run?.done ?? 0),
          total: formatNumber(run?.total ?? 0),
        })}
      />
      <div>
        <Button busy={isAsked ?? false} onClick={() => void stop()}>
          {t(isAsked ? 'apply.stopping' : 'apply.stop')}
        </Button>
      </div>
    </div>
  )
}

/** What will happen, what came of the last try, and the button. */
function Standing({ of, view, error, onApply }: Props & { error: unknown; onApply: () => void }) {
  const t = useMessages('directory-import-desk')
  const errorText = useErrorText(error)
  const [created, updated, skipped] = (['create', 'update', 'skip'] as const).map(action =>
    countOf(view.counts, action),
  )
  const total = (created ?? 0) + (updated ?? 0)
  const hasFaults = view.counts.some(one => one.verdict === 'fault')
  const figures = {
    created: formatNumber(created ?? 0),
    updated: formatNumber(updated ?? 0),
    skipped: formatNumber(skipped ?? 0),
  }
  const wasStopped = isProblem(error, 'establishments.import-stopped') || view.run?.isStopped
  const wasBroken = view.run !== null && !wasStopped && error === undefined
  return (
    <div class="flex flex-col gap-3">
      {wasStopped && <Notice>{t('apply.stopped')}</Notice>}
      {wasBroken && <Notice tone="warning">{t('apply.broken')}</Notice>}
      {error !== undefined && !wasStopped && (
        <Notice
          tone="error"
          action={
            isProblem(error, 'establishments.import-stale') ? (
              <Button small onClick={() => void mapImport(of, view.mapping).catch(notifyError)}>
                {t('apply.again')}
              </Button>
            ) : undefined
          }
        >
          {errorText}
        </Notice>
      )}
      <p>{t('apply.summary', figures)}</p>
      <Actions>
        <ConfirmButton
          kind="primary"
          title={t('apply.title')}
          text={t('apply.text', figures)}
          disabledReason={total === 0 ? t('apply.nothing') : undefined}
          onConfirm={onApply}
        >
          {t('apply.open', { count: formatNumber(total) })}
        </ConfirmButton>
        {hasFaults && (
          <Button icon="download" download href={faultsUrl(of)}>
            {t('faults.download')}
          </Button>
        )}
        <CancelButton of={of} />
      </Actions>
    </div>
  )
}
