import { expect, test } from 'vitest'
import { knows, readAppVersion, type Feature } from './app-version.ts'

test.for([
  ['me.capcom.smsgateway/1.68.0', '1.68.0'],
  ['me.capcom.smsgateway/1.68', '1.68'],
  ['me.capcom.smsgateway/1.53.1 (debug)', '1.53.1'],
  ['okhttp/4.10.0', undefined],
  ['me.capcom.smsgateway/', undefined],
  ['me.capcom.smsgateway/dev', undefined],
  ['Mozilla/5.0 me.capcom.smsgateway/1.68.0', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('%s is version %s', ([userAgent, version]) => {
  expect(readAppVersion(userAgent)).toBe(version)
})

test.for<{ version: string | null | undefined; feature: Feature; is: boolean }>([
  { version: '1.67.0', feature: 'cancelling', is: true },
  { version: '1.67', feature: 'cancelling', is: true },
  { version: '1.66.2', feature: 'cancelling', is: false },
  { version: '1.100.0', feature: 'cancelling', is: true },
  { version: '2.0', feature: 'cancelling', is: true },
  { version: '0.99.9', feature: 'cancelling', is: false },
  { version: '1.53.0', feature: 'pull_on_connect', is: false },
  { version: '1.53.1', feature: 'pull_on_connect', is: true },
  { version: '1.65.9', feature: 'app_started', is: false },
  { version: '1.66.0', feature: 'app_started', is: true },
  { version: '1.70.4', feature: 'batch_webhooks', is: false },
  { version: '1.71.0', feature: 'batch_webhooks', is: true },
  { version: '1.15.0', feature: 'ping', is: false },
  { version: '1.16.0', feature: 'ping', is: true },
  { version: null, feature: 'ping', is: false },
  { version: undefined, feature: 'ping', is: false },
])('version $version knows $feature: $is', ({ version, feature, is }) => {
  expect(knows(version, feature)).toBe(is)
})
