import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { useDeals, useOwnDeals } from './api.ts'
import { DealForm } from './deal-form.tsx'

/** An officer logs a deal for a selected exhibitor: first whose, then what. */
export function LogForDialog({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const t = useMessages('deals-desk')
  const words = useMessages('deals')
  const deals = useDeals(fairId, {})
  const [applicationId, setApplicationId] = useState('')
  return (
    <Dialog open wide onClose={onClose} title={words('form.add')}>
      <Await query={deals}>
        {({ exhibitors }) =>
          exhibitors.length === 0 ? (
            <EmptyState title={t('add.empty')}>{t('add.none')}</EmptyState>
          ) : (
            <div class="flex flex-col gap-5">
              <SelectField
                id="log-for"
                name="exhibitor"
                label={t('add.for')}
                width="full"
                value={applicationId}
                onValue={setApplicationId}
                options={exhibitors.map(one => ({
                  value: one.applicationId,
                  label: [one.name, one.number].filter(Boolean).join(' · '),
                }))}
              />
              {applicationId && (
                <FormFor key={applicationId} applicationId={applicationId} onClose={onClose} />
              )}
            </div>
          )
        }
      </Await>
    </Dialog>
  )
}

function FormFor({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const about = useOwnDeals(applicationId)
  return (
    <Await query={about}>
      {found => <DealForm applicationId={applicationId} about={found} onDone={onClose} />}
    </Await>
  )
}
