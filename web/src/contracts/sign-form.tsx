import type { ContractView } from '@hoicho/shared/contracts/schema.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { sign } from './api.ts'

export interface SignFormProps {
  contract: ContractView
  side: 'establishment' | 'organizer'
  words: { name: string; position: string; confirm: string; missing: string; button: string }
  onSigned: () => void
}

/** Signs the text on this page: its hash goes with the signature, so nobody signs another. */
export function SignForm({ contract, side, words, onSigned }: SignFormProps) {
  const party = contract.parties[side]
  const form = useForm({
    initial: {
      signerName: party.representativeName,
      signerPosition: party.representativePosition,
      isConfirmed: false,
    },
    validate: (values): Record<string, string> =>
      values.isConfirmed ? {} : { '/isConfirmed': words.missing },
    submit: async values => {
      await sign(contract.id, side, { ...values, isConfirmed: true, sha256: contract.sha256 })
      onSigned()
    },
  })
  return (
    <Form form={form}>
      <TextField {...form.field('signerName')} label={words.name} maxLength={120} autoComplete="name" />
      <TextField {...form.field('signerPosition')} label={words.position} maxLength={120} />
      <CheckboxField {...form.field('isConfirmed')} label={words.confirm} />
      <Actions>
        <Button type="submit" kind="primary" busy={form.pending}>
          {words.button}
        </Button>
      </Actions>
    </Form>
  )
}
