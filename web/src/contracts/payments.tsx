import type { ContractView, PaymentView } from '@hoicho/shared/contracts/schema.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, TextField } from '../ui/inputs.tsx'
import { Money, MoneyField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { recordPayment, voidPayment } from './api.ts'

/** What was paid of the own part, what is left, and the form to write a payment down. */
export function Payments({ contract }: { contract: ContractView }) {
  const t = useMessages('contracts-desk')
  const [opened, setOpened] = useState<'new' | PaymentView>()
  const close = () => setOpened(undefined)
  const whyNot = useFairRights(contract.fairId).whyNot('contracts.record-payment')
  if (contract.ownMinor === 0) {
    return (
      <Section title={t('payments')}>
        <p class="text-muted">{t('payments.free')}</p>
      </Section>
    )
  }
  return (
    <Section
      title={t('payments')}
      actions={
        contract.state !== 'cancelled' && (
          <Button small icon="plus" disabledReason={whyNot} onClick={() => setOpened('new')}>
            {t('payment.add')}
          </Button>
        )
      }
    >
      <p class="mb-2">
        {t('balance')}:{' '}
        <strong>
          <Money amountMinor={contract.balanceMinor} currency={contract.currency} />
        </strong>
      </p>
      {contract.payments.length === 0 && <p class="text-muted">{t('payments.none')}</p>}
      <ul class="divide-y divide-line">
        {contract.payments.map(payment => (
          <li key={payment.id} class="flex flex-wrap items-baseline gap-x-4 py-2">
            <DateText value={payment.paidOn} />
            <span class={payment.voidedAt ? 'line-through' : 'font-medium'}>
              <Money amountMinor={payment.amountMinor} currency={contract.currency} />
            </span>
            <span class="min-w-0 flex-1 text-muted">
              {[payment.reference, payment.note].filter(Boolean).join(' · ')}
              {payment.voidedAt && ` ${t('payment.voided', { reason: payment.voidReason ?? '' })}`}
            </span>
            {!payment.voidedAt && !whyNot && (
              <Button kind="quiet" small onClick={() => setOpened(payment)}>
                {t('payment.void')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {opened === 'new' && <PaymentDialog contract={contract} onClose={close} />}
      {opened && opened !== 'new' && <VoidDialog contract={contract} payment={opened} onClose={close} />}
    </Section>
  )
}

function PaymentDialog({ contract, onClose }: { contract: ContractView; onClose: () => void }) {
  const t = useMessages('contracts-desk')
  const form = useForm<{ amountMinor: number | null; paidOn: string; reference: string; note: string }>({
    initial: {
      amountMinor: contract.balanceMinor > 0 ? contract.balanceMinor : null,
      paidOn: localDate(new Date().toISOString(), contract.timeZone),
      reference: '',
      note: '',
    },
    submit: async values => {
      await recordPayment(contract.id, { ...values, amountMinor: values.amountMinor ?? 0 })
      onClose()
      notify({ text: t('payment.done') })
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('payment.add')}>
      <Form form={form}>
        <MoneyField {...form.field('amountMinor')} label={t('payment.amount')} currency={contract.currency} />
        <DateField {...form.field('paidOn')} label={t('payment.paidOn')} />
        <TextField
          {...form.field('reference')}
          label={t('payment.reference')}
          required={false}
          maxLength={100}
        />
        <TextField {...form.field('note')} label={t('payment.note')} required={false} maxLength={300} />
        <Actions>
          <Button type="submit" kind="primary" busy={form.pending}>
            {t('payment.add')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}

function VoidDialog(props: { contract: ContractView; payment: PaymentView; onClose: () => void }) {
  const t = useMessages('contracts-desk')
  const { contract, payment, onClose } = props
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await voidPayment(contract.id, payment.id, reason)
      onClose()
    },
  })
  const amount = formatMoney(payment.amountMinor, contract.currency)
  return (
    <Dialog open onClose={onClose} title={t('payment.void.title', { amount })}>
      <Form form={form}>
        <TextField {...form.field('reason')} label={t('cancel.reason')} maxLength={300} />
        <Actions>
          <Button type="submit" kind="destroy" busy={form.pending}>
            {t('payment.void')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
