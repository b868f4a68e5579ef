import { randomBytes } from 'node:crypto'

/** The settings of the app that a pretend phone minds (the protocol, section 10). */
export type Settings = {
  processing_order: 'LIFO' | 'FIFO'
  sim_selection_mode: 'OSDefault' | 'RoundRobin' | 'Random'
  /** null: finished messages are kept for ever. */
  log_lifetime_days: number | null
  /** null: no pings. */
  ping_seconds: number | null
  notification_channel: 'AUTO' | 'SSE_ONLY'
  signing_key: string
  retry_count: number
}

/** A new app has a signing key of its own, which the server does not know. */
export function defaultSettings(): Settings {
  return {
    processing_order: 'LIFO',
    sim_selection_mode: 'OSDefault',
    log_lifetime_days: null,
    ping_seconds: null,
    notification_channel: 'AUTO',
    signing_key: randomBytes(4).toString('hex'),
    retry_count: 15,
  }
}

/**
 * What the settings become with a document of `GET /settings`. Unknown names are passed over, null is the default, and
 * what the app cannot take (a section that is null, a number out of range, an unknown word) throws, as it does there.
 */
export function applySettings(now: Settings, document: unknown): Settings {
  const sections = toSection('the document', document)
  const defaults = defaultSettings()

  function read<K extends keyof Settings>(
    section: string,
    name: string,
    key: K,
    parse: (value: unknown, name: string) => Settings[K],
  ): Settings[K] {
    if (!(section in sections)) return now[key]
    const values = toSection(section, sections[section])
    if (!(name in values)) return now[key]
    return values[name] === null ? defaults[key] : parse(values[name], `${section}.${name}`)
  }

  return {
    processing_order: read('messages', 'processing_order', 'processing_order', oneOf(orders)),
    sim_selection_mode: read('messages', 'sim_selection_mode', 'sim_selection_mode', oneOf(modes)),
    log_lifetime_days: read('messages', 'log_lifetime_days', 'log_lifetime_days', positive),
    ping_seconds: read('ping', 'interval_seconds', 'ping_seconds', positive),
    notification_channel: read(
      'gateway',
      'notification_channel',
      'notification_channel',
      oneOf(channels),
    ),
    signing_key: read('webhooks', 'signing_key', 'signing_key', readText),
    retry_count: read('webhooks', 'retry_count', 'retry_count', positive),
  }
}

/** Some settings are read when the app's service starts; it asks its person to restart it. */
export function needRestart(before: Settings, after: Settings): boolean {
  return (
    before.ping_seconds !== after.ping_seconds ||
    before.notification_channel !== after.notification_channel
  )
}

const orders = ['LIFO', 'FIFO'] as const
const modes = ['OSDefault', 'RoundRobin', 'Random'] as const
const channels = ['AUTO', 'SSE_ONLY'] as const

function toSection(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // An object of JSON, whose values are looked at one by one.
    return value as Record<string, unknown>
  }
  throw new Error(`The app cannot take settings in which ${name} is ${JSON.stringify(value)}.`)
}

function oneOf<T extends string>(words: readonly T[]): (value: unknown, name: string) => T {
  return (value, name) => {
    const word = words.find((known) => known === value)
    if (word === undefined) throw refuse(name, value)
    return word
  }
}

function positive(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw refuse(name, value)
}

function readText(value: unknown, name: string): string {
  if (typeof value === 'string') return value
  throw refuse(name, value)
}

function refuse(name: string, value: unknown): Error {
  return new Error(`The app cannot take ${JSON.stringify(value)} for ${name}.`)
}
