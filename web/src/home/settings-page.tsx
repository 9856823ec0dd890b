import type { OrganizerView } from '@hoicho/shared/identity/schema.ts'
import { useBanks } from '../establishments/reference.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PhoneField, SelectField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { ManagedOrganizer } from './managed-organizer.tsx'
import { editOrganizer, organizerKey, useOrganizerSettings } from './organizer-api.ts'

/** What the organizer's papers carry, where it takes payments, and how its staff sign in. */
export default function SettingsPage() {
  const t = useMessages('settings-desk')
  return (
    <ManagedOrganizer action="identity.configure-organizer" title={t('settings.title')}>
      {organizerId => <Settings key={organizerId} organizerId={organizerId} />}
    </ManagedOrganizer>
  )
}

function Settings({ organizerId }: { organizerId: string }) {
  const t = useMessages('settings-desk')
  const settings = useOrganizerSettings(organizerId)
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} width="narrow">
      <Await query={settings} lines={12}>
        {organizer => <SettingsForm key={organizer.version} organizer={organizer} />}
      </Await>
    </Page>
  )
}

const orNull = (value: string) => (value.trim() === '' ? null : value)

const valuesOf = (organizer: OrganizerView) => ({
  ...organizer,
  taxCode: organizer.taxCode ?? '',
  bankBin: organizer.bankBin ?? '',
  bankAccount: organizer.bankAccount ?? '',
  bankHolder: organizer.bankHolder ?? '',
})

type Values = ReturnType<typeof valuesOf>
type TextName = Exclude<keyof Values, 'id' | 'slug' | 'version' | 'requiresSecondFactor' | 'bankBin'>

function useSettingsForm(organizer: OrganizerView) {
  const t = useMessages('settings-desk')
  const { id, version } = organizer
  return useForm<Values>({
    initial: valuesOf(organizer),
    submit: async values => {
      const saved = await editOrganizer(id, {
        ...values,
        taxCode: orNull(values.taxCode),
        bankBin: orNull(values.bankBin),
        bankAccount: orNull(values.bankAccount),
        bankHolder: orNull(values.bankHolder),
        version,
      })
      queryClient.setQueryData(organizerKey(id), saved)
      notify({ text: t('settings.saved') })
    },
  })
}

function SettingsForm({ organizer }: { organizer: OrganizerView }) {
  const form = useSettingsForm(organizer)
  const t = useMessages('settings-desk')
  const l = useMessages('identity-desk')
  const p = useMessages('platform')
  const { data: banks = [] } = useBanks()
  const field = (name: TextName) => ({
    ...form.field(name),
    label: l(`create.${name}`),
  })
  return (
    <Form form={form}>
      <Section title={l('create.section.names')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('nameVi')} width="full" maxLength={200} />
          <TextField {...field('nameEn')} width="full" maxLength={200} />
          <TextField {...field('parentNameVi')} width="full" required={false} maxLength={200} />
          <TextField {...field('shortName')} width="md" maxLength={60} />
          <TextField
            {...field('documentSymbol')}
            width="sm"
            hint={l('create.documentSymbol.hint')}
            maxLength={30}
          />
          <TextField {...field('placeVi')} width="md" maxLength={60} />
        </div>
      </Section>
      <Section title={l('create.section.contact')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('address')} width="full" maxLength={300} />
          <PhoneField {...field('phone')} required={false} />
          <EmailField {...field('email')} autoComplete="off" />
          <TextField {...field('taxCode')} width="sm" required={false} maxLength={20} />
        </div>
      </Section>
      <Section title={l('create.section.signs')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('representativeName')} maxLength={100} />
          <TextField {...field('representativePosition')} maxLength={100} />
        </div>
      </Section>
      <Section title={l('create.section.bank')} lead={t('settings.bank.lead')}>
        <div class="flex flex-col gap-5">
          <SelectField
            {...form.field('bankBin')}
            label={t('settings.bank')}
            required={false}
            options={[
              { value: '', label: t('settings.bank.none') },
              ...banks.map(bank => ({ value: bank.bin, label: `${bank.shortName} · ${bank.nameVi}` })),
            ]}
          />
          <TextField {...field('bankAccount')} width="md" required={false} maxLength={19} />
          <TextField {...field('bankHolder')} required={false} maxLength={100} />
        </div>
      </Section>
      <Section title={t('settings.security')}>
        <CheckboxField
          {...form.field('requiresSecondFactor')}
          label={t('settings.factor')}
          hint={t('settings.factor.hint')}
        />
      </Section>
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
      </Actions>
    </Form>
  )
}
