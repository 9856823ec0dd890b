import type { ImportRow, ImportRowsPage } from '@hoicho/shared/establishments/import/schema.ts'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { notifyError } from '../../ui/toast.tsx'
import { chooseRows, type ImportKey } from './api.ts'

const ACTIONS = ['create', 'update', 'skip'] as const

interface Props {
  of: ImportKey
  found: ImportRowsPage
  filter: { verdict: ImportRow['verdict'] | undefined; q: string }
}

/** One choice for all rows that are found, with how many it changes before it does. */
export function BulkMenu({ of, found, filter: { verdict, q } }: Props) {
  const t = useMessages('directory-import-desk')
  const p = useMessages('platform')
  const [action, setAction] = useState<(typeof ACTIONS)[number]>()
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    if (!action) return
    setBusy(true)
    try {
      await chooseRows(of, { action, ...(verdict ? { verdict } : {}), ...(q === '' ? {} : { q }) })
      setAction(undefined)
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  if (found.total === 0) return null
  const count = (one: (typeof ACTIONS)[number]) => formatNumber(found.choosable[one])
  return (
    <>
      <Menu
        label={t('bulk.open', { count: formatNumber(found.total) })}
        items={ACTIONS.map(one => ({
          label: t(`bulk.${one}`, { count: count(one) }),
          onClick: () => setAction(one),
          disabledReason: found.choosable[one] === 0 ? t('bulk.none') : undefined,
        }))}
      />
      <Dialog
        open={action !== undefined}
        onClose={() => setAction(undefined)}
        title={t('bulk.title')}
        actions={
          <>
            <Button kind="primary" busy={isBusy} onClick={() => void confirm()}>
              {t('bulk.confirm')}
            </Button>
            <Button onClick={() => setAction(undefined)}>{p('confirm.no')}</Button>
          </>
        }
      >
        {action && t('bulk.text', { count: count(action), action: t(`action.${action}`) })}
      </Dialog>
    </>
  )
}
