import { LOCALES, type Locale } from '@hoicho/shared/platform/i18n.ts'
import { locale, setLocale, useMessages } from '../platform/i18n.ts'
import { setTheme, THEMES, theme } from '../platform/theme.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import { notifyError } from './toast.tsx'

/** Languages name themselves, in themselves. `locales` limits the choice: the desk has no German. */
export function LanguageSwitcher({ locales = LOCALES, up }: { locales?: readonly Locale[]; up?: boolean }) {
  const t = useMessages('platform')
  return (
    <Menu
      up={up ?? false}
      label={
        <>
          <Icon name="globe" class="size-5" />
          <span class="sr-only">{t('locale.label')}: </span>
          <span class="text-sm uppercase">{locale.value}</span>
        </>
      }
      items={locales.map(language => ({
        label: <span lang={language}>{t(`locale.${language}`)}</span>,
        current: language === locale.value,
        onClick: () => void setLocale(language).catch(notifyError),
      }))}
    />
  )
}

export function ThemeSwitcher({ up }: { up?: boolean }) {
  const t = useMessages('platform')
  return (
    <Menu
      up={up ?? false}
      aria-label={`${t('theme.label')}: ${t(`theme.${theme.value}`)}`}
      label={<Icon name="theme" class="size-5" />}
      items={THEMES.map(name => ({
        label: t(`theme.${name}`),
        current: name === theme.value,
        onClick: () => setTheme(name),
      }))}
    />
  )
}
