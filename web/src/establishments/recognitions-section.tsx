import type { EstablishmentView, RecognitionView } from '@hoicho/shared/establishments/schema.ts'
import {
  levelsOf,
  RECOGNITION_SCHEMES,
  type RecognitionLevel,
  type RecognitionScheme,
} from '@hoicho/shared/establishments/titles.ts'
import { formatDate } from '../platform/format.ts'
import { type Translate, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextField } from '../ui/inputs.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { addRecognition, removeRecognition } from './api.ts'
import type { Entry } from './entry-list.tsx'
import { EntrySection } from './entry-section.tsx'
import { orNull } from './identity-fields.tsx'
import { UploadField } from './upload-field.tsx'

/** Titles of products: how long each lasts is decided by the rule of its day, unless a last day is printed. */
export function RecognitionsSection({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  return (
    <EntrySection
      entries={profile.recognitions.map(title => recognitionEntry(title, profile, t))}
      empty={{ title: t('recognitions.empty'), text: t('recognitions.empty.text') }}
      onRemove={id => removeRecognition(profile.id, id)}
      addWord={t('recognitions.add')}
      form={(_id, close) => <RecognitionForm profile={profile} onDone={close} />}
    />
  )
}

export function recognitionEntry(
  title: RecognitionView,
  profile: EstablishmentView,
  t: Translate<'establishments'>,
): Entry {
  const product = profile.products.find(candidate => candidate.id === title.productId)
  return {
    id: title.id,
    title: `${t(`scheme.${title.scheme}`)}, ${t(`level.${title.level}`)}`,
    lines: [
      product?.nameVi ?? '',
      t('recognition.decision', { number: title.decisionNumber, issuer: title.issuer }),
      t('recognition.dates', { from: formatDate(title.issuedOn), to: formatDate(title.validUntil) }),
    ],
    tag: (
      <StateTag tone={title.isValid ? 'success' : 'neutral'}>
        {t(title.isValid ? 'recognition.valid' : 'recognition.over')}
      </StateTag>
    ),
    fileId: title.fileId,
  }
}

interface Values {
  scheme: RecognitionScheme
  level: RecognitionLevel
  productId: string
  decisionNumber: string
  issuer: string
  issuedOn: string
  printedValidUntil: string
  fileId: string | null
}

const EMPTY: Values = {
  scheme: 'cnnt',
  level: 'province',
  productId: '',
  decisionNumber: '',
  issuer: '',
  issuedOn: '',
  printedValidUntil: '',
  fileId: null,
}

function RecognitionForm({ profile, onDone }: { profile: EstablishmentView; onDone: () => void }) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  const form = useForm<Values>({
    initial: { ...EMPTY, productId: profile.products[0]?.id ?? '' },
    submit: async values => {
      await addRecognition(profile.id, {
        ...values,
        productId: orNull(values.productId),
        printedValidUntil: orNull(values.printedValidUntil),
      })
      notify({ text: p('status.saved') })
      onDone()
    },
  })
  const { scheme } = form.values
  const chooseScheme = (next: RecognitionScheme) =>
    form.setAll({ ...form.values, scheme: next, level: next === 'cnnt' ? 'province' : '3-star' })
  return (
    <Form form={form}>
      <RadioField
        {...form.field('scheme')}
        onValue={chooseScheme}
        label={t('recognition.scheme')}
        options={RECOGNITION_SCHEMES.map(name => ({ value: name, label: t(`scheme.${name}.long`) }))}
      />
      <SelectField
        {...form.field('level')}
        label={t('recognition.level')}
        options={levelsOf(scheme).map(level => ({ value: level, label: t(`level.${level}`) }))}
        width="sm"
      />
      <SelectField
        {...form.field('productId')}
        label={t('recognition.product')}
        required={false}
        options={[
          { value: '', label: t('recognition.noProduct') },
          ...profile.products.map(product => ({ value: product.id, label: product.nameVi })),
        ]}
      />
      <TextField
        {...form.field('decisionNumber')}
        label={t('recognition.number')}
        width="md"
        maxLength={60}
      />
      <TextField {...form.field('issuer')} label={t('recognition.issuer')} maxLength={200} />
      <DateField {...form.field('issuedOn')} label={t('recognition.issuedOn')} />
      <DateField
        {...form.field('printedValidUntil')}
        label={t('recognition.printed')}
        hint={t('recognition.printed.hint')}
        required={false}
      />
      <UploadField
        {...form.field('fileId')}
        label={t('recognition.file')}
        required={false}
        accept="application/pdf,image/jpeg,image/png,image/webp"
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
        <Button onClick={onDone}>{p('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}
