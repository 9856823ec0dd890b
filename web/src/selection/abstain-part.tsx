import { useMessages } from '../platform/i18n.ts'
import { notify } from '../ui/toast.tsx'
import { abstain } from './council-api.ts'
import { ReasonButton } from './reason-button.tsx'

interface Props {
  applicationId: string
  version: () => number
  onDone: () => unknown
}

/** Not scoring an application, with the reason. */
export function AbstainPart({ applicationId, version, onDone }: Props) {
  const t = useMessages('selection-desk')
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 rounded-box border border-line bg-base-100 px-4 py-3 sm:px-5">
      <p class="min-w-0 flex-1 basis-52 text-sm text-muted">{t('sheet.abstain.lead')}</p>
      <ReasonButton
        reasonLabel={t('council.reason')}
        label={t('sheet.abstain')}
        title={t('sheet.abstain.title')}
        onReason={async reason => {
          await abstain(applicationId, reason, version())
          notify({ text: t('sheet.abstained') })
          await onDone()
        }}
      />
    </div>
  )
}
