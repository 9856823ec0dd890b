import type { DeskDeal } from '@hoicho/shared/deals/schema.ts'
import { countryName } from '../platform/countries.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import type { Column } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { reopenDeal, verifyDeal } from './api.ts'
import { DealStateTag, DealValue } from './deal-state.tsx'

/** The columns of the desk's list; in the queue a deal can be verified without opening it. */
export function useDealColumns(open: (deal: DeskDeal) => void, isQueue: boolean): Column<DeskDeal>[] {
  const t = useMessages('deals-desk')
  const words = useMessages('deals')
  const columns: Column<DeskDeal>[] = [
    {
      key: 'partner',
      header: t('column.partner'),
      primary: true,
      sort: deal => deal.partnerName,
      cell: deal => (
        <button
          type="button"
          class="cursor-pointer text-left font-medium text-primary hover:underline max-md:min-h-11"
          onClick={() => open(deal)}
        >
          {deal.partnerName}
          <span class="block text-sm font-normal text-muted">{countryName(deal.partnerCountry)}</span>
        </button>
      ),
    },
    {
      key: 'establishment',
      header: t('column.establishment'),
      sort: deal => deal.establishmentName,
      cell: deal => (
        <>
          <span class="block">{deal.establishmentName}</span>
          <span class="tnum text-sm text-muted">
            {[deal.applicationNumber, deal.provinceNameVi].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      header: t('column.kind'),
      sort: deal => words(`kind.${deal.kind}`),
      cell: deal => words(`kind.${deal.kind}`),
    },
    {
      key: 'value',
      header: t('column.value'),
      numeric: true,
      // Amounts of two currencies do not compare: each currency stands together, then by amount.
      sort: deal =>
        deal.currency ? `${deal.currency} ${String(deal.valueMinor ?? 0).padStart(16, '0')}` : null,
      cell: deal => <DealValue valueMinor={deal.valueMinor} currency={deal.currency} />,
    },
    {
      key: 'signedOn',
      header: t('column.signedOn'),
      sort: deal => deal.signedOn,
      cell: deal => <DateText value={deal.signedOn} />,
    },
    {
      key: 'state',
      header: t('column.state'),
      sort: deal => deal.state,
      cell: deal => (
        <>
          <DealStateTag state={deal.state} />
          {deal.isVerifiedByLogger && <span class="mt-0.5 block text-sm text-muted">{t('same-person')}</span>}
        </>
      ),
    },
  ]
  const verify: Column<DeskDeal> = { key: 'act', header: '', cell: deal => <QuickVerify deal={deal} /> }
  return isQueue ? [...columns.filter(column => column.key !== 'state'), verify] : columns
}

function QuickVerify({ deal }: { deal: DeskDeal }) {
  const t = useMessages('deals-desk')
  const verify = () =>
    verifyDeal(deal.id, deal.version)
      .then(() =>
        notify({
          text: t('verified', { partner: deal.partnerName }),
          undo: () => reopenDeal(deal.id),
        }),
      )
      .catch(notifyError)
  return (
    <Button small icon="check" onClick={() => void verify()}>
      {t('verify')}
    </Button>
  )
}
