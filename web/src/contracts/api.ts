import type { ContractsRoutes } from '@hoicho/server/contracts/routes.ts'
import type { ContractInput, PaymentInput, SignInput } from '@hoicho/shared/contracts/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<ContractsRoutes>('/api')
const contract = api.contracts[':contractId']

export const useContracts = (fairId: string) =>
  useQuery({
    queryKey: ['contracts', fairId],
    queryFn: () => call(api.fairs[':fairId'].contracts.$get({ param: { fairId } })),
  })

export const useContract = (contractId: string) =>
  useQuery({
    queryKey: ['contract', contractId],
    queryFn: () => call(contract.$get({ param: { contractId } })),
  })

/** The usual terms when `input` is undefined, else what the contract would say on these. */
export const useDraft = (applicationId: string, input: ContractInput | undefined) =>
  useQuery({
    queryKey: ['contract-draft', applicationId, input ?? null],
    queryFn: () => {
      const route = api.applications[':applicationId']['contract-draft']
      return input
        ? call(route.$post({ param: { applicationId }, json: input }))
        : call(route.$get({ param: { applicationId } }))
    },
    placeholderData: before => before,
    staleTime: 0,
  })

export async function issueContract(applicationId: string, json: ContractInput) {
  const issued = await call(
    api.applications[':applicationId'].contracts.$post({ param: { applicationId }, json }),
  )
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['contracts', issued.fairId] }),
    queryClient.invalidateQueries({ queryKey: ['plan', issued.fairId] }),
  ])
  return issued
}

type Answer = Awaited<ReturnType<typeof issueContract>>

async function keep(answer: Promise<Answer>): Promise<void> {
  const changed = await answer
  queryClient.setQueryData(['contract', changed.id], changed)
  await queryClient.invalidateQueries({ queryKey: ['contracts', changed.fairId] })
}

export const sign = (contractId: string, side: 'establishment' | 'organizer', json: SignInput) =>
  keep(
    side === 'establishment'
      ? call(contract['sign-for-establishment'].$post({ param: { contractId }, json }))
      : call(contract['sign-for-organizer'].$post({ param: { contractId }, json })),
  )

export const cancelContract = (contractId: string, reason: string) =>
  keep(call(contract.cancel.$post({ param: { contractId }, json: { reason } })))

export const recordPayment = (contractId: string, json: PaymentInput) =>
  keep(call(contract.payments.$post({ param: { contractId }, json })))

export const voidPayment = (contractId: string, paymentId: string, reason: string) =>
  keep(
    call(contract.payments[':paymentId'].void.$post({ param: { contractId, paymentId }, json: { reason } })),
  )
