import type { ProvinceScheme } from '@hoicho/shared/reports/schema.ts'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { SelectField } from '../ui/inputs.tsx'

/** Counts by the provinces of before or since July 2025, on the page at `path`. */
export function SchemeSwitch({ scheme, path }: { scheme: ProvinceScheme; path: string }) {
  const t = useMessages('reports-desk')
  const { route } = useLocation()
  return (
    <div class="no-print -mb-3">
      <SelectField
        id="scheme"
        name="scheme"
        label={t('scheme.label')}
        hint={t('scheme.note')}
        width="md"
        value={scheme}
        onValue={value => route(`${path}?scheme=${value}`, true)}
        options={(['gso-63', 'gso-34'] as const).map(value => ({ value, label: t(`scheme.${value}`) }))}
      />
    </div>
  )
}
