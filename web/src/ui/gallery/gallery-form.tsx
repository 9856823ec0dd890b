import { useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { Problem } from '../../platform/problem.ts'
import { Actions, Button } from '../button.tsx'
import { CheckboxField, CheckboxGroup, RadioField } from '../choices.tsx'
import { FileInput } from '../file-input.tsx'
import { Form } from '../form.tsx'
import {
  DateField,
  EmailField,
  PasswordField,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
} from '../inputs.tsx'
import { MoneyField, NumberField } from '../number-fields.tsx'
import { notify } from '../toast.tsx'
import { useForm } from '../use-form.ts'
import sample from './sample.json'

const { texts, rows } = sample

interface Answers {
  name: string
  email: string
  phone: string
  amountMinor: number | null
  area: number | null
  foundedOn: string
  sector: string
  booth: 'standard' | 'raw'
  needs: readonly ('power' | 'water' | 'internet')[]
  products: string
  password: string
  declared: boolean
}

const INITIAL: Answers = {
  name: rows[0]?.name ?? '',
  email: 'battrang',
  phone: '0912 345 678',
  amountMinor: 21_600_000,
  area: 9,
  foundedOn: '2015-03-02',
  sector: '',
  booth: 'standard',
  needs: ['power'],
  products: '',
  password: '',
  declared: false,
}

async function refuse(): Promise<void> {
  throw new Problem(422, { errors: [{ pointer: '/email', message: texts.emailError }] })
}

export function GalleryForm() {
  const t = useMessages('platform')
  const form = useForm<Answers>({ initial: INITIAL, submit: refuse, draftKey: 'gallery' })
  const [files, setFiles] = useState<File[]>([])
  return (
    <Form form={form}>
      <TextField
        {...form.field('name')}
        label={texts.companyName}
        hint={texts.companyHint}
        autoComplete="organization"
      />
      <EmailField {...form.field('email')} label={texts.email} />
      <PhoneField {...form.field('phone')} label={texts.phone} required={false} />
      <MoneyField {...form.field('amountMinor')} label={texts.amount} />
      <NumberField {...form.field('area')} label={texts.area} suffix="m²" decimals={2} />
      <DateField {...form.field('foundedOn')} label={texts.founded} />
      <SelectField
        {...form.field('sector')}
        label={texts.sector}
        width="md"
        options={rows.map(row => ({ value: row.sector, label: row.sector }))}
      />
      <RadioField
        {...form.field('booth')}
        label={texts.booth}
        options={[
          { value: 'standard', label: texts.standard, hint: texts.standardHint },
          { value: 'raw', label: texts.raw, hint: texts.rawHint },
        ]}
      />
      <CheckboxGroup
        {...form.field('needs')}
        label={texts.needs}
        required={false}
        columns
        options={[
          { value: 'power', label: texts.power },
          { value: 'water', label: texts.water },
          { value: 'internet', label: texts.internet },
        ]}
      />
      <TextArea {...form.field('products')} label={texts.products} required={false} maxLength={500} />
      <PasswordField {...form.field('password')} label={texts.password} autoComplete="new-password" />
      <FileInput
        id={form.idOf('/license')}
        label={texts.license}
        files={files}
        onFiles={setFiles}
        accept=".pdf,image/*"
        maxBytes={10_000_000}
      />
      <CheckboxField {...form.field('declared')} label={texts.declare} />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('action.saveAndContinue')}
        </Button>
        <Button onClick={() => notify({ text: texts.undone, undo: () => undefined })}>
          {t('action.save')}
        </Button>
        <Button kind="quiet">{t('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}
