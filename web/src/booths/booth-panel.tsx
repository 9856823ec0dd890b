import type { BoothView, PlanView } from '@hoicho/shared/booths/schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatArea, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Money } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { removeBooth } from './api.ts'
import { BoothDialog, ReleaseDialog } from './booth-dialogs.tsx'

export type BoothState = 'free' | 'assigned' | 'confirmed'
export const stateOf = (booth: BoothView): BoothState => booth.assignment?.state ?? 'free'
const TONES = { free: 'neutral', assigned: 'warning', confirmed: 'success' } as const

export function BoothTag({ state }: { state: BoothState }) {
  const t = useMessages('booths-desk')
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
}

export interface BoothPanelProps {
  fairId: string
  plan: PlanView
  booth: BoothView | undefined
  assign: (booth: BoothView, applicationId: string) => unknown
}

/** The chosen booth: what it is, who holds it, and what can be done with it. */
export function BoothPanel({ fairId, plan, booth, assign }: BoothPanelProps) {
  const t = useMessages('booths-desk')
  const p = useMessages('platform')
  const { can } = useFairRights(fairId)
  const [dialog, setDialog] = useState<'edit' | 'release'>()
  if (!booth)
    return <p class="rounded-box border border-dashed border-line p-4 text-muted">{t('panel.none')}</p>
  const { assignment } = booth
  const close = () => setDialog(undefined)
  const inContract = assignment?.state === 'confirmed' ? t('release.inContract') : undefined
  return (
    <Section title={booth.number} actions={<BoothTag state={stateOf(booth)} />}>
      <div class="flex flex-col gap-3">
        <Facts booth={booth} currency={plan.currency} />
        {assignment ? (
          <>
            <p class="font-medium">{assignment.establishmentName}</p>
            {inContract && <p class="text-sm text-muted">{inContract}</p>}
            {!inContract && can('booths.assign') && (
              <Button kind="danger" small onClick={() => setDialog('release')}>
                {t('release')}
              </Button>
            )}
          </>
        ) : (
          can('booths.assign') && (
            <AssignForm key={booth.id} plan={plan} onAssign={applicationId => assign(booth, applicationId)} />
          )
        )}
        <Actions>
          {!inContract && can('booths.draw') && (
            <Button kind="quiet" small icon="edit" onClick={() => setDialog('edit')}>
              {p('action.edit')}
            </Button>
          )}
          {!assignment && can('booths.draw') && (
            <ConfirmButton
              small
              title={t('booth.remove.title', { number: booth.number })}
              text={t('booth.remove.text')}
              onConfirm={() => removeBooth(fairId, booth.id)}
            >
              {t('booth.remove')}
            </ConfirmButton>
          )}
        </Actions>
      </div>
      {dialog === 'edit' && (
        <BoothDialog fairId={fairId} hallId={booth.hallId} plan={plan} booth={booth} onClose={close} />
      )}
      {dialog === 'release' && assignment && (
        <ReleaseDialog fairId={fairId} booth={booth} name={assignment.establishmentName} onClose={close} />
      )}
    </Section>
  )
}

function Facts({ booth, currency }: { booth: BoothView; currency: string }) {
  const t = useMessages('booths-desk')
  const size = `${formatNumber(booth.widthCm / 100, 2)} × ${formatNumber(booth.depthCm / 100, 2)} ${t('metres')}`
  return (
    <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt class="text-muted">{t('booth.kind')}</dt>
      <dd>{t(`booth.kind.${booth.kind}`)}</dd>
      <dt class="text-muted">{t('booth.size')}</dt>
      <dd class="tnum">
        {size} ({formatArea(booth.areaCm2)})
      </dd>
      <dt class="text-muted">{t('booth.sides')}</dt>
      <dd class="tnum">{booth.openSides}</dd>
      <dt class="text-muted">{t('booth.price')}</dt>
      <dd>
        <Money amountMinor={booth.priceMinor} currency={currency} />
      </dd>
      <dt class="text-muted">{t('booth.funding')}</dt>
      <dd>{t(`booth.funding.${booth.fundingSource}`)}</dd>
    </dl>
  )
}

/** Those without a booth stand first; those whose contract is made cannot be chosen. */
function AssignForm({ plan, onAssign }: { plan: PlanView; onAssign: (applicationId: string) => unknown }) {
  const t = useMessages('booths-desk')
  const [chosen, setChosen] = useState('')
  const [isPlacing, setIsPlacing] = useState(false)
  const place = async () => {
    setIsPlacing(true)
    await onAssign(chosen)
    setIsPlacing(false)
  }
  const options = [...plan.seekers]
    .sort((a, b) => Number(a.boothCount > 0) - Number(b.boothCount > 0))
    .map(seeker => ({
      value: seeker.applicationId,
      label:
        seeker.boothCount > 0
          ? `${seeker.establishmentName} (${t('seekers.count', { count: seeker.boothCount })})`
          : seeker.establishmentName,
      disabled: seeker.isConfirmed,
    }))
  if (options.length === 0) return <p class="text-muted">{t('seekers.empty')}</p>
  return (
    <div class="flex flex-col gap-2">
      <SelectField
        id="assign-who"
        name="applicationId"
        label={t('assign.who')}
        value={chosen}
        onValue={setChosen}
        options={options}
      />
      {chosen && (
        <Button kind="primary" busy={isPlacing} onClick={place}>
          {t('assign')}
        </Button>
      )}
    </div>
  )
}
