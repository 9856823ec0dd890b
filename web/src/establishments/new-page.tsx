import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { isProblem } from '../platform/problem.ts'
import { useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Loading, Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { createEstablishment } from './api.ts'
import { emptyValues, NewFields, type NewValues, newInput, useNewValidation } from './identity-fields.tsx'

/** A person registers their establishment and becomes its owner. */
export default function NewPage() {
  const t = useMessages('establishments')
  const { person, isPending } = useSession()
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width="narrow">
      {isPending && <Loading />}
      {!isPending && !person && <SignInFirst />}
      {person && <NewForm email={person.email} name={person.name} />}
    </Page>
  )
}

function SignInFirst() {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  return (
    <Notice
      action={
        <>
          <Button kind="primary" href="/sign-in?next=/e/new">
            {p('action.signIn')}
          </Button>
          <Button href="/sign-up?next=/e/new">{p('action.signUp')}</Button>
        </>
      }
    >
      {t('new.signIn')}
    </Notice>
  )
}

function NewForm({ email, name }: { email: string; name: string }) {
  const t = useMessages('establishments')
  const { route } = useLocation()
  const validate = useNewValidation()
  const form = useForm<NewValues>({
    initial: emptyValues(email, name),
    draftKey: 'establishment.new',
    validate,
    submit: async values => {
      const made = await createEstablishment(newInput(values))
      route(`/e/${made.id}/profile`)
    },
  })
  const isTaken = isProblem(form.problem, 'establishments.tax-code-taken')
  return (
    <Section>
      <Form form={form}>
        <NewFields form={form} />
        {isTaken && <Notice tone="warning">{t('new.taken')}</Notice>}
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('new.create')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
