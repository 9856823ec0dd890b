import type { ContractSummary } from '@hoicho/shared/contracts/schema.ts'
import type { Standing } from '@hoicho/shared/reports/schema.ts'
import { useContracts } from '../contracts/api.ts'
import { fairName } from '../fairs/fair-name.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Money } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'

/** For finance: who still owes how much of the own part, fair by fair, each line opening its contract. */
export default function FinancePart({ standings }: { standings: readonly Standing[] }) {
  return (
    <>
      {standings
        .filter(one => one.progress.booth > 0)
        .map(one => (
          <Owed key={one.fair.id} fair={one.fair} />
        ))}
    </>
  )
}

const left = (contract: ContractSummary) => contract.ownMinor - contract.paidMinor
const isOwed = (contract: ContractSummary) => contract.state !== 'cancelled' && left(contract) > 0

function Owed({ fair }: { fair: Standing['fair'] }) {
  const t = useMessages('home-desk')
  const contracts = useContracts(fair.id)
  const owed = contracts.data?.items.filter(isOwed).toSorted((a, b) => left(b) - left(a)) ?? []
  const sum = owed.reduce((total, contract) => total + left(contract), 0)
  const base = `/desk/fairs/${fair.id}/contracts`
  return (
    <Section
      title={t('owed')}
      lead={fairName({ ...fair, nameDe: '' })}
      actions={
        <Button small href={base}>
          {t('owed.all')}
        </Button>
      }
    >
      <Await query={contracts}>
        {({ currency }) =>
          owed.length === 0 ? (
            <p class="text-muted">{t('owed.none')}</p>
          ) : (
            <>
              <p class="mb-2">
                {t('owed.sum', { count: owed.length })}{' '}
                <strong>
                  <Money amountMinor={sum} currency={currency} />
                </strong>
              </p>
              <ul class="max-h-96 overflow-y-auto border-t border-line">
                {owed.map(contract => (
                  <Line key={contract.id} contract={contract} href={`${base}/${contract.id}`} />
                ))}
              </ul>
            </>
          )
        }
      </Await>
    </Section>
  )
}

function Line({ contract, href }: { contract: ContractSummary; href: string }) {
  return (
    <li class="relative flex items-baseline gap-4 border-b border-line px-1 py-2.5 hover:bg-base-200">
      <span class="min-w-0 flex-1">
        <a
          class="font-medium text-primary underline underline-offset-2 after:absolute after:inset-0"
          href={href}
        >
          {contract.establishmentName}
        </a>
        <span class="tnum block text-sm text-muted">{contract.number}</span>
      </span>
      <Money amountMinor={left(contract)} currency={contract.currency} />
    </li>
  )
}
