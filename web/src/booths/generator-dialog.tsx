import { planFaults } from '@hoicho/shared/booths/floor-plan.ts'
import { generateRows } from '@hoicho/shared/booths/generate-rows.ts'
import type { BoothView, HallView, RowPlan } from '@hoicho/shared/booths/schema.ts'
import { BOOTH_KINDS, FUNDING_SOURCES } from '@hoicho/shared/booths/vocabulary.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { MoneyField, NumberField } from '../ui/number-fields.tsx'
import { Notice } from '../ui/states.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { addBooths } from './api.ts'
import { type DrawnBooth, HallPlan } from './hall-plan.tsx'

interface RowValues {
  firstRow: string
  prefix: string
  rows: number | null
  columns: number | null
  width: number | null
  depth: number | null
  aisle: number | null
  x: number | null
  y: number | null
  isBackToBack: boolean
  kind: BoothView['kind']
  fundingSource: BoothView['fundingSource']
  priceMinor: number | null
  cornerPercent: number | null
}

export interface GeneratorProps {
  fairId: string
  hall: HallView
  standing: readonly BoothView[]
  currency: string
  onClose: () => void
}

/** Draws rows of booths in a hall, shown before they are added. */
export function GeneratorDialog(props: GeneratorProps) {
  const t = useMessages('booths-desk')
  return (
    <Dialog open wide onClose={props.onClose} title={t('generate.title')}>
      <Generator {...props} />
    </Dialog>
  )
}

function Generator({ fairId, hall, standing, currency, onClose }: GeneratorProps) {
  const t = useMessages('booths-desk')
  const form = useForm<RowValues>({
    initial: firstValues(standing),
    submit: async values => {
      const plan = planOf(values)
      if (!plan) return
      await addBooths(fairId, hall.id, generateRows(plan, hall, standing))
      onClose()
    },
  })
  const plan = planOf(form.values)
  const booths = plan ? generateRows(plan, hall, standing) : []
  const [fault] = planFaults(hall, [...standing, ...booths])
  const drawn: DrawnBooth[] = [
    ...standing.map(booth => ({ ...booth, look: 'dimmed' as const })),
    ...booths.map(booth => ({
      ...booth,
      look: isAt(fault, booth.number) ? ('fault' as const) : ('planned' as const),
    })),
  ]
  const [first, last] = [booths[0]?.number ?? '–', booths.at(-1)?.number ?? '–']
  return (
    <Form form={form}>
      <RowFields form={form} currency={currency} />
      <HallPlan hall={hall} booths={drawn} />
      {fault ? (
        <Notice tone="warning">
          {t(`generate.bad.${fault.code}`, {
            booth: fault.booth,
            other: 'other' in fault ? fault.other : '',
          })}
        </Notice>
      ) : (
        <p class="tnum text-muted">{t('generate.preview', { count: booths.length, first, last })}</p>
      )}
      <Actions>
        {!fault && booths.length > 0 && (
          <Button type="submit" kind="primary" busy={form.pending}>
            {t('generate.do', { count: booths.length })}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

function RowFields({ form, currency }: { form: FormState<RowValues>; currency: string }) {
  const t = useMessages('booths-desk')
  const m = t('metres')
  return (
    <div class="grid gap-x-4 gap-y-3 sm:grid-cols-3">
      <TextField {...form.field('firstRow')} label={t('row.firstRow')} width="xs" maxLength={1} />
      <NumberField {...form.field('rows')} label={t('row.rows')} width="xs" />
      <NumberField {...form.field('columns')} label={t('row.columns')} width="xs" />
      <NumberField {...form.field('width')} label={t('row.boothWidth')} width="xs" decimals={2} suffix={m} />
      <NumberField {...form.field('depth')} label={t('row.boothDepth')} width="xs" decimals={2} suffix={m} />
      <NumberField {...form.field('aisle')} label={t('row.aisle')} width="xs" decimals={2} suffix={m} />
      <NumberField {...form.field('x')} label={t('row.x')} width="xs" decimals={2} suffix={m} />
      <NumberField {...form.field('y')} label={t('row.y')} width="xs" decimals={2} suffix={m} />
      <TextField
        {...form.field('prefix')}
        label={t('row.prefix')}
        width="xs"
        required={false}
        maxLength={6}
      />
      <div class="sm:col-span-3">
        <CheckboxField {...form.field('isBackToBack')} label={t('row.backToBack')} />
      </div>
      <MoneyField {...form.field('priceMinor')} label={t('row.price')} currency={currency} />
      <NumberField
        {...form.field('cornerPercent')}
        label={t('row.corner')}
        width="xs"
        decimals={2}
        suffix="%"
      />
      <SelectField
        {...form.field('kind')}
        label={t('booth.kind')}
        options={BOOTH_KINDS.map(value => ({ value, label: t(`booth.kind.${value}`) }))}
      />
      <SelectField
        {...form.field('fundingSource')}
        label={t('booth.funding')}
        options={FUNDING_SOURCES.map(value => ({ value, label: t(`booth.funding.${value}`) }))}
      />
    </div>
  )
}

const isAt = (fault: ReturnType<typeof planFaults>[number] | undefined, number: string) =>
  fault !== undefined && (fault.booth === number || (fault.code === 'overlap' && fault.other === number))

/** The next free row letter, under what already stands. */
function firstValues(standing: readonly BoothView[]): RowValues {
  const letters = standing.map(booth => /([A-Z])-?\d+[A-Z]?$/.exec(booth.number)?.[1] ?? '@')
  const last = letters.reduce((a, b) => (a > b ? a : b), '@')
  const bottom = standing.reduce((low, booth) => Math.max(low, booth.yCm + booth.depthCm), 0)
  return {
    firstRow: last < 'Z' ? String.fromCharCode(last.charCodeAt(0) + 1) : 'A',
    prefix: '',
    rows: 2,
    columns: 8,
    width: 3,
    depth: 3,
    aisle: 3,
    x: 3,
    y: bottom / 100 + 3,
    isBackToBack: true,
    kind: 'standard',
    fundingSource: 'national',
    priceMinor: standing.length > 0 ? Math.min(...standing.map(booth => booth.priceMinor)) : null,
    cornerPercent: 0,
  }
}

const cm = (metres: number | null) => (metres === null ? Number.NaN : Math.round(metres * 100))

/** The plan the values describe, or undefined while they are not complete. The server checks it again. */
function planOf(values: RowValues): RowPlan | undefined {
  const { width, depth, aisle, x, y, rows, columns, ...rest } = values
  const firstRow = values.firstRow.trim().toUpperCase()
  const plan = {
    ...rest,
    firstRow,
    rows: rows ?? 0,
    columns: columns ?? 0,
    boothWidthCm: cm(width),
    boothDepthCm: cm(depth),
    aisleCm: cm(aisle),
    xCm: cm(x),
    yCm: cm(y),
    priceMinor: values.priceMinor ?? 0,
    cornerPercent: values.cornerPercent ?? 0,
    sectorCode: null,
  }
  const counts = isWithin(plan.rows, 1, 26) && isWithin(plan.columns, 1, 99)
  const sizes = isWithin(plan.boothWidthCm, 1, MAX_CM) && isWithin(plan.boothDepthCm, 1, MAX_CM)
  const places = [plan.aisleCm, plan.xCm, plan.yCm].every(value => isWithin(value, 0, MAX_CM))
  return counts && sizes && places && /^[A-Z]$/.test(firstRow) ? plan : undefined
}

/** No hall is longer than 500 m. */
const MAX_CM = 50_000
const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most
