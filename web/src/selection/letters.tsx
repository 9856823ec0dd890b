import type { LetterView } from '@hoicho/shared/selection/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ConfirmButton, Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { sendLetters, useLetters } from './api.ts'
import { tellOutcome } from './place-api.ts'
import { OutcomeTag } from './words.tsx'

/** The letters of the decision in force: read one of each kind, send all that were not sent. */
export function Letters({ fairId }: { fairId: string }) {
  const t = useMessages('selection-desk')
  const query = useLetters(fairId, true)
  return (
    <Section title={t('letters.title')} lead={t('letters.lead')}>
      <Await query={query}>{letters => <LetterList fairId={fairId} letters={letters} />}</Await>
    </Section>
  )
}

function LetterList({ fairId, letters }: { fairId: string; letters: readonly LetterView[] }) {
  const t = useMessages('selection-desk')
  const [shown, setShown] = useState<LetterView>()
  const [progress, setProgress] = useState<{ sent: number; of: number }>()
  const [telling, setTelling] = useState<LetterView>()
  const due = letters.filter(letter => !letter.isTold && letter.to !== null).length
  const without = letters.filter(letter => letter.to === null && !letter.isTold).length
  const send = async () => {
    const sent = await sendLetters(fairId, done => setProgress({ sent: done, of: due }))
    setProgress(undefined)
    notify({ text: t('letters.sent', { sent }) })
  }
  return (
    <div class="flex flex-col gap-4">
      {without > 0 && <Notice tone="warning">{t('letters.without-address', { count: without })}</Notice>}
      <div class="max-h-80 overflow-y-auto border-y border-line">
        <ul>
          {letters.map(letter => (
            <li
              key={letter.applicationId}
              class="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0"
            >
              <span class="min-w-0 flex-1 basis-56">
                <span class="font-medium">{letter.establishmentName}</span>{' '}
                <span class="text-sm text-muted">{letter.to ?? t('letters.no-address')}</span>
              </span>
              <OutcomeTag outcome={letter.outcome} />
              <span class="text-sm text-muted">
                {t(letter.isSent ? 'letter.sent' : letter.isTold ? 'letter.told' : 'letter.none')}
              </span>
              {letter.to === null && !letter.isTold && (
                <Button kind="quiet" small onClick={() => setTelling(letter)}>
                  {t('letters.tell')}
                </Button>
              )}
              <Button kind="quiet" small onClick={() => setShown(letter)}>
                {t('letters.preview')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {progress && <output>{t('letters.progress', progress)}</output>}
      {due > 0 ? (
        <div>
          <ConfirmButton
            kind="primary"
            title={t('letters.send.confirm')}
            text={t('letters.send.text', { count: due })}
            onConfirm={send}
          >
            {t('letters.send', { count: due })}
          </ConfirmButton>
        </div>
      ) : (
        <p class="text-muted">{t('letters.all-sent')}</p>
      )}
      {telling && <TellDialog fairId={fairId} letter={telling} onClose={() => setTelling(undefined)} />}
      <Dialog
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={shown?.subject ?? ''}
        wide
      >
        <p class="mb-3 text-sm text-muted">
          {t('letters.to')}: {shown?.to ?? t('letters.no-address')}
        </p>
        <p class="max-w-prose whitespace-pre-line">{shown?.text}</p>
      </Dialog>
    </div>
  )
}

/** For who has no address: the desk tells the outcome otherwise and notes how. */
function TellDialog(props: { fairId: string; letter: LetterView; onClose: () => void }) {
  const { fairId, letter, onClose } = props
  const t = useMessages('selection-desk')
  const form = useForm({
    initial: { note: '' },
    submit: async ({ note }) => {
      await tellOutcome(fairId, letter.applicationId, note)
      notify({ text: t('letters.told') })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('letters.tell.title', { name: letter.establishmentName })}>
      <Form form={form}>
        <TextArea {...form.field('note')} label={t('letters.tell.note')} maxLength={1000} rows={3} />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('letters.tell')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
