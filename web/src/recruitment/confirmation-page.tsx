import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownFields } from '@hoicho/shared/fairs/conditions.ts'
import type { OpenedConfirmation } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import { useState } from 'preact/hooks'
import { fairName } from '../fairs/fair-name.ts'
import { formatDateTime } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Actions, Button } from '../ui/button.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, ErrorState, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { confirmByLink, useOpenedConfirmation } from './confirmation-api.ts'
import { answerText } from './words.ts'

/** Where an establishment reads and confirms, by a personal link or a code, what an officer entered for it. */
export default function ConfirmationPage({ params }: PageProps<'token'>) {
  const t = useMessages('recruitment')
  const opened = useOpenedConfirmation(params.token)
  return (
    <Page
      width="narrow"
      title={t('confirm.title')}
      lead={opened.data && t('confirm.for', { name: opened.data.establishmentName })}
    >
      <Await query={opened}>{found => <Opened opened={found} token={params.token} />}</Await>
    </Page>
  )
}

interface Props {
  opened: OpenedConfirmation
  token: string
}

function Opened({ opened, token }: Props) {
  const t = useMessages('recruitment')
  const { fair, number } = opened
  const organizer = organizerName(opened)
  return (
    <>
      {opened.state === 'confirmed' && <Notice tone="success">{t('confirm.done', { number })}</Notice>}
      {opened.isOpen && (
        <p class="max-w-prose">
          {t('confirm.lead', { organizer, number, name: opened.establishmentName, fair: fairName(fair) })}
        </p>
      )}
      {!opened.isOpen && opened.state !== 'confirmed' && <Notice>{t('confirm.over')}</Notice>}
      <Content opened={opened} />
      {opened.isOpen && <Confirm opened={opened} token={token} />}
    </>
  )
}

const organizerName = ({ organizer }: OpenedConfirmation) =>
  locale.value === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi

function Content({ opened }: { opened: OpenedConfirmation }) {
  const t = useMessages('recruitment')
  const { form, answers, papers, products } = opened
  const rows = [
    {
      key: 'when',
      label: t('confirm.entered'),
      value: formatDateTime(opened.submittedAt, opened.fair.timeZone),
    },
    ...shownFields(form, answers).map(field => ({
      key: field.code,
      label: wordsIn(field.label, locale.value),
      value: answerText(field, answers[field.code]),
    })),
    { key: 'products', label: t('check.products'), value: products.join('\n') || undefined },
    {
      key: 'papers',
      label: t('part.papers'),
      value: papers.map(paper => paper.name).join('\n') || undefined,
    },
  ]
  return (
    <Section title={t('confirm.content')}>
      <SummaryList rows={rows} />
    </Section>
  )
}

function Confirm({ opened, token }: Props) {
  const t = useMessages('recruitment')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { phone, email } = opened.organizer
  const confirm = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim() || isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      await confirmByLink(token, name)
      scrollTo(0, 0)
    } catch (reason) {
      setError(reason)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form class="flex flex-col gap-4" onSubmit={event => void confirm(event)} noValidate>
      <TextField
        id="confirm-name"
        name="name"
        label={t('confirm.name')}
        hint={t('confirm.name.hint')}
        width="md"
        maxLength={120}
        autoComplete="name"
        value={name}
        onValue={setName}
        error={isTried && !name.trim() ? t('confirm.required') : undefined}
      />
      {error !== undefined && <ErrorState error={error} />}
      <Actions>
        <Button kind="primary" type="submit" busy={isBusy}>
          {t('confirm.do')}
        </Button>
      </Actions>
      <p class="max-w-prose text-muted">
        {t('confirm.wrong', {
          organizer: organizerName(opened),
          contact: [phone, email].filter(Boolean).join(' · '),
        })}
      </p>
    </form>
  )
}
