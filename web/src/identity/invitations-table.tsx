import type { InvitationView } from '@hoicho/shared/identity/schema.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Queried } from '../ui/states.tsx'
import { notifyError } from '../ui/toast.tsx'
import { useRoleName } from './role-name.ts'

export interface InvitationsTableProps {
  query: Queried<InvitationView[]>
  canManage: boolean
  resend: (row: InvitationView) => Promise<unknown>
  revoke: (row: InvitationView) => Promise<unknown>
}

/** Who was invited and has not answered. */
export function InvitationsTable({ query, canManage, resend, revoke }: InvitationsTableProps) {
  const t = useMessages('identity')
  const roleName = useRoleName()
  const columns: Column<InvitationView>[] = [
    {
      key: 'email',
      header: t('people.email'),
      primary: true,
      sort: row => row.email,
      cell: row => <span class="break-all">{row.email}</span>,
    },
    {
      key: 'role',
      header: t('people.role'),
      sort: row => roleName(row.role),
      cell: row => roleName(row.role),
    },
    { key: 'state', header: t('invitations.state'), cell: row => <Expiry row={row} /> },
    {
      key: 'until',
      header: t('invitations.until'),
      sort: row => row.expiresAt,
      cell: row => formatDate(row.expiresAt),
    },
  ]
  const actions: Column<InvitationView> = {
    key: 'actions',
    header: '',
    cell: row => (
      <span class="flex flex-wrap justify-end gap-1 max-sm:justify-start">
        <Button small kind="quiet" onClick={() => void resend(row).catch(notifyError)}>
          {t('invitations.resend')}
        </Button>
        <ConfirmButton
          small
          kind="quiet"
          title={t('invitations.revoke.title', { email: row.email })}
          onConfirm={() => revoke(row)}
        >
          {t('invitations.revoke')}
        </ConfirmButton>
      </span>
    ),
  }
  if (query.data?.length === 0) return <p class="text-muted">{t('invitations.empty')}</p>
  return (
    <DataTable
      caption={t('invitations.title')}
      columns={canManage ? [...columns, actions] : columns}
      rows={query.data}
      rowKey={row => row.id}
      rowName={row => row.email}
      error={query.error}
      retry={query.refetch}
    />
  )
}

function Expiry({ row }: { row: InvitationView }) {
  const t = useMessages('identity')
  const isOver = row.expiresAt < new Date().toISOString()
  return (
    <StateTag tone={isOver ? 'warning' : 'info'}>
      {t(isOver ? 'invitations.expired' : 'invitations.waiting')}
    </StateTag>
  )
}
