import { readReference } from '@hoicho/db/seed/reference/load.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import { describe, expect, it } from 'vitest'

describe('reference data', async () => {
  const { provinces, vsic, banks, sectors } = await readReference()
  const unit = (scheme: string, code: string) => provinces.find(p => p.scheme === scheme && p.code === code)

  it('holds the 63 old and the 34 new provinces', () => {
    expect(provinces.filter(p => p.scheme === 'gso-63')).toHaveLength(63)
    expect(provinces.filter(p => p.scheme === 'gso-34')).toHaveLength(34)
    expect(provinces.filter(p => p.scheme === 'gso-34' && p.kind === 'city')).toHaveLength(7)
    expect(new Set(provinces.map(p => `${p.scheme} ${p.code}`)).size).toBe(97)
  })

  it('keeps the two provinces with code 24 apart and maps both to the new one', () => {
    expect(unit('gso-63', '24')).toMatchObject({ nameVi: 'Bắc Giang', mergedIntoCode: '24' })
    expect(unit('gso-63', '27')).toMatchObject({ nameVi: 'Bắc Ninh', mergedIntoCode: '24' })
    expect(unit('gso-34', '24')).toMatchObject({ nameVi: 'Bắc Ninh', mergedIntoCode: null })
  })

  it('maps every old province to a new one of its region', () => {
    for (const old of provinces.filter(p => p.scheme === 'gso-63')) {
      const joined = unit('gso-34', old.mergedIntoCode ?? '')
      expect([null, old.region]).toContain(joined?.region)
    }
  })

  it('counts 28 northern provinces before and 18 after', () => {
    const north = provinces.filter(p => p.region === 'north')
    expect(north.filter(p => p.scheme === 'gso-63')).toHaveLength(28)
    expect(north.filter(p => p.scheme === 'gso-34')).toHaveLength(18)
    expect(provinces.filter(p => p.scheme === 'gso-63' && p.region === 'centre')).toHaveLength(15)
    expect(provinces.filter(p => p.scheme === 'gso-63' && p.region === 'south')).toHaveLength(20)
  })

  it('spells names in NFC and slugs as their folded names', () => {
    for (const { nameVi, slug } of provinces) {
      expect(nameVi).toBe(nameVi.normalize('NFC'))
      expect(slug).toBe(foldText(nameVi).replace(/[^a-z]+/g, '-'))
    }
  })

  it('names each bank number once', () => {
    expect(new Set(banks.map(bank => bank.bin)).size).toBe(banks.length)
  })

  it('names each industry once a version, and only industries that exist in a sector', () => {
    expect(new Set(vsic.map(row => `${row.version} ${row.code}`)).size).toBe(vsic.length)
    const codes = new Set(vsic.filter(row => row.version === '2025').map(row => row.code))
    expect(sectors).toHaveLength(8)
    for (const prefix of sectors.flatMap(sector => sector.vsicPrefixes)) expect(codes).toContain(prefix)
  })
})
