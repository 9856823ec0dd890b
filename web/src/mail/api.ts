import type { mailRoutes } from '@hoicho/server/mail/routes.ts'
import type { QuietHoursInput } from '@hoicho/shared/mail/quiet-hours.ts'
import type { MailList, MailView } from '@hoicho/shared/mail/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<typeof mailRoutes>('/api')

/** Whose mail a page shows, with the calls for it. */
export interface MailPlace {
  key: readonly string[]
  /** The page of the list. */
  path: string
  list: () => Promise<MailList>
  view: (mailId: string) => Promise<MailView>
  resend: (mailId: string) => Promise<MailView>
}

export function fairMail(fairId: string): MailPlace {
  const mails = api.fairs[':fairId'].mails
  return {
    key: ['mail', 'fair', fairId],
    path: `/desk/fairs/${fairId}/mail`,
    list: () => call(mails.$get({ param: { fairId } })),
    view: mailId => call(mails[':mailId'].$get({ param: { fairId, mailId } })),
    resend: mailId => call(mails[':mailId'].resend.$post({ param: { fairId, mailId } })),
  }
}

export function organizerMail(organizerId: string): MailPlace {
  const mails = api.organizers[':organizerId'].mails
  return {
    key: ['mail', 'organizer', organizerId],
    path: '/desk/mail',
    list: () => call(mails.$get({ param: { organizerId } })),
    view: mailId => call(mails[':mailId'].$get({ param: { organizerId, mailId } })),
    resend: mailId => call(mails[':mailId'].resend.$post({ param: { organizerId, mailId } })),
  }
}

const hoursKey = (organizerId: string) => ['quiet-hours', organizerId]
const hours = api.organizers[':organizerId']['quiet-hours']

export const useQuietHours = (organizerId: string) =>
  useQuery({
    queryKey: hoursKey(organizerId),
    queryFn: () => call(hours.$get({ param: { organizerId } })),
  })

export async function setQuietHours(organizerId: string, json: QuietHoursInput) {
  const saved = await call(hours.$put({ param: { organizerId }, json }))
  queryClient.setQueryData(hoursKey(organizerId), saved)
}
