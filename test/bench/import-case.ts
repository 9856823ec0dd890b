import { spreadsheet } from '@hoicho/server/documents/spreadsheet.ts'
import { applyImport } from '@hoicho/server/establishments/import/apply-import.ts'
import { startImport } from '@hoicho/server/establishments/import/start-import.ts'
import { undoImport } from '@hoicho/server/establishments/import/undo-import.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { House } from '../support/house.ts'
import { quantile, type Result } from './measure.ts'

const ROWS = 20_000

/** 20,000 rows of XLSX uploaded, previewed and applied, beside one statement that writes as many establishments. */
export async function measureImport(house: House, rounds = 3): Promise<Result & { addedMb: number }> {
  const ctx = systemContext(house.app)
  const organizerId = await house.organizer()
  const bytes = await workbook()
  const times: number[] = []
  const floorTimes: number[] = []
  const heldBefore = process.memoryUsage().rss
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  for (let n = 0; n < rounds; n++) {
    const startedAt = performance.now()
    const { id } = await startImport(ctx, organizerId, 'danh-sach.xlsx', bytes)
    await applyImport(ctx, organizerId, id)
    times.push(performance.now() - startedAt)
    await undoImport(ctx, organizerId, id)
    floorTimes.push(await floor(house))
  }
  clearInterval(watch)
  return {
    name: `import of ${ROWS} rows of XLSX`,
    floor: 'one insert of as many rows',
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    floorP50: quantile(floorTimes, 0.5),
    floorP95: quantile(floorTimes, 0.95),
    addedMb: Math.round((peak - heldBefore) / 1024 / 1024),
  }
}

async function workbook(): Promise<Uint8Array> {
  const rows = Array.from({ length: ROWS }, (_, i) => [
    `Công ty TNHH Gốm số ${i}`,
    `Thôn ${i}, xã Phù Lãng`,
    'Bắc Ninh',
    '0912 345 678',
    i % 300,
    1_500_000_000 + i,
  ])
  const header = ['Tên cơ sở', 'Địa chỉ', 'Tỉnh', 'Điện thoại', 'Lao động', 'Doanh thu']
  return await spreadsheet([{ name: 'Danh sách', header, rows }])
}

async function floor(house: House): Promise<number> {
  const { sql } = house.database
  const startedAt = performance.now()
  await sql`
    insert into establishment (id, name, name_key, legal_form, province_scheme, province_code, created_at)
    select gen_random_uuid(), 'Nen ' || n, 'nen ' || n, 'KHAC', 'gso-34', '24', now() from generate_series(1, ${ROWS}) n`
  const taken = performance.now() - startedAt
  await sql`delete from establishment where name like 'Nen %'`
  return taken
}
