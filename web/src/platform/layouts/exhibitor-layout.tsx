import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { LanguageSwitcher } from '../../ui/switchers.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { useMessages } from '../i18n.ts'
import { isInside } from '../is-inside.ts'
import { useSession } from '../session.ts'
import { Brand } from './brand.tsx'
import { SkipLink } from './skip-link.tsx'
import { exhibitorSlots } from './slots.ts'
import { UserMenu } from './user-menu.tsx'

/** For the people of an establishment, mostly on a phone: what to do next, and their profile. */
export default function ExhibitorLayout({ children }: { children: ComponentChildren }) {
  const t = useMessages('platform')
  const { path } = useLocation()
  const { session } = useSession()
  const establishments = session?.establishments ?? []
  const inPath = /^\/e\/(?!applications|contracts|new)([^/]+)/.exec(path)?.[1]
  const current = establishments.find(one => one.id === inPath) ?? establishments[0]
  const { Applications } = exhibitorSlots.value
  return (
    <div class="flex min-h-dvh flex-col">
      <SkipLink />
      <header data-shell class="border-b border-line bg-base-100">
        <div class="mx-auto flex max-w-5xl items-center gap-1 px-4 py-1.5 sm:px-6">
          <Brand href="/e" />
          <span class="flex-1" />
          <LanguageSwitcher />
          <UserMenu />
        </div>
        <div class="mx-auto max-w-5xl px-4 sm:px-6">
          {current && establishments.length > 1 && (
            <Menu
              align="start"
              buttonClass="btn btn-ghost -ml-4 max-w-full"
              label={
                <>
                  <span class="sr-only">{t('exhibitor.switch')}: </span>
                  <span class="truncate">{current.name}</span>
                  <Icon name="down" />
                </>
              }
              items={establishments.map(one => ({
                label: one.name,
                href: `/e/${one.id}/profile`,
                current: one.id === current.id,
              }))}
            />
          )}
          {current && establishments.length === 1 && <p class="truncate pb-1 font-medium">{current.name}</p>}
          {current && (
            <TabLinks
              label={t('nav.main')}
              links={[
                {
                  key: 'home',
                  label: t('exhibitor.home'),
                  href: '/e',
                  current:
                    path === '/e' || isInside(path, '/e/applications') || isInside(path, '/e/contracts'),
                },
                {
                  key: 'profile',
                  label: t('exhibitor.profile'),
                  href: `/e/${current.id}/profile`,
                  current: isInside(path, `/e/${current.id}/profile`),
                },
                {
                  key: 'people',
                  label: t('exhibitor.people'),
                  href: `/e/${current.id}/people`,
                  current: isInside(path, `/e/${current.id}/people`),
                },
              ]}
            />
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} class="mx-auto w-full max-w-5xl flex-1">
        {Applications && <Applications establishmentId={current?.id} />}
        {children}
      </main>
    </div>
  )
}
