import { QUOTA_KINDS, type Quota } from '@hoicho/shared/selection/quotas.ts'
import type { RulesView } from '@hoicho/shared/selection/schema.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { saveRules, useCriteria, useRules } from './api.ts'
import { useGroupOptions } from './groups.ts'
import { deskText } from './words.tsx'

/** A row as typed: the floor may be missing for a moment. */
type Row = Omit<Quota, 'floor'> & { floor: number | null }
type TieBreak = RulesView['tieBreak'][number]
type Values = { quotas: readonly Row[]; tieBreak: readonly TieBreak[] | null; isNormalised: boolean }

const EMPTY: Row = { by: 'province', value: '', floor: 0, ceiling: null }

/** How places are given out: quotas, normalisation, what tells equals apart. */
export function RulesTab({ fairId }: { fairId: string }) {
  return (
    <Await query={useRules(fairId)}>
      {view => <RulesForm key={view.version} fairId={fairId} view={view} />}
    </Await>
  )
}

function RulesForm({ fairId, view }: { fairId: string; view: RulesView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const form = useForm<Values>({
    initial: {
      quotas: view.quotas,
      tieBreak: view.isUsual ? null : view.tieBreak,
      isNormalised: view.isNormalised,
    },
    submit: async ({ quotas, tieBreak, isNormalised }) => {
      // A missing floor is none.
      const rows = quotas.map(row => ({ ...row, floor: row.floor ?? 0 }))
      await saveRules(fairId, {
        quotas: rows,
        tieBreak: tieBreak === null ? null : [...tieBreak],
        isNormalised,
        version: view.version,
      })
      notify({ text: t('rules.saved') })
    },
  })
  const { quotas } = form.values
  return (
    <Form form={form}>
      <Section title={t('rules.quotas')} lead={t('rules.quotas.lead')}>
        <div class="flex flex-col gap-4">
          {quotas.length === 0 && <Notice>{t('rules.quotas.none')}</Notice>}
          {quotas.map((_, index) => (
            <QuotaRow key={index} form={form} index={index} />
          ))}
          <Actions>
            <Button icon="plus" onClick={() => form.set('quotas', [...quotas, EMPTY])}>
              {t('rules.quotas.add')}
            </Button>
          </Actions>
        </div>
      </Section>
      <Section title={t('rules.tie-break')} lead={t('rules.tie-break.lead')}>
        <TieBreakList fairId={fairId} form={form} usual={view.tieBreak} />
      </Section>
      <Section title={t('rules.normalise')} lead={t('rules.normalise.lead')}>
        <CheckboxField {...form.field('isNormalised')} label={t('rules.normalise.use')} />
      </Section>
      <Actions>
        <Button
          kind="primary"
          type="submit"
          busy={form.pending}
          disabledReason={whyNot('selection.configure')}
        >
          {t('rules.save')}
        </Button>
      </Actions>
    </Form>
  )
}

function QuotaRow({ form, index }: { form: FormState<Values>; index: number }) {
  const t = useMessages('selection-desk')
  const { quotas } = form.values
  const row = quotas[index] ?? EMPTY
  const options = useGroupOptions(row.by)
  const kinds = QUOTA_KINDS.map(value => ({ value, label: deskText(`quota-kind.${value}`) }))
  const replace = (part: Partial<Row>) =>
    form.set(
      'quotas',
      quotas.map((other, at) => (at === index ? { ...other, ...part } : other)),
    )
  return (
    <div class="grid items-end gap-3 border-b border-line pb-4 last:border-b-0 md:grid-cols-[12rem_1fr_8rem_8rem_auto]">
      <SelectField
        {...form.item('quotas', index, 'by')}
        label={t('rules.quota.kind')}
        options={kinds}
        onValue={by => replace({ by, value: '' })}
      />
      {row.by === 'newcomer' ? (
        <p class="pb-2 text-sm text-muted">{t('rules.quota.newcomer')}</p>
      ) : (
        <SelectField
          {...form.item('quotas', index, 'value')}
          label={t('rules.quota.group')}
          options={options}
        />
      )}
      <NumberField
        {...form.item('quotas', index, 'floor')}
        label={t('rules.quota.floor')}
        required={false}
        width="xs"
      />
      <NumberField
        {...form.item('quotas', index, 'ceiling')}
        label={t('rules.quota.ceiling')}
        required={false}
        width="xs"
      />
      <Button
        kind="quiet"
        small
        icon="trash"
        onClick={() =>
          form.set(
            'quotas',
            quotas.filter((_, at) => at !== index),
          )
        }
      >
        {t('rules.quota.remove')}
      </Button>
    </div>
  )
}

function TieBreakList(props: { fairId: string; form: FormState<Values>; usual: readonly TieBreak[] }) {
  const { fairId, form } = props
  const t = useMessages('selection-desk')
  const criteria = useCriteria(fairId)
  const own = form.values.tieBreak
  const list = own ?? props.usual
  const nameOf = (rule: TieBreak) =>
    rule.by === 'priority'
      ? deskText(`decided-by.${rule.fact}`)
      : (criteria.data?.items.find(item => item.code === rule.code)?.nameVi ?? rule.code)
  const raise = (at: number) =>
    form.set('tieBreak', [
      ...list.slice(0, at - 1),
      ...list.slice(at, at + 1),
      ...list.slice(at - 1, at),
      ...list.slice(at + 1),
    ])
  return (
    <>
      <ol class="rounded-box border border-line bg-base-100">
        {list.map((rule, at) => (
          <li key={nameOf(rule)} class="flex flex-wrap items-center gap-3 border-b border-line px-3 py-1">
            <span class="tnum w-6 text-muted">{at + 1}</span>
            <span class="flex-1">{nameOf(rule)}</span>
            {at > 0 && (
              <Button
                kind="quiet"
                small
                icon="up"
                onClick={() => raise(at)}
                aria-label={t('rules.tie-break.raise', { name: nameOf(rule) })}
              >
                {t('rules.tie-break.up')}
              </Button>
            )}
            <Button
              kind="quiet"
              small
              icon="trash"
              aria-label={t('rules.tie-break.drop', { name: nameOf(rule) })}
              onClick={() =>
                form.set(
                  'tieBreak',
                  list.filter(other => other !== rule),
                )
              }
            >
              {t('rules.quota.remove')}
            </Button>
          </li>
        ))}
        <li class="flex items-center gap-3 px-3 py-2">
          <span class="tnum w-6 text-muted">{list.length + 1}</span>
          {t('decided-by.lot')}
        </li>
      </ol>
      {own !== null && (
        <div class="mt-3">
          <Button kind="quiet" onClick={() => form.set('tieBreak', null)}>
            {t('rules.tie-break.usual')}
          </Button>
        </div>
      )}
    </>
  )
}
