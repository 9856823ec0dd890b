import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import { AssigneePick } from './assignee-pick.tsx'
import { useDesk } from './desk-api.ts'
import { ProfileWarnings } from './profile-warnings.tsx'

/** What the desk alone sees of an application: who deals with it, and what is doubtful about the profile. */
export function DeskHead({ view, fairId }: { view: ApplicationView; fairId: string }) {
  const t = useMessages('recruitment-desk')
  const { whyNot } = useFairRights(fairId)
  const desk = useDesk(view.id).data
  if (!desk) return null
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-center gap-2">
        <span class="text-muted">{t('inbox.assignee')}</span>
        <AssigneePick
          fairId={fairId}
          applicationId={view.id}
          assigneeId={desk.assigneeId}
          assigneeName={desk.assigneeName}
          name={view.establishment.name}
          whyNot={whyNot('recruitment.assign-officer')}
        />
      </div>
      <ProfileWarnings warnings={desk.warnings} />
    </div>
  )
}
