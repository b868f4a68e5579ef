import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { servedSettings, servedWebhooks, signingKeyOf, webhookSecretOf } from './served-settings.ts'

const token = 'tokentokentokentokentoke'
const webhooks = (app_version: string | null) =>
  servedWebhooks({ device_id: 7, app_version, token, base_url: 'https://sms.example.org' })

describe('GET /settings', () => {
  test('says how to reach us, in which order to send, and which key to sign with', () => {
    expect(servedSettings(token)).toEqual({
      gateway: { notification_channel: 'SSE_ONLY' },
      messages: { processing_order: 'FIFO', log_lifetime_days: 30 },
      ping: { interval_seconds: 60 },
      webhooks: { signing_key: signingKeyOf(webhookSecretOf(token)), retry_count: 18 },
    })
  })

  test('has no null, no camelCase key and only small whole numbers', () => {
    for (const [section, keys] of Object.entries(servedSettings(token))) {
      expect(section).toMatch(/^[a-z_]+$/)
      for (const [key, value] of Object.entries(keys)) {
        expect(key).toMatch(/^[a-z_]+$/)
        expect(typeof value === 'string' || Number.isInteger(value)).toBe(true)
      }
    }
  })

  test('the key and the address are secrets of that installation, and neither gives the token away', () => {
    const other = 'anothertoken'

    expect(webhookSecretOf(token)).not.toBe(webhookSecretOf(other))
    expect(webhookSecretOf(token)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(signingKeyOf(webhookSecretOf(token))).toMatch(/^[0-9a-f]{32}$/)
    expect(webhookSecretOf(token)).not.toContain(token)
    expect(createHmac('sha256', token).update('').digest('hex')).not.toBe(
      signingKeyOf(webhookSecretOf(token)),
    )
  })
})

describe('GET /webhooks', () => {
  const always = ['sms:received']

  test.for([
    { version: null, events: always },
    { version: '1.15.0', events: always },
    { version: '1.16.0', events: [...always, 'system:ping'] },
    { version: '1.53.1', events: [...always, 'system:ping'] },
    { version: '1.66.0', events: [...always, 'app:started', 'system:ping'] },
    { version: '1.68.0', events: [...always, 'app:started', 'system:ping'] },
    {
      version: '1.71.0',
      events: [...always, 'sms:batch:received', 'app:started', 'system:ping'],
    },
  ])('version $version is told of no event that it does not know', ({ version, events }) => {
    expect(webhooks(version).map(({ event }) => event)).toEqual(events)
  })

  test('ids are stable, unique on a phone and short; the address is of that installation', () => {
    const served = webhooks('1.75.0')

    expect(served).toEqual(webhooks('1.75.0'))
    expect(new Set(served.map(({ id }) => id)).size).toBe(served.length)
    for (const { id, url, deviceId } of served) {
      expect(id).toMatch(/^simcast-7-[a-z-]+$/)
      expect(id.length).toBeLessThanOrEqual(36)
      expect(url).toBe(`https://sms.example.org/api/mobile/v1/hooks/${webhookSecretOf(token)}`)
      expect(url.length).toBeLessThanOrEqual(256)
      expect(deviceId).toBeNull()
    }
  })
})
