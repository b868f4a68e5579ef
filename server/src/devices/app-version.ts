/** What each release of the app changed on the wire (the protocol, section 16). */
export type Feature =
  | 'pull_on_connect'
  | 'cancelling'
  | 'app_started'
  | 'ping'
  | 'batch_webhooks'
  | 'inbox_export'
  | 'sim_cards'

const since: Record<Feature, string> = {
  ping: '1.16.0',
  inbox_export: '1.28.0',
  pull_on_connect: '1.53.1',
  sim_cards: '1.65.0',
  app_started: '1.66.0',
  cancelling: '1.67.0',
  batch_webhooks: '1.71.0',
}

/** The app's version from its User-Agent, `me.capcom.smsgateway/1.68.0`; undefined for any other client. */
export function readAppVersion(userAgent: string | undefined): string | undefined {
  return /^me\.capcom\.smsgateway\/(\d{1,4}(?:\.\d{1,4}){0,3})/.exec(userAgent ?? '')?.[1]
}

/** Whether the app knows a feature. An unknown version knows none: a wrong guess makes it fail, or send. */
export function knows(version: string | null | undefined, feature: Feature): boolean {
  return version !== null && version !== undefined && compareVersions(version, since[feature]) >= 0
}

/** The oldest release that is woken reliably, and the one up to which lost reports and stuck queues were mended. */
export const oldestRelease = '1.53.1'
export const recommendedRelease = '1.70.4'

/** How good a release of the app is for us. */
export function releaseState(version: string): 'fresh' | 'old' | 'too old' {
  if (compareVersions(version, recommendedRelease) >= 0) return 'fresh'
  return compareVersions(version, oldestRelease) >= 0 ? 'old' : 'too old'
}

function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
