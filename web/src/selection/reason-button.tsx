import { useState } from 'preact/hooks'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'

export interface ReasonButtonProps {
  label: string
  title: string
  reasonLabel: string
  onReason: (reason: string) => Promise<unknown>
  kind?: ButtonKind
  disabledReason?: string | undefined
}

/** A button whose act needs a reason, asked for in a dialog. */
export function ReasonButton(props: ReasonButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind={props.kind ?? 'quiet'}
        small
        disabledReason={props.disabledReason}
        onClick={() => setOpen(true)}
      >
        {props.label}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={props.title}>
        <ReasonForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ReasonForm({ label, reasonLabel, onReason, onDone }: ReasonButtonProps & { onDone: () => void }) {
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await onReason(reason)
      onDone()
    },
  })
  return (
    <Form form={form}>
      <TextArea {...form.field('reason')} label={reasonLabel} maxLength={500} rows={2} />
      <Button kind="primary" type="submit" busy={form.pending}>
        {label}
      </Button>
    </Form>
  )
}
