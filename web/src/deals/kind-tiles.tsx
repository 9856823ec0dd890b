import { DEAL_KINDS, type DealKind } from '@hoicho/shared/deals/kinds.ts'
import { useMessages } from '../platform/i18n.ts'
import { type Binding, FieldSet } from '../ui/field.tsx'

/** The kinds of a deal as tiles for a thumb: native radios underneath, so that keys and readers find their way. */
export function KindTiles(props: Binding<DealKind> & { label: string }) {
  const t = useMessages('deals')
  const { id, name, value, onValue } = props
  return (
    <FieldSet {...props}>
      <div class="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {DEAL_KINDS.map(kind => (
          <label
            key={kind}
            for={`${id}-${kind}`}
            aria-label={t(`kind.${kind}`)}
            class="flex min-h-14 cursor-pointer items-start gap-2.5 rounded-field border border-edge bg-base-100 px-3 py-2.5 has-checked:border-primary has-checked:bg-primary/8 has-checked:ring-1 has-checked:ring-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              id={`${id}-${kind}`}
              type="radio"
              name={name}
              class="radio radio-primary radio-sm mt-0.5"
              checked={kind === value}
              onChange={() => onValue(kind)}
            />
            <span class="min-w-0">
              <span class="block leading-snug font-medium">{t(`kind.${kind}`)}</span>
              <span class="mt-0.5 hidden text-sm text-muted sm:block">{t(`kind.${kind}.hint`)}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  )
}
