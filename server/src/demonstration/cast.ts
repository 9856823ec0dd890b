import type { DemoEstablishment } from '@hoicho/db/seed/demonstration/establishments.ts'
import {
  type DemoPerson,
  ORGANIZER,
  OTHER_ORGANIZER,
  PLATFORM_ADMIN,
  STAFF,
} from '@hoicho/db/seed/demonstration/people.ts'
import { addEstablishment } from '../establishments/add-establishment.ts'
import { addProduct } from '../establishments/add-product.ts'
import { addRecognition } from '../establishments/add-recognition.ts'
import { acceptInvitation } from '../identity/accept-invitation.ts'
import { createOrganizer } from '../identity/create-organizer.ts'
import { inviteStaff } from '../identity/invite.ts'
import { makePlatformAdmin } from '../identity/make-platform-admin.ts'
import type { Stage } from './stage.ts'

/** Those who act: ids by the keys of db/seed/demonstration. */
export type Cast = {
  organizerId: string
  staff(key: string): string
  establishment(key: string): Member
}

export type Member = {
  establishmentId: string
  personId: string
  productIds: string[]
  data: DemoEstablishment
}

/** Sets up both centres with their people. */
export async function castOrganizers(
  stage: Stage,
): Promise<{ organizerId: string; staff: Map<string, string> }> {
  stage.at('2019-01-07T02:00:00Z')
  const adminId = await stage.person(PLATFORM_ADMIN.name, PLATFORM_ADMIN.email)
  await makePlatformAdmin(stage.system(), adminId)
  const admin = await stage.as(adminId)
  const { id: organizerId } = await createOrganizer(admin, ORGANIZER)
  const { id: otherId } = await createOrganizer(admin, OTHER_ORGANIZER)
  const staff = new Map<string, string>()
  for (const person of STAFF) staff.set(person.key, await hire(stage, organizerId, person))
  await hire(stage, otherId, {
    key: 'other',
    name: OTHER_ORGANIZER.representativeName,
    email: 'giamdoc-nam@hoicho.example',
    role: 'manager',
  })
  return { organizerId, staff }
}

async function hire(stage: Stage, organizerId: string, { name, email, role }: DemoPerson): Promise<string> {
  const personId = await stage.person(name, email)
  await inviteStaff(stage.system(), organizerId, { email, role, locale: 'vi' })
  await acceptInvitation(await stage.as(personId), await stage.tokenIn(email))
  return personId
}

export const ownerEmail = (data: DemoEstablishment) => `${data.key}@coso.example`

/** An officer enters an establishment in the directory: so far it has no people. */
export async function enterEstablishment(
  stage: Stage,
  officerId: string,
  organizerId: string,
  data: DemoEstablishment,
): Promise<string> {
  const province = await stage.app.db
    .selectFrom('province')
    .select('code')
    .where('scheme', '=', 'gso-63')
    .where('nameVi', '=', data.province)
    .executeTakeFirstOrThrow()
  const entered = await addEstablishment(await stage.as(officerId), organizerId, {
    name: data.name,
    nameEn: data.nameEn,
    legalForm: data.legalForm,
    taxCode: data.taxCode,
    registeredAddress: data.address,
    provinceScheme: 'gso-63',
    provinceCode: province.code,
    productionAddress: data.address,
    productionProvinceScheme: 'gso-63',
    productionProvinceCode: province.code,
    sectorCode: data.sector,
    phone: data.phone,
    email: ownerEmail(data),
    representativeName: data.representative,
    representativePosition: data.position,
    employees: data.employees,
    revenueVnd: data.revenueVnd,
    capitalVnd: Math.round(data.revenueVnd * 0.4),
    figuresYear: 2018,
    exportMarkets: data.exportMarkets,
  })
  return entered.id
}

/** The owner fills the profile: products and recognitions. */
export async function fillProfile(
  stage: Stage,
  personId: string,
  establishmentId: string,
  data: DemoEstablishment,
): Promise<string[]> {
  const ctx = await stage.as(personId)
  const productIds: string[] = []
  for (const product of data.products) {
    const { id } = await addProduct(ctx, establishmentId, {
      nameVi: product.vi,
      nameEn: product.en,
      nameDe: product.de,
      descriptionVi: '',
      descriptionEn: '',
      hsCode: product.hs,
    })
    productIds.push(id)
  }
  for (const title of data.recognitions) {
    const { decision: decisionNumber, scheme, level, issuer, issuedOn } = title
    await addRecognition(ctx, establishmentId, {
      ...(productIds[0] ? { productId: productIds[0] } : {}),
      scheme,
      level,
      decisionNumber,
      issuer,
      issuedOn,
    })
  }
  return productIds
}
