import { eachDay, instantAt } from '../platform/dates.ts'
import type { FairHours } from './verdict.ts'

export interface CalendarFair extends FairHours {
  name: string
  venueName: string
  venueAddress: string
  city: string
  /** Makes the events' ids, so that importing twice changes nothing. */
  uid: string
  url: string
  /** An instant. */
  stampedAt: string
}

/** An iCalendar file (RFC 5545) with one event for each day of the fair, in UTC, so that clocks that change are right. */
export function fairCalendar(fair: CalendarFair): string {
  const place = [fair.venueName, fair.venueAddress, fair.city].filter(Boolean).join(', ')
  const events = eachDay(fair.opensOn, fair.closesOn).flatMap(day => [
    'BEGIN:VEVENT',
    `UID:${fair.uid}-${day}@hoicho`,
    `DTSTAMP:${compact(fair.stampedAt)}`,
    `DTSTART:${compact(instantAt(day, fair.dailyOpensAt, fair.timeZone))}`,
    `DTEND:${compact(instantAt(day, fair.dailyClosesAt, fair.timeZone))}`,
    `SUMMARY:${escapeText(fair.name)}`,
    `LOCATION:${escapeText(place)}`,
    `URL:${fair.url}`,
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hoicho//Badges//EN', ...events, 'END:VCALENDAR']
  return lines.map(foldLine).join('\r\n').concat('\r\n')
}

const compact = (at: string) => at.replaceAll(/[-:]|\.\d{3}/g, '')

const escapeText = (text: string) => text.replaceAll(/[\\;,]/g, sign => `\\${sign}`).replaceAll('\n', '\\n')

/** Lines end after at most 75 bytes and go on behind a blank; letters of several bytes are kept whole. */
function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const size = utf8Bytes(letter)
    if (bytes + size > 74) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

function utf8Bytes(letter: string): number {
  const point = letter.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
