import type { Instant } from '../platform/dates.ts'

/** An entry of the log about one application, as it was written. */
export type LogEntry = {
  at: Instant
  action: string
  actorId: string | null
  actorName: string | null
  actorKind: 'person' | 'device' | 'system' | 'public'
  /** Whether the actor belongs to the establishment. */
  isOwnSide: boolean
  after: unknown
}

export type HistoryLine = {
  at: Instant
  what: string
  who: string | null
  side: 'establishment' | 'organizer' | 'system'
  fields: string[]
  note: string | null
}

/** Saves closer together than this, by the same person, are one visit. */
const VISIT_MS = 30 * 60_000

/** Acts of the selection an establishment takes part in; what the council does is not among them. */
const OWN_ACTS = new Set(['selection.answer-place', 'selection.record-answer', 'selection.complain'])

const isOwnMatter = (action: string) => action.startsWith('recruitment.') || OWN_ACTS.has(action)

const QUIET = new Set(['recruitment.save-draft', 'recruitment.change-papers'])

/** Marks at remarks: the rounds of corrections show them where they belong. */
const UNTOLD = new Set(['recruitment.answer-remark', 'recruitment.resolve-remark'])

/**
 * The history of an application from its log, oldest first. Saves of one visit become one line. The desk sees nothing of
 * a draft's writing before it was first submitted; the establishment is not told which officer did what.
 */
export function historyOf(log: readonly LogEntry[], reader: 'desk' | 'establishment'): HistoryLine[] {
  const submittedAt = log.find(entry => entry.action === 'recruitment.submit')?.at
  const isShown = (entry: LogEntry) => {
    if (UNTOLD.has(entry.action)) return false
    if (reader === 'establishment') return isOwnMatter(entry.action)
    return !QUIET.has(entry.action) || (submittedAt !== undefined && entry.at > submittedAt)
  }
  const lines: (HistoryLine & { actorId: string | null })[] = []
  for (const entry of log.filter(isShown)) {
    const line = lineOf(entry, reader)
    const last = lines.at(-1)
    if (last && QUIET.has(entry.action) && isSameVisit(last, line)) {
      last.at = line.at
      last.fields = [...new Set([...last.fields, ...line.fields])]
    } else lines.push(line)
  }
  return lines.map(({ at, what, who, side, fields, note }) => ({ at, what, who, side, fields, note }))
}

type Draft = HistoryLine & { actorId: string | null }

const isSameVisit = (last: Draft, next: Draft) =>
  last.what === next.what &&
  last.actorId === next.actorId &&
  Date.parse(next.at) - Date.parse(last.at) <= VISIT_MS

function lineOf(entry: LogEntry, reader: 'desk' | 'establishment'): Draft {
  const side =
    entry.actorKind === 'system'
      ? 'system'
      : entry.isOwnSide || entry.actorKind === 'public'
        ? ('establishment' as const)
        : ('organizer' as const)
  const isNamed = reader === 'desk' || side === 'establishment'
  const after = asRecord(entry.after)
  return {
    at: entry.at,
    what: whatOf(entry.action, after),
    who: isNamed ? entry.actorName : null,
    side,
    fields: Array.isArray(after.changed) ? after.changed.map(String) : [],
    note: noteOf(after),
    actorId: entry.actorId,
  }
}

/** A second submission and a removed paper read differently; other capabilities' moves by the state they led to. */
function whatOf(action: string, after: Record<string, unknown>): string {
  if (QUIET.has(action)) return 'recruitment.save-draft'
  if (action === 'recruitment.submit' && after.isAgain === true) return 'recruitment.submit-again'
  if (!action.startsWith('recruitment.') && typeof after.state === 'string') return `state.${after.state}`
  return action
}

function noteOf(after: Record<string, unknown>): string | null {
  const note = after.reason ?? after.note
  return typeof note === 'string' && note !== '' ? note : null
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
