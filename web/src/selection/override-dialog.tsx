import type { CheckView } from '@hoicho/shared/selection/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { overrideCheck } from './api.ts'
import { deskText, gateSentence } from './words.tsx'

interface Values {
  outcome: 'pass' | 'fail'
  reason: string
}

export interface OverrideDialogProps {
  applicationId: string
  check: CheckView
  onClose: () => void
}

/** A manager concludes otherwise than the program, with a reason. */
export function OverrideDialog({ applicationId, check, onClose }: OverrideDialogProps) {
  const t = useMessages('selection-desk')
  const done = () => {
    notify({ text: t('checks.override.saved') })
    onClose()
  }
  const form = useForm<Values>({
    initial: { outcome: check.overrideOutcome ?? 'pass', reason: check.overrideReason ?? '' },
    submit: async values => {
      await overrideCheck(applicationId, check.gate, values)
      done()
    },
  })
  const clear = async () => {
    try {
      await overrideCheck(applicationId, check.gate, { outcome: null, reason: '' })
      done()
    } catch (error) {
      notifyError(error)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('checks.override.title', { gate: deskText(`gate.${check.gate}`) })}
    >
      <p class="mb-4 text-muted">{gateSentence(check.gate, check.evidence)}</p>
      <Form form={form}>
        <RadioField
          {...form.field('outcome')}
          label={t('checks.override.outcome')}
          inline
          options={[
            { value: 'pass', label: t('outcome.pass') },
            { value: 'fail', label: t('outcome.fail') },
          ]}
        />
        <TextArea {...form.field('reason')} label={t('checks.override.reason')} maxLength={500} rows={3} />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('checks.override')}
          </Button>
          {check.overrideOutcome && (
            <Button onClick={() => void clear()}>{t('checks.override.clear')}</Button>
          )}
        </Actions>
      </Form>
    </Dialog>
  )
}
