import { useBanks } from '../establishments/reference.ts'
import { useMessages } from '../platform/i18n.ts'
import type { Binding } from '../ui/field.tsx'
import { EmailField, PhoneField, SelectField, TextField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'

/** What an organizer is called, where it is reached, who signs for it and where it is paid. */
export const EMPTY_ORGANIZER = {
  nameVi: '',
  nameEn: '',
  parentNameVi: '',
  shortName: '',
  documentSymbol: '',
  placeVi: '',
  address: '',
  phone: '',
  email: '',
  taxCode: '',
  representativeName: '',
  representativePosition: '',
  bankBin: '',
  bankAccount: '',
  bankHolder: '',
}

export type OrganizerFieldName = keyof typeof EMPTY_ORGANIZER

/** Where nothing was typed, the server is told there is none. */
export function withoutBlanks<V extends Record<'taxCode' | 'bankBin' | 'bankAccount' | 'bankHolder', string>>(
  values: V,
) {
  const orNull = (value: string) => (value.trim() === '' ? null : value)
  return {
    ...values,
    taxCode: orNull(values.taxCode),
    bankBin: orNull(values.bankBin),
    bankAccount: orNull(values.bankAccount),
    bankHolder: orNull(values.bankHolder),
  }
}

/** The fields an organizer fills once and its papers carry ever after; `bind` ties one to its form. */
export function OrganizerFields({ bind }: { bind: (name: OrganizerFieldName) => Binding<string> }) {
  const t = useMessages('identity-desk')
  const field = (name: OrganizerFieldName) => ({ ...bind(name), label: t(`create.${name}`) })
  return (
    <>
      <Section title={t('create.section.names')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('nameVi')} width="full" maxLength={200} />
          <TextField {...field('nameEn')} width="full" maxLength={200} />
          <TextField {...field('parentNameVi')} width="full" required={false} maxLength={200} />
          <TextField {...field('shortName')} width="md" maxLength={60} />
          <TextField
            {...field('documentSymbol')}
            width="sm"
            hint={t('create.documentSymbol.hint')}
            maxLength={30}
          />
          <TextField {...field('placeVi')} width="md" maxLength={60} />
        </div>
      </Section>
      <Section title={t('create.section.contact')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('address')} width="full" maxLength={300} />
          <PhoneField {...field('phone')} required={false} />
          <EmailField {...field('email')} autoComplete="off" />
          <TextField {...field('taxCode')} width="sm" required={false} maxLength={20} />
        </div>
      </Section>
      <Section title={t('create.section.signs')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('representativeName')} maxLength={100} />
          <TextField {...field('representativePosition')} maxLength={100} />
        </div>
      </Section>
      <BankFields field={field} />
    </>
  )
}

function BankFields({ field }: { field: (name: OrganizerFieldName) => Binding<string> & { label: string } }) {
  const t = useMessages('identity-desk')
  const { data: banks = [] } = useBanks()
  return (
    <Section title={t('create.section.bank')} lead={t('create.bank.lead')}>
      <div class="flex flex-col gap-5">
        <SelectField
          {...field('bankBin')}
          required={false}
          options={[
            { value: '', label: t('create.bank.none') },
            ...banks.map(bank => ({ value: bank.bin, label: `${bank.shortName} · ${bank.nameVi}` })),
          ]}
        />
        <TextField {...field('bankAccount')} width="md" required={false} maxLength={19} />
        <TextField {...field('bankHolder')} required={false} maxLength={100} />
      </div>
    </Section>
  )
}
