import { useMessages } from '../i18n.ts'

/** A stall under its awning. */
export function Brand({ href = '/' }: { href?: string }) {
  const t = useMessages('platform')
  return (
    <a href={href} class="flex min-h-11 items-center gap-2 font-semibold">
      <svg viewBox="0 0 32 32" class="size-7" aria-hidden="true">
        <rect width="32" height="32" rx="7" class="fill-primary" />
        <path d="M6 14 16 7l10 7v2H6zM8 18h4v7H8zM14 18h4v7h-4zM20 18h4v7h-4z" class="fill-primary-content" />
      </svg>
      <span class="text-lg tracking-tight">{t('app.name')}</span>
    </a>
  )
}
