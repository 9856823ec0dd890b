import { newId } from '@hoicho/server/platform/ids.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { campaignDefaults } from '@hoicho/server/recruitment/campaigns/defaults.ts'
import type { Audience, CampaignInput } from '@hoicho/shared/recruitment/campaign-schema.ts'
import type { House, TestPerson } from '../../support/house.ts'

export const ANYBODY: Audience = {
  listId: null,
  provinces: [],
  sectors: [],
  titleScheme: null,
  titleLevels: [],
  certificates: [],
  pastFairs: 'any',
  email: 'any',
  neverInvited: false,
}

/** Establishments in the directory, straight into the database, nobody acting for them. */
export async function places(
  house: House,
  count: number,
  changes: (nth: number) => Record<string, unknown> = () => ({}),
) {
  const rows = Array.from({ length: count }, (_, nth) => ({
    id: newId(),
    name: `Cơ sở ${String(nth).padStart(4, '0')}`,
    nameKey: `co so ${nth}`,
    legalForm: 'HO_KD' as const,
    provinceScheme: 'gso-34',
    provinceCode: '01',
    sectorCode: 'handicraft',
    email: `coso-${newId().slice(-8)}-${nth}@example.vn` as string | null,
    phone: '+84912345678',
    createdAt: new Date().toISOString(),
    ...changes(nth),
  }))
  await house.app.db.insertInto('establishment').values(rows).execute()
  return rows
}

export async function campaignInput(
  house: House,
  fairId: string,
  changes: Partial<CampaignInput> = {},
): Promise<CampaignInput> {
  const defaults = await campaignDefaults(systemContext(house.app), fairId, 'vi')
  return { name: 'Đợt mời thứ nhất', audience: ANYBODY, startAt: null, ...defaults, ...changes }
}

export async function draft(
  house: House,
  officer: TestPerson,
  fairId: string,
  changes: Partial<CampaignInput> = {},
) {
  const answer = await officer.send(
    'POST',
    `/api/fairs/${fairId}/campaigns`,
    await campaignInput(house, fairId, changes),
  )
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

/** A campaign that has been started: its recipients frozen, nothing sent yet. */
export async function started(
  house: House,
  officer: TestPerson,
  fairId: string,
  changes: Partial<CampaignInput> = {},
) {
  const { id, version } = await draft(house, officer, fairId, changes)
  const answer = await officer.send('POST', `/api/fairs/${fairId}/campaigns/${id}/start`, { version })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

/** Noon in Hà Nội, tomorrow or so many days on: outside the quiet hours. */
export const noon = (days = 1) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T05:00:00.000Z`
