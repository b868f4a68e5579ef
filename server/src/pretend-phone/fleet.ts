import { join } from 'node:path'
import { EnrolmentRefused } from './enrolment.ts'
import { createHttpClient } from './http-client.ts'
import { findOwnToken, forgetOwnToken, keepOwnToken, type MakeDevices } from './own-device.ts'
import { Phone, type Counts } from './phone.ts'
import { settleOptions, type PhoneEvent, type PhoneOptions } from './phone-options.ts'

/** Phones that run in one process and share its connections. */
export type Fleet = {
  /** Starts them, each with its own device and folder. Settles when all are known to the server, or `stop` was called. */
  start: () => Promise<void>
  stop: () => Promise<void>
  /** All phones together. */
  counts: () => FleetCounts
}

export type FleetCounts = Counts & { phones: number; connected: number }

export type FleetOptions = {
  url: string
  count: number
  /** A phone's folder is a numbered one in here. */
  folder: string
  name: string
  /** Of the one phone; without it, devices are made. */
  token: string | undefined
  makeDevices: MakeDevices
  seed: number | undefined
  /** What all phones have in common. */
  phone: Omit<PhoneOptions, 'url' | 'token' | 'folder' | 'seed' | 'http' | 'onEvent'>
  onEvent: (event: PhoneEvent) => void
}

/** Phones that enrol at the same time. */
const startedTogether = 25

export function createFleet(options: FleetOptions): Fleet {
  const http = createHttpClient()
  const phones = new Set<Phone>()
  let isStopped = false

  async function startOne(number: number, token: string): Promise<void> {
    const { onEvent } = options
    const phone = new Phone(settleOptions({ ...optionsOf(number, options), token, http, onEvent }))
    phones.add(phone)
    try {
      await phone.start()
    } catch (error) {
      phones.delete(phone)
      await phone.stop()
      throw error
    }
  }

  async function startAnyhow(number: number, token: string): Promise<void> {
    try {
      await startOne(number, token)
    } catch (error) {
      if (!(error instanceof EnrolmentRefused) || options.token !== undefined) throw error
      // The device that it was given earlier is there no more.
      forgetOwnToken(folderOf(options.folder, number))
      const tokens = await findTokens([number], options)
      await startOne(number, tokens.get(number) ?? '')
    }
  }

  return {
    start: async () => {
      const numbers = Array.from({ length: options.count }, (_, place) => place + 1)
      const tokens = await findTokens(numbers, options)
      while (numbers.length > 0 && !isStopped) {
        const together = numbers.splice(0, startedTogether)
        await Promise.all(together.map((one) => startAnyhow(one, tokens.get(one) ?? '')))
      }
    },
    stop: async () => {
      isStopped = true
      await Promise.all([...phones].map((phone) => phone.stop()))
      http.close()
    },
    counts: () => countAll(phones, options.count),
  }
}

function optionsOf(number: number, { folder, name, seed, url, phone }: FleetOptions) {
  return {
    ...phone,
    url,
    folder: folderOf(folder, number),
    model: `${name} ${number}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    seed: seed === undefined ? undefined : seed + number,
  }
}

/** The token of each phone: the given one, the one that it was given earlier, or that of a device made now. */
async function findTokens(
  numbers: readonly number[],
  { token, folder, url, name, count, makeDevices }: FleetOptions,
): Promise<Map<number, string>> {
  if (token !== undefined) return new Map(numbers.map((number) => [number, token]))
  const tokens = new Map<number, string>()
  const missing: number[] = []
  for (const number of numbers) {
    const kept = findOwnToken(folderOf(folder, number), url)
    if (kept === undefined) missing.push(number)
    else tokens.set(number, kept)
  }
  if (missing.length === 0) return tokens
  const names = missing.map((number) => (count === 1 ? name : `${name} ${number}`))
  for (const [place, made] of (await makeDevices(names)).entries()) {
    const number = missing[place] ?? 0
    keepOwnToken(folderOf(folder, number), url, made)
    tokens.set(number, made)
  }
  return tokens
}

function folderOf(folder: string, number: number): string {
  return join(folder, `phone-${String(number).padStart(4, '0')}`)
}

function countAll(phones: Iterable<Phone>, count: number): FleetCounts {
  const total: FleetCounts = {
    phones: count,
    connected: 0,
    waiting: 0,
    sent: 0,
    failed: 0,
    received: 0,
    reports_waiting: 0,
    events_waiting: 0,
    calls_underway: 0,
    webhooks: 0,
  }
  for (const phone of phones) {
    const counts = phone.counts()
    total.connected += phone.isConnected() ? 1 : 0
    total.waiting += counts.waiting
    total.sent += counts.sent
    total.failed += counts.failed
    total.received += counts.received
    total.reports_waiting += counts.reports_waiting
    total.events_waiting += counts.events_waiting
    total.calls_underway += counts.calls_underway
    total.webhooks += counts.webhooks
  }
  return total
}
