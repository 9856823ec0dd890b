import type { LetterView } from '@hoicho/shared/selection/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton, Dialog } from '../ui/dialog.tsx'
import { Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { sendLetters, useLetters } from './api.ts'
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
  const due = letters.filter(letter => !letter.isSent && letter.to !== null).length
  const without = letters.filter(letter => letter.to === null).length
  const send = async () => {
    const { sent } = await sendLetters(fairId)
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
              {!letter.isSent && <span class="text-sm text-muted">{t('letter.none')}</span>}
              <Button kind="quiet" small onClick={() => setShown(letter)}>
                {t('letters.preview')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
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
