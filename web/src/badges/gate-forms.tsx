import type { GateInput, GateView, NewDevice } from '@hoicho/shared/badges/schema.ts'
import { BADGE_KINDS } from '@hoicho/shared/badges/vocabulary.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { createDevice, saveGate } from './api.ts'

/** A gate's name and the kinds it lets in. */
export function GateForm(props: { fairId: string; gate: GateView | undefined; onDone: () => void }) {
  const { fairId, gate, onDone } = props
  const t = useMessages('badges-desk')
  const words = useMessages('badges')
  const platform = useMessages('platform')
  const form = useForm<GateInput>({
    initial: { name: gate?.name ?? '', kinds: gate?.kinds ?? [...BADGE_KINDS] },
    submit: async values => {
      await saveGate(fairId, gate?.id, values)
      onDone()
    },
  })
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={t('gates.name')} />
      <CheckboxGroup
        {...form.field('kinds')}
        onValue={kinds => form.set('kinds', [...kinds])}
        label={t('gates.kinds')}
        columns
        options={BADGE_KINDS.map(value => ({ value, label: words(`kind.${value}`) }))}
      />
      <div>
        <Button type="submit" kind="primary" busy={form.pending}>
          {platform('action.save')}
        </Button>
      </div>
    </Form>
  )
}

/** A device's name; answers with its one-time code. */
export function DeviceForm(props: { fairId: string; onMade: (made: NewDevice) => void }) {
  const t = useMessages('badges-desk')
  const form = useForm({
    initial: { name: '' },
    submit: async values => props.onMade(await createDevice(props.fairId, values)),
  })
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={t('devices.name')} hint={t('devices.name.hint')} />
      <div>
        <Button type="submit" kind="primary" busy={form.pending}>
          {t('devices.add')}
        </Button>
      </div>
    </Form>
  )
}
