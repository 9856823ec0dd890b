import type { OrganizerView } from '@hoicho/shared/identity/schema.ts'
import { OrganizerFields, withoutBlanks } from '../identity/organizer-fields.tsx'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { ManagedOrganizer } from './managed-organizer.tsx'
import { editOrganizer, organizerKey, useOrganizerSettings } from './organizer-api.ts'
import { QuietHours } from './quiet-hours.tsx'

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
      <QuietHours organizerId={organizerId} />
    </Page>
  )
}

const valuesOf = (organizer: OrganizerView) => ({
  ...organizer,
  taxCode: organizer.taxCode ?? '',
  bankBin: organizer.bankBin ?? '',
  bankAccount: organizer.bankAccount ?? '',
  bankHolder: organizer.bankHolder ?? '',
})

type Values = ReturnType<typeof valuesOf>

function useSettingsForm(organizer: OrganizerView) {
  const t = useMessages('settings-desk')
  const { id, version } = organizer
  return useForm<Values>({
    initial: valuesOf(organizer),
    submit: async values => {
      const saved = await editOrganizer(id, {
        ...withoutBlanks(values),
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
  const p = useMessages('platform')
  return (
    <Form form={form}>
      <OrganizerFields bind={form.field} />
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
