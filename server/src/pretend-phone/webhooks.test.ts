import { expect, test } from 'vitest'
import { releaseOf } from './app-release.ts'
import { readWebhooks, sign } from './webhooks.ts'

test.each([
  [
    'secret12',
    '{"a":1}',
    1_700_000_000,
    '826da9d1716f5bc061f920ab66843bd31acd453cea7bd2f7c9b8bbb38320b57e',
  ],
  [
    'k3y_ABC',
    String.raw`{"event":"sms:received","payload":{"message":"a\u003db é"}}`,
    1_767_225_600,
    '2be83e573ec2d6afdd187a22ebc80e775d6123a08ad796fc95d519419a03fe1d',
  ],
])('a post is signed under the key %s as the app signs it', (key, body, seconds, signature) => {
  expect(sign(body, key, seconds * 1000 + 999)).toEqual({
    'X-Timestamp': String(seconds),
    'X-Signature': signature,
  })
})

test.each([
  ['1.65.0', 'app:started', false],
  ['1.66.0', 'app:started', true],
  ['1.66.2', 'sms:cancelled', false],
  ['1.67.0', 'sms:cancelled', true],
  ['1.70.4', 'sms:batch:received', false],
  ['1.71.0', 'sms:batch:received', true],
  ['1.75.0', 'sms:unheard-of', false],
])('release %s knows the event %s: %s', (version, event, isKnown) => {
  const list = JSON.stringify([{ id: 'a', url: 'https://example.org', event, deviceId: null }])
  const read = () => readWebhooks(list, releaseOf(version))

  if (isKnown) expect(read()).toEqual([{ id: 'a', url: 'https://example.org', event }])
  else expect(read).toThrow('does not know the event')
})
