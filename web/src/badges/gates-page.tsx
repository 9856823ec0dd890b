import type { DeviceView, GateView, NewDevice } from '@hoicho/shared/badges/schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton, Dialog } from '../ui/dialog.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { removeGate, revokeDevice, useGates, useHall } from './api.ts'
import { BadgeTabs } from './badges-page.tsx'
import { DeviceForm, GateForm } from './gate-forms.tsx'
import { Hall } from './hall.tsx'
import { QrPicture } from './qr-picture.tsx'

/** The hall as it is now, its gates, and the devices at them. */
export default function GatesPage({ params }: PageProps<'fairId'>) {
  const t = useMessages('badges-desk')
  const { fairId } = params
  const { can } = useFairRights(fairId)
  const hall = useHall(fairId)
  return (
    <Page
      title={t('gates.title')}
      actions={
        <Button href="/gate" external icon="external">
          {t('hall.open')}
        </Button>
      }
    >
      {can('badges.list') && <BadgeTabs fairId={fairId} current="gates" />}
      <Await query={hall}>{data => <Hall hall={data} />}</Await>
      <div class="grid items-start gap-6 xl:grid-cols-2">
        <Gates fairId={fairId} />
        <Await query={hall}>
          {data => <Devices fairId={fairId} devices={data.devices} timeZone={data.timeZone} />}
        </Await>
      </div>
    </Page>
  )
}

function Gates({ fairId }: { fairId: string }) {
  const t = useMessages('badges-desk')
  const gates = useGates(fairId)
  const [edited, setEdited] = useState<GateView | 'new'>()
  const mayManage = useFairRights(fairId).can('badges.manage-gates')
  const add = mayManage && <Button onClick={() => setEdited('new')}>{t('gates.add')}</Button>
  return (
    <Section title={t('gates.section')} actions={add}>
      <Await query={gates}>
        {items =>
          items.length === 0 ? (
            <EmptyState title={t('gates.empty')} action={add}>
              {t(mayManage ? 'gates.empty.hint' : 'gates.empty.wait')}
            </EmptyState>
          ) : (
            <ul class="divide-y divide-line">
              {items.map(gate => (
                <Gate
                  key={gate.id}
                  fairId={fairId}
                  gate={gate}
                  onEdit={mayManage ? () => setEdited(gate) : undefined}
                />
              ))}
            </ul>
          )
        }
      </Await>
      <Dialog
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={t(edited === 'new' ? 'gates.add' : 'gates.edit')}
      >
        <GateForm
          fairId={fairId}
          gate={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      </Dialog>
    </Section>
  )
}

function Gate(props: { fairId: string; gate: GateView; onEdit: (() => void) | undefined }) {
  const { fairId, gate, onEdit } = props
  const t = useMessages('badges-desk')
  const kinds = useMessages('badges')
  const platform = useMessages('platform')
  return (
    <li class="flex flex-wrap items-center gap-2 py-2.5">
      <span class="min-w-0 flex-1 basis-48">
        <span class="block font-medium">{gate.name}</span>
        <span class="block text-sm text-muted">
          {gate.kinds.map(kind => kinds(`kind.${kind}`)).join(' · ')}
        </span>
      </span>
      {onEdit && (
        <>
          <Button small kind="quiet" onClick={onEdit}>
            {platform('action.edit')}
          </Button>
          <ConfirmButton
            small
            title={t('gates.remove.title', { name: gate.name })}
            text={t('gates.remove.text')}
            onConfirm={() => removeGate(fairId, gate.id)}
          >
            {t('gates.remove')}
          </ConfirmButton>
        </>
      )}
    </li>
  )
}

const TONES = { waiting: 'info', expired: 'neutral', enrolled: 'success', revoked: 'error' } as const

function Devices(props: { fairId: string; devices: readonly DeviceView[]; timeZone: string }) {
  const t = useMessages('badges-desk')
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<NewDevice>()
  const mayManage = useFairRights(props.fairId).can('badges.manage-gates')
  const add = mayManage && <Button onClick={() => setAdding(true)}>{t('devices.add')}</Button>
  return (
    <Section title={t('devices.section')} actions={add}>
      {props.devices.length === 0 ? (
        <EmptyState title={t('devices.empty')} action={add}>
          {t(mayManage ? 'devices.empty.hint' : 'devices.empty.wait')}
        </EmptyState>
      ) : (
        <ul class="divide-y divide-line">
          {props.devices.map(device => (
            <Device key={device.id} fairId={props.fairId} device={device} timeZone={props.timeZone} />
          ))}
        </ul>
      )}
      <Dialog open={isAdding} onClose={() => setAdding(false)} title={t('devices.add')}>
        <DeviceForm
          fairId={props.fairId}
          onMade={device => {
            setAdding(false)
            setMade(device)
          }}
        />
      </Dialog>
      <Dialog open={made !== undefined} onClose={() => setMade(undefined)} title={t('devices.code.title')}>
        {made && <Code made={made} />}
      </Dialog>
    </Section>
  )
}

function Code({ made }: { made: NewDevice }) {
  const t = useMessages('badges-desk')
  return (
    <div class="flex flex-col items-center gap-3">
      <QrPicture rows={made.qr} label={made.link} class="w-full max-w-64" />
      <p class="tnum text-3xl font-semibold tracking-widest">{made.code}</p>
      <p class="text-sm text-muted">{t('devices.code.text', { link: made.link.replace(/#.*/, '') })}</p>
    </div>
  )
}

function Device({ fairId, device, timeZone }: { fairId: string; device: DeviceView; timeZone: string }) {
  const t = useMessages('badges-desk')
  const { can } = useFairRights(fairId)
  return (
    <li class="flex flex-wrap items-center gap-2 py-2.5">
      <span class="min-w-0 flex-1 basis-48">
        <span class="block font-medium">{device.name}</span>
        {device.lastSeenAt && (
          <span class="tnum block text-sm text-muted">
            {t('devices.seen', { time: formatDateTime(device.lastSeenAt, timeZone) })}
          </span>
        )}
      </span>
      <StateTag tone={TONES[device.state]}>{t(`devices.state.${device.state}`)}</StateTag>
      {device.state !== 'revoked' && can('badges.manage-gates') && (
        <ConfirmButton
          small
          title={t('devices.revoke.title', { name: device.name })}
          text={t('devices.revoke.text')}
          onConfirm={() => revokeDevice(fairId, device.id)}
        >
          {t('devices.revoke')}
        </ConfirmButton>
      )}
    </li>
  )
}
