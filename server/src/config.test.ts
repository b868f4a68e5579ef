import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const checkout = join(import.meta.dirname, '../..')

function mistakesOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
}

test('nothing has to be configured', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: join(checkout, 'data'),
    databaseUrl: null,
    publicUrl: null,
    trustProxy: false,
    allowsPrivateFeeds: false,
    allowsPrivateWebhooks: false,
    mail: null,
    admin: null,
    adminApiKey: null,
    logLevel: 'info',
  })
})

test('everything can be configured', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '::1',
    DATA_DIR: '/srv/simcast',
    DATABASE_URL: 'postgresql://simcast:secret@db.example.com/simcast',
    PUBLIC_URL: 'https://sms.example.com/',
    TRUST_PROXY: '1',
    ALLOW_PRIVATE_FEEDS: '1',
    ALLOW_PRIVATE_WEBHOOKS: '1',
    SMTP_URL: 'smtps://user:pass@mail.example.com:465',
    MAIL_FROM: 'Simcast <alerts@example.com>',
    ADMIN_EMAIL: 'ana@example.com',
    ADMIN_PASSWORD: ' correct horse ',
    ADMIN_API_KEY: 'k'.repeat(20),
    LOG_LEVEL: 'debug',
  })

  expect(config).toEqual({
    port: 8080,
    host: '::1',
    dataDir: '/srv/simcast',
    databaseUrl: 'postgresql://simcast:secret@db.example.com/simcast',
    publicUrl: 'https://sms.example.com',
    trustProxy: 1,
    allowsPrivateFeeds: true,
    allowsPrivateWebhooks: true,
    mail: { url: 'smtps://user:pass@mail.example.com:465', from: 'Simcast <alerts@example.com>' },
    admin: { email: 'ana@example.com', password: ' correct horse ' },
    adminApiKey: 'k'.repeat(20),
    logLevel: 'debug',
  })
})

test('an empty variable counts as not set', () => {
  const names = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'TRUST_PROXY']
  const more = ['ADMIN_EMAIL', 'ADMIN_PASSWORD', 'ADMIN_API_KEY', 'LOG_LEVEL']
  const env = Object.fromEntries([...names, ...more].map((name) => [name, '']))

  expect(readConfig(env)).toEqual(readConfig({}))
})

test('a relative DATA_DIR counts from the checkout', () => {
  expect(readConfig({ DATA_DIR: 'elsewhere' }).dataDir).toBe(join(checkout, 'elsewhere'))
})

test('all mistakes are told at once', () => {
  const mistakes = mistakesOf({
    PORT: 'http',
    TRUST_PROXY: 'yes',
    ADMIN_EMAIL: 'ana',
    ADMIN_PASSWORD: 'short',
    LOG_LEVEL: 'loud',
  })

  expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
    'PORT',
    'TRUST_PROXY',
    'ADMIN_EMAIL',
    'ADMIN_PASSWORD',
    'LOG_LEVEL',
  ])
})

describe('each variable has its rule', () => {
  test.each([
    ['PORT', ['0', '65535'], ['-1', '65536', '3000.5', '0x10', '1e3']],
    ['HOST', ['127.0.0.1', '::', 'localhost', 'sms.example.com'], ['http://x', 'a b', '-x']],
    [
      'DATABASE_URL',
      ['postgres://h/d', 'postgresql://u@/d?host=/run/postgresql'],
      ['mysql://h/d', 'h/d', 'postgres://'],
    ],
    [
      'PUBLIC_URL',
      ['http://10.0.0.2:3000', 'https://example.com/sms'],
      ['example.com', 'ftp://example.com', 'https://a:b@example.com', 'https://example.com/?a=1'],
    ],
    [
      'TRUST_PROXY',
      ['0', '2', '10.0.0.7', '10.0.0.0/8, ::1', 'loopback', 'fd00::/8'],
      ['true', '-1', '10.0.0.0/33', '10.0.0', '101', '10.0.0.1,,10.0.0.2'],
    ],
    ['ADMIN_API_KEY', ['a-key.of_20-letters!'], ['19-characters-only-', 'twenty letters, spaces']],
    ['LOG_LEVEL', ['silent', 'trace'], ['INFO', 'verbose']],
  ])('%s', (name, legal, illegal) => {
    for (const value of legal) expect(mistakesOf({ [name]: value }), value).toEqual([])
    for (const value of illegal) {
      expect(mistakesOf({ [name]: value }), value).toEqual([expect.stringMatching(`^${name} `)])
    }
  })
})

test.each([
  [{ ADMIN_EMAIL: 'ana@example.com' }, 'ADMIN_PASSWORD is missing'],
  [{ ADMIN_PASSWORD: 'long enough it is' }, 'ADMIN_EMAIL is missing'],
  [{ ADMIN_EMAIL: 'ana@example.com', ADMIN_PASSWORD: '9 letters' }, 'at least 10 characters'],
])('the first person needs an address and a good password: %o', (env, sentence) => {
  expect(mistakesOf(env)).toEqual([expect.stringContaining(sentence)])
})

test('no secret is repeated in a mistake', () => {
  const secret = 'hunter2'
  const mistakes = mistakesOf({
    DATABASE_URL: `mysql://root:${secret}@h`,
    ADMIN_EMAIL: 'ana@example.com',
    ADMIN_PASSWORD: secret,
    ADMIN_API_KEY: secret,
  })

  expect(mistakes).toHaveLength(3)
  expect(mistakes.join()).not.toContain(secret)
})

test.each([
  [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM is missing'],
  [{ MAIL_FROM: 'a@example.com' }, 'SMTP_URL is missing'],
  [{ SMTP_URL: 'https://x', MAIL_FROM: 'a@example.com' }, 'SMTP_URL looks like smtps://'],
  [{ SMTP_URL: 'smtp://x', MAIL_FROM: 'a@b, c@d' }, 'MAIL_FROM is an e-mail address'],
])('e-mail needs a server and a sender: %o', (env, sentence) => {
  expect(mistakesOf(env)).toEqual([expect.stringContaining(sentence)])
})
