import type { BoothView, HallView, PlanView } from '@hoicho/shared/booths/schema.ts'
import { BOOTH_KINDS, FUNDING_SOURCES } from '@hoicho/shared/booths/vocabulary.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { MoneyField, NumberField } from '../ui/number-fields.tsx'
import { useForm } from '../ui/use-form.ts'
import { addBooths, editBooth, releaseBooth, saveHall } from './api.ts'

const cm = (metres: number | null) => Math.round((metres ?? 0) * 100)

/** Adds a hall, or changes one. */
export function HallDialog(props: {
  fairId: string
  hall: HallView | null
  onSaved: (hallId: string) => void
  onClose: () => void
}) {
  const t = useMessages('booths-desk')
  const p = useMessages('platform')
  const { fairId, hall, onSaved, onClose } = props
  const form = useForm<{
    name: string
    level: number | null
    widthCm: number | null
    depthCm: number | null
  }>({
    initial: {
      name: hall?.name ?? '',
      level: hall?.level ?? 0,
      widthCm: hall ? hall.widthCm / 100 : null,
      depthCm: hall ? hall.depthCm / 100 : null,
    },
    submit: async ({ name, level, widthCm, depthCm }) => {
      const input = { name, level: level ?? 0, widthCm: cm(widthCm), depthCm: cm(depthCm) }
      onSaved((await saveHall(fairId, hall?.id ?? null, input)).id)
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t(hall ? 'hall.edit' : 'hall.add')}>
      <Form form={form}>
        <TextField {...form.field('name')} label={t('hall.name')} maxLength={60} />
        <NumberField
          {...form.field('level')}
          label={t('hall.level')}
          hint={t('hall.level.hint')}
          width="xs"
        />
        <NumberField {...form.field('widthCm')} label={t('hall.width')} decimals={2} suffix={t('metres')} />
        <NumberField {...form.field('depthCm')} label={t('hall.depth')} decimals={2} suffix={t('metres')} />
        <Actions>
          <Button type="submit" kind="primary" busy={form.pending}>
            {p('action.save')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}

interface BoothValues {
  number: string
  kind: BoothView['kind']
  xCm: number | null
  yCm: number | null
  widthCm: number | null
  depthCm: number | null
  priceMinor: number | null
  fundingSource: BoothView['fundingSource']
  sectorCode: string
}

/** Adds one booth to a hall, or changes one. */
export function BoothDialog(props: {
  fairId: string
  hallId: string
  plan: PlanView
  booth: BoothView | null
  onClose: () => void
}) {
  const t = useMessages('booths-desk')
  const p = useMessages('platform')
  const { fairId, hallId, plan, booth, onClose } = props
  const form = useForm<BoothValues>({
    initial: boothValues(booth),
    submit: async values => {
      const input = {
        ...values,
        xCm: cm(values.xCm),
        yCm: cm(values.yCm),
        widthCm: cm(values.widthCm),
        depthCm: cm(values.depthCm),
        priceMinor: values.priceMinor ?? 0,
        sectorCode: values.sectorCode || null,
      }
      await (booth
        ? editBooth(fairId, booth.id, { ...input, version: booth.version })
        : addBooths(fairId, hallId, [input]))
      onClose()
    },
  })
  const m = t('metres')
  return (
    <Dialog open onClose={onClose} title={booth ? t('booth.edit', { number: booth.number }) : t('booth.add')}>
      <Form form={form}>
        <div class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField {...form.field('number')} label={t('booth.number')} width="sm" maxLength={12} />
          <SelectField
            {...form.field('kind')}
            label={t('booth.kind')}
            options={BOOTH_KINDS.map(value => ({ value, label: t(`booth.kind.${value}`) }))}
          />
          <NumberField
            {...form.field('widthCm')}
            label={t('row.boothWidth')}
            width="xs"
            decimals={2}
            suffix={m}
          />
          <NumberField
            {...form.field('depthCm')}
            label={t('row.boothDepth')}
            width="xs"
            decimals={2}
            suffix={m}
          />
          <NumberField {...form.field('xCm')} label={t('row.x')} width="xs" decimals={2} suffix={m} />
          <NumberField {...form.field('yCm')} label={t('row.y')} width="xs" decimals={2} suffix={m} />
          <MoneyField
            {...form.field('priceMinor')}
            label={t('row.price')}
            hint={t('row.price.hint')}
            currency={plan.currency}
          />
          <SelectField
            {...form.field('fundingSource')}
            label={t('booth.funding')}
            options={FUNDING_SOURCES.map(value => ({ value, label: t(`booth.funding.${value}`) }))}
          />
          <SelectField
            {...form.field('sectorCode')}
            label={t('booth.sector')}
            options={[
              { value: '', label: t('booth.sector.any') },
              ...plan.sectors.map(sector => ({
                value: sector.code,
                label: locale.value === 'vi' ? sector.nameVi : sector.nameEn,
              })),
            ]}
          />
        </div>
        <Actions>
          <Button type="submit" kind="primary" busy={form.pending}>
            {p('action.save')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}

function boothValues(booth: BoothView | null): BoothValues {
  if (!booth) {
    return {
      number: '',
      kind: 'standard',
      xCm: null,
      yCm: null,
      widthCm: 3,
      depthCm: 3,
      priceMinor: null,
      fundingSource: 'national',
      sectorCode: '',
    }
  }
  const { number, kind, priceMinor, fundingSource, sectorCode } = booth
  const metres = (value: number) => value / 100
  return {
    number,
    kind,
    priceMinor,
    fundingSource,
    sectorCode: sectorCode ?? '',
    xCm: metres(booth.xCm),
    yCm: metres(booth.yCm),
    widthCm: metres(booth.widthCm),
    depthCm: metres(booth.depthCm),
  }
}

/** Asks why a booth is taken back. */
export function ReleaseDialog(props: {
  fairId: string
  booth: BoothView
  name: string
  onClose: () => void
}) {
  const t = useMessages('booths-desk')
  const { fairId, booth, name, onClose } = props
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await releaseBooth(fairId, booth.id, reason)
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('release.title', { name, number: booth.number })}>
      <Form form={form}>
        <TextField {...form.field('reason')} label={t('release.reason')} maxLength={300} />
        <Actions>
          <Button type="submit" kind="destroy" busy={form.pending}>
            {t('release')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
