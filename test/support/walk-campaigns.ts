import { hashToken, newId, newToken } from '@hoicho/server/platform/ids.ts'
import { sql } from 'kysely'
import type { House } from './house.ts'

const LETTER = {
  locale: 'vi',
  about: 'mời',
  body: 'Kính mời {co_so}',
  signingMode: 'head',
  signingFor: '',
  signerPosition: 'Giám đốc',
  signerName: 'Bình',
  copies: [],
  mailSubject: 'Thư mời',
  mailText: 'Kính mời',
}

const AUDIENCE = {
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

/** A draft campaign of the fair, and a saved list of its organizer. */
export async function addCampaign(house: House, organizerId: string, fairId: string) {
  const [campaignId, listId] = [newId(), newId()]
  const createdAt = new Date().toISOString()
  const pace = { batchSize: 50, batchMinutes: 10, reminderDays: sql`'[7]'::jsonb`, remindersOn: true }
  await house.app.db
    .insertInto('campaign')
    .values({
      id: campaignId,
      fairId,
      name: 'Đợt một',
      state: 'draft',
      audience: AUDIENCE,
      letter: LETTER,
      ...pace,
      createdAt,
    })
    .execute()
  await house.app.db
    .insertInto('savedList')
    .values({ id: listId, organizerId, name: `Danh sách ${listId.slice(-6)}`, createdAt })
    .execute()
  return { campaignId, listId }
}

/** An invitation to the fair, as it stands after the letter was written. */
export async function addFairInvitation(house: House, fairId: string, establishmentId: string) {
  const id = newId()
  const invitedAt = new Date().toISOString()
  await house.app.db
    .insertInto('fairInvitation')
    .values({ id, fairId, establishmentId, tokenHash: hashToken(newToken()), state: 'sent', invitedAt })
    .execute()
  return id
}
