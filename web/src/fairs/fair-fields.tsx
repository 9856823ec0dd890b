import { CURRENCY_CODES } from '@hoicho/shared/platform/money.ts'
import { useSectorOptions } from '../establishments/reference.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { CheckboxGroup, RadioField } from '../ui/choices.tsx'
import { DateField, SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import type { Form } from '../ui/use-form.ts'
import { type FairValues, KIND_DEFAULTS, slugOf } from './fair-values.ts'

type Props = { form: Form<FairValues> }

/** Every field of a fair, by topic. The kind is chosen once, when the fair is made. */
export function FairFields({ form, isNew }: Props & { isNew: boolean }) {
  return (
    <div class="flex max-w-4xl flex-col gap-5">
      <Names form={form} isNew={isNew} />
      <Times form={form} />
      <Place form={form} />
      <Scale form={form} />
      <Texts form={form} />
    </div>
  )
}

function Names({ form, isNew }: Props & { isNew: boolean }) {
  const t = useMessages('fairs-desk')
  const name = form.field('nameVi')
  const rename = (nameVi: string) => {
    const follows = isNew && form.values.slug === slugOf(form.values.nameVi)
    name.onValue(nameVi)
    if (follows) form.set('slug', slugOf(nameVi))
  }
  const chooseKind = (kind: 'home' | 'abroad') =>
    form.setAll({ ...form.values, ...KIND_DEFAULTS[kind], kind })
  return (
    <Section title={t('names')}>
      <div class="flex flex-col gap-4">
        {isNew && (
          <RadioField
            {...form.field('kind')}
            label={t('kind')}
            onValue={chooseKind}
            options={[
              { value: 'home', label: t('kind.home'), hint: t('kind.home.hint') },
              { value: 'abroad', label: t('kind.abroad'), hint: t('kind.abroad.hint') },
            ]}
          />
        )}
        <TextField {...name} onValue={rename} label={t('nameVi')} width="full" maxLength={200} />
        <TextField
          {...form.field('nameEn')}
          label={t('nameEn')}
          hint={t('nameEn.hint')}
          width="full"
          required={form.values.kind === 'abroad'}
        />
        <TextField {...form.field('nameDe')} label={t('nameDe')} width="full" required={false} />
        <TextField
          {...form.field('slug')}
          label={t('slug')}
          hint={t('slug.hint', { address: `/f/${form.values.slug || '…'}` })}
          width="lg"
          spellcheck={false}
        />
      </div>
    </Section>
  )
}

function Times({ form }: Props) {
  const t = useMessages('fairs-desk')
  const zones = zonesWith(form.values.timeZone)
  return (
    <Section title={t('times')}>
      <div class="grid gap-4 sm:grid-cols-2 lg:max-w-3xl">
        <DateField {...form.field('opensOn')} label={t('opensOn')} />
        <DateField {...form.field('closesOn')} label={t('closesOn')} min={form.values.opensOn} />
        <TextField {...form.field('dailyOpensAt')} type="time" label={t('dailyOpensAt')} width="sm" />
        <TextField {...form.field('dailyClosesAt')} type="time" label={t('dailyClosesAt')} width="sm" />
        <TextField
          {...form.field('registrationOpensAt')}
          type="datetime-local"
          label={t('registrationOpensAt')}
          width="md"
        />
        <TextField
          {...form.field('registrationClosesAt')}
          type="datetime-local"
          label={t('registrationClosesAt')}
          width="md"
        />
        <SelectField
          {...form.field('timeZone')}
          label={t('timeZone')}
          hint={t('timeZone.hint')}
          options={zones}
          width="md"
        />
        <DateField {...form.field('ruleSetOn')} label={t('ruleSetOn')} hint={t('ruleSetOn.hint')} />
      </div>
    </Section>
  )
}

/** The zones the browser knows, by the names in use today, and the one chosen: browsers still list Vietnam as Saigon. */
function zonesWith(current: string) {
  const known = Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'Asia/Saigon')
  const zones = [...new Set([...known, 'Asia/Ho_Chi_Minh', current])].toSorted()
  return zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

const COUNTRIES =
  'VN DE FR NL GB IT ES PL CZ RU US CA AU NZ JP KR CN TW HK TH LA KH MM MY SG ID PH IN AE SA TR ZA BR MX'.split(
    ' ',
  )

function Place({ form }: Props) {
  const t = useMessages('fairs-desk')
  const names = new Intl.DisplayNames([locale.value], { type: 'region' })
  const countries = COUNTRIES.map(code => ({ value: code, label: names.of(code) ?? code }))
  return (
    <Section title={t('place')}>
      <div class="grid gap-4 sm:grid-cols-2 lg:max-w-3xl">
        <TextField {...form.field('venueName')} label={t('venueName')} width="full" />
        <TextField {...form.field('venueAddress')} label={t('venueAddress')} width="full" required={false} />
        <TextField {...form.field('city')} label={t('city')} width="md" />
        <SelectField
          {...form.field('country')}
          label={t('country')}
          options={countries.toSorted((a, b) => a.label.localeCompare(b.label, locale.value))}
          width="md"
        />
      </div>
    </Section>
  )
}

function Scale({ form }: Props) {
  const t = useMessages('fairs-desk')
  const sectors = useSectorOptions()
  return (
    <Section title={t('scale')}>
      <div class="flex flex-col gap-4">
        <CheckboxGroup
          {...form.field('sectorCodes')}
          onValue={codes => form.set('sectorCodes', [...codes])}
          label={t('sectors')}
          options={sectors}
          columns
        />
        <div class="grid gap-4 sm:grid-cols-2 lg:max-w-3xl">
          <NumberField {...form.field('quota')} label={t('quota')} hint={t('quota.hint')} />
          <NumberField
            {...form.field('passMark')}
            label={t('passMark')}
            hint={t('passMark.hint')}
            suffix="/ 100"
          />
          <SelectField
            {...form.field('currency')}
            label={t('currency')}
            hint={t('currency.hint')}
            options={CURRENCY_CODES.map(code => ({ value: code, label: code }))}
            width="sm"
          />
        </div>
      </div>
    </Section>
  )
}

function Texts({ form }: Props) {
  const t = useMessages('fairs-desk')
  return (
    <Section title={t('texts')} lead={t('texts.text')}>
      <div class="flex flex-col gap-4">
        <TextField {...form.field('themeVi')} label={t('themeVi')} width="full" required={false} />
        <TextArea
          {...form.field('descriptionVi')}
          label={t('descriptionVi')}
          required={false}
          maxLength={5000}
        />
        <TextField {...form.field('themeEn')} label={t('themeEn')} width="full" required={false} />
        <TextArea
          {...form.field('descriptionEn')}
          label={t('descriptionEn')}
          required={false}
          maxLength={5000}
        />
        <TextField {...form.field('themeDe')} label={t('themeDe')} width="full" required={false} />
        <TextArea
          {...form.field('descriptionDe')}
          label={t('descriptionDe')}
          required={false}
          maxLength={5000}
        />
      </div>
    </Section>
  )
}
