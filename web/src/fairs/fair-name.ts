import { locale } from '../platform/i18n.ts'

/** A fair's name in the reader's language, in Vietnamese where it has no other. */
export function fairName(fair: { nameVi: string; nameEn: string; nameDe: string }): string {
  return { vi: fair.nameVi, en: fair.nameEn, de: fair.nameDe }[locale.value] || fair.nameVi
}
