import {
  BankAccountInput,
  BankAccountView,
  ContactEdit,
  ContactInput,
  ContactView,
  ExportYearInput,
  ExportYearView,
} from '@hoicho/shared/establishments/entries-schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inEstablishment,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { addBankAccount } from './add-bank-account.ts'
import { addContact } from './add-contact.ts'
import { chooseBankAccount } from './choose-bank-account.ts'
import { editContact } from './edit-contact.ts'
import { removeBankAccount } from './remove-bank-account.ts'
import { removeContact } from './remove-contact.ts'
import { removeExportYear } from './remove-export-year.ts'
import { saveExportYear } from './save-export-year.ts'

const inAccount = inEstablishment.extend({ accountId: IdParam })
const inContact = inEstablishment.extend({ contactId: IdParam })
const inYear = inEstablishment.extend({ year: z.coerce.number().int().min(1990).max(2100) })

const addAccount = createRoute({
  ...act('establishments.edit-bank'),
  method: 'post',
  path: '/establishments/{establishmentId}/bank-accounts',
  summary: 'Add a bank account',
  request: { params: inEstablishment, body: body(BankAccountInput) },
  responses: created(BankAccountView),
})

const chooseAccount = createRoute({
  ...act('establishments.edit-bank'),
  method: 'post',
  path: '/establishments/{establishmentId}/bank-accounts/{accountId}/default',
  summary: 'Make an account the one contracts name',
  request: { params: inAccount },
  responses: ok(BankAccountView),
})

const removeAccount = createRoute({
  ...act('establishments.edit-bank'),
  method: 'delete',
  path: '/establishments/{establishmentId}/bank-accounts/{accountId}',
  summary: 'Take a bank account off the profile',
  request: { params: inAccount },
  responses: noContent,
})

const addContactRoute = createRoute({
  ...act('establishments.edit'),
  method: 'post',
  path: '/establishments/{establishmentId}/contacts',
  summary: 'Add a contact',
  request: { params: inEstablishment, body: body(ContactInput) },
  responses: created(ContactView),
})

const editContactRoute = createRoute({
  ...act('establishments.edit'),
  method: 'put',
  path: '/establishments/{establishmentId}/contacts/{contactId}',
  summary: 'Replace the data of a contact',
  request: { params: inContact, body: body(ContactEdit) },
  responses: ok(ContactView),
})

const removeContactRoute = createRoute({
  ...act('establishments.edit'),
  method: 'delete',
  path: '/establishments/{establishmentId}/contacts/{contactId}',
  summary: 'Take a contact off the profile',
  request: { params: inContact },
  responses: noContent,
})

const saveYear = createRoute({
  ...act('establishments.edit'),
  method: 'put',
  path: '/establishments/{establishmentId}/export-years/{year}',
  summary: 'Say what was exported in a year',
  request: { params: inYear, body: body(ExportYearInput) },
  responses: ok(ExportYearView),
})

const removeYear = createRoute({
  ...act('establishments.edit'),
  method: 'delete',
  path: '/establishments/{establishmentId}/export-years/{year}',
  summary: 'Take the export figures of a year off the profile',
  request: { params: inYear },
  responses: noContent,
})

export const entryRoutes = router()
  .openapi(addAccount, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await addBankAccount(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(chooseAccount, async c => {
    const { establishmentId, accountId } = c.req.valid('param')
    return c.json(await chooseBankAccount(ctxOf(c), establishmentId, accountId), 200)
  })
  .openapi(removeAccount, async c => {
    const { establishmentId, accountId } = c.req.valid('param')
    await removeBankAccount(ctxOf(c), establishmentId, accountId)
    return c.body(null, 204)
  })
  .openapi(addContactRoute, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await addContact(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(editContactRoute, async c => {
    const { establishmentId, contactId } = c.req.valid('param')
    return c.json(await editContact(ctxOf(c), establishmentId, contactId, c.req.valid('json')), 200)
  })
  .openapi(removeContactRoute, async c => {
    const { establishmentId, contactId } = c.req.valid('param')
    await removeContact(ctxOf(c), establishmentId, contactId)
    return c.body(null, 204)
  })
  .openapi(saveYear, async c => {
    const { establishmentId, year } = c.req.valid('param')
    return c.json(await saveExportYear(ctxOf(c), establishmentId, year, c.req.valid('json')), 200)
  })
  .openapi(removeYear, async c => {
    const { establishmentId, year } = c.req.valid('param')
    await removeExportYear(ctxOf(c), establishmentId, year)
    return c.body(null, 204)
  })

export type EntryRoutes = typeof entryRoutes
