import { act, createRoute, ctxOf, ok, router, z } from '../platform/http.ts'
import { listBanks, listIndustries, listProvinces, listSectors } from './reference.ts'

const items = <S extends z.ZodType>(row: S) => ok(z.object({ items: z.array(row) }))

const ProvinceView = z
  .object({
    scheme: z.enum(['gso-63', 'gso-34']),
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    kind: z.string(),
    mergedIntoCode: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'Province' })

const SectorView = z
  .object({ code: z.string(), nameVi: z.string(), nameEn: z.string(), nameDe: z.string() })
  .meta({ id: 'Sector' })

const IndustryView = z
  .object({ version: z.string(), code: z.string(), level: z.int(), nameVi: z.string() })
  .meta({ id: 'Industry' })

const BankView = z
  .object({ bin: z.string(), code: z.string(), shortName: z.string(), nameVi: z.string() })
  .meta({ id: 'Bank' })

const provinces = createRoute({
  ...act('establishments.reference'),
  method: 'get',
  path: '/reference/provinces',
  summary: 'Provincial units: the 63 until 30 June 2025 and the 34 since',
  responses: items(ProvinceView),
})

const sectors = createRoute({
  ...act('establishments.reference'),
  method: 'get',
  path: '/reference/sectors',
  summary: 'Sectors of industrial promotion',
  responses: items(SectorView),
})

const industries = createRoute({
  ...act('establishments.reference'),
  method: 'get',
  path: '/reference/vsic',
  summary: 'Manufacturing industries of the national classification, both versions',
  responses: items(IndustryView),
})

const banks = createRoute({
  ...act('establishments.reference'),
  method: 'get',
  path: '/reference/banks',
  summary: 'Banks by their BIN',
  responses: items(BankView),
})

export const referenceRoutes = router()
  .openapi(provinces, async c => {
    c.header('cache-control', KEEP)
    return c.json({ items: await listProvinces(ctxOf(c)) }, 200)
  })
  .openapi(sectors, async c => {
    c.header('cache-control', KEEP)
    return c.json({ items: await listSectors(ctxOf(c)) }, 200)
  })
  .openapi(industries, async c => {
    c.header('cache-control', KEEP)
    return c.json({ items: await listIndustries(ctxOf(c)) }, 200)
  })
  .openapi(banks, async c => {
    c.header('cache-control', KEEP)
    return c.json({ items: await listBanks(ctxOf(c)) }, 200)
  })

/** An hour: a correction that arrives with a new version shows soon, and a form does not ask again on every visit. */
const KEEP = 'public, max-age=3600'

export type ReferenceRoutes = typeof referenceRoutes
