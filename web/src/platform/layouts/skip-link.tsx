import { useMessages } from '../i18n.ts'

/** The first stop of the keyboard: past the navigation. */
export function SkipLink() {
  const t = useMessages('platform')
  return (
    <a
      href="#main"
      class="btn btn-primary fixed top-2 left-2 z-50 not-focus:sr-only"
      onClick={event => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('app.skip')}
    </a>
  )
}
