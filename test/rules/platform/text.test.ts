import {
  asciiText,
  asciiUpper,
  emailAddress,
  foldText,
  maskMiddle,
  multilineText,
  optionalText,
  text,
  url,
} from '@hoicho/shared/platform/text.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('foldText', () => {
  it.each([
    ['Công ty TNHH Gốm Chu Đậu', 'cong ty tnhh gom chu dau'],
    ['  ĐẶC   SẢN\tƯỚP  ', 'dac san uop'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Müller & Søn – Straße', 'muller & son - strasse'],
    ['ế'.normalize('NFD'), 'e'],
  ])('%s is searched as %s', (written, folded) => {
    expect(foldText(written)).toBe(folded)
  })

  it('leaves only a to z of every Vietnamese letter', () => {
    const letters =
      'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ'
    expect(foldText(letters)).toMatch(/^[a-z]+$/)
    expect(foldText(letters.toUpperCase())).toBe(foldText(letters))
    expect(foldText(letters.normalize('NFD'))).toBe(foldText(letters))
  })

  it('folds folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), s => {
        expect(foldText(foldText(s))).toBe(foldText(s))
      }),
    )
  })
})

describe('asciiText', () => {
  it('keeps the case, drops what ASCII lacks', () => {
    expect(asciiText('Nộp tiền gian hàng B12 – Hội chợ ©')).toBe('Nop tien gian hang B12 - Hoi cho')
    expect(asciiUpper('Đồng Nai')).toBe('DONG NAI')
  })

  it('never leaves a sign outside printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), s => {
        expect(asciiText(s)).toMatch(/^[\u0020-\u007e]*$/)
      }),
    )
  })
})

it('hides the middle of an identity number, and all of a short one', () => {
  expect(maskMiddle('001234567890')).toBe('001••••••890')
  expect(maskMiddle('012345')).toBe('••••••')
})

describe('fields of a request', () => {
  it('cleans one line', () => {
    expect(text(20).parse(' Go\u0302\u0301m\u0000 Chu\u200b\nĐậu ')).toBe('Gốm Chu Đậu')
  })

  it.each(['', '   ', '\u200b', 'x'.repeat(21)])('refuses %j for a line of 1 to 20', raw => {
    expect(text(20).safeParse(raw).success).toBe(false)
  })

  it('keeps left out, empty and filled apart', () => {
    expect(optionalText(5).parse(undefined)).toBeUndefined()
    expect(optionalText(5).parse(null)).toBeNull()
    expect(optionalText(5).parse('  ')).toBeNull()
    expect(optionalText(5).parse(' ab ')).toBe('ab')
    expect(optionalText(5).safeParse('abcdef').success).toBe(false)
  })

  it('keeps lines and tabs of several lines, drops other control characters', () => {
    expect(multilineText(50).parse('\u0007một\r\n\thai\rba \u202e')).toBe('một\n\thai\nba')
    expect(multilineText(50).parse('')).toBe('')
  })

  it('lowers e-mail addresses and takes only web links', () => {
    expect(emailAddress().parse(' Lan.Nguyen@Example.VN ')).toBe('lan.nguyen@example.vn')
    expect(emailAddress().safeParse('lan@').success).toBe(false)
    expect(url().parse(' https://example.vn/gốm ')).toBe('https://example.vn/gốm')
    expect(url().safeParse('javascript:alert(1)').success).toBe(false)
  })
})
