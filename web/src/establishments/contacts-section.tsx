import type { ContactView } from '@hoicho/shared/establishments/entries-schema.ts'
import { formatPhone } from '@hoicho/shared/establishments/phone.ts'
import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { CONTACT_PURPOSES, type ContactPurpose } from '@hoicho/shared/establishments/titles.ts'
import { type Translate, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PhoneField, SelectField, TextField } from '../ui/inputs.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { addContact, editContact, removeContact } from './entries-api.ts'
import type { Entry } from './entry-list.tsx'
import { EntrySection } from './entry-section.tsx'
import { orNull } from './identity-fields.tsx'

/** Whom to ask about what. A contact may do nothing here; rights are given under people. */
export function ContactsSection({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  return (
    <EntrySection
      entries={profile.contacts.map(contact => contactEntry(contact, t))}
      empty={{ title: t('contacts.empty'), text: t('contacts.empty.text') }}
      onRemove={id => removeContact(profile.id, id)}
      addWord={t('contacts.add')}
      editWord={t('contacts.edit')}
      form={(id, close) => (
        <ContactForm
          establishmentId={profile.id}
          contact={profile.contacts.find(contact => contact.id === id)}
          onDone={close}
        />
      )}
    />
  )
}

export function contactEntry(contact: ContactView, t: Translate<'establishments'>): Entry {
  return {
    id: contact.id,
    title: contact.name,
    lines: [
      [t(`purpose.${contact.purpose}`), contact.position].filter(Boolean).join(' · '),
      [contact.phone ? formatPhone(contact.phone) : '', contact.email].filter(Boolean).join(' · '),
    ],
    fileId: null,
  }
}

interface Values {
  purpose: ContactPurpose
  name: string
  position: string
  phone: string
  email: string
}

interface FormProps {
  establishmentId: string
  contact: ContactView | undefined
  onDone: () => void
}

function ContactForm({ establishmentId, contact, onDone }: FormProps) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  const form = useForm<Values>({
    initial: {
      purpose: contact?.purpose ?? 'general',
      name: contact?.name ?? '',
      position: contact?.position ?? '',
      phone: contact?.phone ? formatPhone(contact.phone) : '',
      email: contact?.email ?? '',
    },
    draftKey: contact ? undefined : `contact.${establishmentId}`,
    submit: async values => {
      const input = { ...values, phone: orNull(values.phone), email: orNull(values.email) }
      if (contact) await editContact(establishmentId, contact.id, { ...input, version: contact.version })
      else await addContact(establishmentId, input)
      notify({ text: p('status.saved') })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={t('contact.name')} autoComplete="name" maxLength={100} />
      <SelectField
        {...form.field('purpose')}
        label={t('contact.purpose')}
        options={CONTACT_PURPOSES.map(purpose => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
        width="md"
      />
      <TextField
        {...form.field('position')}
        label={t('representativePosition')}
        width="md"
        required={false}
        maxLength={100}
      />
      <PhoneField {...form.field('phone')} label={t('phone')} required={false} />
      <EmailField {...form.field('email')} label={t('email')} required={false} />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
        <Button onClick={onDone}>{p('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}
