import { readFileSync } from 'node:fs'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { DrawingPreview } from '@hoicho/shared/booths/import/schema.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { hallWithBooths } from '../../support/plans.ts'

let house: House
let officer: TestPerson
let organizerId: string
let fairId: string
let hallId: string

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
beforeEach(async () => {
  fairId = (await createFair(systemContext(house.app), organizerId, fairInput())).id
  const path = `/api/fairs/${fairId}/plan/halls`
  const { body } = await officer.send('POST', path, { name: 'Nhà A', level: 0, widthCm: 4000, depthCm: 2500 })
  hallId = body.id
})
afterAll(() => house.close())

const hall = () => `/api/fairs/${fairId}/plan/halls/${hallId}`
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/plans/${name}`, import.meta.url))
const send = (bytes: Uint8Array | string, query = '', who = officer) =>
  who.send('POST', `${hall()}/drawing${query}`, Buffer.from(bytes), {
    'content-type': 'application/octet-stream',
  })
const places = (preview: DrawingPreview) =>
  preview.differences.map(({ kind, edit }) => {
    const { number, xCm, yCm, widthCm } = 'values' in edit ? (edit.values as Record<string, unknown>) : {}
    return [kind, number, xCm, yCm, widthCm].join(' ')
  })

describe('a drawing', () => {
  it.each([
    ['lwpolyline-mm-r2018.dxf', 0.1, false],
    ['lines-m-r2000.dxf', 100, false],
    ['blocks-no-unit-r2010.dxf', 1, true],
    ['inkscape.svg', 10, true],
  ])('%s is read to the centimetre', async (name, cmPerUnit, isGuessed) => {
    const { status, body } = await send(fixture(name))
    expect([status, body.boothCount, body.isGuessed]).toEqual([200, 13, isGuessed])
    expect(body.cmPerUnit).toBeCloseTo(cmPerUnit, 6)
    expect([body.hall.widthCm, body.hall.depthCm, body.notes]).toEqual([4000, 2500, []])
    const booths = places(body)
    const dy = name.endsWith('svg') ? -950 : 0
    expect(booths).toHaveLength(13)
    expect(booths).toContain(`new A01 ${dy ? 400 : 300} ${1600 + dy} 300`)
    expect(
      body.differences.find((one: { number: string }) => one.number === 'C01').edit.values.outline,
    ).toHaveLength(6)
  })

  it('of LibreOffice Draw is read with the rows it has', async () => {
    const { body } = await send(fixture('libreoffice-draw-7.4.svg'))
    expect([body.boothCount, body.notes]).toEqual([12, []])
  })

  it('accepted draws the hall, and read again differs in nothing', async () => {
    const first = await send(fixture('lwpolyline-mm-r2018.dxf'))
    const edits = first.body.differences.map((one: { edit: unknown }) => one.edit)
    expect((await officer.send('POST', `${hall()}/edits`, { edits })).status).toBe(200)
    const again = await send(fixture('lwpolyline-mm-r2018.dxf'))
    expect(again.body.differences).toEqual([])
    const lines = await send(fixture('lines-m-r2000.dxf'))
    expect(lines.body.differences).toEqual([])
  })

  it('in another unit is read as the person says', async () => {
    const { body } = await send(fixture('blocks-no-unit-r2010.dxf'), '?cmPerUnit=2')
    expect([body.cmPerUnit, body.isGuessed, body.hall.widthCm]).toEqual([2, false, 8000])
  })

  it('that is none is refused in plain words, and nothing changes', async () => {
    const dxf = fixture('lwpolyline-mm-r2018.dxf').toString('utf8')
    const refused = await Promise.all([
      send('AC1032\0\0\0'),
      send('AutoCAD Binary DXF\r\n\x1a\0'),
      send('hello'),
      send(new Uint8Array(2000)),
      send(dxf.replace('SECTION', 'SECTION\nabc\n')),
      send('<svg xmlns="http://www.w3.org/2000/svg"><rect'),
      send('<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]><svg><text>&a;</text></svg>'),
      send('<svg xmlns="http://www.w3.org/2000/svg"><rect width="30" height="30"/></svg>'),
    ])
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'booths.drawing-binary'],
      [422, 'booths.drawing-binary'],
      [422, 'booths.drawing-unknown'],
      [422, 'booths.drawing-unknown'],
      [422, 'booths.drawing-broken'],
      [422, 'booths.drawing-broken'],
      [422, 'booths.drawing-broken'],
      [422, 'booths.drawing-empty'],
    ])
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/plan`)
    expect(body.booths).toEqual([])
  })

  it('of blocks within blocks without end is given up on', async () => {
    const block = (name: string, inner: string) => [
      '0',
      'BLOCK',
      '2',
      name,
      '0',
      'INSERT',
      '2',
      inner,
      '70',
      '600',
      '71',
      '600',
      '0',
      'ENDBLK',
    ]
    const blocks = ['0', 'SECTION', '2', 'BLOCKS', ...block('A', 'B'), ...block('B', 'A'), '0', 'ENDSEC']
    const entities = ['0', 'SECTION', '2', 'ENTITIES', '0', 'INSERT', '2', 'A', '0', 'ENDSEC', '0', 'EOF']
    expect((await send([...blocks, ...entities].join('\n'))).body.code).toBe('booths.drawing-too-large')
  })
})

describe('the door', () => {
  it('is open to who may draw in this hall', async () => {
    const [reviewer, stranger] = await Promise.all([
      house.staff(organizerId, 'reviewer'),
      house.staff(await house.organizer(), 'manager'),
    ])
    const file = fixture('inkscape.svg')
    const answers = await Promise.all([send(file, '', reviewer), send(file, '', stranger)])
    expect(answers.map(({ status }) => status)).toEqual([403, 404])
    const elsewhere = await hallWithBooths(
      house,
      (await createFair(systemContext(house.app), organizerId, fairInput())).id,
      0,
    )
    const path = `/api/fairs/${fairId}/plan/halls/${elsewhere.hall.id}/drawing`
    const type = { 'content-type': 'application/octet-stream' }
    expect((await officer.send('POST', path, file, type)).status).toBe(404)
  })
})
