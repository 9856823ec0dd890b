import { isWestern, oldLettersOf, oldLettersOfOne } from '@hoicho/shared/establishments/import/letters.ts'
import { fromVni } from '@hoicho/shared/establishments/import/vni.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('letters of before Unicode', () => {
  it('reads VNI', () => {
    expect(fromVni('Coâng ty TNHH Goám Phuø Laõng')).toBe('Công ty TNHH Gốm Phù Lãng')
    expect(fromVni('Hôïp taùc xaõ Ñöùc ñoàng Ñaïi Baùi')).toBe('Hợp tác xã Đức đồng Đại Bái')
    expect(fromVni('Tænh Baéc Ninh, xaõ Öôùc Leã, huyeän Nghóa Höng')).toBe(
      'Tỉnh Bắc Ninh, xã Ước Lễ, huyện Nghĩa Hưng',
    )
    expect(fromVni('THÒ XAÕ BÌNH LONG')).toBe('THỊ XÃ BÌNH LONG')
  })

  it.each([
    ['C«ng ty', 'tcvn3'],
    ['TØnh B¾c Ninh', 'tcvn3'],
    ['Hîp t¸c x·', 'tcvn3'],
    ['Coâng ty', 'vni'],
    ['Hôïp taùc xaõ Ñaïi Baùi', 'vni'],
  ])('tells %s from text of today', (text, code) => {
    expect(oldLettersOfOne(text)).toBe(code)
  })

  it.each([
    'Công ty',
    'Hòa Bình',
    'Müller GmbH',
    'Gốm «Chu Đậu»',
    '20 m²',
    'Nhãn®',
    'ABC',
    'Hà',
    'Cà phê',
    'hoà nhã',
  ])('leaves %s as it is', text => {
    expect(oldLettersOfOne(text)).toBeNull()
  })

  it('judges a whole file by all its texts', () => {
    expect(oldLettersOf(['Coâng ty Hoà Phaùt', 'Tænh Baéc Ninh'])).toBe('vni')
    expect(oldLettersOf(['C«ng ty', 'TØnh B¾c Ninh'])).toBe('tcvn3')
    expect(oldLettersOf(['Hà Nam', 'Bà Rịa', 'Nhà máy'])).toBeNull()
    expect(oldLettersOf([])).toBeNull()
  })

  it('leaves what is plain ASCII or has Vietnamese letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        expect([isWestern(text), oldLettersOfOne(text), fromVni(text)]).toEqual([false, null, text])
      }),
    )
  })
})
