import type { CampaignView, Invitee } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { INVITATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { INVITEE_STATES } from '@hoicho/shared/recruitment/vocabulary.ts'
import { useState } from 'preact/hooks'
import { useProvinceName } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMailError } from '../mail/mail-state.tsx'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { InviteeState } from './campaign-state.tsx'
import { moveInvitation, useInvitees } from './campaigns-api.ts'

interface Props {
  fairId: string
  view: CampaignView
  state: string | undefined
}

/** Every recipient and where each stands; the letter again, or the invitation back, for each. */
export function InviteeTable({ fairId, view, state }: Props) {
  const t = useMessages('campaigns-desk')
  const invitees = useInvitees(fairId, view)
  const [shown, setShown] = useState(state ?? '')
  const rows = invitees.data?.filter(row => shown === '' || row.state === shown)
  return (
    <DataTable
      caption={t('invitees.title')}
      columns={useColumns(fairId)}
      rows={rows}
      rowKey={row => row.establishmentId}
      rowHref={row =>
        row.applicationId ? `/desk/fairs/${fairId}/applications/${row.applicationId}` : undefined
      }
      search={row => `${row.name} ${row.email ?? ''} ${row.phone ?? ''}`}
      error={invitees.error}
      retry={invitees.refetch}
      filters={
        <SelectField
          id="invitee-state"
          name="state"
          label={t('invitee.state')}
          required={false}
          width="sm"
          value={shown}
          onValue={setShown}
          options={[
            { value: '', label: t('audience.any') },
            ...INVITEE_STATES.map(value => ({ value, label: t(`invitee.state.${value}`) })),
          ]}
        />
      }
      empty={{ title: t('invitees.empty') }}
    />
  )
}

function useColumns(fairId: string): Column<Invitee>[] {
  const t = useMessages('campaigns-desk')
  const province = useProvinceName()
  const mailError = useMailError()
  const timeZone = useFair(fairId).data?.timeZone
  const time = (at: string | null) => (at ? <span class="tnum">{formatDateTime(at, timeZone)}</span> : '–')
  const reason = (row: Invitee) =>
    [
      row.skipReason && t(`invitee.skip.${row.skipReason}`),
      row.mailError && mailError(row.mailError),
      row.declineCode && t(`decline.${row.declineCode}`),
      row.declineReason,
      row.isOptedOut && row.skipReason !== 'opted-out' && t('invitee.skip.opted-out'),
    ]
      .filter(Boolean)
      .join(' · ')
  return [
    {
      key: 'name',
      header: t('invitee.name'),
      primary: true,
      cell: row => row.name,
      sort: row => row.name,
    },
    {
      key: 'province',
      header: t('invitee.province'),
      cell: row => province(row.provinceScheme, row.provinceCode),
      sort: row => province(row.provinceScheme, row.provinceCode),
      desktopOnly: true,
    },
    {
      key: 'email',
      header: t('invitee.email'),
      cell: row => row.email ?? row.phone ?? '–',
      sort: row => row.email ?? '',
    },
    {
      key: 'state',
      header: t('invitee.state'),
      cell: row => (
        <>
          <InviteeState state={row.state} />
          {reason(row) && (
            <span class="block max-w-xs text-sm text-muted" title={row.mailError ?? undefined}>
              {reason(row)}
            </span>
          )}
        </>
      ),
      sort: row => INVITEE_STATES.indexOf(row.state),
    },
    {
      key: 'sent',
      header: t('invitee.sentAt'),
      cell: row => time(row.sentAt),
      sort: row => row.sentAt ?? '',
    },
    {
      key: 'reminded',
      header: t('invitee.remindedAt'),
      cell: row => time(row.remindedAt),
      sort: row => row.remindedAt ?? '',
      desktopOnly: true,
    },
    { key: 'acts', header: t('invitee.acts'), cell: row => <Acts fairId={fairId} row={row} /> },
  ]
}

function Acts({ fairId, row }: { fairId: string; row: Invitee }) {
  const t = useMessages('campaigns-desk')
  const may = useFairRights(fairId).can('recruitment.invite')
  const { invitationId } = row
  if (!may || !invitationId || row.state === 'cancelled') return null
  const { state } = row
  const known = state === 'refused' || state === 'queued' ? 'sent' : state
  const steps = known in INVITATION_STATES ? INVITATION_STATES[known as keyof typeof INVITATION_STATES] : {}
  const resend = () =>
    moveInvitation(fairId, invitationId, 'resend').then(
      () => notify({ text: t('invitee.resent') }),
      notifyError,
    )
  return (
    <span class="flex flex-wrap gap-1">
      {'decline' in steps && state !== 'queued' && (
        <Button small kind="quiet" onClick={() => void resend()}>
          {t('invitee.resend')}
        </Button>
      )}
      {'revoke' in steps && (
        <ConfirmButton
          small
          kind="quiet"
          title={t('invitee.revoke.title', { name: row.name })}
          text={t('invitee.revoke.text')}
          confirmLabel={t('invitee.revoke')}
          onConfirm={() => moveInvitation(fairId, invitationId, 'revoke')}
        >
          {t('invitee.revoke')}
        </ConfirmButton>
      )}
    </span>
  )
}
