import type { OrganizerSummary } from '@hoicho/shared/identity/schema.ts'
import { isLocale, LOCALES } from '@hoicho/shared/platform/i18n.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../platform/client.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, SelectField } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { EmptyState } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { peopleApi } from './api.ts'
import { RequireSignIn } from './require-sign-in.tsx'

export const organizersKey = ['organizers']

/** The platform administrator's page: every organizer, and making new ones. */
export default function AdminPage() {
  return (
    <RequireSignIn>
      <Admin />
    </RequireSignIn>
  )
}

function Admin() {
  const t = useMessages('identity-desk')
  const { session } = useSession()
  if (!session?.person?.isPlatformAdmin) {
    return (
      <Page title={t('admin.title')} width="narrow">
        <EmptyState title={t('admin.door')} />
      </Page>
    )
  }
  return <Organizers />
}

function Organizers() {
  const t = useMessages('identity-desk')
  const [invited, setInvited] = useState<OrganizerSummary>()
  const organizers = useQuery({
    queryKey: organizersKey,
    queryFn: async () => (await call(peopleApi.organizers.$get())).items,
  })
  const create = (
    <Button kind="primary" icon="plus" href="/admin/organizers/new">
      {t('admin.create')}
    </Button>
  )
  return (
    <Page title={t('admin.title')} lead={t('admin.lead')} actions={create}>
      <DataTable
        caption={t('admin.lead')}
        columns={useColumns(setInvited)}
        rows={organizers.data}
        rowKey={row => row.id}
        rowName={row => row.nameVi}
        search={row => `${row.nameVi} ${row.shortName} ${row.placeVi} ${row.email}`}
        error={organizers.error}
        retry={organizers.refetch}
        csvName="don-vi-to-chuc"
        initialSort={{ key: 'name', descending: false }}
        empty={{ title: t('admin.empty'), text: t('admin.empty.text'), action: create }}
      />
      <Dialog
        open={invited !== undefined}
        onClose={() => setInvited(undefined)}
        title={t('admin.invite.title', { name: invited?.shortName ?? '' })}
      >
        {invited && <InviteManager organizer={invited} onClose={() => setInvited(undefined)} />}
      </Dialog>
    </Page>
  )
}

function useColumns(onInvite: (row: OrganizerSummary) => void): Column<OrganizerSummary>[] {
  const t = useMessages('identity-desk')
  return [
    {
      key: 'name',
      header: t('admin.name'),
      primary: true,
      sort: row => row.nameVi,
      csv: row => row.nameVi,
      cell: row => (
        <>
          {row.nameVi}
          <span class="block text-sm text-muted">{row.email}</span>
        </>
      ),
    },
    {
      key: 'place',
      header: t('admin.place'),
      sort: row => row.placeVi,
      csv: row => row.placeVi,
      cell: row => row.placeVi,
    },
    {
      key: 'managers',
      header: t('admin.managers'),
      numeric: true,
      sort: row => row.managers,
      csv: row => row.managers,
      cell: row => <Managers row={row} />,
    },
    {
      key: 'staff',
      header: t('admin.staff'),
      numeric: true,
      sort: row => row.staff,
      csv: row => row.staff,
      cell: row => row.staff,
    },
    {
      key: 'fairs',
      header: t('admin.fairs'),
      numeric: true,
      sort: row => row.fairs,
      csv: row => row.fairs,
      cell: row => row.fairs,
    },
    {
      key: 'factor',
      header: t('admin.factor'),
      csv: row => (row.requiresSecondFactor ? t('admin.factor.yes') : t('admin.factor.no')),
      cell: row => t(row.requiresSecondFactor ? 'admin.factor.yes' : 'admin.factor.no'),
    },
    {
      key: 'since',
      header: t('admin.since'),
      sort: row => row.createdAt,
      csv: row => row.createdAt.slice(0, 10),
      cell: row => formatDate(row.createdAt),
    },
    {
      key: 'actions',
      header: '',
      cell: row => (
        <Button small kind="quiet" onClick={() => onInvite(row)}>
          {t('admin.invite')}
        </Button>
      ),
    },
  ]
}

function Managers({ row }: { row: OrganizerSummary }) {
  const t = useMessages('identity-desk')
  if (row.managers > 0) return <>{row.managers}</>
  return (
    <StateTag tone={row.openInvitations > 0 ? 'info' : 'warning'}>
      {t(row.openInvitations > 0 ? 'admin.waiting' : 'admin.noManager')}
    </StateTag>
  )
}

function InviteManager({ organizer, onClose }: { organizer: OrganizerSummary; onClose: () => void }) {
  const t = useMessages('identity')
  const words = useMessages('platform')
  const form = useForm<{ email: string; locale: string }>({
    initial: { email: '', locale: 'vi' },
    submit: async ({ email, locale }) => {
      const api = peopleApi.organizers[':organizerId']['manager-invitations']
      const json = { email, locale: isLocale(locale) ? locale : ('vi' as const) }
      await call(api.$post({ param: { organizerId: organizer.id }, json }))
      notify({ text: t('people.invited', { email }) })
      await queryClient.invalidateQueries({ queryKey: organizersKey })
      onClose()
    },
  })
  return (
    <Form form={form}>
      <EmailField {...form.field('email')} label={t('people.email')} autoComplete="off" />
      <SelectField
        {...form.field('locale')}
        label={t('invitations.locale')}
        width="sm"
        options={LOCALES.map(value => ({ value, label: words(`locale.${value}`) }))}
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('people.invite.send')}
        </Button>
      </Actions>
    </Form>
  )
}
