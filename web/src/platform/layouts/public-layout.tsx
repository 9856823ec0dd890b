import type { ComponentChildren } from 'preact'
import { LanguageSwitcher, ThemeSwitcher } from '../../ui/switchers.tsx'
import { useMessages } from '../i18n.ts'
import { Brand } from './brand.tsx'
import { SkipLink } from './skip-link.tsx'
import { UserMenu } from './user-menu.tsx'

/** For visitors and those not signed in: one narrow bar, then the page. */
export default function PublicLayout({ children }: { children: ComponentChildren }) {
  const t = useMessages('platform')
  return (
    <div class="flex min-h-dvh flex-col">
      <SkipLink />
      <header data-shell class="border-b border-line bg-base-100">
        <div class="mx-auto flex max-w-7xl items-center gap-1 px-4 py-1.5 sm:px-6">
          <Brand />
          <span class="flex-1" />
          <LanguageSwitcher />
          <UserMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} class="flex-1">
        {children}
      </main>
      <footer data-shell class="border-t border-line">
        <div class="mx-auto flex max-w-7xl items-center justify-between gap-4 px-4 py-2 sm:px-6">
          <p class="text-sm text-muted">
            {t('app.name')} · {t('app.tagline')}
          </p>
          <ThemeSwitcher up />
        </div>
      </footer>
    </div>
  )
}
