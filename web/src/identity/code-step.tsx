import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { isProblem } from '../platform/problem.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { sessionApi } from './api.ts'

/** The second step of a sign-in: six digits, or a backup code. */
export function CodeStep({ onDone, onRestart }: { onDone: () => Promise<void>; onRestart: () => void }) {
  const t = useMessages('identity')
  const form = useForm({
    initial: { code: '' },
    submit: async values => {
      await call(sessionApi.session['second-factor'].$post({ json: values }))
      await onDone()
    },
  })
  const isOver = isProblem(form.problem, 'identity.challenge-expired')
  return (
    <Form form={form}>
      <TextField
        {...form.field('code')}
        label={t('code.label')}
        hint={t('code.hint')}
        width="sm"
        autoComplete="one-time-code"
        maxLength={20}
        spellcheck={false}
      />
      {isOver ? (
        <Button kind="primary" onClick={onRestart}>
          {t('code.restart')}
        </Button>
      ) : (
        <Button kind="primary" type="submit" busy={form.pending} wide>
          {t('code.submit')}
        </Button>
      )}
    </Form>
  )
}
