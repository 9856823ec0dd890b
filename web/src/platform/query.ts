import { QueryClient } from '@tanstack/preact-query'
import { Problem } from './problem.ts'

/** A refusal is final; only a lost connection or a failing server is asked again. */
function mayRetry(failures: number, error: Error): boolean {
  if (error instanceof Problem && error.status >= 400 && error.status < 500) return false
  return failures < 2
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: mayRetry, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
