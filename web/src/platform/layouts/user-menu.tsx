import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { notifyError } from '../../ui/toast.tsx'
import { useMessages } from '../i18n.ts'
import { type Session, signOut, useSession } from '../session.ts'

/** The person's own places; for a guest, the way in. */
export function UserMenu() {
  const t = useMessages('platform')
  const { session, person, isPending } = useSession()
  if (isPending) return <span class="inline-block w-11" />
  if (!session || !person) {
    return <Button href="/sign-in">{t('action.signIn')}</Button>
  }
  return (
    <Menu
      aria-label={`${t('nav.userMenu')}: ${person.name}`}
      label={
        <>
          <Icon name="user" class="size-5" />
          <span class="hidden max-w-40 truncate lg:inline">{person.name}</span>
        </>
      }
      items={[
        ...places(session).map(({ key, href }) => ({ label: t(key), href })),
        { label: t('nav.account'), href: '/account', icon: 'user' },
        { label: t('action.signOut'), onClick: () => void signOut().catch(notifyError) } satisfies MenuItem,
      ]}
    />
  )
}

function places(session: Session) {
  const all = [
    { key: 'nav.desk', href: '/desk', isOpen: session.organizers.length > 0 },
    { key: 'nav.establishment', href: '/e', isOpen: session.establishments.length > 0 },
    { key: 'nav.admin', href: '/admin', isOpen: session.person?.isPlatformAdmin === true },
  ] as const
  return all.filter(place => place.isOpen)
}
