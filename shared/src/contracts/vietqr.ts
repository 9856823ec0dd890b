import { asciiText } from '../platform/text.ts'

/**
 * VietQR: the payload of a NAPAS transfer QR code, an EMVCo merchant QR (NAPAS "QR Format T&C" 1.0, September
 * 2021). A row of fields, each two digits of tag, two of length, and the value; some values are such rows
 * themselves. A code asks for a payment and proves none: money counts when the bank statement shows it.
 */
export interface VietQrPayment {
  /** Six digits that name the bank. */
  bin: string
  /** Account or card number, at most 19 letters or digits. */
  account: string
  /** Whether `account` is an account or a card. */
  target: 'account' | 'card'
  /** Whole đồng, or `null` for a code without an amount, which may be paid any number of times. */
  amountVnd: number | null
  /** Bill number, at most 25 signs. */
  bill: string | null
  /** Reference label, at most 25 signs. */
  reference: string | null
  /**
   * Purpose, at most 25 signs on the code: what must not be lost, such as the contract number, comes first.
   */
  purpose: string | null
  /** Receiver's name and city, at most 25 and 15 signs. */
  name: string | null
  city: string | null
}

export type VietQrParse =
  | { ok: true; payment: VietQrPayment }
  | { ok: false; code: 'wrong-crc' | 'wrong-structure' | 'not-vietqr' }

const GUID = 'A000000727'

const SERVICES = { account: 'QRIBFTTA', card: 'QRIBFTTC' } as const

const MAX = { account: 19, amount: 13, bill: 25, reference: 25, purpose: 25, name: 25, city: 15 }

/** A payment with only what a transfer needs, to spread over. */
export const transferTo = (bin: string, account: string): VietQrPayment => ({
  bin,
  account,
  target: 'account',
  amountVnd: null,
  bill: null,
  reference: null,
  purpose: null,
  name: null,
  city: null,
})

/**
 * The text to draw as a QR code. Purpose, name and city lose their diacritics and are cut to
 * their length; what identifies the payment never is.
 * @throws RangeError for a BIN, account, amount, bill or reference the format cannot hold
 */
export function buildVietQr(payment: VietQrPayment): string {
  const { bin, account, amountVnd } = payment
  if (!/^\d{6}$/.test(bin) || !/^[0-9A-Za-z]{1,19}$/.test(account))
    throw new RangeError('not a BIN and account')
  const isAmountFit = amountVnd === null || (Number.isSafeInteger(amountVnd) && amountVnd > 0)
  if (!isAmountFit || String(amountVnd ?? '').length > MAX.amount)
    throw new RangeError('not an amount in đồng')
  const receiver = field('00', bin) + field('01', account)
  const extra =
    wholeField('01', payment.bill, MAX.bill) +
    wholeField('05', payment.reference, MAX.reference) +
    cutField('08', payment.purpose, MAX.purpose)
  const body =
    field('00', '01') +
    field('01', amountVnd === null ? '11' : '12') +
    field('38', field('00', GUID) + field('01', receiver) + field('02', SERVICES[payment.target])) +
    field('53', '704') +
    (amountVnd === null ? '' : field('54', String(amountVnd))) +
    field('58', 'VN') +
    cutField('59', payment.name, MAX.name) +
    cutField('60', payment.city, MAX.city) +
    (extra === '' ? '' : field('62', extra)) +
    '6304'
  return body + crc16(body)
}

/**
 * Reads a payload and checks its structure as well as its CRC: a right CRC proves nothing about the
 * structure, and published examples exist that have one without the other. Never throws. Fields this house
 * does not use are skipped.
 */
export function parseVietQr(payload: string): VietQrParse {
  const fields = readFields(payload)
  if (fields === null || [...fields.keys()].at(-1) !== '63' || fields.get('63')?.length !== 4)
    return BAD_STRUCTURE
  if (crc16(payload.slice(0, -4)) !== fields.get('63')) return { ok: false, code: 'wrong-crc' }
  const account = readFields(fields.get('38') ?? '')
  if (account === null) return BAD_STRUCTURE
  if (account.get('00') !== GUID || fields.get('53') !== '704') return { ok: false, code: 'not-vietqr' }
  const receiver = readFields(account.get('01') ?? '')
  const extra = readFields(fields.get('62') ?? '')
  if (receiver === null || extra === null) return BAD_STRUCTURE
  const payment = paymentOf(fields, account, receiver, extra)
  return payment === null ? BAD_STRUCTURE : { ok: true, payment }
}

const BAD_STRUCTURE = { ok: false, code: 'wrong-structure' } as const

type Fields = ReadonlyMap<string, string>

/** `null` when a field that must be there is missing, too long, or at odds with another. */
function paymentOf(fields: Fields, template: Fields, receiver: Fields, extra: Fields): VietQrPayment | null {
  const bin = receiver.get('00') ?? ''
  const account = receiver.get('01') ?? ''
  const amount = fields.get('54') ?? null
  const target = template.get('02') === SERVICES.card ? 'card' : 'account'
  const isFit =
    fields.get('00') === '01' &&
    /^\d{6}$/.test(bin) &&
    /^[0-9A-Za-z]{1,19}$/.test(account) &&
    (amount === null || /^[1-9]\d{0,12}$/.test(amount)) &&
    fields.get('01') === (amount === null ? '11' : '12') &&
    template.get('02') === SERVICES[target] &&
    fields.get('58') === 'VN'
  if (!isFit) return null
  return {
    bin,
    account,
    target,
    amountVnd: amount === null ? null : Number(amount),
    bill: extra.get('01') ?? null,
    reference: extra.get('05') ?? null,
    purpose: extra.get('08') ?? null,
    name: fields.get('59') ?? null,
    city: fields.get('60') ?? null,
  }
}

/**
 * CRC-16/IBM-3740 ("CCITT-FALSE"): polynomial 0x1021, start 0xFFFF, nothing reflected; four capital hex
 * digits. The payload's CRC covers every byte up to and with the literal `6304`.
 */
export function crc16(ascii: string): string {
  let crc = 0xffff
  for (let i = 0; i < ascii.length; i++) {
    crc ^= (ascii.charCodeAt(i) & 0xff) << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

const field = (tag: string, value: string): string => tag + String(value.length).padStart(2, '0') + value

function cutField(tag: string, value: string | null, max: number): string {
  const cut = asciiText(value ?? '')
    .slice(0, max)
    .trim()
  return cut === '' ? '' : field(tag, cut)
}

function wholeField(tag: string, value: string | null, max: number): string {
  if (asciiText(value ?? '').length > max) throw new RangeError(`longer than ${max} signs: ${value}`)
  return cutField(tag, value, max)
}

/** The fields of a row by tag, in their order; `null` when lengths do not add up or a tag comes twice. */
function readFields(row: string): Fields | null {
  const fields = new Map<string, string>()
  let at = 0
  while (at < row.length) {
    const head = /^(\d{2})(\d{2})$/.exec(row.slice(at, at + 4))
    const tag = head?.[1]
    const length = Number(head?.[2])
    const value = row.slice(at + 4, at + 4 + length)
    if (tag === undefined || length === 0 || value.length !== length || fields.has(tag)) return null
    fields.set(tag, value)
    at += 4 + length
  }
  return fields
}
