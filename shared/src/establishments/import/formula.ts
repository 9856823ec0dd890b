/**
 * Text that a spreadsheet program might run as a formula (`=`, `+`, `-`, `@`, tab) is written with an apostrophe before
 * it. `unguardFormula(guardFormula(text))` is `text` for every text.
 */
export const guardFormula = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Takes back the one apostrophe that {@link guardFormula} put there. */
export const unguardFormula = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)
