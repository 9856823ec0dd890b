import type { ProfileSection } from '@hoicho/shared/establishments/completeness.ts'
import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PhoneField, SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { MoneyField, NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { editEstablishment, editOf } from './api.ts'
import { useLegalFormOptions } from './identity-fields.tsx'
import { changesOf, type ProfileValues, valuesOf } from './profile-values.ts'
import { useProvinceOptions, useSectorOptions } from './reference.ts'
import { TaxCodeField } from './tax-code-field.tsx'

/** Parts that are lists of entries, each with a form of its own. */
export type ListSectionName = 'products' | 'recognitions' | 'certificates' | 'bank' | 'contacts' | 'exports'
export type FormSectionName = Exclude<ProfileSection, ListSectionName>

interface Props {
  profile: EstablishmentView
  section: FormSectionName
  /** When saved or left; by default the list of parts opens. */
  onDone?: () => void
}

/** The fields of one part of the profile. Only they are changed; the rest of the record stays. */
export function SectionForm({ profile, section, onDone }: Props) {
  const p = useMessages('platform')
  const { route } = useLocation()
  const leave = onDone ?? (() => route(`/e/${profile.id}/profile`))
  const form = useForm<ProfileValues>({
    initial: valuesOf(profile),
    submit: async values => {
      await editEstablishment(profile.id, editOf(profile, changesOf(values, section)))
      notify({ text: p('status.saved') })
      leave()
    },
  })
  const Fields = FIELDS[section]
  return (
    <Section>
      <Form form={form}>
        <Fields form={form} />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {p('action.save')}
          </Button>
          <Button onClick={leave}>{p('action.cancel')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

type FieldsProps = { form: FormState<ProfileValues> }

const FIELDS: Record<FormSectionName, (props: FieldsProps) => preact.JSX.Element> = {
  identity: IdentityFields,
  place: PlaceFields,
  contact: ContactFields,
  capacity: CapacityFields,
  introduction: IntroductionFields,
}

function IdentityFields({ form }: FieldsProps) {
  const t = useMessages('establishments')
  const legalForms = useLegalFormOptions()
  const sectors = useSectorOptions()
  return (
    <>
      <TextField
        {...form.field('name')}
        label={t('name')}
        hint={t('name.hint')}
        width="full"
        maxLength={200}
      />
      <TextField
        {...form.field('nameEn')}
        label={t('nameEn')}
        width="full"
        maxLength={200}
        required={false}
      />
      <SelectField {...form.field('legalForm')} label={t('legalForm')} options={legalForms} />
      <TaxCodeField code={form.field('taxCode')} reason={form.field('taxCodeReason')} />
      <SelectField {...form.field('sectorCode')} label={t('sector')} options={sectors} />
    </>
  )
}

function PlaceFields({ form }: FieldsProps) {
  const t = useMessages('establishments')
  const provinces = useProvinceOptions(form.values.provinceCode)
  const productionProvinces = useProvinceOptions(form.values.productionProvinceCode)
  return (
    <>
      <TextField
        {...form.field('registeredAddress')}
        label={t('registeredAddress')}
        width="full"
        maxLength={300}
      />
      <SelectField {...form.field('provinceCode')} label={t('province')} options={provinces} width="md" />
      <TextField
        {...form.field('productionAddress')}
        label={t('productionAddress')}
        hint={t('productionAddress.hint')}
        width="full"
        required={false}
        maxLength={300}
      />
      <SelectField
        {...form.field('productionProvinceCode')}
        label={t('productionProvince')}
        options={[{ value: '', label: t('productionProvince.same') }, ...productionProvinces]}
        width="md"
        required={false}
      />
    </>
  )
}

function ContactFields({ form }: FieldsProps) {
  const t = useMessages('establishments')
  return (
    <>
      <TextField
        {...form.field('representativeName')}
        label={t('representativeName')}
        hint={t('representativeName.hint')}
        autoComplete="name"
        maxLength={100}
      />
      <TextField
        {...form.field('representativePosition')}
        label={t('representativePosition')}
        hint={t('representativePosition.hint')}
        width="md"
        maxLength={100}
      />
      <PhoneField {...form.field('phone')} label={t('phone')} />
      <EmailField {...form.field('email')} label={t('email')} hint={t('email.hint')} />
      <TextField
        {...form.field('website')}
        label={t('website')}
        type="url"
        inputMode="url"
        placeholder="https://"
        required={false}
      />
    </>
  )
}

function CapacityFields({ form }: FieldsProps) {
  const t = useMessages('establishments')
  return (
    <>
      <NumberField
        {...form.field('employees')}
        label={t('employees')}
        hint={t('employees.hint')}
        width="sm"
      />
      <MoneyField {...form.field('revenueVnd')} label={t('revenueVnd')} required={false} />
      <MoneyField {...form.field('capitalVnd')} label={t('capitalVnd')} required={false} />
      <TextField
        {...form.field('figuresYear')}
        label={t('figuresYear')}
        hint={t('figuresYear.hint')}
        inputMode="numeric"
        maxLength={4}
        width="xs"
      />
      <TextField
        {...form.field('exportMarkets')}
        label={t('exportMarkets')}
        hint={t('exportMarkets.hint')}
        width="full"
        required={false}
        maxLength={300}
      />
    </>
  )
}

function IntroductionFields({ form }: FieldsProps) {
  const t = useMessages('establishments')
  return (
    <>
      <TextArea
        {...form.field('introductionVi')}
        label={t('introductionVi')}
        hint={t('introductionVi.hint')}
        rows={7}
        maxLength={5000}
      />
      <TextArea
        {...form.field('introductionEn')}
        label={t('introductionEn')}
        rows={7}
        required={false}
        maxLength={5000}
      />
    </>
  )
}
