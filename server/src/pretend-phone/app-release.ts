// What each release of the app can do (the protocol, section 16). The phone's side of it, so it knows nothing of how
// the server draws the same lines.

const since = {
  expiry: '1.7.1',
  states: '1.13.0',
  webhooks: '1.15.0',
  inbox_export: '1.28.0',
  signature: '1.33.0',
  settings: '1.37.0',
  text_message: '1.39.1',
  events: '1.43.0',
  order: '1.46.0',
  pull_on_connect: '1.53.1',
  sender_and_recipient: '1.54.0',
  sim_cards: '1.65.0',
  cancelling: '1.67.0',
  export_skips_recorded: '1.67.0',
  batch_webhooks: '1.71.0',
} as const

const webhookEvents: Record<string, string> = {
  'sms:received': '1.15.0',
  'system:ping': '1.16.0',
  'sms:sent': '1.18.0',
  'sms:delivered': '1.19.0',
  'sms:failed': '1.19.0',
  'sms:data-received': '1.39.0',
  'mms:received': '1.47.0',
  'mms:downloaded': '1.56.0',
  'app:started': '1.66.0',
  'sms:cancelled': '1.67.0',
  'sms:batch:received': '1.71.0',
  'sms:batch:data-received': '1.71.0',
  'mms:batch:received': '1.71.0',
  'mms:batch:downloaded': '1.71.0',
}

export type Feature = keyof typeof since

export type Release = {
  version: string
  can: (feature: Feature) => boolean
  /** Whether this release has heard of a webhook event; of one that it has not, it takes the whole list amiss. */
  knowsEvent: (event: string) => boolean
}

export function releaseOf(version: string): Release {
  const features = new Set<string>()
  for (const [feature, first] of Object.entries(since)) {
    if (isAtLeast(version, first)) features.add(feature)
  }
  return {
    version,
    can: (feature) => features.has(feature),
    knowsEvent: (event) => {
      const first = webhookEvents[event]
      return first !== undefined && isAtLeast(version, first)
    },
  }
}

function isAtLeast(version: string, first: string): boolean {
  return version.localeCompare(first, 'en', { numeric: true }) >= 0
}
