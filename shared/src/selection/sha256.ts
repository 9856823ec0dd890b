/**
 * SHA-256 (FIPS 180-4) of UTF-8 text as hex. Written out here because the same lot and the same hash must come out on
 * the server, in a browser without HTTPS and in a replay, and this package has no runtime of its own.
 */
export function sha256Hex(text: string): string {
  const words = padded(text)
  const state = Uint32Array.from(INITIAL)
  const w = new Uint32Array(64)
  for (let start = 0; start < words.length; start += 16) block(state, w, words.subarray(start, start + 16))
  return [...state].map(word => word.toString(16).padStart(8, '0')).join('')
}

/** The text's bytes, a 1 bit, zeros and the length in bits, as big-endian words. */
function padded(text: string): Uint32Array {
  const bytes = utf8(text)
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16)
  for (const [i, byte] of bytes.entries()) words[i >> 2] = at(words, i >> 2) | (byte << (24 - (i & 3) * 8))
  const end = bytes.length
  words[end >> 2] = at(words, end >> 2) | (0x80 << (24 - (end & 3) * 8))
  words[words.length - 2] = Math.floor(end / 0x20000000)
  words[words.length - 1] = (end << 3) >>> 0
  return words
}

function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code))
    else if (code >= 0xd800 && code <= 0xdfff) bytes.push(0xef, 0xbf, 0xbd)
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return bytes
}

const tail = (bits: number) => 0x80 | (bits & 0x3f)

function block(state: Uint32Array, w: Uint32Array, input: Uint32Array): void {
  w.set(input)
  for (let i = 16; i < 64; i++) {
    const a = at(w, i - 15)
    const b = at(w, i - 2)
    w[i] =
      at(w, i - 16) +
      (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) +
      at(w, i - 7) +
      (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
  }
  const v = Uint32Array.from(state)
  for (let i = 0; i < 64; i++) round(v, at(w, i) + at(ROUNDS, i))
  for (let i = 0; i < 8; i++) state[i] = at(state, i) + at(v, i)
}

function round(v: Uint32Array, key: number): void {
  const [a, e] = [at(v, 0), at(v, 4)]
  const choice = (e & at(v, 5)) ^ (~e & at(v, 6))
  const majority = (a & at(v, 1)) ^ (a & at(v, 2)) ^ (at(v, 1) & at(v, 2))
  const first = at(v, 7) + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + key
  const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority
  v.copyWithin(1, 0, 7)
  v[4] = at(v, 4) + first
  v[0] = first + second
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

const at = (words: Uint32Array, i: number): number => words[i] ?? 0

const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 0x100000000)

const PRIMES = firstPrimes(64)

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
const INITIAL = PRIMES.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))

/** The same of the cube roots of the first 64 primes. */
const ROUNDS = Uint32Array.from(PRIMES, prime => fraction(Math.cbrt(prime)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every(prime => n % prime !== 0)) primes.push(n)
  return primes
}
