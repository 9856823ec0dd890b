import type { Locale } from '../platform/i18n.ts'

/** A fair's name in a language; in German it may be the English one, and where there is neither, the Vietnamese. */
export function fairNameIn(fair: { nameVi: string; nameEn: string; nameDe: string }, locale: Locale): string {
  const names = { vi: fair.nameVi, en: fair.nameEn, de: fair.nameDe || fair.nameEn }
  return names[locale] || fair.nameVi
}
