import type { LegalForm } from '@hoicho/shared/establishments/legal-form.ts'
import type { EstablishmentInput, EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { orNull, splitProvince } from './identity-fields.tsx'
import { provinceKey } from './reference.ts'
import type { FormSectionName } from './section-form.tsx'

/** The profile as its boxes hold it: text, empty where there is nothing; provinces as one value. */
export interface ProfileValues {
  name: string
  nameEn: string
  legalForm: LegalForm
  taxCode: string
  taxCodeReason: string
  sectorCode: string
  registeredAddress: string
  provinceCode: string
  productionAddress: string
  productionProvinceCode: string
  representativeName: string
  representativePosition: string
  phone: string
  email: string
  website: string
  employees: number | null
  revenueVnd: number | null
  capitalVnd: number | null
  figuresYear: string
  exportMarkets: string
  introductionVi: string
  introductionEn: string
}

export function valuesOf(profile: EstablishmentView): ProfileValues {
  return {
    ...profile,
    nameEn: profile.nameEn ?? '',
    taxCode: profile.taxCode ?? '',
    taxCodeReason: profile.taxCodeReason ?? '',
    sectorCode: profile.sectorCode ?? '',
    provinceCode: provinceKey(profile.provinceScheme, profile.provinceCode),
    productionProvinceCode: provinceKey(profile.productionProvinceScheme, profile.productionProvinceCode),
    representativeName: profile.representativeName ?? '',
    representativePosition: profile.representativePosition ?? '',
    phone: profile.phone ?? '',
    email: profile.email ?? '',
    website: profile.website ?? '',
    figuresYear: profile.figuresYear === null ? '' : String(profile.figuresYear),
  }
}

/** What one part of the profile changes in the record. */
export function changesOf(values: ProfileValues, section: FormSectionName): Partial<EstablishmentInput> {
  switch (section) {
    case 'identity':
      return {
        name: values.name,
        nameEn: orNull(values.nameEn),
        legalForm: values.legalForm,
        taxCode: orNull(values.taxCode),
        taxCodeReason: orNull(values.taxCodeReason),
        sectorCode: orNull(values.sectorCode),
      }
    case 'place':
      return {
        registeredAddress: values.registeredAddress,
        ...splitProvince(values.provinceCode),
        productionAddress: values.productionAddress,
        ...productionOf(values.productionProvinceCode),
      }
    case 'contact':
      return {
        representativeName: orNull(values.representativeName),
        representativePosition: orNull(values.representativePosition),
        phone: orNull(values.phone),
        email: orNull(values.email),
        website: orNull(values.website),
      }
    case 'capacity':
      return {
        employees: values.employees,
        revenueVnd: values.revenueVnd,
        capitalVnd: values.capitalVnd,
        figuresYear: values.figuresYear.trim() === '' ? null : Number(values.figuresYear) || 0,
        exportMarkets: values.exportMarkets,
      }
    default:
      return { introductionVi: values.introductionVi, introductionEn: values.introductionEn }
  }
}

function productionOf(key: string) {
  if (key === '') return { productionProvinceScheme: null, productionProvinceCode: null }
  const { provinceScheme, provinceCode } = splitProvince(key)
  return { productionProvinceScheme: provinceScheme, productionProvinceCode: provinceCode }
}
