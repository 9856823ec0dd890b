import type { MailView } from '@hoicho/shared/mail/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { queryClient } from '../platform/query.ts'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { notify } from '../ui/toast.tsx'
import type { MailPlace } from './api.ts'
import { WithMailPlace } from './mail-place.tsx'
import { MailState, useMailError } from './mail-state.tsx'

/** One mail as its reader gets it. */
export default function OneMailPage({ params }: PageProps<'fairId' | 'mailId'>) {
  return (
    <WithMailPlace fairId={params.fairId}>
      {place => <OneMail place={place} mailId={params.mailId} />}
    </WithMailPlace>
  )
}

function OneMail({ place, mailId }: { place: MailPlace; mailId: string }) {
  const mail = useQuery({ queryKey: [...place.key, mailId], queryFn: () => place.view(mailId) })
  return <Await query={mail}>{found => <Letter mail={found} place={place} />}</Await>
}

function Letter({ mail, place }: { mail: MailView; place: MailPlace }) {
  const t = useMessages('mail-desk')
  const plain = useMailError()
  const resend = async () => {
    await place.resend(mail.id)
    notify({ text: t('mail.resent') })
    await queryClient.invalidateQueries({ queryKey: place.key })
  }
  const isWiped = mail.isSecret && mail.state === 'sent'
  const to = mail.toName ? `${mail.toName} <${mail.toAddress}>` : mail.toAddress
  const rows = [
    { key: 'to', label: t('mail.to'), value: to },
    { key: 'at', label: t('mail.at'), value: <When mail={mail} /> },
    { key: 'attempts', label: t('mail.attempts'), value: String(mail.attempts) },
    ...(mail.attachments.length > 0
      ? [
          {
            key: 'files',
            label: t('mail.attachments'),
            value: mail.attachments.map(file => file.name).join('\n'),
          },
        ]
      : []),
  ]
  return (
    <Page
      title={mail.subject}
      tag={<MailState mail={mail} />}
      breadcrumbs={[{ label: t('mail.title'), href: place.path }]}
      actions={
        !isWiped && (
          <ConfirmButton
            kind="secondary"
            title={t('mail.resend.title', { to: mail.toAddress })}
            onConfirm={resend}
          >
            {t('mail.resend')}
          </ConfirmButton>
        )
      }
    >
      {mail.lastError && (
        <Notice tone={mail.state === 'queued' ? 'warning' : 'error'} title={plain(mail.lastError)}>
          {t('mail.why')}: {mail.lastError}
        </Notice>
      )}
      <SummaryList rows={rows} />
      {mail.isSecret ? <Notice>{t('mail.secret')}</Notice> : <Text mail={mail} />}
    </Page>
  )
}

function When({ mail }: { mail: MailView }) {
  const t = useMessages('mail-desk')
  if (mail.sentAt) return <>{t('mail.sentAt', { time: formatDateTime(mail.sentAt) })}</>
  if (mail.state === 'queued') return <>{t('mail.next', { time: formatDateTime(mail.nextAttemptAt) })}</>
  return <>{formatDateTime(mail.createdAt)}</>
}

function Text({ mail }: { mail: MailView }) {
  const t = useMessages('mail-desk')
  const [shown, setShown] = useState('html')
  return (
    <Section bare>
      <Tabs
        label={mail.subject}
        current={shown}
        onSelect={setShown}
        tabs={[
          { key: 'html', label: t('mail.asHtml') },
          { key: 'text', label: t('mail.asText') },
        ]}
      >
        {shown === 'html' ? (
          <iframe
            class="mt-3 h-[36rem] w-full rounded-box border border-line bg-white"
            title={mail.subject}
            sandbox=""
            srcdoc={mail.html ?? ''}
          />
        ) : (
          <pre class="mt-3 overflow-x-auto rounded-box border border-line bg-base-100 p-4 whitespace-pre-wrap">
            {mail.text}
          </pre>
        )}
      </Tabs>
    </Section>
  )
}
