import type { BadgeView } from '@hoicho/shared/badges/schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Menu } from '../ui/menu.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { mailBadge, printBadges, replaceBadge, revokeBadge } from './api.ts'

/** What can be done with one badge. */
export function BadgeMenu({ fairId, badge }: { fairId: string; badge: BadgeView }) {
  const t = useMessages('badges-desk')
  const words = useMessages('platform')
  const { can } = useFairRights(fairId)
  const [asked, setAsked] = useState<'revoke' | 'replace'>()
  const close = () => setAsked(undefined)
  const open = { label: t('open'), href: `/b/${badge.code}`, icon: 'external' } as const
  const mail = async () => {
    const { emailedTo } = await mailBadge(fairId, badge.id)
    notify({ text: t('mailed', { email: emailedTo }) })
  }
  const actions = [
    open,
    {
      label: t('print.single'),
      icon: 'print',
      onClick: () => void printBadges(fairId, [badge.id], 'single').catch(notifyError),
    },
    ...(badge.email && can('badges.issue')
      ? [{ label: t('mail'), onClick: () => void mail().catch(notifyError) }]
      : []),
    ...(can('badges.issue') ? [{ label: t('replace'), onClick: () => setAsked('replace') }] : []),
    ...(can('badges.revoke')
      ? [{ label: t('revoke'), icon: 'trash' as const, onClick: () => setAsked('revoke') }]
      : []),
  ] as const
  return (
    <span class="relative z-20 flex justify-end">
      <Menu
        aria-label={`${words('action.more')}: ${badge.holderName}`}
        label="⋯"
        buttonClass="btn btn-ghost btn-sm btn-square"
        items={badge.state === 'active' ? actions : [open]}
      />
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={
          asked === 'replace'
            ? t('replace.title', { name: badge.holderName })
            : t('revoke.title', { number: badge.number, name: badge.holderName })
        }
      >
        {asked === 'replace' ? (
          <Replace fairId={fairId} badge={badge} onDone={close} />
        ) : (
          <Revoke fairId={fairId} badge={badge} onDone={close} />
        )}
      </Dialog>
    </span>
  )
}

type AskProps = { fairId: string; badge: BadgeView; onDone: () => void }

function Revoke({ fairId, badge, onDone }: AskProps) {
  const t = useMessages('badges-desk')
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await revokeBadge(fairId, badge.id, reason)
      onDone()
    },
  })
  return (
    <Form form={form}>
      <p>{t('revoke.text')}</p>
      <TextField {...form.field('reason')} label={t('revoke.reason')} />
      <div>
        <Button type="submit" kind="danger" busy={form.pending}>
          {t('revoke')}
        </Button>
      </div>
    </Form>
  )
}

function Replace({ fairId, badge, onDone }: AskProps) {
  const t = useMessages('badges-desk')
  const form = useForm({
    initial: {},
    submit: async () => {
      const { number } = await replaceBadge(fairId, badge.id)
      notify({ text: t('replaced', { number }) })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <p>{t('replace.text')}</p>
      <div>
        <Button type="submit" kind="primary" busy={form.pending}>
          {t('replace')}
        </Button>
      </div>
    </Form>
  )
}
