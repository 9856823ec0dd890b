import {
  buildVietQr,
  crc16,
  parseVietQr,
  transferTo,
  type VietQrPayment,
} from '@hoicho/shared/contracts/vietqr.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const NAPAS = transferTo('970403', '0011012345678')
const NAPAS_CARD: VietQrPayment = { ...transferTo('970403', '9704031101234567'), target: 'card' }
const PAID = { amountVnd: 180_000, bill: 'NPS6869', purpose: 'thanh toan don hang' }

/** From NAPAS "QR Format T&C" 1.0, section 6.1, corrected where noted; the others computed with fictional accounts. */
const GOOD: [name: string, payload: string, payment: VietQrPayment, purposeOnCode?: string][] = [
  [
    '6.1.1 with its length put right',
    '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F',
    NAPAS,
  ],
  [
    '6.1.2 to a card',
    '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52',
    NAPAS_CARD,
  ],
  [
    '6.1.3 with amount, bill and purpose',
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
    { ...NAPAS, ...PAID },
  ],
  [
    '6.1.4 to a card with amount',
    '00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203',
    { ...NAPAS_CARD, ...PAID },
  ],
  [
    'without bill',
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62230819thanh toan don hang63045FAB',
    { ...NAPAS, ...PAID, bill: null },
  ],
  [
    'with diacritics stripped',
    '00020101021238540010A00000072701240006970422011012345678900208QRIBFTTA53037045405401235802VN62160812chuyen khoan6304F266',
    { ...transferTo('970422', '1234567890'), amountVnd: 40_123, purpose: 'chuyển khoản' },
    'chuyen khoan',
  ],
  [
    'a booth fee',
    '00020101021238540010A00000072701240006970436011012345678900208QRIBFTTA53037045408180000005802VN62320106HD00420818GH B12 HC2026 00426304D005',
    {
      ...transferTo('970436', '1234567890'),
      amountVnd: 18_000_000,
      bill: 'HD0042',
      purpose: 'GH B12 HC2026 0042',
    },
  ],
]

describe.each(GOOD)('%s', (_name, payload, payment, purpose) => {
  it('is built', () => {
    expect(buildVietQr(payment)).toBe(payload)
  })

  it('is read', () => {
    expect(parseVietQr(payload)).toEqual({
      ok: true,
      payment: { ...payment, purpose: purpose ?? payment.purpose },
    })
  })
})

it.each([
  [
    '6.1.1 as printed: length 12 for 13 digits, CRC right',
    '00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5',
    'wrong-structure',
  ],
  [
    'a length of 39 that swallows the next field, CRC right',
    '00020101021238570010A00000072701390006970422011301234567890200208QRIBFTTA53037045405500005802VN62160812Test Payment630495B6',
    'wrong-structure',
  ],
  [
    'the headline of 6.1.4: structure right, CRC wrong',
    '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304A203',
    'wrong-crc',
  ],
  ['nothing', '', 'wrong-structure'],
  ['a web address', 'https://example.vn', 'wrong-structure'],
])('refuses %s', (_name, payload, code) => {
  expect(parseVietQr(payload)).toEqual({ ok: false, code })
})

it('computes the check value of CRC-16/IBM-3740', () => {
  expect(crc16('123456789')).toBe('29B1')
})

function purposeOf(purpose: string): string | null {
  const read = parseVietQr(buildVietQr({ ...NAPAS, purpose }))
  return read.ok ? read.payment.purpose : null
}

it('cuts a purpose at 25 signs, which is why the reference goes first', () => {
  expect(purposeOf('Nộp tiền gian hàng B12 Hội chợ')).toBe('Nop tien gian hang B12 Ho')
  expect(purposeOf('HD0042 Nộp tiền gian hàng B12')).toBe('HD0042 Nop tien gian hang')
})

it('refuses what the format cannot hold instead of cutting it', () => {
  expect(() => buildVietQr({ ...NAPAS, bin: '97040' })).toThrow(RangeError)
  expect(() => buildVietQr({ ...NAPAS, account: '1'.repeat(20) })).toThrow(RangeError)
  expect(() => buildVietQr({ ...NAPAS, amountVnd: 10_000_000_000_000 })).toThrow(RangeError)
  expect(() => buildVietQr({ ...NAPAS, amountVnd: 0 })).toThrow(RangeError)
  expect(() => buildVietQr({ ...NAPAS, bill: 'X'.repeat(26) })).toThrow(RangeError)
})

describe('any payment', () => {
  const label = fc.option(fc.stringMatching(/^[A-Z0-9]{1,25}$/))
  const payments = fc.record<VietQrPayment>({
    bin: fc.stringMatching(/^\d{6}$/),
    account: fc.stringMatching(/^[0-9A-Z]{1,19}$/),
    target: fc.constantFrom('account', 'card'),
    amountVnd: fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 })),
    bill: label,
    reference: label,
    purpose: label,
    name: label,
    city: fc.option(fc.stringMatching(/^[A-Z0-9]{1,15}$/)),
  })

  it('comes back as it was built', () => {
    fc.assert(
      fc.property(payments, payment => {
        expect(parseVietQr(buildVietQr(payment))).toEqual({ ok: true, payment })
      }),
    )
  })

  it('is refused with any one sign changed', () => {
    fc.assert(
      fc.property(payments, fc.nat(), (payment, at) => {
        const payload = buildVietQr(payment)
        const i = at % payload.length
        const changed = payload.slice(0, i) + (payload[i] === '5' ? '6' : '5') + payload.slice(i + 1)
        expect(parseVietQr(changed).ok).toBe(false)
      }),
    )
  })

  it('is never a reason to throw while reading', () => {
    fc.assert(
      fc.property(fc.string(), noise => {
        expect(parseVietQr(noise).ok).toBe(false)
      }),
    )
  })
})
