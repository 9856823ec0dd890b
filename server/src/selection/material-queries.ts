import type { Db } from '../platform/context.ts'

/** What a reviewer judges an application by. */
export async function applicationForReview(db: Db, fairId: string, applicationId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('province', join =>
      join
        .onRef('province.scheme', '=', 'establishment.provinceScheme')
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .leftJoin('sector', 'sector.code', 'establishment.sectorCode')
    .select(['application.id', 'application.number', 'application.state', 'application.formVersion'])
    .select([
      'application.answers',
      'application.fasciaName',
      'application.establishmentId',
      'application.fairId',
    ])
    // Never shown: only to find them in what the establishment wrote, where the fair hides its name.
    .select(['establishment.nameEn as establishmentNameEn', 'establishment.taxCode', 'establishment.phone'])
    .select(['establishment.email', 'establishment.website', 'establishment.representativeName'])
    .select(['establishment.registeredAddress', 'establishment.productionAddress'])
    .select(['establishment.name as establishmentName', 'establishment.legalForm', 'establishment.employees'])
    .select(['establishment.revenueVnd', 'establishment.capitalVnd', 'establishment.figuresYear'])
    .select(['establishment.exportMarkets', 'establishment.introductionVi'])
    .select(['province.nameVi as provinceName', 'sector.nameVi as sectorName'])
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', applicationId)
    .executeTakeFirst()
}

export async function formDefinition(db: Db, fairId: string, version: number): Promise<unknown> {
  const row = await db
    .selectFrom('applicationForm')
    .select('definition')
    .where('fairId', '=', fairId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.definition
}

export async function papersOf(db: Db, applicationId: string) {
  return await db
    .selectFrom('applicationPaper')
    .innerJoin('file', 'file.id', 'applicationPaper.fileId')
    .select(['applicationPaper.paperCode as code', 'file.id as fileId', 'file.name', 'file.mediaType'])
    .where('applicationPaper.applicationId', '=', applicationId)
    .where('applicationPaper.removedAt', 'is', null)
    .orderBy('applicationPaper.addedAt')
    .execute()
}

export async function productsOf(db: Db, applicationId: string, establishmentId: string) {
  return await db
    .selectFrom('applicationProduct')
    .innerJoin('product', 'product.id', 'applicationProduct.productId')
    .select(['product.nameVi as name', 'product.descriptionVi as description', 'product.photoFileId'])
    .where('applicationProduct.applicationId', '=', applicationId)
    .where('product.establishmentId', '=', establishmentId)
    .where('product.removedAt', 'is', null)
    .orderBy('product.nameVi')
    .execute()
}

export async function recognitionsOf(db: Db, establishmentId: string) {
  return await db
    .selectFrom('recognition')
    .select(['scheme', 'level', 'decisionNumber', 'validUntil'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('validUntil', 'desc')
    .execute()
}

export async function certificatesOf(db: Db, establishmentId: string) {
  return await db
    .selectFrom('certificate')
    .select(['kind', 'name', 'validUntil', 'fileId'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
}
