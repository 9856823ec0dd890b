import type { SettingsView } from '@hoicho/shared/selection/place-schema.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { saveAcceptance, useAcceptance } from './place-api.ts'

const OUTCOMES = ['selected', 'waiting', 'rejected'] as const

/** How long places are kept, who offers freed ones, and what the letters add. */
export function AcceptanceForm({ fairId }: { fairId: string }) {
  return (
    <Await query={useAcceptance(fairId)}>
      {view => <Settings key={view.version} fairId={fairId} view={view} />}
    </Await>
  )
}

function Settings({ fairId, view }: { fairId: string; view: SettingsView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const { demandsConfirmation, isOfferedAutomatically, paragraphs } = view
  const form = useForm({
    initial: {
      demandsConfirmation,
      acceptanceDays: view.acceptanceDays as number | null,
      reminderDays: view.reminderDays as number | null,
      isOfferedAutomatically,
      vi: OUTCOMES.map(outcome => ({ text: paragraphs[outcome].vi })),
      en: OUTCOMES.map(outcome => ({ text: paragraphs[outcome].en })),
    },
    submit: async ({ vi, en, acceptanceDays, reminderDays, ...rest }) => {
      const own = (at: number) => ({ vi: vi[at]?.text ?? '', en: en[at]?.text ?? '' })
      await saveAcceptance(fairId, {
        ...rest,
        acceptanceDays: acceptanceDays ?? 0,
        reminderDays: reminderDays ?? 0,
        paragraphs: { selected: own(0), waiting: own(1), rejected: own(2) },
        version: view.version,
      })
      notify({ text: t('acceptance.saved') })
    },
  })
  return (
    <Form form={form}>
      <Section title={t('acceptance.title')} lead={t('acceptance.lead')}>
        <div class="flex flex-col gap-4">
          <CheckboxField {...form.field('demandsConfirmation')} label={t('acceptance.demand')} />
          <NumberField
            {...form.field('acceptanceDays')}
            label={t('acceptance.days')}
            hint={t('acceptance.days.hint')}
            width="xs"
          />
          <NumberField
            {...form.field('reminderDays')}
            label={t('acceptance.reminder')}
            hint={t('acceptance.reminder.hint')}
            width="xs"
          />
          <CheckboxField {...form.field('isOfferedAutomatically')} label={t('acceptance.automatic')} />
          {OUTCOMES.map((outcome, index) => (
            <div key={outcome} class="grid gap-3 md:grid-cols-2">
              {(['vi', 'en'] as const).map(language => (
                <TextArea
                  key={language}
                  {...form.item(language, index, 'text')}
                  label={t(`acceptance.paragraph.${outcome}.${language}`)}
                  required={false}
                  rows={3}
                />
              ))}
            </div>
          ))}
          <Actions>
            <Button type="submit" busy={form.pending} disabledReason={whyNot('selection.configure')}>
              {t('acceptance.save')}
            </Button>
          </Actions>
        </div>
      </Section>
    </Form>
  )
}
