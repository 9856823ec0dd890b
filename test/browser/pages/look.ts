import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { settled } from '../../support/browser.ts'

/** What is wrong with a page as it stands: no heading, wider than the window, barriers axe finds serious or critical. */
export async function look(page: Page, width: number): Promise<string[]> {
  await settled(page)
  const headings = await page.locator('h1').count()
  const drawn = await page.evaluate(() => document.documentElement.scrollWidth)
  return [
    ...(headings === 1 ? [] : [`${headings} headings h1`]),
    ...(drawn <= width ? [] : [`${drawn} px wide, sticking out: ${await stickingOut(page, width)}`]),
    ...(await barriers(page)),
  ]
}

/** The same page after dark: only colours change, so only they are judged. */
export async function lookInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  return await barriers(page, ['color-contrast'])
}

/** Rows like those before them: the first of a long list speak for the rest. */
const ALIKE = ['tbody > tr:nth-child(n + 7)', 'li:nth-child(n + 19)']

async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  // By the debugger's way in, which the page's policy does not bind.
  if (!rules) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    only =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { include: [['body']], exclude: only.alike.map(selector => [selector]) },
        {
          resultTypes: ['violations'],
          ...(only.rules ? { runOnly: { type: 'rule' as const, values: only.rules } } : {}),
        },
      ),
    { rules, alike: ALIKE },
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes
          .map(node => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
}

/** The outermost elements that reach beyond the window, to find the cause by. */
async function stickingOut(page: Page, width: number): Promise<string> {
  const found = await page.evaluate(
    limit =>
      [...document.querySelectorAll('main *, header *')]
        .filter(element => element.getBoundingClientRect().right > limit + 1)
        .map(element => `${element.tagName}.${element.className}`.slice(0, 80)),
    width,
  )
  return found.slice(0, 3).join(' | ')
}
