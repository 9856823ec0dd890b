import type { ContractDraft, ContractInput, ContractLine } from '@hoicho/shared/contracts/schema.ts'
import { COST_ITEMS, type CostItem, SUPPORT_SCHEMES } from '@hoicho/shared/contracts/vocabulary.ts'

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { MoneyField, NumberField } from '../ui/number-fields.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, ErrorState, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { issueContract, useDraft } from './api.ts'
import { LineTable } from './line-table.tsx'

interface ContractValues {
  scheme: ContractInput['scheme']
  vatPercent: number | null
  payUntilOn: string
  representativeName: string
  representativePosition: string
  authorisation: string
  note: string
  extras: { costItem: CostItem; description: string; amountMinor: number | null }[]
  overrides: { lineKey: string; percent: number | null; reason: string }[]
}

/** Sets the terms of one contract, with its costs and support as they would be printed, and issues it. */
export default function NewContractPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('contracts-desk')
  const usual = useDraft(query.application ?? '', undefined)
  return (
    <Page
      title={t('new.title')}
      lead={usual.data && `${usual.data.parties.establishment.name} · ${usual.data.boothNumbers.join(', ')}`}
      breadcrumbs={[{ label: t('title'), href: `/desk/fairs/${params.fairId}/contracts` }]}
    >
      <Await query={usual}>
        {draft => <Terms fairId={params.fairId} applicationId={query.application ?? ''} usual={draft} />}
      </Await>
    </Page>
  )
}

function Terms(props: { fairId: string; applicationId: string; usual: ContractDraft }) {
  const t = useMessages('contracts-desk')
  const { fairId, applicationId, usual } = props
  const { route } = useLocation()
  const form = useForm<ContractValues>({
    initial: firstValues(usual),
    draftKey: `contract.${applicationId}`,
    submit: async values => {
      const issued = await issueContract(applicationId, inputOf(values))
      notify({ text: t('new.issued', { number: issued.number }) })
      route(`/desk/fairs/${fairId}/contracts/${issued.id}`)
    },
  })
  const preview = useDraft(applicationId, previewOf(form.values))
  const shown = preview.data ?? usual
  return (
    <Form form={form}>
      <Section>
        <TermFields form={form} usual={usual} />
      </Section>
      <Section title={t('new.preview')}>
        {preview.error ? <ErrorState error={preview.error} /> : null}
        <LineTable {...shown} tools={line => <OverrideTool form={form} line={line} />} />
        <Extras form={form} currency={usual.currency} />
      </Section>
      <Notice>{t('new.frozen')}</Notice>
      <Actions>
        <Button type="submit" kind="primary" busy={form.pending}>
          {t('new.issue')}
        </Button>
      </Actions>
    </Form>
  )
}

function TermFields({ form, usual }: { form: FormState<ContractValues>; usual: ContractDraft }) {
  const t = useMessages('contracts-desk')
  return (
    <div class="grid gap-x-6 gap-y-4 md:grid-cols-2">
      <SelectField
        {...form.field('scheme')}
        label={t('new.scheme')}
        options={SUPPORT_SCHEMES.map(value => ({ value, label: t(`scheme.${value}`) }))}
      />
      <NumberField
        {...form.field('vatPercent')}
        label={t('new.vat')}
        hint={t('new.vat.hint', { basis: usual.proposal.vatBasis })}
        decimals={2}
        width="xs"
        suffix="%"
      />
      <TextField
        {...form.field('representativeName')}
        label={t('new.representative')}
        hint={t('new.representative.hint', { name: usual.parties.establishment.representativeName || '–' })}
        required={false}
        maxLength={120}
      />
      <TextField
        {...form.field('representativePosition')}
        label={t('new.position')}
        required={false}
        maxLength={120}
      />
      <TextField
        {...form.field('authorisation')}
        label={t('new.authorisation')}
        required={false}
        maxLength={200}
      />
      <DateField {...form.field('payUntilOn')} label={t('new.payUntil')} required={false} />
      <div class="md:col-span-2">
        <TextArea {...form.field('note')} label={t('new.note')} rows={2} required={false} maxLength={1000} />
      </div>
    </div>
  )
}

/** Sets another percent for one line, with the reason; or takes it back. */
function OverrideTool({ form, line }: { form: FormState<ContractValues>; line: ContractLine }) {
  const t = useMessages('contracts-desk')
  const { overrides } = form.values
  const at = overrides.findIndex(override => override.lineKey === line.key)
  if (at < 0) {
    const added = { lineKey: line.key, percent: line.percent ?? 0, reason: '' }
    return (
      <Button kind="quiet" small onClick={() => form.set('overrides', [...overrides, added])}>
        {t('new.override')}
      </Button>
    )
  }
  return (
    <div class="mt-2 flex flex-col gap-2">
      <NumberField
        {...form.item('overrides', at, 'percent')}
        label={t('new.override.percent')}
        width="xs"
        decimals={2}
        suffix="%"
      />
      <TextField {...form.item('overrides', at, 'reason')} label={t('new.override.reason')} maxLength={300} />
      <Button kind="quiet" small onClick={() => form.set('overrides', overrides.toSpliced(at, 1))}>
        {t('new.override.drop')}
      </Button>
    </div>
  )
}

function Extras({ form, currency }: { form: FormState<ContractValues>; currency: string }) {
  const t = useMessages('contracts-desk')
  const { extras } = form.values
  const [isFresh, setFresh] = useState(false)
  const add = () => {
    setFresh(true)
    form.set('extras', [...extras, { costItem: 'design', description: '', amountMinor: null }])
  }
  return (
    <div class="mt-3 flex flex-col gap-3">
      {extras.map((_extra, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row has no identity but its place
        <div key={i} class="grid items-end gap-3 md:grid-cols-[12rem_minmax(0,1fr)_14rem_auto]">
          <SelectField
            {...form.item('extras', i, 'costItem')}
            label={t('new.extra.item')}
            options={COST_ITEMS.map(value => ({ value, label: t(`item.${value}`) }))}
          />
          <TextField
            {...form.item('extras', i, 'description')}
            label={t('new.extra.description')}
            maxLength={200}
          />
          <MoneyField
            {...form.item('extras', i, 'amountMinor')}
            label={t('new.extra.amount')}
            currency={currency}
          />
          <Button
            kind="quiet"
            small
            icon="trash"
            aria-label={t('new.extra.remove')}
            onClick={() => {
              // The lines of extras are named by their place: overrides of those behind it would slip.
              form.set(
                'overrides',
                form.values.overrides.filter(one => !one.lineKey.startsWith('extra:')),
              )
              form.set('extras', extras.toSpliced(i, 1))
            }}
          >
            {t('new.extra.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button kind="quiet" small icon="plus" onClick={add} aria-expanded={isFresh}>
          {t('new.extra')}
        </Button>
      </div>
    </div>
  )
}

const firstValues = (usual: ContractDraft): ContractValues => ({
  scheme: usual.proposal.scheme,
  vatPercent: usual.proposal.vatPercent,
  payUntilOn: '',
  representativeName: '',
  representativePosition: '',
  authorisation: '',
  note: '',
  extras: [],
  overrides: [],
})

function inputOf({ payUntilOn, vatPercent, extras, overrides, ...rest }: ContractValues): ContractInput {
  return {
    ...rest,
    vatPercent: vatPercent ?? 0,
    payUntilOn: payUntilOn || null,
    extras: extras.map(extra => ({ ...extra, amountMinor: extra.amountMinor ?? 0 })),
    overrides: overrides.map(override => ({ ...override, percent: override.percent ?? 0 })),
  }
}

/** Only what moves the figures, complete enough for the server to price. */
function previewOf(values: ContractValues): ContractInput {
  const input = inputOf(values)
  return {
    ...input,
    note: '',
    authorisation: '',
    representativeName: '',
    representativePosition: '',
    extras: input.extras.map(extra => ({ ...extra, description: extra.description || '–' })),
    overrides: input.overrides.map(override => ({ ...override, reason: override.reason || '–' })),
  }
}
