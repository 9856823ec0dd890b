import { listDirectory } from '@hoicho/server/establishments/reads.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import type { House } from '../support/house.ts'
import type { Case } from './measure.ts'

const FORMS = [
  'Công ty TNHH',
  'Công ty TNHH MTV',
  'Công ty CP',
  'Hợp tác xã',
  'Hộ kinh doanh',
  'DNTN',
  'Cơ sở',
]
const TRADES =
  'Gốm sứ|Mây tre đan|Chè|Cà phê|Nước mắm|Đồ gỗ|Dệt may|Cơ khí|Thổ cẩm|Sơn mài|Bánh kẹo|Mật ong|Tinh dầu|Đá mỹ nghệ|Thủy sản'.split(
    '|',
  )
const FIRST =
  'Minh|Hoàng|Phú|An|Thanh|Đại|Tân|Việt|Hồng|Kim|Bảo|Đức|Gia|Hải|Long|Ngọc|Quang|Thịnh|Trường|Xuân'.split('|')
const LAST =
  'Phát|Lộc|Thành|Hưng|Long|Vinh|Tiến|Hòa|Bình|Sơn|Châu|Dũng|Giang|Khánh|Lâm|Nam|Phong|Quý|Tâm|Yên'.split('|')
const PLACES =
  'Bát Tràng|Chu Đậu|Phú Vinh|Tân Cương|Mộc Châu|Phú Quốc|Đồng Kỵ|Vạn Phúc|Lý Nhân|Mai Châu|Hạ Thái|Lâm Đồng'.split(
    '|',
  )
const COUNT = 100_000

/** The directory with 100,000 records, searched as somebody types; beside it the bare index scan for one page. */
export async function directoryCases(house: House): Promise<Case[]> {
  const organizerId = await house.organizer()
  await fill(house)
  const ctx = systemContext(house.app)
  const { sql } = house.database
  let turn = 0
  const searches = typed()
  const search = () => {
    turn += 1
    return searches[turn % searches.length] ?? ''
  }
  return [
    {
      name: 'directory of 100,000, searched letter by letter',
      floor: 'one page by the index alone',
      run: () => listDirectory(ctx, organizerId, { q: search(), sort: 'name' }),
      runFloor: () =>
        sql`select id, name from establishment where merged_into is null order by name_key collate "C", id limit 51`,
    },
    {
      name: 'the same, a rare word of many (worst case)',
      floor: 'the index scan for that word alone',
      run: () => listDirectory(ctx, organizerId, { q: 'cong ty tnhh tho cam yen 99', sort: 'name' }),
      runFloor: () =>
        sql`select id, name from establishment where merged_into is null and search_text like '%yen 99%' limit 51`,
    },
    {
      name: 'the same, letter by letter within a province',
      floor: 'one page by the index alone',
      run: () => listDirectory(ctx, organizerId, { province: 'gso-34:24', sort: 'name', q: search() }),
      runFloor: () =>
        sql`select id, name from establishment where merged_into is null and name_key collate "C" > 'm' order by name_key collate "C", id limit 51`,
    },
  ]
}

/** What people type: beginnings of words, two and three words, digits of a phone or a tax code, a product. */
function typed(): string[] {
  const wholes = [
    'gốm minh phát',
    'mây tre phú vinh',
    'hop tac xa che',
    'công ty tnhh',
    '0912345',
    '01000',
    'binh gom lam',
    'ca phe',
  ]
  return wholes.flatMap(whole => [...whole].map((_, i) => whole.slice(0, i + 1)).filter(part => part.trim()))
}

async function fill(house: House): Promise<void> {
  const { sql } = house.database
  const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''
  for (let start = 0; start < COUNT; start += 10_000) {
    const rows = Array.from({ length: 10_000 }, (_, i) => {
      const n = start + i
      const mixed = (n * 7919) % 1_000_003
      const name = `${pick(FORMS, mixed)} ${pick(TRADES, mixed >> 3)} ${pick(FIRST, mixed >> 5)} ${pick(LAST, mixed >> 7)} ${pick(PLACES, mixed >> 2)} ${n % 100}`
      return {
        name,
        key: establishmentNameKey(name),
        phone: `+849${String(mixed).padStart(8, '0')}`,
        tax: `01${String(n).padStart(8, '0')}`,
      }
    })
    // The column a trigger would fill, product by product.
    await sql`
      insert into establishment (id, name, name_key, legal_form, tax_code, phone, product_names, province_scheme,
        province_code, created_at)
      select gen_random_uuid(), r.name, key, 'KHAC', tax, phone, 'Bình ' || split_part(r.name, ' ', 4) || ' men lam',
        'gso-34', provinces.codes[1 + abs(hashtext(r.name)) % cardinality(provinces.codes)], now()
      from (select array_agg(code order by code) as codes from province where scheme = 'gso-34') provinces,
        jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(name text, key text, tax text, phone text)`
  }
  await sql`vacuum analyze establishment`
}
