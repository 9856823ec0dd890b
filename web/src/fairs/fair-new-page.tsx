import { localDate } from '@hoicho/shared/platform/dates.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { useCan } from '../platform/rights.ts'
import { type Session, useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState, Loading } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { createFair } from './api.ts'
import { FairFields } from './fair-fields.tsx'
import { emptyFair, type FairValues, inputOf } from './fair-values.ts'

/** A new fair: a draft that nobody outside sees until its page is published. */
export default function FairNewPage() {
  const t = useMessages('fairs-desk')
  const { session, isPending } = useSession()
  const can = useCan()
  const organizers = (session?.organizers ?? []).filter(({ id }) => can('fairs.create', { organizerId: id }))
  return (
    <Page title={t('new.title')} lead={t('new.lead')}>
      {isPending && <Loading />}
      {!isPending && organizers.length === 0 && (
        <EmptyState title={t('new.noOrganizer')}>{t('new.noOrganizer.text')}</EmptyState>
      )}
      {organizers.length > 0 && <NewFair organizers={organizers} />}
    </Page>
  )
}

function NewFair({ organizers }: { organizers: Session['organizers'] }) {
  const t = useMessages('fairs-desk')
  const { route } = useLocation()
  const [organizerId, setOrganizerId] = useState(organizers[0]?.id ?? '')
  const form = useForm<FairValues>({
    initial: emptyFair(localDate(new Date().toISOString(), 'Asia/Ho_Chi_Minh')),
    draftKey: 'fair.new',
    submit: async values => {
      const fair = await createFair(organizerId, inputOf(values))
      notify({ text: t('new.done') })
      route(`/desk/fairs/${fair.id}/setup?tab=form`)
    },
  })
  return (
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
      <FairFields form={form} isNew />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('new.create')}
        </Button>
      </Actions>
    </Form>
  )
}
