import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Problem } from '../platform/problem.ts'
import { remember, remembered } from '../platform/store.ts'
import type { Binding } from './field.tsx'

type Path = readonly (string | number)[]
type Item<V> = V extends readonly (infer I)[] ? I : never

export interface FormOptions<T extends object> {
  initial: T
  /** Does the work; throw the Problem and its field errors appear beside the fields. */
  submit: (values: T) => Promise<unknown>
  /** Checks before sending: pointer -> sentence. The server checks again anyway. */
  validate?: (values: T) => Readonly<Record<string, string>>
  /** Keeps a draft on this device under this name, for example `application.${id}`. */
  draftKey?: string
}

export interface FormError {
  pointer: string
  message: string
}

interface Draft<T> {
  savedAt: string
  values: T
}

export interface Form<T extends object> {
  values: T
  set: <K extends keyof T>(name: K, value: T[K]) => void
  setAll: (values: T) => void
  /** Binds a field by name. */
  field: <K extends keyof T & string>(name: K) => Binding<T[K]>
  /** Binds a field of an object: `form.sub('contact', 'email')`. */
  sub: <K extends keyof T & string, S extends keyof T[K] & string>(name: K, key: S) => Binding<T[K][S]>
  /** Binds a field of a list's item: `form.item('products', 0, 'name')`. */
  item: <K extends keyof T & string, S extends keyof Item<T[K]> & string>(
    name: K,
    index: number,
    key: S,
  ) => Binding<Item<T[K]>[S]>
  idOf: (pointer: string) => string
  submit: () => Promise<boolean>
  pending: boolean
  dirty: boolean
  errors: readonly FormError[]
  /** A refusal that names no field. */
  problem: unknown
  /** Counts failed submits, so that the summary takes focus each time. */
  failures: number
  draftSavedAt: string | undefined
  discardDraft: () => void
}

/** State of a form: values, errors by JSON pointer, a draft on this device, one submit at a time. */
export function useForm<T extends object>(options: FormOptions<T>): Form<T> {
  const { initial, submit, validate, draftKey } = options
  const formId = useId()
  const [draft, setDraft] = useState(() => (draftKey ? readDraft<T>(draftKey) : undefined))
  const [values, setValues] = useState<T>(() => ({ ...initial, ...draft?.values }))
  const [baseline, setBaseline] = useState(initial)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [problem, setProblem] = useState<unknown>()
  const [pending, setPending] = useState(false)
  const [failures, setFailures] = useState(0)
  const latest = useRef(values)
  latest.current = values
  const isSending = useRef(false)
  const dirty = useMemo(() => JSON.stringify(values) !== JSON.stringify(baseline), [values, baseline])

  useDraft(draftKey, values, dirty)
  useLeaveWarning(dirty && !draftKey && !pending)

  const idOf = (pointer: string) => `f${formId}${pointer.replaceAll('/', '-')}`

  const fail = (found: readonly FormError[], reason?: unknown) => {
    setErrors(found)
    setProblem(found.length > 0 ? undefined : reason)
    setFailures(count => count + 1)
    return false
  }

  const send = async (): Promise<boolean> => {
    if (isSending.current) return false
    const local = Object.entries(validate?.(latest.current) ?? {})
    if (local.length > 0) return fail(local.map(([pointer, message]) => ({ pointer, message })))
    isSending.current = true
    setPending(true)
    try {
      await submit(latest.current)
      if (draftKey) remember(`draft.${draftKey}`, undefined)
      setDraft(undefined)
      setErrors([])
      setProblem(undefined)
      setBaseline(latest.current)
      return true
    } catch (error) {
      return fail(error instanceof Problem ? error.errors : [], error)
    } finally {
      isSending.current = false
      setPending(false)
    }
  }

  const bind = <V>(path: Path): Binding<V> => {
    const pointer = `/${path.join('/')}`
    return {
      id: idOf(pointer),
      name: path.join('.'),
      // The path comes from the typed callers below, which name V.
      value: valueAt(values, path) as V,
      error: errors.find(error => error.pointer === pointer)?.message,
      onValue: value => {
        latest.current = withValueAt(latest.current, path, value) as T
        setValues(latest.current)
        setErrors(found => found.filter(error => error.pointer !== pointer))
      },
    }
  }

  return {
    values,
    set: (name, value) => bind([String(name)]).onValue(value),
    setAll: next => {
      latest.current = next
      setValues(next)
    },
    field: name => bind([name]),
    sub: (name, key) => bind([name, key]),
    item: (name, index, key) => bind([name, index, key]),
    idOf,
    submit: send,
    pending,
    dirty,
    errors,
    problem,
    failures,
    draftSavedAt: draft?.savedAt,
    discardDraft: () => {
      if (draftKey) remember(`draft.${draftKey}`, undefined)
      setDraft(undefined)
      setValues(initial)
    },
  }
}

function readDraft<T>(key: string): Draft<T> | undefined {
  const text = remembered(`draft.${key}`)
  if (!text) return undefined
  try {
    // Written below by this same form; a changed form only loses the draft.
    return JSON.parse(text) as Draft<T>
  } catch {
    return undefined
  }
}

function useDraft(key: string | undefined, values: unknown, dirty: boolean): void {
  useEffect(() => {
    if (!key || !dirty) return undefined
    const save = () => remember(`draft.${key}`, JSON.stringify({ savedAt: new Date().toISOString(), values }))
    const timer = setTimeout(save, 400)
    addEventListener('pagehide', save)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', save)
    }
  }, [key, values, dirty])
}

/** Asks before a link or the browser would throw away what was typed. */
function useLeaveWarning(isOn: boolean): void {
  const t = useMessages('platform')
  useEffect(() => {
    if (!isOn) return undefined
    const unload = (event: BeforeUnloadEvent) => event.preventDefault()
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const isAway =
        link instanceof HTMLAnchorElement && !link.target && !link.getAttribute('href')?.startsWith('#')
      if (!isAway || confirm(t('form.leave'))) return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('beforeunload', unload)
    document.addEventListener('click', click, true)
    return () => {
      removeEventListener('beforeunload', unload)
      document.removeEventListener('click', click, true)
    }
  }, [isOn])
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<string | number, unknown>)[key]
        : undefined,
    value,
  )
}

function withValueAt(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return next
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(key) ? withValueAt(item, rest, next) : item))
  const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return { ...record, [key]: withValueAt(record[key], rest, next) }
}
