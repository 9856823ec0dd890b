import type { MeetingsView, MeetingView } from '@hoicho/shared/selection/meeting-schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { notify } from '../ui/toast.tsx'
import { signMinutes, useMeetings } from './meeting-api.ts'
import { MeetingForm, SEAT } from './meeting-form.tsx'

/** Meetings of the council: write the minutes, sign them, open the paper. A decision rests on signed ones. */
export function MeetingTab({ fairId }: { fairId: string }) {
  return <Await query={useMeetings(fairId)}>{view => <Meetings fairId={fairId} view={view} />}</Await>
}

function Meetings({ fairId, view }: { fairId: string; view: MeetingsView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const [isNew, setNew] = useState(false)
  const [last] = view.items
  const open = last?.state === 'open' ? last : undefined
  return (
    <div class="flex flex-col gap-6">
      <p class="max-w-prose text-muted">{t('meeting.lead')}</p>
      {view.items.length === 0 && !isNew && (
        <EmptyState title={t('meeting.none')}>{t('meeting.none.text')}</EmptyState>
      )}
      {!open && !isNew && (
        <Actions>
          <Button
            kind="primary"
            icon="plus"
            disabledReason={whyNot('selection.hold-meeting')}
            onClick={() => setNew(true)}
          >
            {t('meeting.new')}
          </Button>
        </Actions>
      )}
      {!open && isNew && (
        <MeetingForm
          fairId={fairId}
          proposed={view.proposed}
          position={(last?.position ?? 0) + 1}
          onSaved={() => setNew(false)}
        />
      )}
      {open && (
        <>
          <MeetingForm
            key={open.version}
            fairId={fairId}
            meeting={open}
            proposed={view.proposed}
            position={open.position}
          />
          <Sign fairId={fairId} meeting={open} />
        </>
      )}
      {view.items
        .filter(meeting => meeting.state === 'signed')
        .map(meeting => (
          <Signed key={meeting.id} meeting={meeting} />
        ))}
    </div>
  )
}

function Sign({ fairId, meeting }: { fairId: string; meeting: MeetingView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  return (
    <Section title={t('meeting.sign')} lead={t('meeting.sign.lead')}>
      <ConfirmButton
        kind="primary"
        title={t('meeting.sign.confirm')}
        text={t('meeting.sign.text')}
        disabledReason={whyNot('selection.sign-minutes')}
        onConfirm={async () => {
          await signMinutes(fairId, meeting.id, meeting.version)
          notify({ text: t('meeting.signed') })
        }}
      >
        {t('meeting.sign')}
      </ConfirmButton>
    </Section>
  )
}

function Signed({ meeting }: { meeting: MeetingView }) {
  const t = useMessages('selection-desk')
  const { present, members, needed } = meeting.quorum
  const [list] = meeting.motions
  const votesOf = ({ inFavour, against, abstained }: (typeof meeting.motions)[number]) =>
    t('minutes.votes', { inFavour, against, abstained })
  return (
    <Section
      title={t('meeting.title', { position: meeting.position })}
      lead={`${formatDateTime(meeting.heldAt, SEAT)} · ${meeting.place}`}
      actions={
        <StateTag tone={meeting.decision === null ? 'info' : 'success'}>
          {meeting.decision === null
            ? t('meeting.signed')
            : t('decision.version', { version: meeting.decision })}
        </StateTag>
      }
    >
      <SummaryList
        rows={[
          { key: 'number', label: t('decision.number'), value: meeting.documentNumber },
          {
            key: 'present',
            label: t('meeting.present'),
            value: t('meeting.present.count', { present, members, needed }),
          },
          { key: 'votes', label: t('meeting.motion.list'), value: list && votesOf(list) },
          { key: 'by', label: t('meeting.signed-by'), value: meeting.signedByName },
          { key: 'seed', label: t('decision.seed'), value: <code class="text-sm">{meeting.seed}</code> },
        ]}
      />
      {meeting.documentFileId && (
        <div class="mt-4">
          <Button icon="file" href={`/api/files/${meeting.documentFileId}`} external>
            {t('meeting.open-pdf')}
          </Button>
        </div>
      )}
    </Section>
  )
}
