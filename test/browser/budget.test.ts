import { describe, expect, it } from 'vitest'
import { initialJs, routePages } from '../../web/bundle-size.ts'

/** What somebody on a cheap phone over 3G opens first. Kilobytes of 1000 bytes, gzip. */
const LIMIT_KB = 60
const LIGHT = [
  '/',
  '/f/:slug',
  '/f/:slug/register',
  '/f/:slug/apply',
  '/i/:token',
  '/e/applications/:applicationId',
]

describe('the JavaScript of a first visit', () => {
  it.each(LIGHT)(`of %s is at most ${LIMIT_KB} kB in every language`, path => {
    const page = routePages().find(candidate => candidate.path === path)
    if (!page) throw new Error(`There is no page ${path}`)
    const sizes = (['vi', 'en', 'de'] as const).map(locale => initialJs(page, locale) / 1000)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMIT_KB)
  })
})
