import { createHmac } from 'node:crypto'
import { knows } from './app-version.ts'

/** The phone keeps what it has sent this long; well over the day in which it may be offered a message again. */
const logDays = 30
/** Retries of a webhook double from 5 s: with 18 an outage of ours of two weeks loses no text. */
const webhookRetries = 18
const pingSeconds = 60

// The app's token is the only secret it holds; what else it needs is derived from it, so that we store hashes alone.

/** The unguessable last part of the address that the phone posts its events to. */
export function webhookSecretOf(token: string): string {
  return createHmac('sha256', token).update('simcast webhook address').digest('base64url')
}

/** The key that the phone signs its events with, found again from the address that it posts to. */
export function signingKeyOf(webhookSecret: string): string {
  return createHmac('sha256', webhookSecret)
    .update('simcast webhook signature')
    .digest('hex')
    .slice(0, 32)
}

/** The document of `GET /settings` (the protocol, section 10): snake_case, no nulls, nothing out of range. */
export function servedSettings(token: string) {
  return {
    gateway: { notification_channel: 'SSE_ONLY' },
    messages: { processing_order: 'FIFO', log_lifetime_days: logDays },
    ping: { interval_seconds: pingSeconds },
    webhooks: { signing_key: signingKeyOf(webhookSecretOf(token)), retry_count: webhookRetries },
  }
}

/** The list of `GET /webhooks`: stable ids, and no event that this version of the app does not know. */
export function servedWebhooks(options: {
  device_id: number
  app_version: string | null
  token: string
  base_url: string
}) {
  const { device_id, app_version, token, base_url } = options
  const events = ['sms:received']
  if (knows(app_version, 'batch_webhooks')) events.push('sms:batch:received')
  if (knows(app_version, 'app_started')) events.push('app:started')
  if (knows(app_version, 'ping')) events.push('system:ping')
  const url = `${base_url}/api/mobile/v1/hooks/${webhookSecretOf(token)}`
  return events.map((event) => ({
    id: `simcast-${device_id}-${event.replaceAll(':', '-')}`,
    url,
    event,
    deviceId: null,
  }))
}
