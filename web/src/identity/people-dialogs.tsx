import { ESTABLISHMENT_ROLES, ORGANIZER_ROLES } from '@hoicho/shared/identity/permissions.ts'
import type { MemberView } from '@hoicho/shared/identity/schema.ts'
import { isLocale, LOCALES, type Locale } from '@hoicho/shared/platform/i18n.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, SelectField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { useRoleName } from './role-name.ts'

const KNOWN_ROLES = [...ORGANIZER_ROLES, ...ESTABLISHMENT_ROLES]

/** Roles to choose from, each with what it may do. */
function useRoleOptions<R extends string>(roles: readonly R[]) {
  const t = useMessages('identity')
  const roleName = useRoleName()
  return roles.map(value => {
    const known = KNOWN_ROLES.find(role => role === value)
    return { value, label: roleName(value), hint: known ? t(`role.${known}.hint`) : undefined }
  })
}

export interface InviteDialogProps<R extends string> {
  open: boolean
  roles: readonly R[]
  onClose: () => void
  invite: (input: { email: string; role: R; locale: Locale }) => Promise<unknown>
}

export function InviteDialog<R extends string>({ open, roles, onClose, invite }: InviteDialogProps<R>) {
  const t = useMessages('identity')
  return (
    <Dialog open={open} onClose={onClose} title={t('people.invite')}>
      {open && <InviteForm roles={roles} onClose={onClose} invite={invite} />}
    </Dialog>
  )
}

function InviteForm<R extends string>({ roles, onClose, invite }: Omit<InviteDialogProps<R>, 'open'>) {
  const t = useMessages('identity')
  const words = useMessages('platform')
  const options = useRoleOptions(roles)
  const form = useForm<{ email: string; role: string; locale: string }>({
    initial: { email: '', role: '', locale: 'vi' },
    validate: ({ role }): Record<string, string> => (role ? {} : { '/role': words('form.requiredMissing') }),
    submit: async ({ email, role, locale }) => {
      const chosen = roles.find(one => one === role)
      if (!chosen || !isLocale(locale)) return
      await invite({ email, role: chosen, locale })
      onClose()
    },
  })
  return (
    <Form form={form}>
      <EmailField {...form.field('email')} label={t('people.email')} autoComplete="off" />
      <RadioField {...form.field('role')} label={t('people.role')} options={options} />
      <SelectField
        {...form.field('locale')}
        label={t('invitations.locale')}
        width="sm"
        options={LOCALES.map(value => ({ value, label: words(`locale.${value}`) }))}
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('people.invite.send')}
        </Button>
        <Button onClick={onClose}>{words('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}

export interface RoleDialogProps<R extends string> {
  row: MemberView
  roles: readonly R[]
  change: (role: R) => Promise<unknown>
}

/** A button that opens the choice of another role. */
export function RoleDialog<R extends string>({ row, roles, change }: RoleDialogProps<R>) {
  const t = useMessages('identity')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button small kind="quiet" onClick={() => setOpen(true)}>
        {t('people.change')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={`${t('people.change')}: ${row.name}`}>
        {isOpen && <RoleForm row={row} roles={roles} change={change} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function RoleForm<R extends string>(props: RoleDialogProps<R> & { onClose: () => void }) {
  const { row, roles, change, onClose } = props
  const t = useMessages('identity')
  const words = useMessages('platform')
  const options = useRoleOptions(roles)
  const form = useForm<{ role: string }>({
    initial: { role: row.role },
    submit: async ({ role }) => {
      const chosen = roles.find(one => one === role)
      if (chosen && chosen !== row.role) await change(chosen)
      onClose()
    },
  })
  return (
    <Form form={form}>
      <RadioField {...form.field('role')} label={t('people.role')} options={options} hideLabel />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {words('action.save')}
        </Button>
        <Button onClick={onClose}>{words('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}
