import type { IsoDate } from '../platform/dates.ts'
import { foldText } from '../platform/text.ts'
import type { Fund } from './gate-vocabulary.ts'

/** A fair as far as it is known; a fair of the past somebody tells of may lack its days and its city. */
export type SupportEvent = {
  name: string
  country: string | null
  city: string | null
  opensOn: IsoDate | null
  closesOn: IsoDate | null
  year: number
}

/** State money an establishment got or was promised for one cost item of one fair. */
export type Support = {
  event: SupportEvent
  /** `contract`: a contract of this system; `declared`: told by the establishment; `recorded`: entered by an officer. */
  source: 'contract' | 'declared' | 'recorded'
  /** False where it is another organizer's: it counts, its fair is not named. */
  isOwn: boolean
  /** Null where nobody knows what it paid for. */
  costItem: string | null
  fund: Fund | null
}

/**
 * Whether two descriptions mean one fair. Days that do not overlap, another city or another year part them; overlapping
 * days in one city, or one name in one year, join them. Anything less is `maybe`: a person looks.
 */
export function eventMatch(a: SupportEvent, b: SupportEvent): 'same' | 'maybe' | 'other' {
  if (a.year !== b.year || differ(a.country, b.country) || differ(a.city, b.city)) return 'other'
  const days = overlap(a, b)
  if (days === false) return 'other'
  if (foldText(a.name) === foldText(b.name)) return 'same'
  return days === true && a.city !== null && b.city !== null ? 'same' : 'maybe'
}

/** Both are known and not the same place. */
const differ = (a: string | null, b: string | null) => a !== null && b !== null && foldText(a) !== foldText(b)

/** Undefined where a day is missing. */
function overlap(a: SupportEvent, b: SupportEvent): boolean | undefined {
  if (!a.opensOn || !b.opensOn) return undefined
  return a.opensOn <= (b.closesOn ?? b.opensOn) && b.opensOn <= (a.closesOn ?? a.opensOn)
}

export type Trips = { sure: number; possible: number }

/**
 * Supported trips abroad in the year of `fair`, that fair itself left out: those of this system once each, and fairs told of
 * that are none of them. What may be one of those already counted is `possible` only.
 */
export function tripsInYear(
  fair: SupportEvent,
  counted: readonly SupportEvent[],
  told: readonly SupportEvent[],
): Trips {
  const known = counted.filter(event => event.year === fair.year)
  const trips = { sure: known.length, possible: 0 }
  const seen = [fair, ...known]
  for (const event of told) {
    // Without a country nobody knows that it was a trip abroad.
    if (event.year !== fair.year || event.country === 'VN') continue
    const matches = new Set(seen.map(other => eventMatch(event, other)))
    if (matches.has('same')) continue
    if (event.country === null || matches.has('maybe')) trips.possible += 1
    else trips.sure += 1
    seen.push(event)
  }
  return trips
}
