import type { Page } from 'playwright-core'

/** The paths of the API's document, as `/api/campaigns/{id}`. */
export type ApiPaths = string[]

/** What a page did that no page may do; empty when all was well. */
export type Complaints = () => string[]

/** Notes errors of the console and of scripts, violations of the policy, answers that failed, and requests to unknown addresses. */
export async function watchPage(page: Page, paths: ApiPaths): Promise<Complaints> {
  const complaints: string[] = []
  const known = paths.map((path) => new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const isAboutAnswer = message.text().startsWith('Failed to load resource')
    // React says as a warning what it minds, others too: both count.
    if (['error', 'warning'].includes(message.type()) && !isAboutAnswer)
      complaints.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500 && response.status() !== 503)
      complaints.push(`${response.status()} of ${response.url()}`)
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api') && !known.some((path) => path.test(pathname)))
      complaints.push(`not in the document of the API: ${pathname}`)
  })
  await page.exposeFunction('noteViolation', (violation: string) => {
    complaints.push(`policy: ${violation}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { noteViolation } = window as unknown as { noteViolation: (text: string) => void }
      noteViolation(`${violatedDirective} ${blockedURI} on ${location.pathname}`)
    })
  })
  return () => complaints
}
