import type { CertificateView, EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { CERTIFICATE_KINDS, type CertificateKind } from '@hoicho/shared/establishments/titles.ts'
import { formatDate } from '../platform/format.ts'
import { type Translate, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextField } from '../ui/inputs.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { addCertificate, removeCertificate } from './api.ts'
import type { Entry } from './entry-list.tsx'
import { EntrySection } from './entry-section.tsx'
import { orNull } from './identity-fields.tsx'
import { UploadField } from './upload-field.tsx'

/** Certificates of the establishment: food safety, ISO, HACCP and the like. */
export function CertificatesSection({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  return (
    <EntrySection
      entries={profile.certificates.map(paper => certificateEntry(paper, t))}
      empty={{ title: t('certificates.empty'), text: t('certificates.empty.text') }}
      onRemove={id => removeCertificate(profile.id, id)}
      addWord={t('certificates.add')}
      form={(_id, close) => <CertificateForm establishmentId={profile.id} onDone={close} />}
    />
  )
}

export function certificateEntry(paper: CertificateView, t: Translate<'establishments'>): Entry {
  return {
    id: paper.id,
    title: paper.name,
    lines: [
      t(`certificate.${paper.kind}`),
      [paper.number, paper.issuer].filter(Boolean).join(', '),
      paper.validUntil ? t('certificate.until', { date: formatDate(paper.validUntil) }) : '',
    ],
    tag: paper.validity && paper.validity !== 'valid' && (
      <StateTag tone={paper.validity === 'over' ? 'error' : 'warning'}>
        {t(`certificate.${paper.validity}`)}
      </StateTag>
    ),
    fileId: paper.fileId,
  }
}

interface Values {
  kind: CertificateKind
  name: string
  number: string
  issuer: string
  issuedOn: string
  validUntil: string
  fileId: string | null
}

const EMPTY: Values = {
  kind: 'food-safety',
  name: '',
  number: '',
  issuer: '',
  issuedOn: '',
  validUntil: '',
  fileId: null,
}

function CertificateForm({ establishmentId, onDone }: { establishmentId: string; onDone: () => void }) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  const form = useForm<Values>({
    initial: EMPTY,
    submit: async values => {
      const { issuedOn, validUntil } = values
      await addCertificate(establishmentId, {
        ...values,
        issuedOn: orNull(issuedOn),
        validUntil: orNull(validUntil),
      })
      notify({ text: p('status.saved') })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <SelectField
        {...form.field('kind')}
        label={t('certificate.kind')}
        options={CERTIFICATE_KINDS.map(kind => ({ value: kind, label: t(`certificate.${kind}`) }))}
        width="md"
      />
      <TextField {...form.field('name')} label={t('certificate.name')} width="full" maxLength={200} />
      <TextField
        {...form.field('number')}
        label={t('certificate.number')}
        width="md"
        required={false}
        maxLength={60}
      />
      <TextField {...form.field('issuer')} label={t('certificate.issuer')} required={false} maxLength={200} />
      <DateField {...form.field('issuedOn')} label={t('certificate.issuedOn')} required={false} />
      <DateField {...form.field('validUntil')} label={t('certificate.validUntil')} required={false} />
      <UploadField
        {...form.field('fileId')}
        label={t('certificate.file')}
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
