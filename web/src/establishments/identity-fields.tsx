import { guessLegalForm, LEGAL_FORMS, type LegalForm } from '@hoicho/shared/establishments/legal-form.ts'
import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { EmailField, PhoneField, SelectField, TextField } from '../ui/inputs.tsx'
import type { Form } from '../ui/use-form.ts'
import { provinceKey, useProvinceOptions, useSectorOptions } from './reference.ts'
import { TaxCodeField } from './tax-code-field.tsx'

/** What the boxes hold when an establishment is made; empty text where a value may be missing. */
export interface NewValues {
  name: string
  nameEn: string
  legalForm: LegalForm | ''
  taxCode: string
  taxCodeReason: string
  sectorCode: string
  provinceCode: string
  registeredAddress: string
  representativeName: string
  phone: string
  email: string
}

export const emptyValues = (email: string, name: string): NewValues => ({
  name: '',
  nameEn: '',
  legalForm: '',
  taxCode: '',
  taxCodeReason: '',
  sectorCode: '',
  provinceCode: '',
  registeredAddress: '',
  representativeName: name,
  phone: '',
  email,
})

export const orNull = (text: string) => (text.trim() === '' ? null : text)

/** As the server takes it. What must be chosen and was not goes as it is, to be pointed at. */
export function newInput(values: NewValues): EstablishmentInput {
  const { taxCode, provinceCode } = values
  return {
    ...values,
    ...splitProvince(provinceCode),
    nameEn: orNull(values.nameEn),
    legalForm: values.legalForm as LegalForm,
    taxCode: orNull(taxCode),
    taxCodeReason: orNull(values.taxCodeReason),
    sectorCode: orNull(values.sectorCode),
    representativeName: orNull(values.representativeName),
    phone: orNull(values.phone),
    email: orNull(values.email),
  }
}

/** `gso-34:24` as its two columns. */
export function splitProvince(key: string): Pick<EstablishmentInput, 'provinceScheme' | 'provinceCode'> {
  const [scheme, code = ''] = key.split(':')
  return { provinceScheme: scheme === 'gso-63' ? 'gso-63' : 'gso-34', provinceCode: code }
}

export { provinceKey }

/** Checked before sending: what the server would only call a wrong choice. */
export function useNewValidation() {
  const p = useMessages('platform')
  return (values: NewValues): Record<string, string> => {
    const needed = ['name', 'legalForm', 'provinceCode'] as const
    const missing = needed.filter(name => values[name].trim() === '')
    return Object.fromEntries(missing.map(name => [`/${name}`, p('form.requiredMissing')]))
  }
}

export function useLegalFormOptions() {
  const t = useMessages('establishments')
  return LEGAL_FORMS.map(form => ({ value: form, label: t(`form.${form}`) }))
}

/** The few things needed to begin; the rest of the profile comes later. */
export function NewFields({ form }: { form: Form<NewValues> }) {
  const t = useMessages('establishments')
  const provinces = useProvinceOptions()
  const sectors = useSectorOptions()
  const legalForms = useLegalFormOptions()
  const name = form.field('name')
  const rename = (next: string) => {
    const guess = guessLegalForm(next)
    name.onValue(next)
    if (guess) form.set('legalForm', guess)
  }
  return (
    <>
      <TextField
        {...name}
        onValue={rename}
        label={t('name')}
        hint={t('name.hint')}
        width="full"
        autoComplete="organization"
        maxLength={200}
      />
      <SelectField {...form.field('legalForm')} label={t('legalForm')} options={legalForms} width="lg" />
      <TaxCodeField code={form.field('taxCode')} reason={form.field('taxCodeReason')} />
      <SelectField
        {...form.field('sectorCode')}
        label={t('sector')}
        options={sectors}
        width="lg"
        required={false}
      />
      <SelectField {...form.field('provinceCode')} label={t('province')} options={provinces} width="md" />
      <TextField
        {...form.field('registeredAddress')}
        label={t('registeredAddress')}
        width="full"
        required={false}
        maxLength={300}
      />
      <TextField
        {...form.field('representativeName')}
        label={t('representativeName')}
        required={false}
        autoComplete="name"
        maxLength={100}
      />
      <PhoneField {...form.field('phone')} label={t('phone')} required={false} />
      <EmailField {...form.field('email')} label={t('email')} required={false} />
    </>
  )
}
