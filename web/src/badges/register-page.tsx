import type { VisitorRegistration } from '@hoicho/shared/badges/schema.ts'
import { NOTICE_VERSION } from '@hoicho/shared/badges/vocabulary.ts'
import type { PublicFair } from '@hoicho/shared/fairs/schema.ts'
import { useState } from 'preact/hooks'
import { usePublicFair } from '../fairs/api.ts'
import { formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField, CheckboxGroup } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PhoneField, SelectField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { registerVisitor } from './api.ts'
import { countryOptions } from './countries.ts'
import { nameOf } from './names.ts'

/** A visitor's registration, on a phone in under a minute. */
export default function RegisterPage({ params }: PageProps<'slug'>) {
  const t = useMessages('badges')
  const fair = usePublicFair(params.slug)
  const [mailedTo, setMailedTo] = useState<string>()
  const crumbs = fair.data && [{ label: nameOf(fair.data), href: `/f/${params.slug}` }]
  const lead = fair.data && !mailedTo && t('register.lead')
  return (
    <Page
      title={t(mailedTo ? 'registered.title' : 'register.title')}
      width="narrow"
      {...(crumbs && { breadcrumbs: crumbs })}
      lead={lead}
    >
      <Await query={fair}>
        {data => {
          if (mailedTo) {
            return <Done email={mailedTo} slug={params.slug} onAnother={() => setMailedTo(undefined)} />
          }
          return isOpen(data) ? (
            <Registration fair={data} onDone={setMailedTo} />
          ) : (
            <Closed slug={params.slug} />
          )
        }}
      </Await>
    </Page>
  )
}

const isOpen = (fair: PublicFair) =>
  fair.state === 'published' && new Date().toISOString().slice(0, 10) <= fair.closesOn

function Closed({ slug }: { slug: string }) {
  const t = useMessages('badges')
  return (
    <Notice tone="warning" action={<Button href={`/f/${slug}`}>{t('register.back')}</Button>}>
      {t('register.closed')}
    </Notice>
  )
}

function Done({ email, slug, onAnother }: { email: string; slug: string; onAnother: () => void }) {
  const t = useMessages('badges')
  return (
    <>
      <Notice tone="success">{t('registered.text', { email })}</Notice>
      <div class="flex flex-wrap gap-2">
        <Button href={`/f/${slug}`}>{t('register.back')}</Button>
        <Button kind="quiet" onClick={onAnother}>
          {t('registered.another')}
        </Button>
      </div>
    </>
  )
}

type Values = Omit<VisitorRegistration, 'noticeVersion' | 'locale'>

function Registration({ fair, onDone }: { fair: PublicFair; onDone: (email: string) => void }) {
  const t = useMessages('badges')
  const form = useForm<Values>({
    initial: {
      name: '',
      email: '',
      phone: '',
      company: '',
      country: fair.country,
      interests: [],
      hasConsented: false,
      wantsNews: false,
    },
    draftKey: `register.${fair.slug}`,
    submit: async values => {
      const sent = { ...values, locale: locale.value, noticeVersion: NOTICE_VERSION } as const
      onDone((await registerVisitor(fair.slug, sent)).emailedTo)
    },
  })
  const sectors = fair.sectors.map(sector => ({ value: sector.code, label: nameOf(sector) }))
  return (
    <Form form={form}>
      <p class="tnum text-muted">
        {nameOf(fair)} · {formatDays(fair.opensOn, fair.closesOn)} · {fair.venueName}, {fair.city}
      </p>
      <TextField
        {...form.field('name')}
        label={t('register.name')}
        hint={t('register.name.hint')}
        autoComplete="name"
      />
      <EmailField {...form.field('email')} label={t('register.email')} hint={t('register.email.hint')} />
      <PhoneField {...form.field('phone')} label={t('register.phone')} required={false} />
      <TextField
        {...form.field('company')}
        label={t('register.company')}
        required={false}
        autoComplete="organization"
      />
      <SelectField
        {...form.field('country')}
        label={t('register.country')}
        width="md"
        options={countryOptions()}
      />
      {sectors.length > 0 && (
        <CheckboxGroup
          {...form.field('interests')}
          onValue={codes => form.set('interests', [...codes])}
          label={t('register.interests')}
          required={false}
          columns
          options={sectors}
        />
      )}
      <Section title={t('register.notice.title')}>
        <p class="mb-2 text-sm text-muted">
          {t('register.notice', {
            organizer:
              locale.value === 'vi' ? fair.organizer.nameVi : fair.organizer.nameEn || fair.organizer.nameVi,
            email: fair.organizer.email,
          })}
        </p>
        <CheckboxField {...form.field('hasConsented')} label={t('register.consent')} />
        <CheckboxField {...form.field('wantsNews')} label={t('register.news')} />
      </Section>
      <div class="max-sm:[&>.btn]:w-full">
        <Button type="submit" kind="primary" busy={form.pending}>
          {t('register.submit')}
        </Button>
      </div>
    </Form>
  )
}
