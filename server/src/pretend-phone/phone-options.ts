import { randomInt } from 'node:crypto'
import type { HttpClient } from './http-client.ts'
import type { Decide } from './outcome.ts'
import type { Reply } from './replies.ts'
import type { ReportFaults } from './reports.ts'

/** What happens on a phone, for whoever watches it. */
export type PhoneEvent =
  | { about: 'connection'; is_open: boolean }
  | { about: 'sent' | 'received'; phone_number: string; text: string; sim: number }
  | { about: 'trouble'; error: string }

export type PhoneOptions = {
  /** Where Simcast listens, or the whole base URL as a person types it into the app. */
  url: string
  /** The token that the device was made with. */
  token: string
  /** Where the phone keeps what it knows; without one, a temporary folder that goes when the phone stops. */
  folder?: string | undefined
  /** The app was deleted and installed again: it has forgotten everything but the token. */
  reinstall?: boolean | undefined
  /** What the phone calls itself: `pretend/<model>`. */
  model?: string | undefined
  /** The release of the app. */
  version?: string | undefined
  /** How many SIM cards it has, 0 to 3. */
  sims?: number | undefined
  /** Parts a minute that each SIM sends; 0 is as fast as possible. */
  rate?: number | undefined
  /** The share of texts that the network refuses. */
  fail?: number | undefined
  /** The share of texts that are sent and whose reports are lost. */
  noReport?: number | undefined
  /** What becomes of a text, in place of the two shares. */
  decide?: Decide | undefined
  /** The share of sent texts that are reported as delivered, and how long that takes at most. */
  deliver?: number | undefined
  deliveryMs?: number | undefined
  /** What contacts answer to the texts that they get, and how long they take at most. */
  replies?: readonly Reply[] | undefined
  replyMs?: number | undefined
  /** The same seed makes the same phone, and the same luck. */
  seed?: number | undefined
  /** Never opens the stream of wake-ups, as a phone that counts on Google's push. */
  pollOnly?: boolean | undefined
  pollSeconds?: number | undefined
  /** The app's own pauses (reconnecting, retries) take this many times as long; under 1 for tests. */
  timeScale?: number | undefined
  /** How far the phone's clock is off. */
  clockOffsetMs?: number | undefined
  /** The zone that the phone writes its times in, as minutes ahead of UTC. */
  offsetMinutes?: number | undefined
  /** How many streams it holds at the same time. */
  streams?: number | undefined
  /** Whether its person restarts the app's service when the app asks for it. */
  restartsWhenAsked?: boolean | undefined
  /** How many reports it sends side by side; Android runs up to 20 jobs. */
  reportsInFlight?: number | undefined
  faults?: Partial<ReportFaults> | undefined
  /** How it reaches an address that the server names, where that is another than the server says. */
  reach?: ((url: string) => string) | undefined
  /** Connections shared with other phones. */
  http?: HttpClient | undefined
  onEvent?: ((event: PhoneEvent) => void) | undefined
}

export type SettledOptions = ReturnType<typeof settleOptions>

/** The options with everything that was left out. */
export function settleOptions(options: PhoneOptions) {
  const seed = options.seed ?? randomInt(2 ** 31)
  const rate = options.rate ?? 600
  return {
    ...options,
    reinstall: options.reinstall ?? false,
    model: options.model ?? 'phone',
    version: options.version ?? '1.75.0',
    sims: options.sims ?? 2,
    rate,
    fail: options.fail ?? 0,
    noReport: options.noReport ?? 0,
    deliver: options.deliver ?? 1,
    deliveryMs: options.deliveryMs ?? (rate === 0 ? 20 : 1500),
    replies: options.replies ?? [],
    replyMs: options.replyMs ?? (rate === 0 ? 50 : 1500),
    seed,
    pollOnly: options.pollOnly ?? false,
    pollSeconds: options.pollSeconds ?? 900,
    timeScale: options.timeScale ?? 1,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    offsetMinutes: options.offsetMinutes ?? -new Date().getTimezoneOffset(),
    streams: options.streams ?? 1,
    restartsWhenAsked: options.restartsWhenAsked ?? true,
    reportsInFlight: options.reportsInFlight ?? 20,
    faults: { late: 0, lateMs: 0, doubled: 0, ...options.faults },
    reach: options.reach ?? ((url: string) => url),
    onEvent: options.onEvent ?? (() => undefined),
  }
}
