import type { ProfileWarning } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Notice } from '../ui/states.tsx'

/** What is doubtful about the profile behind an application; nothing where nothing is. */
export function ProfileWarnings({ warnings }: { warnings: readonly ProfileWarning[] }) {
  const t = useMessages('recruitment-desk')
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning" title={t('warnings.title')}>
      <ul class="list-disc pl-5">
        {warnings.map(warning => (
          <li key={'name' in warning ? `${warning.name}${warning.validUntil}` : warning.code}>
            <Sentence warning={warning} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Sentence({ warning }: { warning: ProfileWarning }) {
  const t = useMessages('recruitment-desk')
  if ('name' in warning) {
    return <>{t(`warnings.${warning.code}`, { name: warning.name, date: formatDate(warning.validUntil) })}</>
  }
  const reason = 'reason' in warning ? warning.reason : null
  return (
    <>
      {t(`warnings.${warning.code}`)}
      {reason && ` ${t('warnings.reason', { reason })}`}
    </>
  )
}
