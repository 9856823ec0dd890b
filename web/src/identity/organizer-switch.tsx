import type { ComponentChildren } from 'preact'
import { useMessages } from '../platform/i18n.ts'
import type { Session } from '../platform/session.ts'
import { Tabs } from '../ui/tabs.tsx'

export interface OrganizerSwitchProps {
  organizers: Session['organizers']
  current: string
  choose: (id: string) => void
  children: ComponentChildren
}

/** For the few who work for several organizers: which one is looked at. */
export function OrganizerSwitch({ organizers, current, choose, children }: OrganizerSwitchProps) {
  const t = useMessages('identity')
  if (organizers.length < 2) return <>{children}</>
  return (
    <div class="px-4 pt-4 sm:px-6">
      <Tabs
        label={t('switch.organizer')}
        current={current}
        onSelect={choose}
        tabs={organizers.map(one => ({ key: one.id, label: one.shortName }))}
      >
        {children}
      </Tabs>
    </div>
  )
}
