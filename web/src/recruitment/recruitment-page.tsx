import type { InvitationItem } from '@hoicho/shared/recruitment/schema.ts'
import type { InvitationState } from '@hoicho/shared/recruitment/states.ts'
import { useState } from 'preact/hooks'
import { useProvinceName, useSectorName } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useInvited } from './desk-api.ts'
import { EstablishmentPicker } from './establishment-picker.tsx'
import { PublicCall } from './public-call.tsx'

type Part = 'invited' | 'invite' | 'public'

/** Who was invited and how far each got; inviting more; the public call. */
export default function RecruitmentPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('recruitment-desk')
  const { fairId } = params
  const invited = useInvited(fairId)
  const rights = useFairRights(fairId)
  const mayInvite = rights.can('recruitment.invite')
  const [part, setPart] = useState<Part>(query.part === 'invite' && mayInvite ? 'invite' : 'invited')
  return (
    <Page
      title={t('recruit.title')}
      actions={
        <>
          {rights.can('reports.view') && (
            <Button href={`/desk/fairs/${fairId}/reports/funnel`}>{t('recruit.funnel')}</Button>
          )}
          <Button href={`/desk/fairs/${fairId}/campaigns`}>{t('recruit.campaigns')}</Button>
        </>
      }
    >
      <Tabs<Part>
        label={t('recruit.title')}
        current={part}
        onSelect={setPart}
        tabs={[
          { key: 'invited', label: t('recruit.invited'), count: invited.data?.length },
          ...(mayInvite ? [{ key: 'invite' as const, label: t('recruit.invite') }] : []),
          { key: 'public', label: t('recruit.public') },
        ]}
      >
        {part === 'invited' && (
          <DataTable
            caption={t('recruit.invited')}
            columns={useColumns(fairId)}
            rows={invited.data}
            rowKey={row => row.id}
            rowHref={row =>
              row.applicationId ? `/desk/fairs/${fairId}/applications/${row.applicationId}` : undefined
            }
            search={row => `${row.establishmentName} ${row.email}`}
            error={invited.error}
            retry={invited.refetch}
            csvName={t('recruit.invited')}
            empty={{
              title: t('recruit.empty'),
              text: t('recruit.empty.text'),
              action: mayInvite && (
                <Button kind="primary" onClick={() => setPart('invite')}>
                  {t('recruit.invite')}
                </Button>
              ),
            }}
          />
        )}
        {part === 'invite' && <EstablishmentPicker fairId={fairId} invited={invited.data ?? []} />}
        {part === 'public' && <PublicCall fairId={fairId} />}
      </Tabs>
    </Page>
  )
}

const TONES: Record<InvitationState, Tone> = {
  sent: 'neutral',
  visited: 'info',
  started: 'warning',
  submitted: 'success',
  declined: 'error',
  revoked: 'neutral',
}

function useColumns(fairId: string): Column<InvitationItem>[] {
  const timeZone = useFair(fairId).data?.timeZone
  const t = useMessages('recruitment-desk')
  const sector = useSectorName()
  const province = useProvinceName()
  return [
    {
      key: 'name',
      header: t('inbox.establishment'),
      primary: true,
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      csv: row => row.establishmentName,
    },
    {
      key: 'sector',
      header: t('inbox.sector'),
      cell: row => sector(row.sectorCode),
      sort: row => sector(row.sectorCode),
      csv: row => sector(row.sectorCode),
      desktopOnly: true,
    },
    {
      key: 'province',
      header: t('inbox.province'),
      cell: row => province(row.provinceScheme, row.provinceCode),
      sort: row => province(row.provinceScheme, row.provinceCode),
      csv: row => province(row.provinceScheme, row.provinceCode),
    },
    {
      key: 'email',
      header: t('recruit.email'),
      cell: row => row.email,
      csv: row => row.email,
      desktopOnly: true,
    },
    {
      key: 'state',
      header: t('inbox.state'),
      cell: row => (
        <>
          <StateTag tone={TONES[row.state]}>{t(`invited.${row.state}`)}</StateTag>
          {row.declineReason && <span class="block text-sm text-muted">{row.declineReason}</span>}
        </>
      ),
      sort: row => row.state,
      csv: row => t(`invited.${row.state}`),
    },
    {
      key: 'mail',
      header: t('recruit.mail'),
      cell: row => (row.mailState ? t(`recruit.mail.${row.mailState}`) : '–'),
      sort: row => row.mailState ?? '',
      csv: row => row.mailState,
    },
    {
      key: 'when',
      header: t('recruit.when'),
      cell: row => <span class="tnum">{formatDateTime(row.invitedAt, timeZone)}</span>,
      sort: row => row.invitedAt,
      csv: row => row.invitedAt,
      desktopOnly: true,
    },
  ]
}
