import type { FeeView } from '@hoicho/shared/selection/gate-schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate, formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, TextField } from '../ui/inputs.tsx'
import { MoneyField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { recordFee, useFee, voidFee } from './gate-api.ts'
import { ReasonButton } from './reason-button.tsx'

/** The fee before appraisal; nothing where the fair asks none. */
export function FeePart({ fairId, applicationId }: { fairId: string; applicationId: string }) {
  const fee = useFee(applicationId).data
  if (!fee || (fee.askedMinor === null && fee.items.length === 0)) return null
  return <Fee fairId={fairId} applicationId={applicationId} fee={fee} />
}

function Fee({ fairId, applicationId, fee }: { fairId: string; applicationId: string; fee: FeeView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const [isOpen, setOpen] = useState(false)
  const why = whyNot('selection.record-fee')
  const money = (amount: number) => formatMoney(amount, fee.currency)
  return (
    <Section
      id="fee"
      title={t('fee.title')}
      lead={t('fee.state', { paid: money(fee.paidMinor), asked: money(fee.askedMinor ?? 0) })}
      actions={
        <Button small icon="plus" disabledReason={why} onClick={() => setOpen(true)}>
          {t('fee.record')}
        </Button>
      }
    >
      {fee.items.length === 0 && <p class="text-muted">{t('fee.none')}</p>}
      <ul>
        {fee.items.map(payment => (
          <li
            key={payment.id}
            class="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2 last:border-b-0"
          >
            <span class="tnum">{formatDate(payment.paidOn)}</span>
            <span class="min-w-0 flex-1 text-sm text-muted">
              {[payment.reference, payment.recordedByName].filter(Boolean).join(' · ')}
              {payment.voidedAt && (
                <span class="block text-error">{t('fee.voided', { reason: payment.voidReason ?? '' })}</span>
              )}
            </span>
            <span class={`tnum ${payment.voidedAt ? 'line-through' : ''}`}>{money(payment.amountMinor)}</span>
            {!payment.voidedAt && (
              <ReasonButton
                label={t('fee.void')}
                title={t('fee.void.title')}
                reasonLabel={t('ledger.reason')}
                disabledReason={why}
                onReason={async reason => {
                  await voidFee(applicationId, payment.id, reason)
                  notify({ text: t('fee.void.done') })
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('fee.record')}>
        <FeeForm fee={fee} applicationId={applicationId} onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  )
}

function FeeForm(props: { fee: FeeView; applicationId: string; onDone: () => void }) {
  const { fee, applicationId, onDone } = props
  const t = useMessages('selection-desk')
  const due = Math.max(0, (fee.askedMinor ?? 0) - fee.paidMinor)
  const form = useForm<{ amountMinor: number | null; paidOn: string; reference: string }>({
    initial: { amountMinor: due || null, paidOn: '', reference: '' },
    submit: async ({ amountMinor, ...rest }) => {
      await recordFee(applicationId, { amountMinor: amountMinor ?? 0, ...rest })
      notify({ text: t('fee.saved') })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <MoneyField {...form.field('amountMinor')} label={t('fee.amount')} currency={fee.currency} />
      <DateField {...form.field('paidOn')} label={t('fee.paid-on')} />
      <TextField {...form.field('reference')} label={t('fee.reference')} maxLength={100} required={false} />
      <Button kind="primary" type="submit" busy={form.pending}>
        {t('fee.record')}
      </Button>
    </Form>
  )
}
