import type { SheetView } from '@hoicho/shared/selection/schema.ts'
import type { Points } from '@hoicho/shared/selection/score.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Problem } from '../platform/problem.ts'
import { remember, remembered } from '../platform/store.ts'
import { useErrorText } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { fileSheet, saveSheet } from './api.ts'

/** Points and remarks of a sheet being filled in. Saves by itself a moment after the last change, and says when it cannot. */
export function useSheetState(view: SheetView, reload: () => unknown) {
  const t = useMessages('selection-desk')
  const kept = keptOf(view)
  const [points, setAll] = useState<Points>(kept?.points ?? view.sheet?.points ?? {})
  const [remarks, setRemarks] = useState(kept?.remarks ?? view.sheet?.remarks ?? '')
  const [isDirty, setDirty] = useState(kept !== undefined)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>()
  const version = useRef(view.sheet?.version ?? 0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ points, remarks })
  latest.current = { points, remarks }
  const isFiled = view.sheet !== null && view.sheet.state !== 'draft'
  const isLocked = isFiled || !view.isOpen

  /** One save after another: each takes the version the one before left. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.current.then(work, work)
    queue.current = turn.catch(() => undefined)
    return turn
  }
  const write = (): Promise<void> =>
    inTurn(async () => {
      const sent = latest.current
      const saved = await saveSheet(view.applicationId, { ...sent, version: version.current })
      version.current = saved.version
      setError(undefined)
      remember(keyOf(view.applicationId), undefined)
      if (latest.current === sent || JSON.stringify(latest.current) === JSON.stringify(sent)) setDirty(false)
    })
  const save = async () => {
    setSaving(true)
    try {
      await write()
      notify({ text: t('sheet.saved') })
    } catch (reason) {
      setError(reason)
    } finally {
      setSaving(false)
    }
  }
  const file = async () => {
    await inTurn(() => fileSheet(view.applicationId, { ...latest.current, version: version.current }))
    setDirty(false)
    remember(keyOf(view.applicationId), undefined)
    notify({ text: t('sheet.filed') })
    await reload()
  }
  // What is typed stays on this device until the server has it: a lost network or a closed tab costs nothing.
  useEffect(() => {
    if (isDirty && !isLocked)
      remember(keyOf(view.applicationId), JSON.stringify({ points, remarks, version: version.current }))
  }, [isDirty, isLocked, points, remarks])
  useAutosave(isDirty && !isLocked, [points, remarks], () => void write().catch(setError))

  const errorText = useErrorText(error)
  const fields = error instanceof Problem ? error.errors : []
  return {
    version: () => version.current,
    points,
    remarks,
    isDirty,
    isSaving,
    isFiled,
    isLocked,
    errorText: error === undefined ? undefined : errorText,
    errors: Object.fromEntries(fields.map(field => [field.pointer, field.message])) as Record<
      string,
      string | undefined
    >,
    setPoints: (code: string, value: number | undefined) => {
      const { [code]: _, ...others } = latest.current.points
      setAll(value === undefined ? others : { ...others, [code]: value })
      setDirty(true)
    },
    setRemarks: (text: string) => {
      setRemarks(text)
      setDirty(true)
    },
    save,
    file,
  }
}
export type SheetState = ReturnType<typeof useSheetState>

const keyOf = (applicationId: string) => `sheet.${applicationId}`

type Kept = { points: Points; remarks: string; version: number }

/** What this device kept of the sheet as it is now; nothing when another tab or device wrote it meanwhile. */
function keptOf(view: SheetView): Kept | undefined {
  const text = remembered(keyOf(view.applicationId))
  // Only ever written here, from a sheet's own state.
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept)
  const isSame = kept?.version === (view.sheet?.version ?? 0)
  return kept && isSame && view.isOpen && (view.sheet?.state ?? 'draft') === 'draft' ? kept : undefined
}

const QUIET_MILLIS = 1500

function useAutosave(isOn: boolean, watched: readonly unknown[], save: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setTimeout(save, QUIET_MILLIS)
    return () => clearTimeout(timer)
  }, [isOn, ...watched])
  useEffect(() => {
    if (!isOn) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isOn])
}
