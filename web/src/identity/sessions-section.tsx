import type { SessionEntry } from '@hoicho/shared/identity/schema.ts'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../platform/client.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { accountApi } from './api.ts'
import { deviceName } from './device-name.ts'

const sessionsKey = ['sessions']

/** Every browser the person is signed in with, and a way to end each. */
export function SessionsSection() {
  const t = useMessages('identity')
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: async () => (await call(accountApi.account.sessions.$get())).items,
  })
  const ended = async () => {
    notify({ text: t('sessions.ended') })
    await queryClient.invalidateQueries({ queryKey: sessionsKey })
  }
  const endOthers = async () => {
    await call(accountApi.account.sessions.$delete())
    await ended()
  }
  const hasOthers = (sessions.data?.length ?? 0) > 1
  return (
    <Section
      title={t('sessions.title')}
      actions={
        hasOthers && (
          <ConfirmButton
            small
            title={t('sessions.endOthers')}
            text={t('sessions.endOthers.text')}
            onConfirm={endOthers}
          >
            {t('sessions.endOthers')}
          </ConfirmButton>
        )
      }
    >
      <Await query={sessions}>
        {items => (
          <ul class="divide-y divide-line border-t border-line">
            {items.map(item => (
              <Entry key={item.id} session={item} onEnded={ended} />
            ))}
          </ul>
        )}
      </Await>
    </Section>
  )
}

function Entry({ session, onEnded }: { session: SessionEntry; onEnded: () => Promise<void> }) {
  const t = useMessages('identity')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const end = useMutation({
    mutationFn: () =>
      call(accountApi.account.sessions[':sessionId'].$delete({ param: { sessionId: session.id } })),
    onSuccess: onEnded,
    onError: notifyError,
  })
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <div class="min-w-0">
        <p class="flex flex-wrap items-center gap-2 font-medium">
          {deviceName(session.userAgent) ?? t('sessions.unknown')}
          {session.isThisOne && <StateTag tone="success">{t('sessions.this')}</StateTag>}
        </p>
        <p class="tnum text-sm text-muted">
          {t('sessions.since', {
            since: formatDateTime(session.signedInAt, zone),
            seen: formatDateTime(session.lastSeenAt, zone),
          })}
        </p>
      </div>
      {!session.isThisOne && (
        <Button small busy={end.isPending} onClick={() => end.mutate()}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
