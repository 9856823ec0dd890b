import type { EntryRoutes } from '@hoicho/server/establishments/entry-routes.ts'
import type {
  BankAccountInput,
  ContactEdit,
  ContactInput,
  ExportYearInput,
} from '@hoicho/shared/establishments/entries-schema.ts'
import { call, client } from '../platform/client.ts'
import { refreshProfile } from './api.ts'

const one = client<EntryRoutes>('/api').establishments[':establishmentId']

export async function addBankAccount(establishmentId: string, json: BankAccountInput) {
  await call(one['bank-accounts'].$post({ param: { establishmentId }, json }))
  await refreshProfile(establishmentId)
}

export async function chooseBankAccount(establishmentId: string, accountId: string) {
  await call(one['bank-accounts'][':accountId'].default.$post({ param: { establishmentId, accountId } }))
  await refreshProfile(establishmentId)
}

export async function removeBankAccount(establishmentId: string, accountId: string) {
  await call(one['bank-accounts'][':accountId'].$delete({ param: { establishmentId, accountId } }))
  await refreshProfile(establishmentId)
}

export async function addContact(establishmentId: string, json: ContactInput) {
  await call(one.contacts.$post({ param: { establishmentId }, json }))
  await refreshProfile(establishmentId)
}

export async function editContact(establishmentId: string, contactId: string, json: ContactEdit) {
  await call(one.contacts[':contactId'].$put({ param: { establishmentId, contactId }, json }))
  await refreshProfile(establishmentId)
}

export async function removeContact(establishmentId: string, contactId: string) {
  await call(one.contacts[':contactId'].$delete({ param: { establishmentId, contactId } }))
  await refreshProfile(establishmentId)
}

export async function saveExportYear(establishmentId: string, year: string, json: ExportYearInput) {
  await call(one['export-years'][':year'].$put({ param: { establishmentId, year }, json }))
  await refreshProfile(establishmentId)
}

export async function removeExportYear(establishmentId: string, year: string) {
  await call(one['export-years'][':year'].$delete({ param: { establishmentId, year } }))
  await refreshProfile(establishmentId)
}
