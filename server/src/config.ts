import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

export type Config = {
  port: number
  host: string
  /** Absolute. What is given relative counts from the checkout, whatever folder a command is run in. */
  dataDir: string
  /** An external PostgreSQL; null: the embedded one. */
  databaseUrl: string | null
  /** Without a slash at the end; null: as each request names us. */
  publicUrl: string | null
  /** false: nobody, a number: so many proxies, a list: these addresses. As Fastify takes it. */
  trustProxy: false | number | string[]
  /** Whether feeds may be fetched from private networks too. */
  allowsPrivateFeeds: boolean
  /** Whether notices may be posted into private networks too. */
  allowsPrivateWebhooks: boolean
  /** The mail server that notices leave by, and from whom; null: no e-mail is sent. */
  mail: { url: string; from: string } | null
  /** The first account's person, made on the first start. */
  admin: { email: string; password: string } | null
  adminApiKey: string | null
  logLevel: LogLevel
}

export type LogLevel = (typeof logLevels)[number]

/** Every mistake in the environment at once, each a sentence that names its variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(`The configuration has to be corrected:\n${mistakes.map((one) => `- ${one}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const portMax = 65_535
const hopsMax = 100
const passwordLengthMin = 10
const passwordLengthMax = 200
const apiKeyLengthMin = 20
const addressNames = ['loopback', 'linklocal', 'uniquelocal']
const checkout = join(import.meta.dirname, '../..')

/** Reads the whole configuration, or throws a ConfigError. An empty variable counts as not set. */
export function readConfig(env: Environment): Config {
  const mistakes: string[] = []

  // A mistake is noted and stands as null until the end, where it stops everything.
  function read<T>(name: string, fallback: T, parse: (text: string) => T | Mistake): T {
    const text = env[name]?.trim()
    if (!text) return fallback
    const value = parse(text)
    if (!(value instanceof Mistake)) return value
    mistakes.push(`${name} ${value.sentence}`)
    return fallback
  }

  const config: Config = {
    port: read('PORT', 3000, readPort),
    host: read('HOST', '0.0.0.0', readHost),
    dataDir: read('DATA_DIR', join(checkout, 'data'), (text) => resolve(checkout, text)),
    databaseUrl: read<string | null>('DATABASE_URL', null, readDatabaseUrl),
    publicUrl: read<string | null>('PUBLIC_URL', null, readPublicUrl),
    trustProxy: read<Config['trustProxy']>('TRUST_PROXY', false, readTrustProxy),
    allowsPrivateFeeds: read<boolean>('ALLOW_PRIVATE_FEEDS', false, readSwitch),
    allowsPrivateWebhooks: read<boolean>('ALLOW_PRIVATE_WEBHOOKS', false, readSwitch),
    mail: readMail(
      read<string | null>('SMTP_URL', null, readSmtpUrl),
      read<string | null>('MAIL_FROM', null, readMailFrom),
      env,
      mistakes,
    ),
    admin: readAdmin(
      read<string | null>('ADMIN_EMAIL', null, readEmail),
      // Spaces at the ends of a password are part of it.
      env['ADMIN_PASSWORD'] ?? '',
      Boolean(env['ADMIN_EMAIL']?.trim()),
      mistakes,
    ),
    adminApiKey: read<string | null>('ADMIN_API_KEY', null, readApiKey),
    logLevel: read<LogLevel>('LOG_LEVEL', 'info', readLogLevel),
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return config
}

class Mistake {
  readonly sentence: string

  constructor(sentence: string) {
    this.sentence = sentence
  }
}

function readPort(text: string): number | Mistake {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity
  return port <= portMax ? port : new Mistake(`is a number from 0 to ${portMax}, not “${text}”.`)
}

function readHost(text: string): string | Mistake {
  if (isIP(text) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text
  return new Mistake(`is an address or a name to listen on, such as 127.0.0.1, not “${text}”.`)
}

// The value holds a password, so it is not repeated.
function readDatabaseUrl(text: string): string | Mistake {
  if (/^postgres(ql)?:\/\/\S+$/.test(text)) return text
  return new Mistake('looks like postgresql://user:password@host:5432/database.')
}

function readPublicUrl(text: string): string | Mistake {
  const url = URL.parse(text)
  const isPlain = url && !url.search && !url.hash && !url.username && !url.password
  if (isPlain && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '')
  return new Mistake(`is an address such as https://sms.example.com, not “${text}”.`)
}

function readTrustProxy(text: string): Config['trustProxy'] | Mistake {
  if (/^\d+$/.test(text) && Number(text) <= hopsMax) return Number(text) || false
  const addresses = text.split(',').map((address) => address.trim())
  if (addresses.every(isProxyAddress)) return addresses
  return new Mistake(
    'is 0 (nobody), the number of proxies in front of Simcast, ' +
      `or their addresses (10.0.0.7, 192.168.0.0/16, loopback), not “${text}”.`,
  )
}

function readSwitch(text: string): boolean | Mistake {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  return /^(0|false|no|off)$/i.test(text) ? false : new Mistake(`is 1 or 0, not “${text}”.`)
}

// The value holds a password, so it is not repeated.
function readSmtpUrl(text: string): string | Mistake {
  const url = URL.parse(text)
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return text
  return new Mistake(
    'looks like smtps://user:password@mail.example.com:465, or smtp://… for one that turns to TLS by STARTTLS. ' +
      'Characters such as @ in the password are written as %40.',
  )
}

/** `alerts@example.com`, or with a name: `Simcast <alerts@example.com>`. */
function readMailFrom(text: string): string | Mistake {
  if (/^(?:[^<>@,;:"]+ <[^\s@<>,;:"]+@[^\s@<>,;:"]+>|[^\s@<>,;:"]+@[^\s@<>,;:"]+)$/.test(text))
    return text
  return new Mistake(`is an e-mail address such as alerts@example.com, not “${text}”.`)
}

function readMail(
  url: string | null,
  from: string | null,
  env: Environment,
  mistakes: string[],
): Config['mail'] {
  const isGiven = (name: string) => Boolean(env[name]?.trim())
  if (isGiven('SMTP_URL') && !isGiven('MAIL_FROM')) {
    mistakes.push('MAIL_FROM is missing: SMTP_URL needs it beside it.')
  }
  if (isGiven('MAIL_FROM') && !isGiven('SMTP_URL')) {
    mistakes.push('SMTP_URL is missing: MAIL_FROM needs it beside it.')
  }
  return url === null || from === null ? null : { url, from }
}

function isProxyAddress(text: string): boolean {
  if (addressNames.includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  )
}

function readEmail(text: string): string | Mistake {
  if (text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text)) return text
  return new Mistake(`is an e-mail address, not “${text}”.`)
}

function readApiKey(text: string): string | Mistake {
  if (text.length >= apiKeyLengthMin && /^[!-~]+$/.test(text)) return text
  return new Mistake(
    `has at least ${apiKeyLengthMin} characters, all of them visible ASCII (no spaces).`,
  )
}

function readLogLevel(text: string): LogLevel | Mistake {
  const level = logLevels.find((known) => known === text)
  return level ?? new Mistake(`is one of ${logLevels.join(', ')}, not “${text}”.`)
}

function readAdmin(
  email: string | null,
  password: string,
  isEmailGiven: boolean,
  mistakes: string[],
): Config['admin'] {
  if (!isEmailGiven && password === '') return null
  if (password === '') mistakes.push('ADMIN_PASSWORD is missing: ADMIN_EMAIL needs it beside it.')
  else if ([...password].length < passwordLengthMin) {
    mistakes.push(`ADMIN_PASSWORD has at least ${passwordLengthMin} characters.`)
  } else if ([...password].length > passwordLengthMax) {
    mistakes.push(`ADMIN_PASSWORD has at most ${passwordLengthMax} characters.`)
  }
  if (!isEmailGiven) mistakes.push('ADMIN_EMAIL is missing: ADMIN_PASSWORD needs it beside it.')
  return email === null ? null : { email, password }
}
