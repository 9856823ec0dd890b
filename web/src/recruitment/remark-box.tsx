import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { notifyError } from '../ui/toast.tsx'
import { answerRemark } from './api.ts'

/** What the officer says at this place, and the mark that it is dealt with. Nothing where nothing was said. */
export function RemarkBox({ view, pointer }: { view: ApplicationView; pointer: string }) {
  const t = useMessages('recruitment')
  const remark = view.correctionFields.find(one => one.pointer === pointer)
  const [reply, setReply] = useState(remark?.reply ?? '')
  const [isBusy, setBusy] = useState(false)
  if (!remark) return null
  const mark = async (isAnswered: boolean) => {
    setBusy(true)
    await answerRemark(view.id, { pointer, isAnswered, reply }).catch(notifyError)
    setBusy(false)
  }
  const isDone = remark.answeredAt !== null
  return (
    <div class="mb-2">
      <Notice
        tone={isDone ? 'success' : 'warning'}
        title={t(isDone ? 'remark.done' : 'remark.title')}
        action={
          <Button small busy={isBusy} onClick={() => void mark(!isDone)}>
            {t(isDone ? 'remark.reopen' : 'remark.mark')}
          </Button>
        }
      >
        <p class="whitespace-pre-line">{remark.note}</p>
        {isDone ? (
          remark.reply && <p class="mt-1 text-muted">{t('remark.said', { reply: remark.reply })}</p>
        ) : (
          <div class="mt-2">
            <TextField
              id={`reply${pointer.replaceAll('/', '-')}`}
              name="reply"
              label={t('remark.reply')}
              required={false}
              width="full"
              maxLength={1000}
              value={reply}
              onValue={setReply}
            />
          </div>
        )}
      </Notice>
    </div>
  )
}
