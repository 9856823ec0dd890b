import { readFile } from 'node:fs/promises'
import {
  marginsOutside,
  ND30_BODY,
  ND30_HEADING,
  ND30_PAGE,
  ND30_SIZES,
} from '@hoicho/shared/documents/nd30.ts'
import { expect, it } from 'vitest'

const path = new URL('../../../server/src/documents/templates/nd30.typ', import.meta.url)
const template = await readFile(path, 'utf8')

it('prints the page of decree 30 as the rules of this house have it', () => {
  const margins = /margin: \(top: (\d+)mm, bottom: (\d+)mm, left: (\d+)mm, right: (\d+)mm\)/.exec(template)
  const [top, bottom, left, right] = (margins ?? []).slice(1).map(Number)
  const { marginsMm } = ND30_PAGE
  expect({ top, bottom, left, right }).toEqual({
    top: marginsMm.top.usual,
    bottom: marginsMm.bottom.usual,
    left: marginsMm.left.usual,
    right: marginsMm.right.usual,
  })
  expect(marginsOutside({ top: top ?? 0, bottom: bottom ?? 0, left: left ?? 0, right: right ?? 0 })).toEqual(
    [],
  )
  expect(template).toContain(`${ND30_BODY.firstLineCm}cm`)
  expect(template).toContain(`${ND30_BODY.paragraphGapPt}pt`)
})

it('uses one set of sizes throughout', () => {
  const size = (name: string) => Number(new RegExp(`\\b${name}: (\\d+)pt`).exec(template)?.[1])
  const { small } = ND30_SIZES
  expect({
    nationalName: size('national-name'),
    motto: size('motto'),
    agency: size('agency'),
    number: size('number'),
    placeDate: size('place-date'),
    title: size('title'),
    subject: size('subject'),
    body: size('body'),
  }).toEqual(small)
  expect(size('recipients')).toBe(ND30_SIZES.recipients)
  expect(size('page-number')).toBe(ND30_SIZES.pageNumber)
})

it('carries the national name and motto letter for letter', () => {
  expect(template).toContain(`[${ND30_HEADING.nationalName}]`)
  expect(template).toContain(`[${ND30_HEADING.motto}]`)
})
