import type { ContractView } from '@hoicho/shared/contracts/schema.ts'
import type { HomeView } from '@hoicho/shared/reports/schema.ts'
import { useOwnBadges } from '../badges/api.ts'
import { useContract } from '../contracts/api.ts'
import { useOwnDeals } from '../deals/api.ts'
import { formatDate, formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { useEstablishmentHome } from '../reports/api.ts'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { type Task, TaskList } from '../ui/task-list.tsx'

type Application = HomeView['applications'][number]
type Words = ReturnType<typeof useMessages<'home'>>

/** For the selected: booth, contract, payment, badges and deals, each with where it stands and the way there. */
export default function NextSteps(props: { establishmentId: string; applicationId: string }) {
  const t = useMessages('home')
  const home = useEstablishmentHome(props.establishmentId)
  return (
    <Section title={t('next.title')}>
      <Await query={home} lines={5}>
        {({ applications }) => {
          const found = applications.find(one => one.id === props.applicationId)
          return (
            found && (found.contractId ? <WithContract application={found} /> : <Steps application={found} />)
          )
        }}
      </Await>
    </Section>
  )
}

function WithContract({ application }: { application: Application }) {
  const contract = useContract(application.contractId ?? '')
  return <Await query={contract}>{found => <Steps application={application} contract={found} />}</Await>
}

function Steps({ application, contract }: { application: Application; contract?: ContractView }) {
  const t = useMessages('home')
  const badges = useBadgesTask(application)
  const deals = useDealsTask(application)
  return (
    <>
      <p class="mb-3 max-w-prose">{t(`step.${application.step.code}.text`)}</p>
      <TaskList
        progress={false}
        tasks={[
          boothTask(application, t),
          contractTask(contract, t),
          ...payTasks(contract, t),
          badges,
          deals,
        ]}
      />
    </>
  )
}

function boothTask({ boothNumbers, fair }: Application, t: Words): Task {
  const task = { key: 'booth', label: t('next.booth') }
  const [first] = boothNumbers
  if (!first) {
    return { ...task, state: 'blocked', stateLabel: t('next.wait'), hint: t('next.booth.wait') }
  }
  return {
    ...task,
    state: 'done',
    href: `/f/${fair.slug}/plan?booth=${encodeURIComponent(first)}`,
    hint: t('next.booth.at', { numbers: boothNumbers.join(', ') }),
  }
}

const CONTRACT_TASKS = {
  issued: 'todo',
  'signed-by-establishment': 'doing',
  signed: 'done',
  cancelled: 'error',
} as const

function contractTask(contract: ContractView | undefined, t: Words): Task {
  const task = { key: 'contract', label: t('next.contract') }
  if (!contract) {
    return { ...task, state: 'blocked', stateLabel: t('next.wait'), hint: t('next.contract.wait') }
  }
  return {
    ...task,
    state: CONTRACT_TASKS[contract.state],
    stateLabel: t(`next.contract.${contract.state}`),
    href: `/e/contracts/${contract.id}`,
    hint: contract.state === 'issued' ? t('next.contract.issued.hint') : contract.number,
  }
}

/** Nothing where the support covers all, or the contract no longer stands. */
function payTasks(contract: ContractView | undefined, t: Words): Task[] {
  if (!contract || contract.ownMinor === 0 || contract.state === 'cancelled') return []
  const task = { key: 'pay', label: t('next.pay') }
  if (contract.state === 'issued') {
    return [{ ...task, state: 'blocked', stateLabel: t('next.later'), hint: t('next.pay.after') }]
  }
  const href = `/e/contracts/${contract.id}`
  if (contract.balanceMinor <= 0) return [{ ...task, state: 'done', stateLabel: t('next.pay.done'), href }]
  const amount = formatMoney(contract.balanceMinor, contract.currency)
  const { payUntilOn } = contract
  const hint = payUntilOn
    ? t('next.pay.left.until', { amount, day: formatDate(payUntilOn) })
    : t('next.pay.left', { amount })
  return [{ ...task, state: 'todo', hint, href }]
}

function useBadgesTask({ id }: Application): Task {
  const t = useMessages('home')
  const { data } = useOwnBadges(id)
  const task = { key: 'badges', label: t('next.badges'), href: `/e/applications/${id}/badges` }
  if (!data || (data.used === 0 && !data.canIssue)) {
    return { ...task, state: 'blocked', stateLabel: t('next.later'), hint: t('next.badges.after') }
  }
  const hint = t('next.badges.count', { used: data.used, allotment: data.allotment })
  return { ...task, state: data.used > 0 ? 'done' : 'todo', hint }
}

function useDealsTask({ id, fair, today, step }: Application): Task {
  const t = useMessages('home')
  const { data } = useOwnDeals(id)
  const task = { key: 'deals', label: t('next.deals'), href: `/e/applications/${id}/deals` }
  if (!data || today < fair.opensOn) {
    const hint = t('next.deals.from', { day: formatDate(fair.opensOn) })
    return { ...task, state: 'blocked', stateLabel: t('next.later'), hint }
  }
  const rejected = data.items.filter(deal => deal.state === 'rejected').length
  if (rejected > 0) return { ...task, state: 'error', hint: t('next.deals.rejected', { count: rejected }) }
  const hint = t('next.deals.count', { count: data.items.length })
  if (step.code === 'done') return { ...task, state: 'done', hint }
  if (today > fair.closesOn) return { ...task, state: data.items.length > 0 ? 'done' : 'todo', hint }
  return { ...task, state: data.items.length > 0 ? 'doing' : 'todo', hint }
}
