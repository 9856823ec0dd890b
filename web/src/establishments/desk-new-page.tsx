import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { useCan } from '../platform/rights.ts'
import { type Session, useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Loading } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { addEstablishment } from './api.ts'
import { emptyValues, NewFields, type NewValues, newInput, useNewValidation } from './identity-fields.tsx'

/** An officer puts an establishment into the directory, so that it can be invited. */
export default function DeskNewPage() {
  const t = useMessages('establishments-desk')
  const { session, isPending } = useSession()
  const can = useCan()
  const organizers =
    session?.organizers.filter(({ id }) => can('establishments.add', { organizerId: id })) ?? []
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('title'), href: '/desk/establishments' }]}
    >
      {isPending && <Loading />}
      {organizers.length > 0 && <NewForm organizers={organizers} />}
    </Page>
  )
}

function NewForm({ organizers }: { organizers: Session['organizers'] }) {
  const t = useMessages('establishments-desk')
  const { route } = useLocation()
  const [organizerId, setOrganizerId] = useState(organizers[0]?.id ?? '')
  const form = useForm<NewValues>({
    initial: emptyValues('', ''),
    draftKey: 'establishment.add',
    validate: useNewValidation(),
    submit: async values => {
      const made = await addEstablishment(organizerId, newInput(values))
      notify({ text: t('new.done', { name: made.name }) })
      route(`/desk/establishments/${made.id}`)
    },
  })
  return (
    <Section>
      <Form form={form}>
        {organizers.length > 1 && (
          <SelectField
            id={form.idOf('/organizer')}
            name="organizer"
            label={t('organizer')}
            value={organizerId}
            onValue={setOrganizerId}
            options={organizers.map(one => ({ value: one.id, label: one.name }))}
          />
        )}
        <NewFields form={form} />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('new.create')}
          </Button>
          <Button href="/desk/establishments">{t('new.back')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
