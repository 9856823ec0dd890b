import { messagesFor } from '@hoicho/shared/locales/index.ts'
import { fillSimple, type Locale, type MessageParams } from '@hoicho/shared/platform/i18n.ts'
import { IntlMessageFormat } from 'intl-messageformat'

/**
 * A sentence from the catalogues in the person's language, for problems, mails and papers. A key without a sentence
 * is a fault of ours: the key itself is shown.
 */
export async function translate(
  locale: Locale,
  namespace: string,
  key: string,
  params: MessageParams = {},
): Promise<string> {
  const message = (await messagesFor(locale, namespace))[key]
  if (message === undefined) return key
  const simple = fillSimple(message, params)
  return simple ?? String(new IntlMessageFormat(message, locale).format(params))
}

/** `translate` bound to a language and a namespace, for code that writes many sentences. */
export async function translator(locale: Locale, namespace: string) {
  const messages = await messagesFor(locale, namespace)
  return (key: string, params: MessageParams = {}): string => {
    const message = messages[key]
    if (message === undefined) return key
    return fillSimple(message, params) ?? String(new IntlMessageFormat(message, locale).format(params))
  }
}
