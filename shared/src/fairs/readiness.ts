/** What must be there before a fair's page may be published. Codes have sentences in locales/<language>/fields.ts. */
export type Lack = {
  pointer: string
  code: 'form-missing' | 'english-name-missing' | 'registration-after-end'
}

type FairFacts = {
  kind: 'home' | 'abroad'
  nameEn: string
  formVersion: number
  closesOn: string
  registrationClosesAt: string
}

/** Everything missing, in the order of the setup page; empty when the fair can be published. */
export function lacksForPublishing(fair: FairFacts): Lack[] {
  const lacks: Lack[] = []
  if (fair.kind === 'abroad' && fair.nameEn === '') {
    lacks.push({ pointer: '/nameEn', code: 'english-name-missing' })
  }
  // Instants and days both sort as text: an instant on the closing day is greater than the day alone.
  if (fair.registrationClosesAt.slice(0, 10) > fair.closesOn) {
    lacks.push({ pointer: '/registrationClosesAt', code: 'registration-after-end' })
  }
  if (fair.formVersion === 0) lacks.push({ pointer: '/form', code: 'form-missing' })
  return lacks
}
