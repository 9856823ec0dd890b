import type { StateTable } from '../platform/states.ts'
import { sha256Hex } from './sha256.ts'

/** Chủ tịch, thư ký, ủy viên, ủy viên dự khuyết. */
export const SEATS = ['chair', 'secretary', 'member', 'substitute'] as const
export type Seat = (typeof SEATS)[number]

export type CouncilState = 'forming' | 'open' | 'closed'
export type CouncilAction = 'open' | 'close'

/** The round of scoring: sheets are taken while it is open, and only then. */
export const COUNCIL_STATES: StateTable<CouncilState, CouncilAction> = {
  forming: { open: 'open' },
  open: { close: 'closed' },
  closed: { open: 'open' },
}

export type CouncilFault = 'no-chair' | 'no-secretary' | 'even-council'

/**
 * What keeps a council from beginning: it needs a chair, a secretary and an odd number of members who vote (circular
 * 26/2014/TT-BCT asks it of the juries for outstanding products; councils of fairs follow). Chair and members always vote,
 * substitutes never until they take a seat, the secretary when appointed a member as well (ủy viên thư ký).
 */
export function councilFaults(members: readonly { seat: Seat; isVoting: boolean }[]): CouncilFault[] {
  const lacks = (seat: Seat) => !members.some(member => member.seat === seat)
  const voting = members.filter(member => member.isVoting).length
  return [
    ...(lacks('chair') ? (['no-chair'] as const) : []),
    ...(lacks('secretary') ? (['no-secretary'] as const) : []),
    ...(voting % 2 === 0 ? (['even-council'] as const) : []),
  ]
}

/** Whether the holder of a seat votes; only a secretary may or may not. */
export const votes = (seat: Seat, isVoting: boolean): boolean =>
  seat === 'secretary' ? isVoting : seat !== 'substitute'

/** What a fair may hide from those who score. A hidden name hides all that would tell it: number, papers, own words. */
export const BLIND_FIELDS = ['name', 'province', 'photos', 'papers'] as const
export type BlindField = (typeof BLIND_FIELDS)[number]

const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** What a nameless application is called: eight letters and digits that stay the same and tell nothing. */
export function blindCode(fairId: string, applicationId: string): string {
  const hash = sha256Hex(`${fairId}:${applicationId}`)
  const letters = Array.from({ length: 8 }, (_, at) => {
    const byte = Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16)
    return LETTERS[byte % LETTERS.length] ?? ''
  })
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

const HIDDEN = '•••'
const SHORTEST_SECRET = 4

/** The text with every occurrence of a secret hidden, whatever its capitals and marks. Secrets under 4 letters stay. */
export function redacted(text: string, secrets: readonly (string | null)[]): string {
  const letters = [...text.normalize('NFC')]
  const folded = letters.map(foldLetter).join('')
  const found = secrets
    .map(secret => [...(secret ?? '').normalize('NFC').trim()].map(foldLetter).join(''))
    .filter(secret => secret.length >= SHORTEST_SECRET)
    .flatMap(secret => placesOf(folded, secret))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let result = ''
  let at = 0
  for (const { from, to } of found) {
    if (to <= at) continue
    if (from >= at) result += letters.slice(at, from).join('') + HIDDEN
    at = to
  }
  return result + letters.slice(at).join('')
}

function placesOf(text: string, part: string): { from: number; to: number }[] {
  const places = []
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1))
    places.push({ from, to: from + part.length })
  return places
}

/** One character for one: its base letter in lower case, so that places in the folded text are places in the text. */
function foldLetter(letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('\u0111', 'd')
  return base.length === 1 ? base : ' '
}
