import type { EstablishmentView } from './schema.ts'

/** The parts of a profile, in the order its page shows them. */
export const PROFILE_SECTIONS = [
  'identity',
  'place',
  'contact',
  'contacts',
  'capacity',
  'exports',
  'introduction',
  'bank',
  'products',
  'recognitions',
  'certificates',
] as const
export type ProfileSection = (typeof PROFILE_SECTIONS)[number]

/** `optional`: nothing there, and nothing needed to take part. */
export type SectionState = 'done' | 'started' | 'todo' | 'optional'

/** How far each part of a profile is: what a fair asks for, not what the law does. */
export function profileStates(profile: EstablishmentView): Record<ProfileSection, SectionState> {
  const { products, recognitions, certificates, bankAccounts, contacts, exportYears } = profile
  return {
    identity: partly(profile.name, profile.legalForm, profile.taxCode, profile.sectorCode),
    place: partly(profile.provinceCode, profile.registeredAddress),
    contact: partly(profile.representativeName, profile.representativePosition, profile.phone, profile.email),
    capacity: partly(profile.employees, profile.revenueVnd ?? profile.capitalVnd, profile.figuresYear),
    introduction: partly(profile.introductionVi),
    bank: bankAccounts.length > 0 ? 'done' : 'todo',
    contacts: contacts.length > 0 ? 'done' : 'optional',
    exports: exportYears.length > 0 ? 'done' : 'optional',
    products: products.length > 0 ? 'done' : 'todo',
    recognitions: recognitions.length > 0 ? 'done' : 'optional',
    certificates: certificates.length > 0 ? 'done' : 'optional',
  }
}

function partly(...values: readonly unknown[]): SectionState {
  const filled = values.filter(value => value !== null && value !== undefined && value !== '').length
  if (filled === values.length) return 'done'
  return filled > 0 ? 'started' : 'todo'
}
