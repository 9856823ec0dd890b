import { useQuery } from '@tanstack/preact-query'
import { fetchJson } from '../platform/client.ts'
import { isProblem } from '../platform/problem.ts'

/** A published fair as the front door shows it. */
export interface PublicFair {
  slug: string
  nameVi: string
  nameEn: string | null
  startsOn: string
  endsOn: string
  place: string | null
  /** The last day applications are taken, or null when none are. */
  applyUntilOn: string | null
}

async function fetchFairs(): Promise<PublicFair[]> {
  try {
    return (await fetchJson<{ items: PublicFair[] }>('/api/public/fairs')).items
  } catch (error) {
    if (isProblem(error) && error.status === 404) return []
    throw error
  }
}

export function usePublicFairs() {
  return useQuery({ queryKey: ['public-fairs'], queryFn: fetchFairs, staleTime: 5 * 60_000 })
}
