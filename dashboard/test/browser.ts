import { chromium, type Browser } from 'playwright-core'
import { findBrowser, noBrowser } from '../../scripts/browser.js'

/** What a browser in a closed network should not even try, and what it cannot do as root. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** A Chromium of this machine; throws a sentence that says what to do where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(noBrowser)
  return chromium.launch({ executablePath, headless: true, args: flags })
}
