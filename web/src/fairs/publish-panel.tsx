import { lacksForPublishing } from '@hoicho/shared/fairs/readiness.ts'
import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import { FAIR_STATES, type FairAction } from '@hoicho/shared/fairs/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Section } from '../ui/page.tsx'
import { Notice } from '../ui/states.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { notify } from '../ui/toast.tsx'
import { moveFair } from './api.ts'
import { useFairRights } from './use-fair-rights.ts'

type Props = { fair: FairView; goTo: (tab: 'data' | 'form') => void }

/** What is missing before the page can be published, and every step the fair's state allows, with what follows from it. */
export function PublishPanel({ fair, goTo }: Props) {
  const t = useMessages('fairs-desk')
  const whyNot = useFairRights(fair.id).whyNot('fairs.publish')
  const lacks = lacksForPublishing(fair)
  const moves = MOVES.filter(action => step(FAIR_STATES, fair.state, action) !== undefined)
  return (
    <div class="flex flex-col gap-6">
      {fair.state === 'draft' && <Checklist fair={fair} goTo={goTo} />}
      {(fair.state === 'published' || fair.state === 'closed') && (
        <Notice
          tone="success"
          title={t(`publish.${fair.state}`)}
          action={
            <Button href={`/f/${fair.slug}`} external icon="external">
              {t('publish.see')}
            </Button>
          }
        >
          {`${location.origin}/f/${fair.slug}`}
        </Notice>
      )}
      {fair.state === 'cancelled' && <Notice tone="error">{t('publish.cancelled')}</Notice>}
      {moves.map(action => (
        <Section key={action} title={t(`move.${action}`)} lead={t(`move.${action}.text`)}>
          <Move
            fair={fair}
            action={action}
            disabledReason={
              whyNot ?? (action === 'publish' && lacks.length > 0 ? t('publish.lacks') : undefined)
            }
          />
        </Section>
      ))}
    </div>
  )
}

const MOVES: readonly FairAction[] = ['publish', 'withdraw', 'close', 'reopen', 'cancel']

function Move(props: { fair: FairView; action: FairAction; disabledReason: string | undefined }) {
  const { fair, action, disabledReason } = props
  const t = useMessages('fairs-desk')
  const isGentle = action === 'publish' || action === 'reopen'
  return (
    <ConfirmButton
      kind={isGentle ? 'primary' : action === 'cancel' ? 'danger' : 'secondary'}
      title={t(`move.${action}.ask`)}
      text={t(`move.${action}.text`)}
      disabledReason={disabledReason}
      onConfirm={async () => {
        await moveFair(fair.id, action)
        notify({ text: t(`move.${action}.done`) })
      }}
    >
      {t(`move.${action}`)}
    </ConfirmButton>
  )
}

function Checklist({ fair, goTo }: Props) {
  const t = useMessages('fairs-desk')
  const missing = new Set(lacksForPublishing(fair).map(lack => lack.code))
  const tasks = [
    { key: 'data', label: t('check.data'), state: 'done' },
    {
      key: 'form',
      label: t('check.form'),
      state: missing.has('form-missing') ? 'todo' : 'done',
      hint: missing.has('form-missing')
        ? t('check.form.hint')
        : t('check.form.version', { version: fair.formVersion }),
    },
    ...(fair.kind === 'abroad'
      ? [
          {
            key: 'english',
            label: t('check.english'),
            state: missing.has('english-name-missing') ? ('todo' as const) : ('done' as const),
          },
        ]
      : []),
    ...(missing.has('registration-after-end')
      ? [{ key: 'registration', label: t('check.registration'), state: 'error' as const }]
      : []),
  ] as const
  return (
    <Section
      title={t('check.title')}
      actions={
        missing.size > 0 && (
          <Button small onClick={() => goTo(missing.has('form-missing') ? 'form' : 'data')}>
            {t(missing.has('form-missing') ? 'check.toForm' : 'check.toData')}
          </Button>
        )
      }
    >
      <TaskList tasks={tasks} />
    </Section>
  )
}
