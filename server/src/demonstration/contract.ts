import { ORGANIZER } from '@hoicho/db/seed/demonstration/people.ts'
import type { SupportScheme } from '@hoicho/shared/contracts/vocabulary.ts'

import { issueContract } from '../contracts/issue-contract.ts'
import { recordPayment } from '../contracts/record-payment.ts'
import { signForEstablishment } from '../contracts/sign-for-establishment.ts'
import { signForOrganizer } from '../contracts/sign-for-organizer.ts'
import type { Member } from './cast.ts'
import type { Stage } from './stage.ts'

export type ContractCourse = {
  /** The day it is issued. */
  day: string
  signedBy: 'nobody' | 'establishment' | 'both'
  scheme: SupportScheme
  /** The establishment's own freight, in minor units of the fair's currency: a cost no fund pays. */
  freightMinor: number
}

/** Issues the contract of an application that has its booth, and takes it as far as `signedBy` says. */
export async function contract(
  stage: Stage,
  staff: (key: string) => string,
  applicationId: string,
  member: Member,
  { day, signedBy, scheme, freightMinor }: ContractCourse,
): Promise<void> {
  stage.at(`${day}T02:00:00Z`)
  const { id, sha256 } = await issueContract(await stage.as(staff('officer')), applicationId, {
    scheme,
    vatPercent: 0,
    extras: [{ costItem: 'freight', description: 'Vận chuyển hàng trưng bày', amountMinor: freightMinor }],
    overrides: [],
    payUntilOn: null,
    representativeName: '',
    representativePosition: '',
    authorisation: '',
    note: '',
  })
  if (signedBy === 'nobody') return
  const { representative: signerName, position: signerPosition } = member.data
  stage.at(`${day}T07:20:00Z`)
  await signForEstablishment(await stage.as(member.personId), id, {
    sha256,
    signerName,
    signerPosition,
    isConfirmed: true,
  })
  if (signedBy === 'establishment') return
  stage.at(`${day}T09:05:00Z`)
  const signed = await signForOrganizer(await stage.as(staff('manager')), id, {
    sha256,
    signerName: ORGANIZER.representativeName,
    signerPosition: ORGANIZER.representativePosition,
    isConfirmed: true,
  })
  if (signed.ownMinor === 0) return
  await recordPayment(await stage.as(staff('finance')), id, {
    amountMinor: signed.ownMinor,
    paidOn: day,
    reference: '',
    note: '',
  })
}
