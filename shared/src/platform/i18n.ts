/** Languages of the house. Vietnamese is the source; German is for the public and for exhibitors only. */
export const LOCALES = ['vi', 'en', 'de'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'vi'

export type MessageParam = string | number | boolean | Date
export type MessageParams = Record<string, MessageParam>
/** One namespace in one language: ICU messages by key. */
export type Catalogue = Readonly<Record<string, string>>

/** A message with `{` in it demands its params; one without takes none. */
export type MessageArgs<Message extends string> = Message extends `${string}{${string}`
  ? [params: MessageParams]
  : []

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some(locale => locale === value)
}

/** The first supported language of a list such as `['en-GB', 'fr']`; undefined when none is. */
export function matchLocale(wanted: readonly string[]): Locale | undefined {
  for (const tag of wanted) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (isLocale(language)) return language
  }
  return undefined
}

/** The language of an Accept-Language header, by its weights; Vietnamese when it names none of ours. */
export function localeOfHeader(header: string | null | undefined): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', weight] = part.split(';q=')
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(entry => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return matchLocale(ranked.map(entry => entry.tag)) ?? DEFAULT_LOCALE
}

/** Where to look, in order, when a language lacks a namespace (German has no desk). */
export const FALLBACKS: Readonly<Record<Locale, readonly Locale[]>> = {
  vi: ['vi'],
  en: ['en', 'vi'],
  de: ['de', 'en', 'vi'],
}

/**
 * Fills `{name}` places only. Returns undefined when the message needs a real ICU formatter
 * (plural, select, dates, quoting), so that most pages never load one.
 */
export function fillSimple(message: string, params: MessageParams = {}): string | undefined {
  if (!message.includes('{')) return message.includes("''") ? message.replaceAll("''", "'") : message
  if (needsFormatter(message)) return undefined
  return message.replaceAll(/\{\s*(\w+)\s*\}/g, (place, name: string) => {
    const value = params[name]
    return value === undefined ? place : String(value)
  })
}

/** Whether a message uses more of ICU than `{name}`. */
export function needsFormatter(message: string): boolean {
  return message.includes('{') && (/\{\s*\w+\s*,/.test(message) || /'[{}#]/.test(message))
}
