import { foldText } from '../../platform/text.ts'

export type ProvinceName = { scheme: 'gso-63' | 'gso-34'; code: string; nameVi: string; nameEn: string }
export type Place = Pick<ProvinceName, 'scheme' | 'code'>

/** Names in use that are no spelling of the official one, by {@link placeKey}. */
const ALIASES: Record<string, string> = {
  hcm: 'hochiminh',
  hochiminhcity: 'hochiminh',
  saigon: 'hochiminh',
  thuathienhue: 'hue',
  tthue: 'hue',
  brvt: 'bariavungtau',
  vungtau: 'bariavungtau',
  baccan: 'backan',
  hn: 'hanoi',
}

/**
 * Finds a province by the name written: with or without Tỉnh, TP. or T., either place of the tone mark (Hoà, Hòa), Đắk or
 * Đắc, HCM. A name of both schemes is today's unit, unless the text says it is the old one (`cũ`, `trước 7/2025`, `63`).
 */
export function provinceFinder(provinces: readonly ProvinceName[]): (text: string) => Place | null {
  const now = new Map<string, Place>()
  const before = new Map<string, Place>()
  for (const { scheme, code, nameVi, nameEn } of provinces) {
    const known = scheme === 'gso-34' ? now : before
    for (const name of [nameVi, nameEn]) known.set(placeKey(name), { scheme, code })
  }
  return text => {
    const remark = foldText(text)
    const isOld = /\((?:truoc|cu|before|old|63)[^)]*\)|\scu$/.test(remark)
    const key = placeKey(remark.replace(/\([^)]*\)/g, '').replace(/\scu$/, ''))
    if (key === '') return null
    return (isOld ? (before.get(key) ?? now.get(key)) : (now.get(key) ?? before.get(key))) ?? null
  }
}

function placeKey(name: string): string {
  const plain = foldText(name)
    .replace(/^(?:tinh|thanh pho|tp\s*\.?|t\s*\.)\s*/, '')
    .replace(/ (?:city|province)$/, '')
    .replace(/[^a-z]/g, '')
    .replaceAll('dak', 'dac')
    .replace(/lak$/, 'lac')
  return ALIASES[plain] ?? plain
}
