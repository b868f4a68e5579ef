import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds on the page as it stands, in both schemes; every weight counts. Empty when it finds nothing. */
export async function checkAxe(page: Page): Promise<string[]> {
  const before = await schemeOf(page)
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await setScheme(page, scheme)
    found.push(...(await runAxe(page)).map((line) => `${scheme}: ${line}`))
  }
  await setScheme(page, before)
  return found
}

async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate(async (): Promise<AxeResults> => {
    const { axe: loaded } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
    return loaded.run()
  })
  return results.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, any, all, none }) => {
      const [why] = [...any, ...all, ...none]
      return `${impact} ${id}: ${html.slice(0, 160)} (${why?.message ?? ''})`
    }),
  )
}

export type Scheme = 'light' | 'dark'

export async function setScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.dataset['mantineColorScheme'] = chosen
  }, scheme)
  // A colour that is still on its way from one to the other would be measured.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
}

async function schemeOf(page: Page): Promise<Scheme> {
  const scheme = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
  return scheme === 'dark' ? 'dark' : 'light'
}
