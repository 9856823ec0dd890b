import { useLocation } from 'preact-iso'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { peopleApi } from './api.ts'
import { EMPTY_ORGANIZER, OrganizerFields, withoutBlanks } from './organizer-fields.tsx'
import { RequireSignIn } from './require-sign-in.tsx'

const EMPTY = {
  organizer: {
    slug: '',
    ...EMPTY_ORGANIZER,
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

function NewOrganizer() {
  const t = useMessages('identity-desk')
  const { route } = useLocation()
  const form = useForm({
    initial: EMPTY,
    draftKey: 'new-organizer',
    submit: async ({ organizer, manager }) => {
      const json = {
        organizer: withoutBlanks(organizer),
        manager: { ...manager, locale: 'vi' as const },
      }
      await call(peopleApi.organizers.$post({ json }))
      await queryClient.invalidateQueries({ queryKey: ['organizers'] })
      notify({ text: t('create.done') })
      route('/admin')
    },
  })
  return (
    <Form form={form}>
      <OrganizerFields bind={name => form.sub('organizer', name)} />
      <Section title={t('create.section.access')}>
        <div class="flex flex-col gap-5">
          <TextField
            {...form.sub('organizer', 'slug')}
            label={t('create.slug')}
            width="md"
            hint={t('create.slug.hint')}
            maxLength={40}
          />
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
