/**
 * Where to go after signing in: `next` when it is a path of this site, else undefined. Browsers read `//host`,
 * `/\host` and tabs or line ends inside as other sites, so those are refused.
 */
export function nextPath(next: string | undefined): string | undefined {
  if (!next || next.length > 2000 || !/^\/(?![/\\])[\x20-\x7e]*$/.test(next)) return undefined
  if (next.includes('\\')) return undefined
  return next
}
