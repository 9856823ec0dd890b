import { locale } from '../platform/i18n.ts'

/** Something's name in the language on screen, else in English, else in Vietnamese. */
export function nameOf(thing: { nameVi: string; nameEn: string; nameDe: string }): string {
  if (locale.value === 'vi') return thing.nameVi
  return (locale.value === 'de' && thing.nameDe) || thing.nameEn || thing.nameVi
}
