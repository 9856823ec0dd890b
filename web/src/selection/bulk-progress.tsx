import { ROWS_PER_REQUEST } from '@hoicho/shared/selection/bulk.ts'
import type { BulkResult } from '@hoicho/shared/selection/bulk-schema.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { ErrorState } from '../ui/states.tsx'
import { applyBulk, type BulkRun, keepRun, refreshApplications } from './bulk-api.ts'

type Result = BulkResult['items'][number]

/** A run under way: how far it is, a way to stop it, and in the end every row that was refused with its reason. */
export function BulkProgress({
  fairId,
  run,
  onClose,
}: {
  fairId: string
  run: BulkRun
  onClose: () => void
}) {
  const t = useMessages('bulk-desk')
  const { results, error, isRunning, isStopped, go, stop } = useRun(fairId, run)
  const total = run.rows.length
  const names = new Map(run.rows.map(row => [row.applicationId, row.name]))
  const refused = results.filter(result => !result.isDone)
  const isOver = results.length === total
  return (
    <div class="flex flex-col gap-4">
      <p class="font-medium">{t(`kind.${run.action.kind}`)}</p>
      <progress
        class="progress progress-primary w-full"
        max={total}
        value={results.length}
        aria-label={t('progress')}
      />
      <output class="flex flex-wrap items-center gap-2">
        <span class="tnum">{t('progress.of', { done: results.length, total })}</span>
        <StateTag tone="success">{t('count.done', { count: results.length - refused.length })}</StateTag>
        {refused.length > 0 && (
          <StateTag tone="error">{t('count.refused', { count: refused.length })}</StateTag>
        )}
      </output>
      {error !== undefined && <ErrorState error={error} retry={go} />}
      {isStopped && !isOver && <p>{t('stopped')}</p>}
      {refused.length > 0 && (
        <ul
          class="max-h-[40dvh] overflow-y-auto border-y border-line"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t('rows.refused')}
        >
          {refused.map(result => (
            <li key={result.applicationId} class="border-b border-line py-2 last:border-b-0">
              {names.get(result.applicationId)}
              <span class="block text-sm text-muted">{result.reason}</span>
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {isRunning ? (
          <Button onClick={stop}>{t('stop')}</Button>
        ) : (
          <>
            <Button kind="primary" onClick={onClose}>
              {t('close')}
            </Button>
            {isStopped && !isOver && <Button onClick={go}>{t('left.go-on')}</Button>}
          </>
        )}
      </Actions>
    </div>
  )
}

/** Works a run off, some rows a request. What was answered is not asked again; what was not can be, under the same key. */
function useRun(fairId: string, run: BulkRun) {
  const [results, setResults] = useState<readonly Result[]>([])
  const [error, setError] = useState<unknown>()
  const [isRunning, setRunning] = useState(false)
  const [isStopped, setStopped] = useState(false)
  const wantsStop = useRef(false)
  const answered = useRef<readonly Result[]>([])
  const work = async () => {
    const { key, action, rows } = run
    while (answered.current.length < rows.length && !wantsStop.current) {
      const from = answered.current.length
      const part = rows
        .slice(from, from + ROWS_PER_REQUEST)
        .map(({ applicationId, assigneeId }) => ({ applicationId, assigneeId }))
      answered.current = [...answered.current, ...(await applyBulk(fairId, { key, action, rows: part }))]
      setResults(answered.current)
    }
    // Stopped on purpose or through: nothing is left to go on with in another tab.
    keepRun(fairId, undefined)
  }
  const go = async () => {
    wantsStop.current = false
    setStopped(false)
    setError(undefined)
    setRunning(true)
    try {
      await work()
      setStopped(wantsStop.current)
    } catch (reason) {
      setError(reason)
    } finally {
      setRunning(false)
      await refreshApplications()
    }
  }
  const stop = () => {
    wantsStop.current = true
  }
  useEffect(() => {
    void go()
    return stop
  }, [])
  return { results, error, isRunning, isStopped, go, stop }
}
