import { useLocation } from 'preact-iso'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PhoneField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { peopleApi } from './api.ts'
import { RequireSignIn } from './require-sign-in.tsx'

const EMPTY = {
  organizer: {
    slug: '',
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
    requiresSecondFactor: true,
  },
  manager: { email: '' },
}

/** Everything an organizer's papers carry, and who manages it first. */
export default function NewOrganizerPage() {
  const t = useMessages('identity-desk')
  return (
    <RequireSignIn>
      <Page
        title={t('create.title')}
        lead={t('create.lead')}
        width="narrow"
        breadcrumbs={[{ label: t('admin.title'), href: '/admin' }]}
      >
        <NewOrganizer />
      </Page>
    </RequireSignIn>
  )
}

const orNull = (value: string) => (value.trim() === '' ? null : value)

function NewOrganizer() {
  const t = useMessages('identity-desk')
  const { route } = useLocation()
  const form = useForm({
    initial: EMPTY,
    draftKey: 'new-organizer',
    submit: async ({ organizer, manager }) => {
      const json = {
        organizer: {
          ...organizer,
          taxCode: orNull(organizer.taxCode),
          bankBin: orNull(organizer.bankBin),
          bankAccount: orNull(organizer.bankAccount),
          bankHolder: orNull(organizer.bankHolder),
        },
        manager: { ...manager, locale: 'vi' as const },
      }
      await call(peopleApi.organizers.$post({ json }))
      await queryClient.invalidateQueries({ queryKey: ['organizers'] })
      notify({ text: t('create.done') })
      route('/admin')
    },
  })
  const field = (name: Exclude<keyof typeof EMPTY.organizer, 'requiresSecondFactor'>) => ({
    ...form.sub('organizer', name),
    label: t(`create.${name}`),
  })
  return (
    <Form form={form}>
      <Section title={t('create.section.names')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('nameVi')} width="full" maxLength={200} />
          <TextField {...field('nameEn')} width="full" maxLength={200} />
          <TextField {...field('parentNameVi')} width="full" required={false} maxLength={200} />
          <TextField {...field('shortName')} width="md" maxLength={60} />
          <TextField {...field('slug')} width="md" hint={t('create.slug.hint')} maxLength={40} />
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
      <Section title={t('create.section.bank')}>
        <div class="flex flex-col gap-5">
          <TextField {...field('bankBin')} width="sm" required={false} inputMode="numeric" maxLength={10} />
          <TextField {...field('bankAccount')} width="md" required={false} maxLength={30} />
          <TextField {...field('bankHolder')} required={false} maxLength={100} />
        </div>
      </Section>
      <Section title={t('create.section.access')}>
        <div class="flex flex-col gap-5">
          <EmailField
            {...form.sub('manager', 'email')}
            label={t('create.manager')}
            hint={t('create.manager.hint')}
            autoComplete="off"
          />
          <CheckboxField {...form.sub('organizer', 'requiresSecondFactor')} label={t('create.factor')} />
        </div>
      </Section>
      <div>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('create.submit')}
        </Button>
      </div>
    </Form>
  )
}
