import type { Page } from 'playwright-core'
import type { BelievableIds } from './believable-data.ts'

/** A page or a state of one. */
export type Picture = {
  name: string
  path: (ids: BelievableIds & { setup: string }) => string
  /** Whose eyes it is seen with: an account that is full (unless said), one that has nothing yet, nobody. */
  account?: 'full' | 'empty' | 'nobody'
  /** All of the page and not only the window. */
  isWhole?: boolean
  /** What is done before the picture is taken. */
  before?: (on: { page: Page; isNarrow: boolean }) => Promise<void>
}

const offline: Picture['before'] = async ({ page }) => {
  await page.context().setOffline(true)
  await page.evaluate(() => fetch('/health').catch(() => undefined))
}

/** Every page, and the states that a person may meet. */
export const pictures: Picture[] = [
  { name: 'home', path: () => '/' },
  { name: 'home-empty', path: () => '/', account: 'empty' },
  { name: 'welcome', path: () => '/welcome', account: 'empty' },
  { name: 'campaigns', path: () => '/campaigns' },
  { name: 'campaigns-empty', path: () => '/campaigns', account: 'empty' },
  { name: 'campaigns-by-filter', path: () => '/campaigns?search=nothing+like+this' },
  {
    name: 'campaigns-cancel',
    path: ({ campaigns }) => `/campaigns/${campaigns['running']}?dialog=cancel`,
  },
  {
    name: 'campaign-running',
    path: ({ campaigns }) => `/campaigns/${campaigns['running']}`,
    isWhole: true,
  },
  { name: 'campaign-waiting', path: ({ campaigns }) => `/campaigns/${campaigns['waiting']}` },
  {
    name: 'campaign-finished',
    path: ({ campaigns }) => `/campaigns/${campaigns['autumn']}`,
    isWhole: true,
  },
  ...['audience', 'message', 'sending', 'review'].map((step): Picture => ({
    name: `editor-${step}`,
    path: ({ campaigns }) => `/campaigns/${campaigns['draft']}/edit/${step}`,
  })),
  { name: 'contacts', path: () => '/contacts' },
  { name: 'contacts-empty', path: () => '/contacts', account: 'empty' },
  { name: 'contact', path: ({ contact }) => `/contacts/${contact}` },
  { name: 'segments', path: () => '/segments' },
  { name: 'segment', path: ({ segments }) => `/segments/${segments['loyal']}` },
  { name: 'segment-new', path: () => '/segments/new' },
  { name: 'imports', path: () => '/imports' },
  { name: 'import-finished', path: ({ imports }) => `/imports/${imports[0]}` },
  { name: 'import-dry-run', path: ({ imports }) => `/imports/${imports[1]}` },
  { name: 'opt-outs', path: () => '/opt-outs' },
  { name: 'job', path: ({ jobs }) => `/jobs/${jobs[0]}` },
  { name: 'devices', path: () => '/devices', isWhole: true },
  { name: 'devices-connect', path: () => '/devices?connect=1' },
  { name: 'devices-empty', path: () => '/devices', account: 'empty' },
  ...[
    'account',
    'sending',
    'opt-out-words',
    'texts',
    'templates',
    'retention',
    'notifications',
    'keys',
    'sign-ins',
    'health',
  ].map((part): Picture => ({ name: `settings-${part}`, path: () => `/settings/${part}` })),
  { name: 'login', path: () => '/login', account: 'nobody' },
  { name: 'setup', path: ({ setup }) => `/setup/${setup}`, account: 'nobody' },
  {
    name: 'search',
    path: () => '/contacts?dialog=search',
    before: ({ page }) => page.keyboard.type('ben'),
  },
  { name: 'sending', path: () => '/contacts?dialog=sending' },
  { name: 'keys', path: () => '/contacts?dialog=keys' },
  { name: 'offline', path: () => '/campaigns', before: offline },
  { name: 'not-found', path: () => '/nowhere' },
]
