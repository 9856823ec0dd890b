import { randomBytes } from 'node:crypto'
import { newId } from '@hoicho/server/platform/ids.ts'
import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import type { House, TestPerson } from './house.ts'

/** An establishment with its owner, straight into the database: for tests of what comes after the profile. */
export async function establishment(house: House, name = `Cơ sở ${randomBytes(3).toString('hex')}`) {
  const owner: TestPerson = await house.signUp(`Chủ ${name}`)
  const now = new Date().toISOString()
  const id = newId()
  await house.app.db
    .insertInto('establishment')
    .values({
      id,
      name,
      nameKey: establishmentNameKey(name),
      legalForm: 'TNHH_1TV',
      provinceScheme: 'gso-63',
      provinceCode: '01',
      sectorCode: 'handicraft',
      email: owner.email,
      createdAt: now,
    })
    .execute()
  await house.app.db
    .insertInto('establishmentMember')
    .values({ id: newId(), establishmentId: id, personId: owner.id, role: 'owner', createdAt: now })
    .execute()
  return { id, name, owner }
}

/** An application in the state wanted, straight into the database: for tests of what comes after recruitment. */
export async function application(
  house: House,
  fairId: string,
  establishmentId: string,
  state: ApplicationState = 'submitted',
) {
  const now = new Date().toISOString()
  const id = newId()
  const number = state === 'draft' ? null : `HS-${randomBytes(3).toString('hex').toUpperCase()}`
  await house.app.db
    .insertInto('application')
    .values({
      id,
      fairId,
      establishmentId,
      number,
      state,
      formVersion: 1,
      fasciaName: 'CƠ SỞ THỬ',
      startedAt: now,
      updatedAt: now,
      submittedAt: state === 'draft' ? null : now,
    })
    .execute()
  return { id, number, state }
}
