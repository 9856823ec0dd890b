import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { allotment } from '@hoicho/shared/badges/allotment.ts'
import { fromBase32, toBase32 } from '@hoicho/shared/badges/base32.ts'
import { fairCalendar } from '@hoicho/shared/badges/calendar.ts'
import { foldScans, type ScanEvent } from '@hoicho/shared/badges/fold-scans.ts'
import { readScannerInput } from '@hoicho/shared/badges/scanner-input.ts'
import {
  decodeToken,
  encodeToken,
  parseShortNumber,
  shortNumber,
  tokenBody,
} from '@hoicho/shared/badges/token.ts'
import { admissionAt, judge, type ScanFacts } from '@hoicho/shared/badges/verdict.ts'
import { BADGE_KINDS, VERDICTS } from '@hoicho/shared/badges/vocabulary.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const token = fc.record({
  keyNumber: fc.integer({ min: 0, max: 255 }),
  kind: fc.constantFrom(...BADGE_KINDS),
  fairTag: fc.uint8Array({ minLength: 4, maxLength: 4 }).map(bytes => Buffer.from(bytes).toString('hex')),
  serial: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
})

describe('the badge code', () => {
  it('writes and reads any bytes in base 32', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes)
      }),
    )
  })

  it('gives every part back, in 122 signs of the alphanumeric mode, and proves itself', () => {
    fc.assert(
      fc.property(token, parts => {
        const code = encodeToken(parts, sign(null, tokenBody(parts), privateKey))
        expect(code).toMatch(/^HC1[A-Z2-7]{119}$/)
        const decoded = decodeToken(code)
        expect(decoded?.token).toEqual(parts)
        expect(decoded && verify(null, decoded.body, publicKey, decoded.signature)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('is not genuine any more when one sign is changed', () => {
    const parts = { keyNumber: 1, kind: 'visitor', fairTag: '0badcafe', serial: 7 } as const
    const code = encodeToken(parts, sign(null, tokenBody(parts), privateKey))
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 121 }), fc.constantFrom(...'ABZ27'), (at, letter) => {
        fc.pre(code[at] !== letter)
        const decoded = decodeToken(code.slice(0, at) + letter + code.slice(at + 1))
        expect(decoded !== null && verify(null, decoded.body, publicKey, decoded.signature)).toBe(false)
      }),
    )
  })

  it('has a short number to type', () => {
    const parts = { keyNumber: 1, kind: 'press', fairTag: '00000001', serial: 123 } as const
    const code = encodeToken(parts, sign(null, tokenBody(parts), privateKey))
    expect(parseShortNumber(shortNumber(code))).toEqual({ serial: 123, tail: code.slice(-6, -1) })
    expect(parseShortNumber('123ABCDE')).toEqual({ serial: 123, tail: 'ABCDE' })
    expect(parseShortNumber('ABCDE')).toBeNull()
  })
})

describe('what a scanner types', () => {
  it.each([
    ['HC1ABC', 'HC1ABC'],
    [' hc1abc\r\n', 'HC1ABC'],
    [']Q3\\000026HC1ABC', 'HC1ABC'],
    [']Q1HC1ABC', 'HC1ABC'],
    ['https://hoicho.vn/b/HC1ABC', 'HC1ABC'],
    ['HTTPS://HOICHO.VN:8443/b/hc1abc?lang=de', 'HC1ABC'],
    ['\u001d\ufeffHC1ABC', 'HC1ABC'],
    ['ＨＣ１ＡＢＣ', 'HC1ABC'],
    ['123-abcde', '123-ABCDE'],
  ])('%j is read as %j', (raw, code) => expect(readScannerInput(raw)).toEqual({ code, isGarbled: false }))

  it('notices a Vietnamese keyboard', () => {
    expect(readScannerInput('HC1ÂBĐ').isGarbled).toBe(true)
  })
})

describe('the verdict', () => {
  const good: ScanFacts = {
    direction: 'entry',
    scannedAt: '2019-06-29T08:00:00.000Z',
    proof: 'genuine',
    badge: { kind: 'visitor', state: 'active', isApproved: true },
    gateKinds: ['visitor'],
    admission: { state: 'open' },
    insideSince: null,
  }
  const inside = '2019-06-29T07:30:00.000Z'

  it.each<[string, Partial<ScanFacts>]>([
    ['admitted', {}],
    ['unknown', { proof: 'unreadable', badge: null }],
    ['other-fair', { proof: 'other-fair', badge: null }],
    ['forged', { proof: 'forged', badge: null }],
    ['unknown', { badge: null }],
    ['replaced', { badge: { kind: 'visitor', state: 'replaced', isApproved: true } }],
    ['revoked', { badge: { kind: 'visitor', state: 'revoked', isApproved: false } }],
    ['unapproved', { badge: { kind: 'press', state: 'active', isApproved: false } }],
    ['wrong-kind', { gateKinds: ['press'], insideSince: inside }],
    ['too-early', { admission: { state: 'too-early', opensAt: inside } }],
    ['too-late', { admission: { state: 'too-late', closedAt: inside }, insideSince: inside }],
    ['already-inside', { insideSince: inside }],
    ['admitted', { direction: 'exit', insideSince: null, gateKinds: [] }],
    ['admitted', { direction: 'exit', badge: { kind: 'visitor', state: 'revoked', isApproved: true } }],
    ['forged', { direction: 'exit', proof: 'forged', badge: null }],
  ])('is %s', (verdict, facts) => expect(judge({ ...good, ...facts }).verdict).toBe(verdict))

  it('says since when, until when and which kind', () => {
    expect(judge({ ...good, insideSince: inside }).params).toEqual({ since: inside })
    expect(judge({ ...good, gateKinds: [] }).params).toEqual({ kind: 'visitor' })
  })

  it('knows the hours of a kind by the clock of the place, on a day when it changes too', () => {
    const fair = {
      opensOn: '2019-10-26',
      closesOn: '2019-10-27',
      dailyOpensAt: '09:00',
      dailyClosesAt: '18:00',
      timeZone: 'Europe/Berlin',
    }
    const none = { daysBefore: 0, daysAfter: 0, minutesBefore: 0, minutesAfter: 0 }
    const at = (instant: string, validity = none) => admissionAt(instant, fair, validity)
    expect(at('2019-10-26T06:59:59.999Z')).toEqual({
      state: 'too-early',
      opensAt: '2019-10-26T07:00:00.000Z',
    })
    expect(at('2019-10-26T07:00:00.000Z')).toEqual({ state: 'open' })
    // The clocks went back in the night: nine o'clock is 08:00 in UTC now.
    expect(at('2019-10-27T07:30:00.000Z')).toEqual({
      state: 'too-early',
      opensAt: '2019-10-27T08:00:00.000Z',
    })
    expect(at('2019-10-27T17:00:00.000Z')).toEqual({
      state: 'too-late',
      closedAt: '2019-10-27T17:00:00.000Z',
    })
    expect(at('2019-10-20T10:00:00.000Z').state).toBe('too-early')
    expect(at('2019-11-20T10:00:00.000Z').state).toBe('too-late')
    expect(at('2019-10-25T07:00:00.000Z', { ...none, daysBefore: 1 }).state).toBe('open')
  })
})

describe('the fold of the log', () => {
  const events = fc.array(
    fc.record<ScanEvent>({
      id: fc.uuid(),
      direction: fc.constantFrom('entry', 'exit'),
      verdict: fc.constantFrom(...VERDICTS),
      scannedAt: fc
        .integer({ min: 0, max: 20 })
        .map(minute => new Date(Date.UTC(2019, 5, 29, 8, minute)).toISOString()),
    }),
    { maxLength: 30 },
  )

  it('is the same in whatever order the scans arrive, and however often', () => {
    const shuffled = events.chain(list =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list], { minLength: 0, maxLength: 2 * list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(foldScans([...again, ...list.toReversed()])).toEqual(foldScans(list))
      }),
    )
  })

  it('never counts more people in than came in', () => {
    fc.assert(
      fc.property(events, list => {
        const { entries, duplicates } = foldScans(list)
        const admitted = list.filter(event => event.verdict === 'admitted' && event.direction === 'entry')
        expect(entries + duplicates.length).toBe(new Set(admitted.map(event => event.id)).size)
      }),
    )
  })

  it('flags the later of two admissions by gates that could not see each other', () => {
    const entry = (id: string, minute: string): ScanEvent => ({
      id,
      direction: 'entry',
      verdict: 'admitted',
      scannedAt: `2019-06-29T08:${minute}:00.000Z`,
    })
    expect(foldScans([entry('b', '05'), entry('a', '00')])).toEqual({
      insideSince: '2019-06-29T08:00:00.000Z',
      entries: 1,
      duplicates: ['b'],
    })
  })
})

describe('the allotment', () => {
  const rule = {
    base: 3,
    upToM2: 20,
    steps: [
      { fromM2: 20, everyM2: 10 },
      { fromM2: 100, everyM2: 20 },
    ],
  }
  it.each([
    [0, 3],
    [9, 3],
    [20, 3],
    [20.5, 4],
    [30, 4],
    [36, 5],
    [100, 11],
    [101, 12],
    [140, 13],
  ])('of %d m² is %d', (areaM2, badges) => expect(allotment(areaM2 * 10_000, rule)).toBe(badges))
})

describe('the calendar', () => {
  it('has one event a day, in UTC, in lines of 75 bytes that keep letters whole', () => {
    const text = fairCalendar({
      name: 'Hội chợ triển lãm hàng công nghiệp nông thôn tiêu biểu toàn quốc, Hà Nội; 2019',
      venueName: 'Hoàng thành Thăng Long',
      venueAddress: '',
      city: 'Hà Nội',
      opensOn: '2019-09-18',
      closesOn: '2019-09-22',
      dailyOpensAt: '08:30',
      dailyClosesAt: '18:00',
      timeZone: 'Asia/Ho_Chi_Minh',
      uid: 'x',
      url: 'https://hoicho.vn/b/HC1',
      stampedAt: '2019-09-01T00:00:00.000Z',
    })
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5)
    expect(text).toContain('DTSTART:20190918T013000Z')
    expect(text).not.toContain('�')
    expect(Math.max(...text.split('\r\n').map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain(
      'SUMMARY:Hội chợ triển lãm hàng công nghiệp nông thôn tiêu biểu toàn quốc\\, Hà Nội\\; 2019',
    )
  })
})
