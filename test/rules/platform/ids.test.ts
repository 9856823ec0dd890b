import { id, millisOfUuidV7, uuidV7 } from '@hoicho/shared/platform/ids.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('uuidV7', () => {
  it('writes the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('is a valid id that sorts by its time and gives it back', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 })
    const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    fc.assert(
      fc.property(time, time, bytes, bytes, (a, b, x, y) => {
        const [first, second] = [uuidV7(a, x), uuidV7(b, y)]
        expect(id().safeParse(first).success).toBe(true)
        expect(millisOfUuidV7(first)).toBe(a)
        if (a !== b) expect(first < second).toBe(a < b)
      }),
    )
  })

  it('refuses too few bytes and times that do not fit', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError)
  })

  it('reads no time from another kind of id', () => {
    expect(millisOfUuidV7('2b1c1d3e-0000-4000-8000-000000000000')).toBeNull()
  })
})
