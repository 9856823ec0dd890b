import type { InvitationView, MemberView } from '@hoicho/shared/identity/schema.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { notify } from '../ui/toast.tsx'
import { InvitationsTable } from './invitations-table.tsx'
import { InviteDialog, RoleDialog } from './people-dialogs.tsx'
import { useRoleName } from './role-name.ts'

/** What the two books of people, an organizer's and an establishment's, differ in. */
export interface PeopleSource<R extends string> {
  key: readonly string[]
  /** Another name for the page than that of an organizer's staff. */
  title?: string
  lead: string
  roles: readonly R[]
  canManage: boolean
  /** Who manages them, for a person who may only look. */
  whyNot: string | undefined
  members: () => Promise<MemberView[]>
  invitations: () => Promise<InvitationView[]>
  invite: (input: { email: string; role: R; locale: Locale }) => Promise<unknown>
  changeRole: (memberId: string, role: R) => Promise<unknown>
  end: (memberId: string) => Promise<unknown>
  resend: (invitationId: string) => Promise<unknown>
  revoke: (invitationId: string) => Promise<unknown>
}

/** Who holds which role, and who has been invited. */
export function PeopleBook<R extends string>({ source }: { source: PeopleSource<R> }) {
  const t = useMessages('identity')
  const [isInviting, setInviting] = useState(false)
  const members = useQuery({ queryKey: [...source.key, 'members'], queryFn: source.members })
  const invitations = useQuery({ queryKey: [...source.key, 'invitations'], queryFn: source.invitations })
  const reload = () => queryClient.invalidateQueries({ queryKey: source.key })
  const act = async (work: Promise<unknown>, text: string) => {
    await work
    notify({ text })
    await reload()
  }
  const inviteButton = (
    <Button kind="primary" icon="plus" disabledReason={source.whyNot} onClick={() => setInviting(true)}>
      {t('people.invite')}
    </Button>
  )
  return (
    <Page title={source.title ?? t('people.title')} lead={source.lead} actions={inviteButton}>
      <DataTable
        caption={t('people.title')}
        columns={useColumns(source, act)}
        rows={members.data}
        rowKey={row => row.id}
        rowName={row => row.name}
        search={row => `${row.name} ${row.email}`}
        error={members.error}
        retry={members.refetch}
        csvName="nhan-su"
        initialSort={{ key: 'name', descending: false }}
        empty={{ title: t('people.empty'), text: t('people.empty.text'), action: inviteButton }}
      />
      <Section title={t('invitations.title')} bare>
        <InvitationsTable
          query={invitations}
          canManage={source.canManage}
          resend={row => act(source.resend(row.id), t('people.invited', { email: row.email }))}
          revoke={row => act(source.revoke(row.id), t('invitations.revoked'))}
        />
      </Section>
      <InviteDialog
        open={isInviting}
        roles={source.roles}
        onClose={() => setInviting(false)}
        invite={input => act(source.invite(input), t('people.invited', { email: input.email }))}
      />
    </Page>
  )
}

type Act = (work: Promise<unknown>, text: string) => Promise<void>

function useColumns<R extends string>(source: PeopleSource<R>, act: Act): Column<MemberView>[] {
  const t = useMessages('identity')
  const roleName = useRoleName()
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      header: t('people.name'),
      primary: true,
      sort: row => row.name,
      csv: row => row.name,
      cell: row => (
        <>
          {row.name} {row.isMe && <span class="text-muted">({t('people.me')})</span>}
        </>
      ),
    },
    {
      key: 'email',
      header: t('people.email'),
      sort: row => row.email,
      csv: row => row.email,
      cell: row => <span class="break-all">{row.email}</span>,
    },
    {
      key: 'role',
      header: t('people.role'),
      sort: row => roleName(row.role),
      csv: row => roleName(row.role),
      cell: row => roleName(row.role),
    },
    {
      key: 'factor',
      header: t('people.factor'),
      sort: row => Number(row.hasSecondFactor),
      csv: row => (row.hasSecondFactor ? t('factor.on') : t('factor.off')),
      cell: row => (
        <StateTag tone={row.hasSecondFactor ? 'success' : 'neutral'}>
          {t(row.hasSecondFactor ? 'factor.on' : 'factor.off')}
        </StateTag>
      ),
    },
    {
      key: 'since',
      header: t('people.since'),
      sort: row => row.since,
      csv: row => row.since.slice(0, 10),
      cell: row => formatDate(row.since),
    },
  ]
  if (!source.canManage) return columns
  const actions: Column<MemberView> = {
    key: 'actions',
    header: '',
    cell: row => <RowActions row={row} source={source} act={act} />,
  }
  return [...columns, actions]
}

function RowActions<R extends string>(props: { row: MemberView; source: PeopleSource<R>; act: Act }) {
  const { row, source, act } = props
  const t = useMessages('identity')
  const roleName = useRoleName()
  return (
    <span class="flex flex-wrap justify-end gap-1 max-sm:justify-start">
      <RoleDialog
        row={row}
        roles={source.roles}
        change={role => act(source.changeRole(row.id, role), t('people.changed'))}
      />
      <ConfirmButton
        small
        kind="quiet"
        title={t('people.end.title', { name: row.name, role: roleName(row.role) })}
        text={t('people.end.text')}
        onConfirm={() => act(source.end(row.id), t('people.ended'))}
      >
        {t('people.end')}
      </ConfirmButton>
    </span>
  )
}
