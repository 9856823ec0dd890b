import { PERMISSIONS } from '@hoicho/shared/identity/permissions.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { DateField, type Option, SelectField } from '../ui/inputs.tsx'
import { useActivitySentence } from './activity-sentence.ts'
import { type LogFilter, useAuditPeople, useFairsOf } from './organizer-api.ts'

export const NO_FILTER: LogFilter = { fairId: '', personId: '', action: '', from: '', to: '' }

interface Props {
  organizerId: string
  filter: LogFilter
  setFilter: (filter: LogFilter) => void
}

/** Which part of the log is read: fair, person, kind of act, days. */
export function LogFilters({ organizerId, filter, setFilter }: Props) {
  const t = useMessages('settings-desk')
  const { data: fairs = [] } = useFairsOf(organizerId)
  const { data: people = [] } = useAuditPeople(organizerId)
  const bind = (name: keyof LogFilter) => ({
    id: `log-${name}`,
    name,
    value: filter[name],
    onValue: (value: string) => setFilter({ ...filter, [name]: value }),
  })
  const isFiltered = Object.values(filter).some(value => value !== '')
  return (
    <div class="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-5">
      <SelectField
        {...bind('fairId')}
        label={t('log.fair')}
        width="full"
        options={[
          { value: '', label: t('log.fair.all') },
          ...fairs.map(fair => ({ value: fair.id, label: fair.nameVi })),
        ]}
      />
      <SelectField
        {...bind('personId')}
        label={t('log.person')}
        width="full"
        options={[
          { value: '', label: t('log.person.all') },
          ...people.map(person => ({ value: person.id, label: person.name })),
        ]}
      />
      <SelectField
        {...bind('action')}
        label={t('log.action')}
        width="full"
        options={[{ value: '', label: t('log.action.all') }, ...useActionOptions()]}
      />
      <DateField {...bind('from')} label={t('log.from')} width="full" />
      <DateField {...bind('to')} label={t('log.to')} width="full" />
      {isFiltered && (
        <div>
          <Button kind="quiet" small onClick={() => setFilter(NO_FILTER)}>
            {t('log.clear')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Every act that has words of its own, by its words. */
function useActionOptions(): Option[] {
  const t = useMessages('home-desk')
  const sentence = useActivitySentence()
  const other = t('activity.other')
  return Object.keys(PERMISSIONS)
    .map(action => ({ value: action, label: sentence({ ...NOBODY, action }).what }))
    .filter(option => option.label !== other)
}

const NOBODY = { id: '', at: '', actorName: null, actorKind: 'system', establishmentName: null } as const
