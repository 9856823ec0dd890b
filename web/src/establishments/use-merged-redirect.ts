import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { isProblem } from '../platform/problem.ts'

/** Opens the record that stayed, in the place of one that was merged into it. */
export function useMergedRedirect(error: unknown, to: (establishmentId: string) => string): void {
  const { route } = useLocation()
  const survivor = isProblem(error, 'establishments.merged') ? error.params.establishmentId : undefined
  useEffect(() => {
    if (typeof survivor === 'string') route(to(survivor), true)
  }, [survivor])
}
