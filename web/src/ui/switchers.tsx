import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { LOCALES } from '@hoicho/shared/platform/i18n.ts'
import { locale, setLocale, useMessages } from '../platform/i18n.ts'
import { setTheme, THEMES, theme } from '../platform/theme.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'

/** Languages name themselves, in themselves. */
const NAMES: Record<Locale, string> = { vi: 'Tiếng Việt', en: 'English', de: 'Deutsch' }

/** `locales` limits the choice: the desk has no German. */
export function LanguageSwitcher({ locales = LOCALES, up }: { locales?: readonly Locale[]; up?: boolean }) {
  const t = useMessages('platform')
  return (
    <Menu
      up={up ?? false}
      aria-label={`${t('locale.label')}: ${NAMES[locale.value]}`}
      label={
        <>
          <Icon name="globe" class="size-5" />
          <span class="text-sm uppercase">{locale.value}</span>
        </>
      }
      items={locales.map(language => ({
        label: <span lang={language}>{NAMES[language]}</span>,
        current: language === locale.value,
        onClick: () => void setLocale(language),
      }))}
    />
  )
}

const THEME_LABELS = { auto: 'theme.auto', light: 'theme.light', dark: 'theme.dark' } as const

export function ThemeSwitcher({ up }: { up?: boolean }) {
  const t = useMessages('platform')
  return (
    <Menu
      up={up ?? false}
      aria-label={`${t('theme.label')}: ${t(THEME_LABELS[theme.value])}`}
      label={<Icon name="theme" class="size-5" />}
      items={THEMES.map(name => ({
        label: t(THEME_LABELS[name]),
        current: name === theme.value,
        onClick: () => setTheme(name),
      }))}
    />
  )
}
