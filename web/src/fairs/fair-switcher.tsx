import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { useCanSomewhere } from '../platform/rights.ts'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { useDeskFairs } from './api.ts'
import { fairName } from './fair-name.ts'

/** Names the fair one is in and leads to the same room of another, or to a new one. */
export function FairSwitcher({ fairId }: { fairId: string | undefined }) {
  const t = useMessages('platform')
  const { path } = useLocation()
  const can = useCanSomewhere()
  const { data: fairs = [] } = useDeskFairs()
  const current = fairs.find(fair => fair.id === fairId)
  const room = /^\/desk\/fairs\/[^/]+\/([a-z]+)/.exec(path)?.[1] ?? 'overview'
  const items = fairs.map(fair => ({
    label: fairName(fair),
    href: `/desk/fairs/${fair.id}/${room}`,
    current: fair.id === fairId,
  }))
  if (can('fairs.create')) items.push({ label: t('desk.fair.new'), href: '/desk/fairs/new', current: false })
  if (items.length === 0) return null
  return (
    <Menu
      align="start"
      buttonClass="btn btn-ghost h-auto w-full justify-start py-2 text-left font-semibold"
      label={
        <>
          <span class="line-clamp-2 min-w-0 flex-1">
            {current ? fairName(current) : t('desk.fair.choose')}
          </span>
          <Icon name="down" class="size-4 text-muted" />
        </>
      }
      items={items}
    />
  )
}
