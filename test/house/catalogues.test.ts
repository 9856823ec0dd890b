import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LOCALES, type Locale } from '@hoicho/shared/platform/i18n.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files.ts'

/** Words of official papers, which are issued in Vietnamese only. */
const VIETNAMESE_ONLY = new Set(['documents'])

const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i
/** What keeps its Vietnamese letters in every language: the language's own name, and the sign of a decision. */
const NAMES = /Tiếng Việt|QĐ-TTKC/g

/** `hoá`, `huỷ`: legal texts write `hóa`, `hủy`. The u of `quý` belongs to its consonant. */
const MARK_ON_THE_LAST = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu
/** Words the house says otherwise: thư điện tử, đường dẫn, bấm, dự bị. */
const OTHER_WORDS = /(?<!\p{L})(e-?mail|link|click|danh sách dự phòng)(?!\p{L})/iu

type Entry = { locale: Locale; namespace: string; key: string; message: string }
type Element = {
  type: number
  value: string
  options?: Record<string, { value: Element[] }>
  children?: Element[]
}
type Formatter = new (message: string, locale: string) => { getAst: () => Element[] }

let entries: Entry[] = []
let IntlMessageFormat: Formatter

beforeAll(async () => {
  entries = (await Promise.all(LOCALES.map(entriesOf))).flat()
  // The server's own formatter: what parses here parses there.
  const path = createRequire(join(root, 'server/package.json')).resolve('intl-messageformat')
  const module = (await import(pathToFileURL(path).href)) as { IntlMessageFormat: Formatter }
  IntlMessageFormat = module.IntlMessageFormat
})

describe('catalogues', () => {
  it('have the same namespaces and keys in each of their languages', () => {
    const source = entries.filter(({ locale }) => locale === 'vi')
    for (const locale of LOCALES) {
      const wanted = source.filter(({ namespace }) => isWrittenIn(locale, namespace)).map(nameOf)
      const found = entries.filter(entry => entry.locale === locale).map(nameOf)
      expect(found.toSorted(), locale).toEqual(wanted.toSorted())
    }
  })

  it('are ICU messages with the same places to fill in each language', () => {
    const wrong: string[] = []
    const wanted = new Map<string, string>()
    for (const entry of entries) {
      try {
        const places = [...new Set(placesIn(new IntlMessageFormat(entry.message, entry.locale).getAst()))]
        const found = places.toSorted().join()
        const first = wanted.get(nameOf(entry)) ?? found
        wanted.set(nameOf(entry), first)
        if (found !== first) wrong.push(`${whereOf(entry)}: {${found}} instead of {${first}}`)
      } catch (error) {
        wrong.push(`${whereOf(entry)}: ${String(error)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it.each<[string, (entry: Entry) => boolean]>([
    ['say something', ({ message }) => message.trim() === ''],
    [
      'begin and end without space, with single spaces between',
      ({ message }) => /^\s|\s$| {2}/.test(message),
    ],
    ['are finished', ({ message }) => /TODO|FIXME|XXX|lorem ipsum/i.test(message)],
    ['are in composed letters (NFC)', ({ message }) => message !== message.normalize('NFC')],
    ['have printers’ quotes and dots', ({ message }) => /"|\.\.\./.test(message)],
    [
      'have Vietnamese letters in Vietnamese only, but for names',
      ({ locale, message }) => locale !== 'vi' && VIETNAMESE.test(message.replaceAll(NAMES, '')),
    ],
    [
      'put Vietnamese tone marks where legal texts do',
      ({ locale, message }) => locale === 'vi' && MARK_ON_THE_LAST.test(message),
    ],
    [
      'say one word for one thing in Vietnamese',
      ({ locale, message }) => locale === 'vi' && OTHER_WORDS.test(message.replaceAll(/\{\w+\}/g, '')),
    ],
  ])('%s', (_, isWrong) => {
    expect(entries.filter(isWrong).map(entry => `${whereOf(entry)}: ${entry.message}`)).toEqual([])
  })
})

const nameOf = ({ namespace, key }: Entry) => `${namespace} ${key}`
const whereOf = (entry: Entry) => `${entry.locale}/${nameOf(entry)}`

/** Staff read Vietnamese or English; visitors and establishments German, too. */
const isWrittenIn = (locale: Locale, namespace: string) =>
  locale === 'vi' || (!VIETNAMESE_ONLY.has(namespace) && (locale === 'en' || !namespace.endsWith('-desk')))

async function entriesOf(locale: Locale): Promise<Entry[]> {
  const files = sourceFiles(`shared/locales/${locale}`).map(({ path }) => path)
  const found = await Promise.all(
    files.map(async path => {
      const namespace = path.split('/').at(-1)?.replace('.ts', '') ?? ''
      const module = (await import(join(root, path))) as { default: Record<string, string> }
      return Object.entries(module.default).map(([key, message]) => ({ locale, namespace, key, message }))
    }),
  )
  return found.flat()
}

/** Types of elements: 0 is plain text, 7 the number of a plural; all others name a place or a tag. */
function placesIn(elements: Element[]): string[] {
  return elements.flatMap(({ type, value, options, children }) => [
    ...(type === 0 || type === 7 ? [] : [value]),
    ...Object.values(options ?? {}).flatMap(option => placesIn(option.value)),
    ...placesIn(children ?? []),
  ])
}
