import type { BulkAction, BulkPreview } from '@hoicho/shared/selection/bulk-schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { useSession } from '../platform/session.ts'
import { useOfficers } from '../recruitment/desk-api.ts'
import type { BulkProps } from '../recruitment/inbox-slots.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextArea } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { type BulkRun, keepRun, keptRun, previewBulk } from './bulk-api.ts'
import { BulkProgress } from './bulk-progress.tsx'
import { BulkVerdicts } from './bulk-verdicts.tsx'

const KINDS = ['assign', 'run-gates', 'accept', 'request-correction'] as const

/** One action for many applications: choose it, read what it would do to each, then watch it being done. */
export function BulkDialog({ fairId, ids, filter, onClose }: BulkProps) {
  const t = useMessages('bulk-desk')
  const [seen, setSeen] = useState<{ action: BulkAction; preview: BulkPreview }>()
  const [run, setRun] = useState<BulkRun>()
  const [left, setLeft] = useState(() => keptRun(fairId))
  const ask = async (action: BulkAction) => {
    setSeen({ action, preview: await previewBulk(fairId, { action, ids: ids && [...ids], filter }) })
  }
  const start = () => {
    if (!seen) return
    const rows = seen.preview.items
      .filter(row => row.verdict === 'does')
      .map(({ applicationId, assigneeId, establishmentName }) => ({
        applicationId,
        assigneeId,
        name: establishmentName,
      }))
    const next = { key: crypto.randomUUID(), action: seen.action, rows }
    keepRun(fairId, next)
    setRun(next)
  }
  return (
    <Dialog open onClose={onClose} title={t('title')} wide>
      {run ? (
        <BulkProgress fairId={fairId} run={run} onClose={onClose} />
      ) : seen ? (
        <BulkVerdicts
          action={seen.action}
          preview={seen.preview}
          onBack={() => setSeen(undefined)}
          onStart={start}
        />
      ) : (
        <div class="flex flex-col gap-4">
          {left && (
            <Notice tone="warning" title={t('left', { count: left.rows.length })}>
              <Actions>
                <Button small onClick={() => setRun(left)}>
                  {t('left.go-on')}
                </Button>
                <Button
                  small
                  kind="quiet"
                  onClick={() => {
                    keepRun(fairId, undefined)
                    setLeft(undefined)
                  }}
                >
                  {t('left.drop')}
                </Button>
              </Actions>
            </Notice>
          )}
          <AskForm fairId={fairId} onAsk={ask} />
        </div>
      )}
    </Dialog>
  )
}

function AskForm({ fairId, onAsk }: { fairId: string; onAsk: (action: BulkAction) => Promise<void> }) {
  const t = useMessages('bulk-desk')
  const { person } = useSession()
  const officers = useOfficers(fairId).data ?? []
  const form = useForm<{ kind: (typeof KINDS)[number]; officerId: string; note: string; dueOn: string }>({
    validate: (values): Record<string, string> =>
      values.kind === 'request-correction' && values.note.trim() === '' ? { '/note': t('note.needed') } : {},
    initial: { kind: 'assign', officerId: person?.id ?? '', note: '', dueOn: '' },
    submit: ({ kind, officerId, note, dueOn }) => {
      if (kind === 'assign') return onAsk({ kind, officerId: officerId || null })
      if (kind === 'request-correction') {
        return onAsk({ kind, request: { note, fields: [], dueOn: dueOn || null } })
      }
      return onAsk({ kind })
    },
  })
  const { kind } = form.values
  return (
    <Form form={form}>
      <RadioField
        {...form.field('kind')}
        label={t('kind')}
        options={KINDS.map(value => ({ value, label: t(`kind.${value}`), hint: t(`kind.${value}.hint`) }))}
      />
      {kind === 'assign' && (
        <SelectField
          {...form.field('officerId')}
          label={t('officer')}
          options={[
            { value: '', label: t('officer.nobody') },
            ...officers.map(officer => ({ value: officer.id, label: officer.name })),
          ]}
        />
      )}
      {kind === 'request-correction' && (
        <>
          <TextArea
            {...form.field('note')}
            label={t('note')}
            hint={t('note.hint')}
            rows={4}
            maxLength={2000}
          />
          <DateField {...form.field('dueOn')} label={t('due')} required={false} />
        </>
      )}
      <div>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('preview')}
        </Button>
      </div>
    </Form>
  )
}
