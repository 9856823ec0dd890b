import type { Answers } from '@hoicho/shared/fairs/form.ts'
import { type DraftContent, mergeDrafts, sameDraft } from '@hoicho/shared/recruitment/merge-drafts.ts'
import type { AdoptedForm, ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { batch, signal } from '@preact/signals'
import { isProblem } from '../platform/problem.ts'
import { remember, remembered } from '../platform/store.ts'
import { fetchApplication, keepApplication, saveDraft } from './api.ts'
import { answerText } from './words.ts'

/*
 * What is being typed into one application. It outlives the page that shows it: kept on this device with every key
 * press, sent to the server a moment later, and sent again when the connection is back. On return, what the device
 * kept and what the server has by then are merged; nothing typed is lost.
 */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed'
export type Conflict = { code: string; theirs: string }

/** What the server is known to hold, and the version of it. */
type Base = DraftContent & { version: number }
type Kept = { base: Base; local: DraftContent }

const TYPING_PAUSE_MS = 900
const RETRY_MS = 8000

export type DraftEditor = ReturnType<typeof createEditor>

const editors = new Map<string, DraftEditor>()

/** The editor of an application, the same one for as long as the program runs. */
export function editorOf(view: ApplicationView): DraftEditor {
  const known = editors.get(view.id)
  if (known) {
    known.receive(view)
    return known
  }
  const editor = createEditor(view)
  editors.set(view.id, editor)
  return editor
}

/** Forgets an application that is no longer being written. */
export function forgetEditor(applicationId: string): void {
  editors.get(applicationId)?.stop()
  editors.delete(applicationId)
  remember(keyOf(applicationId), undefined)
}

function createEditor(view: ApplicationView) {
  const id = view.id
  const kept = readKept(id)
  let base = baseOf(view)
  const first = kept ? mergeDrafts(kept.base, kept.local, base) : undefined
  const content = signal<DraftContent>(first ?? base)
  const state = signal<SaveState>('saved')
  const savedAt = signal(view.updatedAt)
  const left = signal<AdoptedForm['left']>([])
  const conflicts = signal<readonly Conflict[]>(named(first?.conflicts ?? [], base.answers, view))
  const wasRestored = signal(first !== undefined && !sameDraft(first, base))
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }
  const keep = () => {
    const isDirty = !sameDraft(content.peek(), base)
    const stored: Kept = { base, local: content.peek() }
    remember(keyOf(id), isDirty ? JSON.stringify(stored) : undefined)
  }
  const change = (next: DraftContent) => {
    batch(() => {
      content.value = next
      state.value = 'waiting'
    })
    keep()
    plan(TYPING_PAUSE_MS)
  }

  /** Sends what differs; one request at a time, and once more if typing went on meanwhile. */
  const save = (): Promise<void> => {
    running ??= saveOnce().finally(() => {
      running = undefined
      if (state.peek() === 'saved' && !sameDraft(content.peek(), base)) plan(0)
    })
    return running
  }
  const saveOnce = async () => {
    clearTimeout(timer)
    const sent = content.peek()
    if (sameDraft(sent, base)) {
      state.value = 'saved'
      return
    }
    state.value = 'saving'
    try {
      const { answers, productIds } = sent
      const saved = await saveDraft(id, { version: base.version, answers, productIds: [...productIds] })
      base = { ...sent, version: saved.version }
      batch(() => {
        state.value = 'saved'
        savedAt.value = saved.savedAt
      })
      keep()
    } catch (error) {
      await recover(error)
    }
  }
  const recover = async (error: unknown) => {
    if (isProblem(error, 'platform.changed-meanwhile')) {
      try {
        const fresh = await fetchApplication(id)
        receive(fresh)
        keepApplication(fresh)
        return plan(0)
      } catch {
        // No connection either: the retry below asks again.
      }
    }
    const isOffline = !isProblem(error) || error.code === 'network' || error.status >= 500
    state.value = isOffline ? 'offline' : 'failed'
    if (isOffline) plan(RETRY_MS)
  }
  /** Takes in what the server holds by now. */
  const receive = (fresh: ApplicationView) => {
    if (fresh.version <= base.version) return
    const server = baseOf(fresh)
    const merged = mergeDrafts(base, content.peek(), server)
    batch(() => {
      conflicts.value = [...conflicts.peek(), ...named(merged.conflicts, server.answers, fresh)]
      base = server
      content.value = { answers: merged.answers, productIds: merged.productIds }
      state.value = sameDraft(merged, server) ? 'saved' : 'waiting'
    })
    keep()
  }
  const online = () => void save()
  addEventListener('online', online)
  addEventListener('pagehide', keep)
  if (!sameDraft(content.peek(), base)) {
    state.value = 'waiting'
    plan(0)
  }
  return {
    content,
    state,
    savedAt,
    conflicts,
    wasRestored,
    /** Answers a newer form has no place for, after the draft moved to it. */
    left,
    receive,
    save,
    /** The version of the application that the next write is made from. */
    version: () => base.version,
    answer: (code: string, value: Answers[string]) =>
      change({ ...content.peek(), answers: { ...content.peek().answers, [code]: value } }),
    choose: (productIds: readonly string[]) => change({ ...content.peek(), productIds }),
    stop: () => {
      clearTimeout(timer)
      removeEventListener('online', online)
      removeEventListener('pagehide', keep)
    },
  }
}

const keyOf = (applicationId: string) => `draft.application.${applicationId}`

const baseOf = (view: ApplicationView): Base => ({
  version: view.version,
  answers: view.answers,
  productIds: view.products.map(product => product.id),
})

function named(codes: readonly string[], theirs: Answers, view: ApplicationView): Conflict[] {
  const fields = view.form.sections.flatMap(section => section.fields)
  return codes.map(code => {
    const field = fields.find(one => one.code === code)
    return { code, theirs: field ? answerText(field, theirs[code]) : '–' }
  })
}

function readKept(applicationId: string): Kept | undefined {
  const text = remembered(keyOf(applicationId))
  if (!text) return undefined
  try {
    // Written above by this same module.
    return JSON.parse(text) as Kept
  } catch {
    return undefined
  }
}
