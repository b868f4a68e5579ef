import { expect, test } from 'vitest'
import { applySettings, defaultSettings, needRestart } from './settings.ts'

const before = defaultSettings()

test('only what a document names is changed, and null is the default', () => {
  const changed = applySettings(before, {
    messages: { processing_order: 'FIFO', log_lifetime_days: 30, notOurs: 1 },
    webhooks: { signing_key: 'secret12' },
    unknown: 5,
  })
  expect(changed).toEqual({
    ...before,
    processing_order: 'FIFO',
    log_lifetime_days: 30,
    signing_key: 'secret12',
  })
  expect(applySettings(changed, {})).toEqual(changed)
  expect(applySettings(changed, { messages: { processing_order: null } })).toMatchObject({
    processing_order: 'LIFO',
    log_lifetime_days: 30,
  })
})

test.each([
  null,
  [],
  { ping: null },
  { ping: { interval_seconds: 0 } },
  { messages: { processing_order: 'fifo' } },
  { messages: { log_lifetime_days: 1.5 } },
  { webhooks: { retry_count: '15' } },
])('%j is refused, as the app refuses it', (document) => {
  expect(() => applySettings(before, document)).toThrow('The app cannot take')
})

test('the ping and the channel wait for a restart, the signing key does not', () => {
  const restarts = [
    { ping: { interval_seconds: 60 } },
    { gateway: { notification_channel: 'SSE_ONLY' } },
    { webhooks: { signing_key: 'secret12' } },
    {},
  ].map((document) => needRestart(before, applySettings(before, document)))

  expect(restarts).toEqual([true, true, false, false])
})
