import type {
  Audience,
  CampaignDefaults,
  CampaignInput,
  CampaignView,
} from '@hoicho/shared/recruitment/campaign-schema.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFair } from '../fairs/api.ts'
import { clockAt, instantOn } from '../fairs/fair-values.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { AudienceFields } from './audience-fields.tsx'
import { createCampaign, editCampaign, useCampaign, useDefaults } from './campaigns-api.ts'
import { LetterFields, PaceFields } from './letter-fields.tsx'

const EVERYBODY: Audience = {
  listId: null,
  provinces: [],
  sectors: [],
  titleScheme: null,
  titleLevels: [],
  certificates: [],
  pastFairs: 'any',
  email: 'any',
  neverInvited: true,
}

/** A new campaign, or a draft once more: whom, the letter, the pace. Checking and starting follow on its own page. */
export default function CampaignFormPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('campaigns-desk')
  const { fairId } = params
  const [lang, setLang] = useState<'vi' | 'en'>('vi')
  const defaults = useDefaults(fairId, lang)
  const fair = useFair(fairId)
  return (
    <Page
      title={t(query.draft ? 'campaign.edit' : 'campaign.new')}
      breadcrumbs={[{ label: t('campaigns.title'), href: `/desk/fairs/${fairId}/campaigns` }]}
    >
      {query.draft ? (
        <Await query={fair}>
          {({ timeZone }) => <Draft fairId={fairId} timeZone={timeZone} campaignId={query.draft ?? ''} />}
        </Await>
      ) : (
        <>
          <SelectField
            id="letter-language"
            name="lang"
            label={t('letter.form.language')}
            hint={t('letter.form.language.hint')}
            width="sm"
            value={lang}
            onValue={setLang}
            options={[
              { value: 'vi', label: t('letter.language.vi') },
              { value: 'en', label: t('letter.language.en') },
            ]}
          />
          <Await query={defaults}>
            {data => (
              <Await query={fair}>
                {({ timeZone }) => (
                  <CampaignForm key={lang} fairId={fairId} timeZone={timeZone} initial={fresh(data)} />
                )}
              </Await>
            )}
          </Await>
        </>
      )}
    </Page>
  )
}

const fresh = (defaults: CampaignDefaults): CampaignInput => ({
  name: '',
  audience: EVERYBODY,
  startAt: null,
  ...defaults,
})

function Draft({ campaignId, ...at }: { fairId: string; timeZone: string; campaignId: string }) {
  const campaign = useCampaign(at.fairId, campaignId)
  return (
    <Await query={campaign}>{view => <CampaignForm {...at} initial={inputOf(view)} draft={view} />}</Await>
  )
}

const inputOf = (view: CampaignView): CampaignInput => ({
  name: view.name,
  audience: view.audience,
  letter: view.letter,
  startAt: view.startAt,
  batchSize: view.batchSize,
  batchMinutes: view.batchMinutes,
  reminderDays: view.reminderDays,
  remindersOn: view.remindersOn,
})

interface FormProps {
  fairId: string
  /** The fair's: the start is read on its clock. */
  timeZone: string
  initial: CampaignInput
  draft?: CampaignView
}

function CampaignForm(props: FormProps) {
  const { fairId, timeZone, draft } = props
  const initial = {
    ...props.initial,
    startAt: props.initial.startAt && clockAt(props.initial.startAt, timeZone),
  }
  const t = useMessages('campaigns-desk')
  const { route } = useLocation()
  const form = useForm<CampaignInput>({
    initial,
    draftKey: `campaign.${fairId}.${draft ? `${draft.id}.${draft.version}` : `new.${initial.letter.locale}`}`,
    submit: async values => {
      const copies = values.letter.copies.map(line => line.trim()).filter(Boolean)
      const startAt = values.startAt && instantOn(values.startAt, timeZone)
      const input = { ...values, startAt, letter: { ...values.letter, copies } }
      const saved = draft ? await editCampaign(fairId, draft, input) : await createCampaign(fairId, input)
      route(`/desk/fairs/${fairId}/campaigns/${saved.id}`)
    },
  })
  return (
    <Form form={form}>
      <TextField
        {...form.field('name')}
        label={t('campaign.name')}
        hint={t('campaign.name.hint')}
        maxLength={150}
      />
      <Section title={t('campaign.step.audience')}>
        <AudienceFields
          fairId={fairId}
          audience={form.values.audience}
          onAudience={value => form.set('audience', value)}
        />
      </Section>
      <Section title={t('campaign.step.letter')}>
        <LetterFields form={form} />
      </Section>
      <Section title={t('campaign.step.pace')}>
        <TextField
          {...form.field('startAt')}
          value={form.values.startAt ?? ''}
          onValue={value => form.set('startAt', value || null)}
          type="datetime-local"
          label={t('pace.start')}
          hint={t('pace.start.hint', { zone: timeZone.replaceAll('_', ' ') })}
          required={false}
          width="md"
        />
        <PaceFields values={form.values} onValues={values => form.setAll({ ...form.values, ...values })} />
      </Section>
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('campaign.check')}
        </Button>
      </Actions>
    </Form>
  )
}
