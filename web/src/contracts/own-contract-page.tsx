import type { ContractView, PayTo } from '@hoicho/shared/contracts/schema.ts'
import { fairName } from '../fairs/fair-name.ts'
import { formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { useCan } from '../platform/rights.ts'
import { Actions, Button } from '../ui/button.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Money } from '../ui/number-fields.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { notify } from '../ui/toast.tsx'
import { useContract } from './api.ts'
import { SignForm } from './sign-form.tsx'

const TONES = {
  issued: 'warning',
  'signed-by-establishment': 'info',
  signed: 'success',
  cancelled: 'error',
} as const

/** An establishment's contract in plain words: what it gets, what it costs, what signing means, where to pay. */
export default function OwnContractPage({ params }: PageProps<'contractId'>) {
  const t = useMessages('contracts')
  const p = useMessages('platform')
  const contract = useContract(params.contractId)
  const { data } = contract
  return (
    <Page
      width="narrow"
      title={t('title', { number: data?.number ?? '' })}
      lead={data && nameOfFair(data)}
      breadcrumbs={
        data && [{ label: p('exhibitor.application'), href: `/e/applications/${data.applicationId}` }]
      }
      tag={data && <StateTag tone={TONES[data.state]}>{t(`state.${data.state}`)}</StateTag>}
    >
      <Await query={contract}>{found => <Contract contract={found} />}</Await>
    </Page>
  )
}

function Contract({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts')
  return (
    <div class="flex flex-col gap-5">
      <Notice tone={TONES[contract.state]}>
        {t(`next.${contract.state}`, { reason: contract.cancelReason ?? '' })}
      </Notice>
      <Section title={t('summary')}>
        <Summary contract={contract} />
      </Section>
      <Paper contract={contract} />
      <Section title={t('lines')}>
        <Lines contract={contract} />
      </Section>
      {contract.payTo && contract.state !== 'issued' && (
        <Pay contractId={contract.id} payTo={contract.payTo} currency={contract.currency} />
      )}
      {contract.state === 'issued' && <Sign contract={contract} />}
      {contract.signatures.length > 0 && <Signatures contract={contract} />}
    </div>
  )
}

function Summary({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts')
  const { currency, boothNumbers } = contract
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={currency} />
  const numbers = boothNumbers.join(', ')
  const { organizer, establishment } = contract.parties
  const owed =
    contract.ownMinor === 0
      ? [{ key: 'own', label: t('own'), value: t('own.none') }]
      : [
          { key: 'own', label: t('own'), value: <strong>{money(contract.ownMinor)}</strong> },
          { key: 'paid', label: t('paid'), value: money(contract.paidMinor) },
          { key: 'balance', label: t('balance'), value: money(Math.max(0, contract.balanceMinor)) },
        ]
  const until = { key: 'until', label: t('payUntil'), value: <DateText value={contract.payUntilOn} /> }
  return (
    <SummaryList
      rows={[
        {
          key: 'booths',
          label: t('booths'),
          value: t('booths.count', { count: boothNumbers.length, numbers }),
        },
        { key: 'total', label: t('total'), value: money(contract.totalMinor) },
        { key: 'support', label: t('support'), value: money(contract.supportMinor) },
        ...owed,
        ...(contract.payUntilOn && contract.ownMinor > 0 ? [until] : []),
        { key: 'organizer', label: t('organizer'), value: organizer.name },
        { key: 'you', label: t('you'), value: establishment.name },
        { key: 'representative', label: t('representative'), value: establishment.representativeName },
      ]}
    />
  )
}

function Paper({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts')
  const shown = contract.signedFileId ?? contract.fileId
  return (
    <Section title={t('paper')}>
      <div class="flex flex-col gap-3">
        <Actions>
          <Button icon="file" external href={`/api/files/${shown}?inline=1`}>
            {t('paper.view')}
          </Button>
          <Button kind="quiet" icon="download" download href={`/api/files/${shown}`}>
            {t(contract.signedFileId ? 'paper.signed' : 'paper.download')}
          </Button>
        </Actions>
        <p class="text-sm break-all text-muted">
          {t('paper.hash')}: <code>{contract.sha256}</code>
        </p>
      </div>
    </Section>
  )
}

function Lines({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts')
  return (
    <ul class="flex flex-col divide-y divide-line">
      {contract.lines.map(line => (
        <li key={line.key} class="py-2.5">
          <p class="font-medium">{line.description}</p>
          <dl class="grid grid-cols-[1fr_auto] gap-x-4">
            {(['amount', 'support', 'own'] as const).map(part => (
              <div key={part} class="col-span-2 grid grid-cols-subgrid">
                <dt class="text-muted">{t(`line.${part}`)}</dt>
                <dd class="text-right">
                  <Money amountMinor={line[`${part}Minor`]} currency={contract.currency} />
                </dd>
              </div>
            ))}
          </dl>
          {(line.overrideReason || line.legalBasis) && (
            <p class="text-sm text-muted">
              {t('line.basis')}: {line.overrideReason || line.legalBasis}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Sign({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts')
  const can = useCan()
  const maySign = can('contracts.sign-for-establishment', { establishmentId: contract.establishmentId })
  return (
    <Section title={t('sign')}>
      <p class="mb-4 max-w-prose">{t('sign.meaning')}</p>
      {!maySign && <Button disabledReason={t('sign.ownerOnly')}>{t('sign.do')}</Button>}
      {maySign && (
        <SignForm
          contract={contract}
          side="establishment"
          words={{
            name: t('sign.name'),
            position: t('sign.position'),
            confirm: t('sign.confirm'),
            missing: t('sign.confirm.missing'),
            button: t('sign.do'),
          }}
          onSigned={() => notify({ text: t('sign.done') })}
        />
      )}
    </Section>
  )
}

function Pay({ contractId, payTo, currency }: { contractId: string; payTo: PayTo; currency: string }) {
  const t = useMessages('contracts')
  const amount = formatMoney(payTo.amountMinor, currency)
  const rows = [
    { key: 'amount', label: t('balance'), value: <strong>{amount}</strong> },
    { key: 'bank', label: t('pay.bank'), value: payTo.bankName },
    { key: 'account', label: t('pay.account'), value: payTo.account },
    { key: 'holder', label: t('pay.holder'), value: payTo.holder },
    { key: 'reference', label: t('pay.reference'), value: <strong>{payTo.reference}</strong> },
  ]
  return (
    <Section title={t('pay')}>
      <div class="flex flex-col gap-4 sm:flex-row sm:items-start">
        {payTo.hasQr && (
          // Black on white in dark mode too: a camera has to read it.
          <img
            class="mx-auto size-56 rounded-field bg-white sm:mx-0"
            src={`/api/contracts/${contractId}/payment-qr`}
            alt={t('pay.qr', { amount })}
            width={224}
            height={224}
          />
        )}
        <div class="min-w-0 flex-1">
          <SummaryList rows={rows.filter(row => row.value !== '')} />
          <p class="mt-2 text-sm text-muted">{t('pay.note')}</p>
        </div>
      </div>
    </Section>
  )
}

function Signatures({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts')
  return (
    <Section title={t('signatures')}>
      <SummaryList
        rows={contract.signatures.map(signature => ({
          key: signature.side,
          label: t(`side.${signature.side}`),
          value: (
            <>
              {signature.signerName}, {signature.signerPosition}
              <br />
              <DateText value={signature.signedAt} timeZone={contract.timeZone} />
            </>
          ),
        }))}
      />
    </Section>
  )
}

const nameOfFair = ({ fairNameVi, fairNameEn, fairNameDe }: ContractView) =>
  fairName({ nameVi: fairNameVi, nameEn: fairNameEn, nameDe: fairNameDe })
