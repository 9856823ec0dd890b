import type { Namespace, Namespaces } from '@hoicho/shared/locales/index.ts'
import {
  type Catalogue,
  DEFAULT_LOCALE,
  FALLBACKS,
  fillSimple,
  isLocale,
  type Locale,
  type MessageArgs,
  type MessageParams,
  matchLocale,
  needsFormatter,
} from '@hoicho/shared/platform/i18n.ts'
import { signal } from '@preact/signals'
import type { IntlMessageFormat } from 'intl-messageformat'
import { remember, remembered } from './store.ts'

type Formatter = typeof IntlMessageFormat
/** `t('page.title')`; a message with places demands them: `t('count', { shown: 3, total: 10 })`. */
export type Translate<N extends Namespace> = <K extends keyof Namespaces[N] & string>(
  key: K,
  ...args: MessageArgs<Namespaces[N][K] & string>
) => string

const files = import.meta.glob<Catalogue>(
  [
    '../../../shared/locales/*/*.ts',
    '!../../../shared/locales/*/mails.ts',
    '!../../../shared/locales/*/documents*.ts',
  ],
  { import: 'default' },
)
const catalogues = new Map<string, Catalogue>()
const loading = new Map<string, Promise<void>>()
const compiled = new Map<string, IntlMessageFormat>()
const used = new Set<Namespace>()
const arrivals = signal(0)
let Icu: Formatter | undefined

/** The language on screen. Reading `.value` in a component re-renders it when the language changes. */
export const locale = signal<Locale>(initialLocale())

function initialLocale(): Locale {
  const asked = new URLSearchParams(globalThis.location?.search).get('lang')
  if (isLocale(asked)) return asked
  const kept = remembered('locale')
  if (isLocale(kept)) return kept
  return matchLocale(globalThis.navigator?.languages ?? []) ?? DEFAULT_LOCALE
}

/** Whether the person chose a language on this device, as against the browser's guess. */
export function isLocaleChosen(): boolean {
  return isLocale(remembered('locale'))
}

/** Loads everything on screen in the new language first, so that nothing flickers, then switches. */
export async function setLocale(next: Locale): Promise<void> {
  await loadMessages([...used], next)
  remember('locale', next)
  document.documentElement.lang = next
  locale.value = next
}

/** Fetches catalogues (and the ICU formatter, if one of them needs it). */
export async function loadMessages(namespaces: readonly Namespace[], into = locale.peek()): Promise<void> {
  await Promise.all(namespaces.map(namespace => loadOne(namespace, into)))
}

function loadOne(namespace: Namespace, into: Locale): Promise<void> {
  const key = `${into}/${namespace}`
  const pending = loading.get(key)
  if (pending) return pending
  const load = fetchCatalogue(key, namespace, into)
  loading.set(key, load)
  load.catch(() => loading.delete(key))
  return load
}

async function fetchCatalogue(key: string, namespace: Namespace, into: Locale): Promise<void> {
  const file = FALLBACKS[into]
    .map(language => files[`../../../shared/locales/${language}/${namespace}.ts`])
    .find(found => found !== undefined)
  if (!file) throw new Error(`No messages for namespace ${namespace}`)
  const catalogue = await file()
  if (!Icu && Object.values(catalogue).some(needsFormatter)) {
    Icu = (await import('intl-messageformat')).IntlMessageFormat
  }
  catalogues.set(key, catalogue)
}

/**
 * The words of a namespace in the language on screen. A route that names its namespaces has them loaded before it
 * renders; elsewhere the words are blank for the moment it takes to fetch them.
 */
export function useMessages<N extends Namespace>(namespace: N): Translate<N> {
  const into = locale.value
  used.add(namespace)
  if (catalogues.has(`${into}/${namespace}`)) return translator(namespace)
  // Reading it makes the component draw again when words arrive.
  void arrivals.value
  void loadOne(namespace, into).then(() => {
    arrivals.value += 1
  })
  return () => ''
}

/** The same outside components (event handlers, plain functions), for namespaces already loaded. */
export function translator<N extends Namespace>(namespace: N): Translate<N> {
  const into = locale.peek()
  const catalogue = catalogues.get(`${into}/${namespace}`)
  return (key, ...args) => render(`${into}/${namespace}/${key}`, catalogue?.[key] ?? key, into, args[0])
}

function render(id: string, message: string, into: Locale, params: MessageParams | undefined): string {
  const simple = fillSimple(message, params)
  if (simple !== undefined || !Icu) return simple ?? message
  let icu = compiled.get(id)
  if (!icu) {
    icu = new Icu(message, into)
    compiled.set(id, icu)
  }
  return String(icu.format(params))
}
