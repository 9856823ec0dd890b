import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Icon } from '../../ui/icon.tsx'
import { LanguageSwitcher, ThemeSwitcher } from '../../ui/switchers.tsx'
import { useMessages } from '../i18n.ts'
import { isInside } from '../is-inside.ts'
import { useCanSomewhere } from '../rights.ts'
import { Brand } from './brand.tsx'
import { DESK_LINKS, FAIR_LINKS, type NavLink } from './desk-nav.ts'
import { SkipLink } from './skip-link.tsx'
import { deskSlots } from './slots.ts'
import { UserMenu } from './user-menu.tsx'

/** For the staff of an organizer: the rooms of one fair on the left, on a phone in a drawer. */
export default function DeskLayout({ children }: { children: ComponentChildren }) {
  const t = useMessages('platform')
  const { path } = useLocation()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => setOpen(false), [path])
  const { Search } = deskSlots.value
  return (
    <div class="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <aside
        data-shell
        class="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line bg-base-100 lg:flex"
      >
        <div class="px-4 py-1.5">
          <Brand href="/desk" />
        </div>
        <DeskNav path={path} />
      </aside>
      <div class="flex min-w-0 flex-col">
        <header data-shell class="sticky top-0 z-30 border-b border-line bg-base-100">
          <div class="flex items-center gap-1 px-2 py-1.5 sm:px-4">
            <button
              type="button"
              class="btn btn-ghost btn-square lg:hidden"
              aria-label={t(isOpen ? 'nav.close' : 'nav.menu')}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon name={isOpen ? 'close' : 'menu'} class="size-5" />
            </button>
            <span class="lg:hidden">
              <Brand href="/desk" />
            </span>
            <span class="min-w-0 flex-1">{Search && <Search />}</span>
            <span class="hidden sm:contents">
              <ThemeSwitcher />
            </span>
            <LanguageSwitcher locales={['vi', 'en']} />
            <UserMenu />
          </div>
          {isOpen && (
            <div class="max-h-[calc(100dvh-3.5rem)] overflow-y-auto border-t border-line pb-3 lg:hidden">
              <DeskNav path={path} />
            </div>
          )}
        </header>
        <main id="main" tabIndex={-1} class="desk flex-1">
          {children}
        </main>
      </div>
    </div>
  )
}

function DeskNav({ path }: { path: string }) {
  const t = useMessages('platform')
  const found = /^\/desk\/fairs\/([^/]+)/.exec(path)?.[1]
  const fairId = found === 'new' ? undefined : found
  const { FairSwitcher } = deskSlots.value
  return (
    <nav aria-label={t('nav.main')} class="flex flex-1 flex-col gap-4 px-2 py-2">
      <Links links={DESK_LINKS} base="/desk" path={path} />
      {(fairId || FairSwitcher) && (
        <div class="flex flex-col gap-1">
          {FairSwitcher ? (
            <FairSwitcher fairId={fairId} />
          ) : (
            <p class="px-3 text-sm font-semibold text-muted">{t('desk.fair')}</p>
          )}
          {fairId && <Links links={FAIR_LINKS} base={`/desk/fairs/${fairId}`} path={path} />}
        </div>
      )}
    </nav>
  )
}

function Links({ links, base, path }: { links: readonly NavLink[]; base: string; path: string }) {
  const t = useMessages('platform')
  const can = useCanSomewhere()
  return (
    <ul class="flex flex-col gap-px">
      {links.map(link => {
        const room = link.rooms.find(one => can(one.action))
        if (!room) return null
        const isHere = link.rooms.some(one =>
          one.path === '' ? path === base : isInside(path, `${base}${one.path}`),
        )
        return (
          <li key={link.key}>
            <a
              href={`${base}${room.path}`}
              aria-current={isHere ? 'page' : undefined}
              class="flex min-h-9 items-center rounded-field border-l-3 border-transparent px-3 hover:bg-base-200 aria-[current=page]:border-primary aria-[current=page]:bg-base-200 aria-[current=page]:font-semibold max-lg:min-h-11"
            >
              {t(link.key)}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
