import { COST_ITEMS } from '@hoicho/shared/selection/cost-items.ts'
import type { SupportInput, SupportView } from '@hoicho/shared/selection/gate-schema.ts'
import { FUNDS } from '@hoicho/shared/selection/gate-vocabulary.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextField } from '../ui/inputs.tsx'
import { MoneyField, NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { recordSupport, removeSupport, useLedger } from './gate-api.ts'
import { ReasonButton } from './reason-button.tsx'

/** State money known of for the establishment, and a way to write down more. */
export function LedgerPart({ fairId, applicationId }: { fairId: string; applicationId: string }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const [isAdding, setAdding] = useState(false)
  const why = whyNot('selection.record-support')
  return (
    <Section
      id="ledger"
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      actions={
        <Button small icon="plus" disabledReason={why} onClick={() => setAdding(true)}>
          {t('ledger.add')}
        </Button>
      }
    >
      <Await query={useLedger(applicationId)}>
        {rows =>
          rows.length === 0 ? (
            <p class="text-muted">{t('ledger.empty')}</p>
          ) : (
            <ul>
              {rows.map((row, index) => (
                <Entry key={row.id ?? index} row={row} applicationId={applicationId} why={why} />
              ))}
            </ul>
          )
        }
      </Await>
      <Dialog open={isAdding} onClose={() => setAdding(false)} title={t('ledger.add')} wide>
        <EntryForm applicationId={applicationId} onDone={() => setAdding(false)} />
      </Dialog>
    </Section>
  )
}

function Entry(props: { row: SupportView; applicationId: string; why: string | undefined }) {
  const { row, applicationId, why } = props
  const t = useMessages('selection-desk')
  const item = COST_ITEMS.find(one => one === row.costItem)
  const name = row.eventName ?? t('ledger.other-organizer')
  return (
    <li class="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2 last:border-b-0">
      <span class="min-w-0 flex-1">
        {row.contractId && row.fairId ? (
          <a
            class="text-primary hover:underline"
            href={`/desk/fairs/${row.fairId}/contracts/${row.contractId}`}
          >
            {name}
          </a>
        ) : (
          name
        )}
        , <span class="tnum">{row.year}</span>
        <span class="block text-sm text-muted">
          {[
            item ? t(`cost.${item}`) : t('ledger.unknown'),
            row.fund ? t(`fund.${row.fund}`) : t('ledger.unknown'),
            t(`ledger.source.${row.source}`),
            row.recordedByName,
            row.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {row.amountMinor !== null && <span class="tnum">{formatMoney(row.amountMinor, row.currency)}</span>}
      {row.id && (
        <ReasonButton
          label={t('ledger.remove')}
          title={t('ledger.remove.title')}
          reasonLabel={t('ledger.reason')}
          disabledReason={why}
          onReason={async reason => {
            await removeSupport(applicationId, row.id ?? '', reason)
            notify({ text: t('ledger.removed') })
          }}
        />
      )}
    </li>
  )
}

type Values = Omit<
  SupportInput,
  'year' | 'country' | 'opensOn' | 'closesOn' | 'costItem' | 'fund' | 'currency'
> & {
  year: number | null
  country: string
  opensOn: string
  closesOn: string
  costItem: '' | (typeof COST_ITEMS)[number]
  fund: '' | (typeof FUNDS)[number]
}

const BLANK: Values = {
  eventName: '',
  year: null,
  country: 'VN',
  city: '',
  opensOn: '',
  closesOn: '',
  costItem: '',
  fund: '',
  amountMinor: null,
  note: '',
}

function EntryForm({ applicationId, onDone }: { applicationId: string; onDone: () => void }) {
  const t = useMessages('selection-desk')
  const form = useForm<Values>({
    initial: BLANK,
    submit: async ({ year, country, opensOn, closesOn, costItem, fund, ...rest }) => {
      await recordSupport(applicationId, {
        ...rest,
        year: year ?? 0,
        country: country.trim().toUpperCase() || null,
        opensOn: opensOn || null,
        closesOn: closesOn || null,
        costItem: costItem || null,
        fund: fund || null,
        currency: 'VND',
      })
      notify({ text: t('ledger.saved') })
      onDone()
    },
  })
  const unknown = { value: '' as const, label: t('ledger.unknown') }
  return (
    <Form form={form}>
      <TextField {...form.field('eventName')} label={t('ledger.event')} maxLength={300} />
      <div class="grid gap-3 sm:grid-cols-3">
        <NumberField {...form.field('year')} label={t('ledger.year')} width="xs" />
        <TextField
          {...form.field('country')}
          label={t('ledger.country')}
          hint={t('ledger.country.hint')}
          width="xs"
          maxLength={2}
          required={false}
        />
        <TextField
          {...form.field('city')}
          label={t('ledger.city')}
          width="sm"
          maxLength={100}
          required={false}
        />
        <DateField {...form.field('opensOn')} label={t('ledger.opens-on')} required={false} />
        <DateField {...form.field('closesOn')} label={t('ledger.closes-on')} required={false} />
        <MoneyField {...form.field('amountMinor')} label={t('ledger.amount')} required={false} />
        <SelectField
          {...form.field('costItem')}
          label={t('ledger.cost-item')}
          required={false}
          options={[unknown, ...COST_ITEMS.map(value => ({ value, label: t(`cost.${value}`) }))]}
        />
        <SelectField
          {...form.field('fund')}
          label={t('ledger.fund')}
          required={false}
          options={[unknown, ...FUNDS.map(value => ({ value, label: t(`fund.${value}`) }))]}
        />
      </div>
      <TextField {...form.field('note')} label={t('ledger.note')} maxLength={500} required={false} />
      <Button kind="primary" type="submit" busy={form.pending}>
        {t('ledger.add')}
      </Button>
    </Form>
  )
}
