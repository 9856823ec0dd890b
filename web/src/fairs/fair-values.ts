import type { FairInput, FairView } from '@hoicho/shared/fairs/schema.ts'
import { addDays, instantAt, localDate, localTime } from '@hoicho/shared/platform/dates.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'

/** What stands in the boxes of the fair form: numbers may be empty, instants are read on the fair's own clock. */
export type FairValues = Omit<FairInput, 'quota' | 'passMark'> & {
  quota: number | null
  passMark: number | null
}

/** A fair about half a year ahead; what depends on its kind follows when the kind is chosen. */
export function emptyFair(today: string): FairValues {
  const opensOn = addDays(today, 180)
  return {
    ...KIND_DEFAULTS.home,
    slug: '',
    kind: 'home',
    nameVi: '',
    nameEn: '',
    nameDe: '',
    themeVi: '',
    themeEn: '',
    themeDe: '',
    descriptionVi: '',
    descriptionEn: '',
    descriptionDe: '',
    opensOn,
    closesOn: addDays(opensOn, 4),
    dailyOpensAt: '08:30',
    dailyClosesAt: '18:00',
    city: '',
    venueName: '',
    venueAddress: '',
    sectorCodes: [],
    quota: null,
    passMark: 70,
    ruleSetOn: today,
    registrationOpensAt: `${today}T08:00`,
    registrationClosesAt: `${addDays(opensOn, -60)}T17:00`,
  }
}

export const KIND_DEFAULTS = {
  home: { timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', country: 'VN' },
  abroad: { timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE' },
} as const

/** A stored fair for editing. */
export function valuesOf(fair: FairView): FairValues {
  return {
    ...fair,
    registrationOpensAt: clockAt(fair.registrationOpensAt, fair.timeZone),
    registrationClosesAt: clockAt(fair.registrationClosesAt, fair.timeZone),
  }
}

/** The form's values as the server takes them; an empty number becomes one it refuses at its field. */
export function inputOf(values: FairValues): FairInput {
  return {
    ...values,
    quota: values.quota ?? 0,
    passMark: values.passMark ?? -1,
    registrationOpensAt: instantOn(values.registrationOpensAt, values.timeZone),
    registrationClosesAt: instantOn(values.registrationClosesAt, values.timeZone),
  }
}

/** An instant as a box for day and time shows it, on the clock of a zone. */
export const clockAt = (at: string, timeZone: string): string =>
  `${localDate(at, timeZone)}T${localTime(at, timeZone)}`

/** `2026-03-01T08:00` on the clock of a zone; what is not complete goes as it is, for the server to point at. */
export function instantOn(local: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return local
  return instantAt(local.slice(0, 10), local.slice(11, 16), timeZone)
}

/** An address made from a name: "Hội chợ Tết 2027" becomes `hoi-cho-tet-2027`. */
export const slugOf = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
