import type { Namespace } from '@hoicho/shared/locales/index.ts'
import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import { loadMessages } from './i18n.ts'
import { remember, remembered } from './store.ts'

/** What a page component receives from its route: the `:params` of its path, and the query string. */
export interface PageProps<P extends string = never> {
  params: Readonly<Record<P, string>>
  query: Readonly<Record<string, string>>
}
// oxlint-disable-next-line typescript/no-explicit-any -- each page names its own params; the router fills them
type AnyPage = ComponentType<any>

/** A page in its own chunk, its words fetched beside it; both are there when it renders. */
export function page(load: () => Promise<{ default: AnyPage }>, namespaces: readonly Namespace[] = []) {
  return lazy<AnyPage>(async () => {
    const [module] = await Promise.all([fresh(load), loadMessages(namespaces)])
    return module
  })
}

/** The route a path stands for: as many segments, each the same or a parameter. */
export function routeOf<R extends { path: string }>(routes: readonly R[], path: string): R | undefined {
  const parts = path.split('/')
  return routes.find(({ path: pattern }) => {
    const wanted = pattern.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
    )
  })
}

/**
 * After an update the server no longer has an old page's chunks: reload once to get the new ones.
 * The mark keeps a really broken build from reloading for ever.
 */
async function fresh<T>(load: () => Promise<T>): Promise<T> {
  try {
    const module = await load()
    remember('reloaded', undefined)
    return module
  } catch (error) {
    if (remembered('reloaded')) throw error
    remember('reloaded', 'yes')
    location.reload()
    return new Promise(() => undefined)
  }
}
