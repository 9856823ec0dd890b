import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/button.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { assignOfficer, useOfficers } from './desk-api.ts'

interface AssigneePickProps {
  fairId: string
  applicationId: string
  assigneeId: string | null
  assigneeName: string | null
  /** Spoken beside the choice, where several stand under one another. */
  name: string
  /** Why it cannot be changed. */
  whyNot: string | undefined
}

/** Who deals with an application: taken with one press, given to somebody else by the list. */
export function AssigneePick(props: AssigneePickProps) {
  const { fairId, applicationId, assigneeId, assigneeName, name, whyNot } = props
  const t = useMessages('recruitment-desk')
  const { person } = useSession()
  const officers = useOfficers(fairId).data ?? []
  const [isBusy, setBusy] = useState(false)
  if (whyNot) return <>{assigneeName ?? t('inbox.nobody')}</>
  const give = async (officerId: string | null) => {
    setBusy(true)
    try {
      await assignOfficer(applicationId, { officerId, from: assigneeId })
      notify({ text: t('inbox.assigned') })
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  const isHere = assigneeId === null || officers.some(officer => officer.id === assigneeId)
  const isMine = officers.some(officer => officer.id === person?.id)
  return (
    <span class="relative z-10 flex items-center gap-1 max-md:justify-end">
      {assigneeId === null && isMine && (
        <Button
          kind="quiet"
          small
          busy={isBusy}
          aria-label={`${t('inbox.take')}: ${name}`}
          onClick={() => void give(person?.id ?? null)}
        >
          {t('inbox.take')}
        </Button>
      )}
      <select
        class="select select-sm w-36"
        aria-label={`${t('inbox.assignee')}: ${name}`}
        disabled={isBusy}
        onChange={event => void give(event.currentTarget.value || null)}
      >
        <option value="" selected={assigneeId === null}>
          {t('inbox.nobody')}
        </option>
        {!isHere && (
          <option value={assigneeId} selected>
            {assigneeName}
          </option>
        )}
        {officers.map(officer => (
          <option key={officer.id} value={officer.id} selected={officer.id === assigneeId}>
            {officer.name}
          </option>
        ))}
      </select>
    </span>
  )
}
