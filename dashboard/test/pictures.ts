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
  await page.getByText(/^No connection since/).waitFor()
}

/** Questions and dialogs, over the page that they belong to. */
const dialogs: Picture[] = [
  {
    name: 'dialog-cancel',
    path: ({ campaigns: { running } }) => `/campaigns/${running}?dialog=cancel&about=${running}`,
  },
  {
    name: 'dialog-pause',
    path: ({ campaigns: { running } }) => `/campaigns/${running}?dialog=pause&about=${running}`,
  },
  {
    name: 'dialog-retry',
    path: ({ campaigns: { autumn } }) => `/campaigns/${autumn}?dialog=retry&about=${autumn}`,
  },
  {
    name: 'dialog-send',
    path: ({ campaigns: { draft } }) => `/campaigns/${draft}/edit/review?dialog=send`,
  },
  { name: 'dialog-contact-delete', path: ({ contact }) => `/contacts/${contact}?dialog=delete` },
  { name: 'dialog-new-contact', path: () => '/contacts?dialog=new-contact' },
  {
    name: 'dialog-move',
    path: ({ phones: { kiosk } }) => `/devices?dialog=move&about=${kiosk}`,
  },
  {
    name: 'dialog-remove',
    path: ({ phones: { kiosk } }) => `/devices?dialog=remove&about=${kiosk}`,
  },
  {
    name: 'dialog-token',
    path: ({ phones: { van } }) => `/devices?dialog=token&about=${van}`,
  },
  { name: 'dialog-more', path: () => '/devices?dialog=more' },
]

/** Every page, and the states that a person may meet. */
export const pictures: Picture[] = [
  { name: 'home', path: () => '/' },
  { name: 'home-empty', path: () => '/', account: 'empty' },
  { name: 'welcome', path: () => '/welcome', account: 'empty' },
  { name: 'campaigns', path: () => '/campaigns' },
  { name: 'campaigns-empty', path: () => '/campaigns', account: 'empty' },
  { name: 'campaigns-by-filter', path: () => '/campaigns?search=nothing+like+this' },
  {
    name: 'campaign-running',
    path: ({ campaigns }) => `/campaigns/${campaigns['running']}`,
    isWhole: true,
  },
  {
    name: 'campaign-text',
    path: ({ campaigns }) => `/campaigns/${campaigns['running']}?status=failed`,
    before: async ({ page }) => {
      await page
        .getByRole('region', { name: 'Recipients' })
        .locator('[data-row-link]')
        .first()
        .click()
    },
  },
  { name: 'campaign-scheduled', path: ({ campaigns }) => `/campaigns/${campaigns['scheduled']}` },
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
  {
    name: 'editor-send',
    path: ({ campaigns }) => `/campaigns/${campaigns['draft']}/edit/review?dialog=send`,
  },
  {
    name: 'editor-test',
    path: ({ campaigns }) => `/campaigns/${campaigns['draft']}/edit/message?dialog=test`,
  },
  { name: 'editor-no-phone', path: () => '/campaigns/new', account: 'empty' },
  { name: 'contacts', path: () => '/contacts' },
  {
    name: 'contacts-chosen',
    path: () => '/contacts?consent=opted_out',
    before: async ({ page, isNarrow }) => {
      const boxes = page.getByRole('checkbox')
      await boxes.nth(isNarrow ? 0 : 1).check()
      await boxes.nth(isNarrow ? 1 : 2).check()
    },
  },
  {
    name: 'contacts-delete',
    path: () => '/contacts?search=walker',
    before: async ({ page, isNarrow }) => {
      await page.getByRole('checkbox').nth(0).check()
      const all = page.getByRole('button', { name: /^Choose all/ })
      if (await all.isVisible()) await all.click()
      await page
        .getByRole('button', { name: isNarrow ? 'What to do' : 'More for the chosen contacts' })
        .click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await page.getByText('Opt-outs are remembered').waitFor()
    },
  },
  { name: 'contacts-columns', path: () => '/contacts?dialog=columns' },
  { name: 'contacts-new', path: () => '/contacts?dialog=new-contact' },
  {
    name: 'contacts-export',
    path: () => '/contacts?dialog=export&about=all',
  },
  { name: 'contacts-by-filter', path: () => '/contacts?search=nobody+like+this' },
  { name: 'contacts-empty', path: () => '/contacts', account: 'empty' },
  { name: 'contact', path: ({ contact }) => `/contacts/${contact}`, isWhole: true },
  {
    name: 'contact-edit',
    path: ({ contact }) => `/contacts/${contact}`,
    isWhole: true,
    before: ({ page }) => page.getByRole('button', { name: 'Edit', exact: true }).click(),
  },
  { name: 'contact-opt-out', path: ({ contact }) => `/contacts/${contact}?dialog=opt-out` },
  { name: 'contact-allow', path: ({ contact }) => `/contacts/${contact}?dialog=allow` },
  { name: 'contact-missing', path: () => '/contacts/987654321' },
  { name: 'segments', path: () => '/segments' },
  { name: 'segment', path: ({ segments }) => `/segments/${segments['loyal']}` },
  { name: 'segment-new', path: () => '/segments/new' },
  { name: 'imports', path: () => '/imports' },
  { name: 'import-finished', path: ({ imports }) => `/imports/${imports[0]}` },
  { name: 'import-dry-run', path: ({ imports }) => `/imports/${imports[1]}` },
  { name: 'opt-outs', path: () => '/opt-outs' },
  { name: 'opt-outs-add', path: () => '/opt-outs?dialog=add-numbers' },
  { name: 'opt-outs-empty', path: () => '/opt-outs', account: 'empty' },
  { name: 'job', path: ({ jobs }) => `/jobs/${jobs[0]}` },
  {
    name: 'job-waiting',
    path: () => '/contacts',
    before: async ({ page }) => {
      const id = await page.evaluate(async () => {
        const response = await fetch('/api/contacts/bulk', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            action: 'edit',
            filter: { search: 'walker' },
            custom_parameters: { season: 'winter' },
          }),
        })
        const { data } = (await response.json()) as { data: { job_id: number } }
        return data.job_id
      })
      await page.goto(`/jobs/${id}`)
      await page.getByText(/^Starts in/).waitFor()
    },
  },
  { name: 'devices', path: () => '/devices', isWhole: true },
  { name: 'devices-connect', path: () => '/devices?connect=1' },
  {
    name: 'devices-connect-live',
    path: ({ phones }) => `/devices?connect=1&device=${phones.frontDesk}`,
  },
  {
    name: 'devices-limits',
    path: ({ phones }) => `/devices?dialog=limits&about=${phones.frontDesk}%3A1`,
    isWhole: true,
  },
  ...['move', 'drain', 'remove', 'token', 'rename', 'test', 'check'].map((dialog): Picture => ({
    name: `devices-${dialog}`,
    path: ({ phones }) => `/devices?dialog=${dialog}&about=${phones.kiosk}`,
  })),
  { name: 'devices-empty', path: () => '/devices', account: 'empty' },
  {
    name: 'devices-connect-token',
    path: () => '/devices?connect=1',
    account: 'empty',
    before: async ({ page }) => {
      await page.getByLabel('What you call the phone').fill('Counter')
      await page.getByRole('button', { name: 'Make its token' }).click()
      await page.getByText('It has not reached us yet.').waitFor()
    },
  },
  {
    name: 'devices-pretend',
    path: () => '/devices',
    account: 'empty',
    before: async ({ page }) => {
      const start = page.getByRole('button', { name: 'Start a pretend phone' })
      if (await start.isVisible()) await start.click()
      await page.getByText('SIM 1').waitFor({ timeout: 30_000 })
    },
  },
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
  ...dialogs,
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
