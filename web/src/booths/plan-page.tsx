import type { BoothView, HallView, PlanView } from '@hoicho/shared/booths/schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatArea } from '../platform/format.ts'
import { translator, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Money } from '../ui/number-fields.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { assignBooth, releaseBooth, usePlan } from './api.ts'
import { BoothDialog, HallDialog } from './booth-dialogs.tsx'
import { BoothPanel, BoothTag, stateOf } from './booth-panel.tsx'
import { GeneratorDialog } from './generator-dialog.tsx'
import { HallPlan } from './hall-plan.tsx'
import { SeekerList } from './seeker-list.tsx'

/** Draws the halls and places the selected establishments: plan, lists beside it, the chosen booth. */
export default function PlanPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('booths-desk')
  const plan = usePlan(params.fairId)
  const { data } = plan
  const free = data?.booths.filter(booth => !booth.assignment).length ?? 0
  const waiting = data?.seekers.filter(seeker => seeker.boothCount === 0).length ?? 0
  return (
    <Page title={t('title')} lead={data && t('lead', { booths: data.booths.length, free, waiting })}>
      <Await query={plan}>
        {found => <Workplace fairId={params.fairId} plan={found} firstBooth={query.booth} />}
      </Await>
    </Page>
  )
}

type Opened = 'hall-new' | 'hall-edit' | 'rows' | 'booth'

function Workplace(props: { fairId: string; plan: PlanView; firstBooth: string | undefined }) {
  const t = useMessages('booths-desk')
  const { fairId, plan } = props
  const { can } = useFairRights(fairId)
  const mayAssign = can('booths.assign')
  const [number, setNumber] = useState(props.firstBooth)
  const [seekerId, setSeekerId] = useState<string>()
  const [hallId, setHallId] = useState<string>()
  const [opened, setOpened] = useState<Opened>()
  const booth = plan.booths.find(one => one.number === number)
  const hall =
    plan.halls.find(one => one.id === hallId) ??
    plan.halls.find(one => one.id === booth?.hallId) ??
    plan.halls[0]
  const seeker = plan.seekers.find(one => one.applicationId === seekerId)
  const place = async (target: BoothView, applicationId: string) => {
    setSeekerId(undefined)
    await placeBooth(fairId, plan, target, applicationId)
  }
  const pick = (picked: string) => {
    setNumber(picked)
    const target = plan.booths.find(one => one.number === picked)
    if (target && !target.assignment && seeker) void place(target, seeker.applicationId)
  }
  const close = () => setOpened(undefined)
  return (
    <div class="flex flex-col gap-5">
      {hall ? (
        <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_21rem]">
          <HallSection
            plan={plan}
            hall={hall}
            number={number}
            pick={pick}
            setHallId={setHallId}
            open={can('booths.draw') ? setOpened : undefined}
          />
          <div class="no-print flex flex-col gap-5">
            <BoothPanel fairId={fairId} plan={plan} booth={booth} assign={place} />
            <SeekerList plan={plan} chosen={seeker} onChoose={mayAssign ? setSeekerId : undefined} />
          </div>
        </div>
      ) : (
        <EmptyState
          title={t('hall.none')}
          action={
            can('booths.draw') && (
              <Button kind="primary" icon="plus" onClick={() => setOpened('hall-new')}>
                {t('hall.add')}
              </Button>
            )
          }
        >
          {t(can('booths.draw') ? 'hall.none.hint' : 'hall.none.wait')}
        </EmptyState>
      )}
      {plan.booths.length > 0 && <BoothTable plan={plan} pick={setNumber} />}
      {(opened === 'hall-new' || opened === 'hall-edit') && (
        <HallDialog
          fairId={fairId}
          hall={opened === 'hall-edit' ? (hall ?? null) : null}
          onSaved={setHallId}
          onClose={close}
        />
      )}
      {opened === 'rows' && hall && (
        <GeneratorDialog
          fairId={fairId}
          hall={hall}
          standing={plan.booths.filter(one => one.hallId === hall.id)}
          currency={plan.currency}
          onClose={close}
        />
      )}
      {opened === 'booth' && hall && (
        <BoothDialog fairId={fairId} hallId={hall.id} plan={plan} booth={null} onClose={close} />
      )}
    </div>
  )
}

/** Places and offers to take it back; the loser of a race is told who was faster by the plan itself. */
async function placeBooth(fairId: string, plan: PlanView, booth: BoothView, applicationId: string) {
  const t = translator('booths-desk')
  const name = plan.seekers.find(one => one.applicationId === applicationId)?.establishmentName ?? ''
  try {
    await assignBooth(fairId, booth.id, applicationId)
    notify({
      text: t('assign.done', { name, number: booth.number }),
      undo: () => releaseBooth(fairId, booth.id, t('release.undo')),
    })
  } catch (error) {
    notifyError(error)
  }
}

interface HallSectionProps {
  plan: PlanView
  hall: HallView
  number: string | undefined
  pick: (number: string) => void
  setHallId: (id: string) => void
  /** Not there for who may only look. */
  open: ((what: Opened) => void) | undefined
}

function HallSection({ plan, hall, number, pick, setHallId, open }: HallSectionProps) {
  const t = useMessages('booths-desk')
  const drawn = plan.booths
    .filter(booth => booth.hallId === hall.id)
    .map(booth => ({
      ...booth,
      look: stateOf(booth),
      name: booth.assignment?.fasciaName || booth.assignment?.establishmentName || '',
    }))
  const drawing = (
    <HallPlan key={hall.id} hall={hall} booths={drawn} selected={number} onPick={pick} hasTools />
  )
  return (
    <Section
      title={plan.halls.length > 1 ? '' : hall.name}
      actions={
        open && (
          <>
            <Button small icon="plus" onClick={() => open('rows')}>
              {t('generate')}
            </Button>
            <Button kind="quiet" small onClick={() => open('booth')}>
              {t('booth.add')}
            </Button>
            <Button kind="quiet" small onClick={() => open('hall-edit')}>
              {t('hall.edit')}
            </Button>
            <Button kind="quiet" small onClick={() => open('hall-new')}>
              {t('hall.add')}
            </Button>
          </>
        )
      }
    >
      {plan.halls.length > 1 ? (
        <Tabs
          label={t('booth.hall')}
          tabs={plan.halls.map(one => ({ key: one.id, label: one.name }))}
          current={hall.id}
          onSelect={setHallId}
        >
          {drawing}
        </Tabs>
      ) : (
        drawing
      )}
      <div class="mt-3 flex flex-wrap gap-2">
        {(['free', 'assigned', 'confirmed'] as const).map(state => (
          <BoothTag key={state} state={state} />
        ))}
      </div>
    </Section>
  )
}

function BoothTable({ plan, pick }: { plan: PlanView; pick: (number: string) => void }) {
  const t = useMessages('booths-desk')
  const hallName = (booth: BoothView) => plan.halls.find(hall => hall.id === booth.hallId)?.name ?? ''
  const holder = (booth: BoothView) => booth.assignment?.establishmentName ?? ''
  return (
    <Section title={t('list')} bare>
      <DataTable
        caption={t('list')}
        rows={plan.booths}
        rowKey={booth => booth.id}
        search={booth => `${booth.number} ${holder(booth)} ${hallName(booth)}`}
        csvName={t('title')}
        pageSize={30}
        columns={[
          {
            key: 'number',
            header: t('booth.number'),
            cell: booth => (
              <button
                type="button"
                class="cursor-pointer font-semibold text-primary underline"
                onClick={() => pick(booth.number)}
              >
                {booth.number}
                <span class="sr-only"> {t('pick')}</span>
              </button>
            ),
            sort: booth => booth.number,
            csv: booth => booth.number,
          },
          { key: 'hall', header: t('booth.hall'), cell: hallName, sort: hallName, csv: hallName },
          {
            key: 'kind',
            header: t('booth.kind'),
            cell: booth => t(`booth.kind.${booth.kind}`),
            csv: booth => booth.kind,
          },
          {
            key: 'area',
            header: t('booth.area'),
            cell: booth => formatArea(booth.areaCm2),
            sort: booth => booth.areaCm2,
            csv: booth => booth.areaCm2 / 10_000,
            numeric: true,
          },
          {
            key: 'sides',
            header: t('booth.sides'),
            cell: booth => booth.openSides,
            sort: booth => booth.openSides,
            csv: booth => booth.openSides,
            numeric: true,
          },
          {
            key: 'price',
            header: t('booth.price'),
            cell: booth => <Money amountMinor={booth.priceMinor} currency={plan.currency} />,
            sort: booth => booth.priceMinor,
            csv: booth => booth.priceMinor,
            numeric: true,
          },
          {
            key: 'state',
            header: t('booth.state'),
            cell: booth => <BoothTag state={stateOf(booth)} />,
            sort: stateOf,
            csv: stateOf,
          },
          {
            key: 'holder',
            header: t('booth.holder'),
            cell: booth => holder(booth) || '–',
            sort: holder,
            csv: holder,
          },
        ]}
      />
    </Section>
  )
}
