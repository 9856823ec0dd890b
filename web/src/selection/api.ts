import type { SelectionRoutes } from '@hoicho/server/selection/routes.ts'
import type { SelectionRulesRoutes } from '@hoicho/server/selection/rules-routes.ts'
import type { Gate } from '@hoicho/shared/selection/gate-vocabulary.ts'
import type {
  AssignInput,
  BalanceInput,
  ConflictInput,
  CriteriaInput,
  DecisionInput,
  OverrideInput,
  RulesInput,
  SheetInput,
} from '@hoicho/shared/selection/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<SelectionRoutes>('/api')
const ofFair = api.fairs[':fairId'].selection
const rulesOfFair = client<SelectionRulesRoutes>('/api').fairs[':fairId'].selection.rules
const ofApplication = api.applications[':applicationId']

/** Everything about a selection hangs together: after a write all of it is asked again. */
export const refresh = () => queryClient.invalidateQueries({ queryKey: ['selection'] })

export const useCriteria = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'criteria'],
    queryFn: () => call(ofFair.criteria.$get({ param: { fairId } })),
  })

export async function saveCriteria(fairId: string, json: CriteriaInput) {
  await call(ofFair.criteria.$put({ param: { fairId }, json }))
  await refresh()
}

export const useRules = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'rules'],
    queryFn: () => call(rulesOfFair.$get({ param: { fairId } })),
  })

export async function saveRules(fairId: string, json: RulesInput) {
  await call(rulesOfFair.$put({ param: { fairId }, json }))
  await refresh()
}

export const useReviewers = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'reviewers'],
    queryFn: async () => (await call(ofFair.reviewers.$get({ param: { fairId } }))).items,
  })

export const useAssignments = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'assignments'],
    queryFn: async () => (await call(ofFair.assignments.$get({ param: { fairId } }))).items,
  })

export async function assignReviewers(fairId: string, json: AssignInput) {
  const { added } = await call(ofFair.assignments.$post({ param: { fairId }, json }))
  await refresh()
  return added
}

export async function balanceReviewers(fairId: string, json: BalanceInput) {
  const balanced = await call(ofFair.assignments.balance.$post({ param: { fairId }, json }))
  await refresh()
  return balanced
}

export async function endAssignment(fairId: string, applicationId: string, reviewerId: string) {
  await call(ofFair.assignments.end.$post({ param: { fairId }, json: { applicationId, reviewerId } }))
  await refresh()
}

export const useRanking = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'ranking'],
    queryFn: () => call(ofFair.ranking.$get({ param: { fairId } })),
  })

export const useDecisions = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'decisions'],
    queryFn: async () => (await call(ofFair.decisions.$get({ param: { fairId } }))).items,
  })

export async function decide(fairId: string, json: DecisionInput) {
  await call(ofFair.decisions.$post({ param: { fairId }, json }))
  await afterCheck()
}

/** Saves the frozen record of a decision as a file. */
export async function downloadRecord(fairId: string, version: number) {
  const record = await call(
    ofFair.decisions[':version'].record.$get({ param: { fairId, version: String(version) } }),
  )
  const blob = new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' })
  const href = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href, download: `selection-${version}.json` }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}

export const useLetters = (fairId: string, isOn: boolean) =>
  useQuery({
    queryKey: ['selection', fairId, 'letters'],
    queryFn: async () => (await call(ofFair.letters.$get({ param: { fairId } }))).items,
    enabled: isOn,
  })

/** Letters in one request: small enough for a bar that moves, and to be gone on with after a break. */
const LETTERS_AT_ONCE = 25

/** Sends all letters still due, part by part, and says after each how many went out; the number in the end. */
export async function sendLetters(fairId: string, onProgress: (sent: number) => void): Promise<number> {
  let total = 0
  try {
    for (let left = 1; left > 0; ) {
      const json = { limit: LETTERS_AT_ONCE }
      const part = await call(ofFair.letters.$post({ param: { fairId }, json }))
      total += part.sent
      left = part.left
      onProgress(total)
    }
  } finally {
    await refresh()
  }
  return total
}

export const useMySheets = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'my-sheets'],
    queryFn: async () => (await call(ofFair['my-sheets'].$get({ param: { fairId } }))).items,
  })

/** One's own sheet. Not asked again by itself: it would pull the rug from under what is being written. */
export const useSheet = (applicationId: string) =>
  useQuery({
    queryKey: ['selection', 'sheet', applicationId],
    queryFn: () => call(ofApplication['my-sheet'].$get({ param: { applicationId } })),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })

export const saveSheet = (applicationId: string, json: SheetInput) =>
  call(ofApplication['my-sheet'].$put({ param: { applicationId }, json }))

export async function fileSheet(applicationId: string, json: SheetInput) {
  await call(ofApplication['my-sheet'].file.$post({ param: { applicationId }, json }))
  await refresh()
}

export async function declareConflict(applicationId: string, json: ConflictInput) {
  await call(ofApplication['my-sheet'].conflict.$post({ param: { applicationId }, json }))
}

export const useChecks = (applicationId: string) =>
  useQuery({
    queryKey: ['selection', 'checks', applicationId],
    queryFn: () => call(ofApplication.checks.$get({ param: { applicationId } })),
  })

/** The page of the application and the inbox change with it. */
async function afterCheck() {
  const keys = ['selection', 'application', 'application-history', 'inbox']
  await Promise.all(keys.map(key => queryClient.invalidateQueries({ queryKey: [key] })))
}

export async function runChecks(applicationId: string) {
  await call(ofApplication.checks.$post({ param: { applicationId } }))
  await afterCheck()
}

export async function overrideCheck(applicationId: string, gate: Gate, json: OverrideInput) {
  await call(ofApplication.checks[':gate'].override.$put({ param: { applicationId, gate }, json }))
  await afterCheck()
}

export async function acceptDossier(applicationId: string) {
  await call(ofApplication['accept-dossier'].$post({ param: { applicationId } }))
  await afterCheck()
}

export async function refuseApplication(applicationId: string, reason: string) {
  await call(ofApplication.refuse.$post({ param: { applicationId }, json: { reason } }))
  await afterCheck()
}
