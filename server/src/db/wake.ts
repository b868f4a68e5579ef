import { EventEmitter } from 'node:events'
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import type { Db } from './pool.ts'

/** Something to look at, told to every Simcast process on the database. Never the only way that work is found. */
export type Signal =
  /** A device has something to fetch, now or at a moment in milliseconds since 1970. */
  | { about: 'device'; user_id: number; device_id: number; due_at?: number }
  | { about: 'settings'; user_id: number; device_id: number }
  | { about: 'withdrawal'; user_id: number; device_id: number; wire_id: string }
  | { about: 'shut_out'; user_id: number; device_id: number; installation_id: number }
  /** What a phone did at a process that holds no stream of it, for the one that does. */
  | { about: 'fetched'; user_id: number; device_id: number; handed: number; next_at: string | null }
  | { about: 'finished'; user_id: number; device_id: number; count: number }
  | { about: 'engine' }
  | { about: 'keys' }

export type Wake = {
  /** Tells this process at once and the others within a few milliseconds. To be called after the commit. */
  tell: (signal: Signal) => void
  listen: (listener: (signal: Signal) => void) => () => void
  close: () => Promise<void>
}

const channel = 'simcast'
/** Signals of one moment leave in one statement: NOTIFY serialises the commits that carry it. */
const gatherMs = 5
const signalsPerStatement = 500

/** Starts listening on a connection of its own, and goes on doing so when the database comes back after an outage. */
export function startWake(options: { db: Db; connection: ClientConfig; log: Logger }): Wake {
  const { db, connection, log } = options
  const source = crypto.randomUUID()
  const emitter = new EventEmitter().setMaxListeners(0)
  const stop = new AbortController()
  const outbox = new Set<string>()
  let flushing: Promise<void> | undefined
  let told = 0

  async function flush(): Promise<void> {
    await rest(gatherMs)
    while (outbox.size > 0) {
      const payloads = [...outbox].slice(0, signalsPerStatement)
      for (const payload of payloads) outbox.delete(payload)
      await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`.execute(
        db,
      )
    }
  }

  function tell(signal: Signal): void {
    emitter.emit('signal', signal)
    told += 1
    // A signal says the same however often it is told, save those that count something.
    const place = signal.about === 'finished' || signal.about === 'fetched' ? { place: told } : {}
    outbox.add(JSON.stringify({ source, signal, ...place }))
    flushing ??= flush()
      .catch((error: unknown) => {
        outbox.clear()
        log.debug({ error }, 'other processes were not told; they find the work on their next look')
      })
      .finally(() => {
        flushing = undefined
      })
  }

  function receive(payload: string): void {
    // Only this program writes to the channel.
    const message = JSON.parse(payload) as { source: string; signal: Signal }
    if (message.source !== source) emitter.emit('signal', message.signal)
  }

  const listening = keepListening({ connection, log, signal: stop.signal, receive })
  return {
    tell,
    listen: (listener) => {
      emitter.on('signal', listener)
      return () => emitter.off('signal', listener)
    },
    close: async () => {
      stop.abort()
      await flushing
      await listening
    },
  }
}

async function keepListening(options: {
  connection: ClientConfig
  log: Logger
  signal: AbortSignal
  receive: (payload: string) => void
}): Promise<void> {
  const { connection, log, signal, receive } = options
  while (!signal.aborted) {
    const client = new Client({
      ...connection,
      application_name: 'simcast listener',
      keepAlive: true,
    })
    const ended = new Promise<void>((resolve) => {
      client.on('end', () => resolve())
      client.on('error', () => resolve())
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) receive(payload)
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      await ended
    } catch (error) {
      log.debug({ error }, 'listening for signals failed; trying again')
    }
    await client.end().catch(() => undefined)
    if (!signal.aborted) await rest(500, undefined, { signal }).catch(() => undefined)
  }
}
