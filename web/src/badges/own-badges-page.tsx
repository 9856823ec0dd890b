import type { BadgeView, OwnBadges } from '@hoicho/shared/badges/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { issueOwnBadge, printOwnBadges, revokeOwnBadge, useOwnBadges } from './api.ts'
import { BadgeStateTag } from './badge-state-tag.tsx'
import { nameOf } from './names.ts'

/** An establishment's badges for the people at its booth. */
export default function OwnBadgesPage({ params }: PageProps<'applicationId'>) {
  const t = useMessages('badges')
  const p = useMessages('platform')
  const { applicationId } = params
  const badges = useOwnBadges(applicationId)
  const hasActive = badges.data?.items.some(badge => badge.state === 'active')
  return (
    <Page
      title={t('own.title')}
      lead={badges.data && nameOf(badges.data.fair)}
      breadcrumbs={[{ label: p('exhibitor.application'), href: `/e/applications/${applicationId}` }]}
      actions={
        hasActive && (
          <Button icon="print" onClick={() => void printOwnBadges(applicationId, 'sheet').catch(notifyError)}>
            {t('own.print')}
          </Button>
        )
      }
    >
      <Await query={badges}>
        {data => (
          <>
            <div class="no-print">
              <Issue applicationId={applicationId} badges={data} />
            </div>
            <List applicationId={applicationId} items={data.items} />
          </>
        )}
      </Await>
    </Page>
  )
}

function Issue({ applicationId, badges }: { applicationId: string; badges: OwnBadges }) {
  const t = useMessages('badges')
  const form = useForm({
    initial: { holderName: '', position: '', email: '' },
    submit: async values => {
      await issueOwnBadge(applicationId, { ...values, email: values.email || null })
      notify({ text: t('own.issued', { name: values.holderName }) })
      form.setAll({ holderName: '', position: '', email: '' })
    },
  })
  const { used, allotment, canIssue } = badges
  return (
    <Section
      title={t('own.count', { used, allotment })}
      lead={used < allotment && !canIssue ? undefined : t('own.rule')}
    >
      {canIssue ? (
        <Form form={form}>
          <div class="grid items-end gap-4 md:grid-cols-3">
            <TextField {...form.field('holderName')} label={t('own.name')} autoComplete="off" />
            <TextField
              {...form.field('position')}
              label={t('own.position')}
              required={false}
              autoComplete="off"
            />
            <EmailField
              {...form.field('email')}
              label={t('own.email')}
              hint={t('own.email.hint')}
              required={false}
            />
          </div>
          <div class="max-sm:[&>.btn]:w-full">
            <Button type="submit" kind="primary" busy={form.pending}>
              {t('own.add')}
            </Button>
          </div>
        </Form>
      ) : (
        <Notice>{t(used >= allotment ? 'own.full' : 'own.waiting')}</Notice>
      )}
    </Section>
  )
}

function List({ applicationId, items }: { applicationId: string; items: readonly BadgeView[] }) {
  const t = useMessages('badges')
  const columns: Column<BadgeView>[] = [
    {
      key: 'name',
      header: t('column.name'),
      cell: row => row.holderName,
      sort: row => row.holderName,
      primary: true,
    },
    { key: 'position', header: t('own.position'), cell: row => row.position || '–' },
    { key: 'number', header: t('number'), cell: row => <span class="tnum">{row.number}</span> },
    {
      key: 'state',
      header: t('column.state'),
      cell: row => <BadgeStateTag state={row.state} />,
      sort: row => row.state,
    },
    {
      key: 'actions',
      header: '',
      cell: row => row.state === 'active' && <RowActions row={row} applicationId={applicationId} />,
    },
  ]
  return (
    <DataTable
      caption={t('own.title')}
      columns={columns}
      rows={items}
      rowKey={row => row.id}
      search={row => `${row.holderName} ${row.number}`}
      empty={{ title: t('own.empty'), text: t('own.empty.hint') }}
    />
  )
}

function RowActions({ row, applicationId }: { row: BadgeView; applicationId: string }) {
  const t = useMessages('badges')
  return (
    <span class="relative z-10 flex flex-wrap justify-end gap-1">
      <Button small kind="quiet" href={`/b/${row.code}`}>
        {t('own.show')}
      </Button>
      <ConfirmButton
        small
        title={t('own.revoke.title', { name: row.holderName })}
        text={t('own.revoke.text')}
        onConfirm={() => revokeOwnBadge(applicationId, row.id, t('own.revoke.reason'))}
      >
        {t('own.revoke')}
      </ConfirmButton>
    </span>
  )
}
