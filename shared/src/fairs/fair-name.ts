import type { Locale } from '@hoicho/shared/platform/i18n.ts'

/** A fair's name in the reader's language; in Vietnamese where it has none in that. */
export function fairNameIn(fair: { nameVi: string; nameEn: string; nameDe: string }, locale: Locale): string {
  return { vi: fair.nameVi, en: fair.nameEn, de: fair.nameDe }[locale] || fair.nameVi
}
