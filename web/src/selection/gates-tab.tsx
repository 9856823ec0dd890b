import { CERTIFICATE_KINDS } from '@hoicho/shared/establishments/titles.ts'
import type { GateSettingsInput, GateSettingsView } from '@hoicho/shared/selection/gate-schema.ts'
import {
  FUNDS,
  GATE_EFFECTS,
  GATES,
  type Gate,
  type GateEffect,
} from '@hoicho/shared/selection/gate-vocabulary.ts'
import { useProvinceOptions } from '../establishments/reference.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxGroup, RadioField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { MoneyField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { BarsPart } from './bars-part.tsx'
import { saveGateSettings, useGateSettings } from './gate-api.ts'

/** Which conditions a fair asks and what they compare with; below, whom the organizer does not take. */
export function GatesTab({ fairId }: { fairId: string }) {
  return (
    <div class="flex flex-col gap-6">
      <Await query={useGateSettings(fairId)}>
        {view => <GatesForm key={view.version} fairId={fairId} view={view} />}
      </Await>
      <BarsPart fairId={fairId} />
    </div>
  )
}

type Lists = 'requiredCertificates' | 'eligibleProvinces'
type Values = Omit<GateSettingsInput, Lists | 'effects' | 'bannedWords' | 'fund' | 'version'> & {
  requiredCertificates: readonly GateSettingsInput['requiredCertificates'][number][]
  eligibleProvinces: readonly string[]
  plan: Record<Gate, GateEffect>
  words: string
  fund: (typeof FUNDS)[number] | 'none'
}

function GatesForm({ fairId, view }: { fairId: string; view: GateSettingsView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const form = useForm<Values>({
    initial: {
      plan: view.plan,
      words: view.bannedWords.join(', '),
      fund: view.fund ?? 'none',
      requiredCertificates: view.requiredCertificates,
      eligibleProvinces: view.eligibleProvinces,
      eligibleElsewhere: view.eligibleElsewhere,
      eligibleBasis: view.eligibleBasis,
      feeMinor: view.feeMinor,
    },
    submit: async ({ plan, words, fund, ...rest }) => {
      const own = GATES.filter(gate => plan[gate] !== view.usual[gate])
      await saveGateSettings(fairId, {
        ...rest,
        requiredCertificates: [...rest.requiredCertificates],
        eligibleProvinces: [...rest.eligibleProvinces],
        effects: Object.fromEntries(own.map(gate => [gate, plan[gate]])),
        bannedWords: words.split(/[,\n;]/).flatMap(word => word.trim() || []),
        fund: fund === 'none' ? null : fund,
        version: view.version,
      })
      notify({ text: t('gates.saved') })
    },
  })
  return (
    <Form form={form}>
      <Section title={t('tab.gates')} lead={t('gates.lead')}>
        <ul class="border-t border-line">
          {GATES.map(gate => (
            <EffectRow key={gate} gate={gate} form={form} usual={view.usual[gate] ?? 'block'} />
          ))}
        </ul>
        {view.basis && <p class="mt-2 text-sm text-muted">{t('gates.basis', { basis: view.basis })}</p>}
      </Section>
      <Section title={t('gates.compare')}>
        <Compared form={form} view={view} />
      </Section>
      <Actions>
        <Button
          kind="primary"
          type="submit"
          busy={form.pending}
          disabledReason={whyNot('selection.configure')}
        >
          {t('gates.save')}
        </Button>
      </Actions>
    </Form>
  )
}

function EffectRow({ gate, form, usual }: { gate: Gate; form: FormState<Values>; usual: GateEffect }) {
  const t = useMessages('selection-desk')
  const { plan } = form.values
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <span class="min-w-0 flex-1 font-medium">
        {t(`gate.${gate}`)}
        {plan[gate] !== usual && (
          <span class="block text-sm font-normal text-muted">
            {t('gates.usual', { effect: t(`gates.effect.${usual}`) })}
          </span>
        )}
      </span>
      <select
        class="select w-40"
        aria-label={`${t('gates.effect')}: ${t(`gate.${gate}`)}`}
        value={plan[gate]}
        onChange={event => {
          const effect = GATE_EFFECTS.find(one => one === event.currentTarget.value) ?? usual
          form.set('plan', { ...plan, [gate]: effect })
        }}
      >
        {GATE_EFFECTS.map(effect => (
          <option key={effect} value={effect}>
            {t(`gates.effect.${effect}`)}
          </option>
        ))}
      </select>
    </li>
  )
}

function Compared({ form, view }: { form: FormState<Values>; view: GateSettingsView }) {
  const t = useMessages('selection-desk')
  const provinces = useProvinceOptions()
  return (
    <div class="flex flex-col gap-5">
      <SelectField
        {...form.field('fund')}
        label={t('gates.fund')}
        options={(['none', ...FUNDS] as const).map(value => ({ value, label: t(`fund.${value}`) }))}
      />
      <MoneyField
        {...form.field('feeMinor')}
        label={t('gates.fee')}
        hint={t('gates.fee.hint')}
        currency={view.currency}
        required={false}
      />
      <CheckboxGroup
        {...form.field('requiredCertificates')}
        label={t('gates.certificates')}
        options={CERTIFICATE_KINDS.map(value => ({ value, label: t(`certificate.${value}`) }))}
        columns
        required={false}
      />
      <TextArea
        {...form.field('words')}
        label={t('gates.words')}
        hint={t('gates.words.hint', { words: view.ruleWords.join(', ') })}
        rows={2}
        required={false}
      />
      <details open={form.values.eligibleProvinces.length > 0}>
        <summary class="cursor-pointer font-medium">{t('gates.area')}</summary>
        <div class="mt-3 flex flex-col gap-4">
          <CheckboxGroup
            {...form.field('eligibleProvinces')}
            label={t('gates.area')}
            hint={t('gates.area.hint')}
            options={provinces}
            columns
            required={false}
          />
          <RadioField
            {...form.field('eligibleElsewhere')}
            label={t('gates.area.elsewhere')}
            inline
            options={(['unknown', 'fail'] as const).map(value => ({
              value,
              label: t(`gates.area.elsewhere.${value}`),
            }))}
          />
          <TextField
            {...form.field('eligibleBasis')}
            label={t('gates.area.basis')}
            maxLength={300}
            required={false}
          />
        </div>
      </details>
    </div>
  )
}
