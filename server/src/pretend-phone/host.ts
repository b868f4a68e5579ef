import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import { mintPretendToken, pretendPartsPerMinute } from '../devices/pretend.ts'
import { EnrolmentRefused } from './enrolment.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { findOwnToken, forgetOwnToken, keepOwnToken } from './own-device.ts'
import { Phone } from './phone.ts'
import { settleOptions } from './phone-options.ts'

/**
 * A process that has not renewed its lease for this long is gone. One that was killed is followed within this time, also
 * by itself when it starts again.
 */
const leaseSeconds = 15
const renewSeconds = 5
const retryMs = 5000
/** Texts that come in at one step. */
const textsAtOnce = 100

type Key = string
type Hosted = { user_id: number; device_id: number }
type Running = Hosted & {
  phone: Phone | undefined
  folder: string
  /** By the clock of `performance.now()`. */
  leaseUntil: number
  /** Not before: it is being started, or was started in vain a moment ago. */
  startAt: number
}

const keyOf = ({ user_id, device_id }: Hosted): Key => `${user_id}-${device_id}`

/**
 * Runs pretend phones inside this process: those of the table `pretend_phones` that no other process runs. They speak
 * real HTTP to the address that the process listens on, and do nothing while it listens on none.
 */
export class PhoneHost {
  readonly #context: Context
  readonly #address: () => string | null
  readonly #givenFolder: string | null
  readonly #holder = randomUUID()
  readonly #running = new Map<Key, Running>()
  #http: HttpClient | undefined
  #temporaryFolder: string | undefined
  #step: Promise<unknown> = Promise.resolve()
  #isClosed = false

  /** Without a folder what the phones remember is kept in a temporary one, and gone with the process. */
  constructor(options: {
    context: Context
    /** Where this process listens, such as `http://127.0.0.1:3000`. */
    address: () => string | null
    folder: string | null
  }) {
    this.#context = options.context
    this.#address = options.address
    this.#givenFolder = options.folder
  }

  /** Starts and stops what is due, and lets in what was written. */
  async step(): Promise<void> {
    const address = this.#address()
    if (this.#isClosed || address === null) return
    const step = this.#run(address)
    this.#step = step.catch(() => undefined)
    await step
  }

  /** Stops the phones and leaves them to others. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#step
    const phones = [...this.#running.values()]
    await Promise.all(phones.map((one) => this.#stop(one)))
    this.#http?.close()
    if (this.#temporaryFolder !== undefined)
      rmSync(this.#temporaryFolder, { recursive: true, force: true })
    if (phones.length === 0) return
    await sql`
      update pretend_phones set holder = null, lease_until = '-infinity'
       where holder = ${this.#holder}`
      .execute(this.#context.db)
      .catch((error: unknown) =>
        this.#context.log.debug({ error }, 'the leases of pretend phones run out by themselves'),
      )
  }

  async #run(address: string): Promise<void> {
    try {
      await this.#takeLeases()
    } finally {
      // Also when the database does not answer: somebody else runs them by now.
      for (const one of this.#running.values())
        if (one.leaseUntil <= performance.now()) await this.#stop(one)
    }
    for (const one of this.#running.values()) {
      if (one.startAt <= performance.now()) this.#start(one, address)
    }
    await this.#letIn()
  }

  /** Takes what nobody runs, keeps what is ours, and stops what is gone. */
  async #takeLeases(): Promise<void> {
    const askedAt = performance.now()
    const { rows } = await sql<Hosted & { is_ours: boolean; is_due: boolean }>`
      select user_id, device_id, holder is not distinct from ${this.#holder} as is_ours,
             lease_until < now() + make_interval(
               secs => case when holder = ${this.#holder} then ${leaseSeconds - renewSeconds}::integer else 0 end) as is_due
        from pretend_phones`.execute(this.#context.db)
    const there = new Set(rows.map(keyOf))
    for (const one of this.#running.values()) {
      if (there.has(keyOf(one))) continue
      await this.#stop(one)
      rmSync(one.folder, { recursive: true, force: true })
    }
    const due = rows.filter(({ is_due }) => is_due)
    if (due.length === 0) return
    const { rows: taken } = await sql<Hosted>`
      update pretend_phones p set holder = ${this.#holder}, lease_until = now() + make_interval(secs => ${leaseSeconds})
        from unnest(${due.map(({ user_id }) => user_id)}::bigint[], ${due.map(({ device_id }) => device_id)}::bigint[])
               as g (user_id, device_id)
       where p.user_id = g.user_id and p.device_id = g.device_id
         and (p.holder = ${this.#holder} or p.lease_until < now())
      returning p.user_id, p.device_id`.execute(this.#context.db)
    // Counted from before it was asked, so that ours ends first.
    for (const one of taken) this.#keep(one, askedAt + leaseSeconds * 1000)
  }

  #keep({ user_id, device_id }: Hosted, leaseUntil: number): void {
    const key = keyOf({ user_id, device_id })
    const running = this.#running.get(key)
    if (running) running.leaseUntil = leaseUntil
    else {
      const folder = join(this.#folder(), `inside-${key}`)
      const one = { user_id, device_id, phone: undefined, folder, leaseUntil, startAt: 0 }
      this.#running.set(key, one)
    }
  }

  #folder(): string {
    if (this.#givenFolder !== null) return this.#givenFolder
    this.#temporaryFolder ??= mkdtempSync(join(tmpdir(), 'simcast-pretend-'))
    return this.#temporaryFolder
  }

  /** In the background: a phone has started when the server has answered it. What fails is tried again later. */
  #start(one: Running, address: string): void {
    one.startAt = Infinity
    this.#startPhone(one, address).catch(async (error: unknown) => {
      const { device_id } = one
      this.#context.log.warn({ error, device_id }, 'a pretend phone did not start; trying again')
      await one.phone?.stop()
      one.phone = undefined
      one.startAt = performance.now() + retryMs
      // Its device was given another token: another process has run it meanwhile, or the folder is of another database.
      if (error instanceof EnrolmentRefused) forgetOwnToken(one.folder)
    })
  }

  async #startPhone(one: Running, address: string): Promise<void> {
    this.#http ??= createHttpClient()
    const token = findOwnToken(one.folder, inside) ?? (await this.#mint(one))
    if (this.#isClosed || this.#running.get(keyOf(one)) !== one) return
    one.phone = new Phone(
      settleOptions({
        url: address,
        token,
        folder: one.folder,
        model: 'inside',
        sims: 1,
        rate: pretendPartsPerMinute,
        // The address that phones are told may not be reachable from in here.
        reach: (url) => `${address}${url.slice(Math.max(0, url.indexOf(mobilePath)))}`,
        http: this.#http,
        onEvent: (event) => {
          if (event.about !== 'trouble') return
          this.#context.log.debug({ error: event.error }, 'a pretend phone has trouble')
        },
      }),
    )
    await one.phone.start()
  }

  /** A token that is kept in the folder alone: the database knows only its hash. */
  async #mint({ user_id, device_id, folder }: Running): Promise<string> {
    const { db, wake } = this.#context
    const token = await inTransaction(db, (tx) => mintPretendToken(tx, user_id, device_id))
    wake.tell({ about: 'keys' })
    keepOwnToken(folder, inside, token)
    return token
  }

  async #stop(one: Running): Promise<void> {
    this.#running.delete(keyOf(one))
    await one.phone?.stop()
  }

  /** Texts come in at phones that have been told where to post them. */
  async #letIn(): Promise<void> {
    const phones = new Map<Key, Phone>()
    for (const [key, { phone }] of this.#running)
      if (phone && phone.counts().webhooks > 0) phones.set(key, phone)
    const ready = [...this.#running.values()].filter((one) => phones.has(keyOf(one)))
    if (ready.length === 0) return
    await inTransaction(this.#context.db, async (tx) => {
      const { rows } = await sql<Written>`
        select user_id, id, device_id, subscription_id, phone_number, content from pretend_texts
         where (user_id, device_id) in (select * from unnest(
                 ${ready.map(({ user_id }) => user_id)}::bigint[], ${ready.map(({ device_id }) => device_id)}::bigint[]))
         order by user_id, id limit ${textsAtOnce}
           for update skip locked`.execute(tx)
      // The app takes the same words twice in one second for one text: the second one comes in at the next step.
      const taken = rows.filter(({ phone_number, content, subscription_id, ...of }) =>
        phones.get(keyOf(of))?.receive(phone_number, content, { sim: subscription_id }),
      )
      if (taken.length === 0) return
      await sql`
        delete from pretend_texts t
         using unnest(${taken.map(({ user_id }) => user_id)}::bigint[], ${taken.map(({ id }) => id)}::bigint[])
                 as g (user_id, id)
         where t.user_id = g.user_id and t.id = g.id`.execute(tx)
    })
  }
}

type Written = Hosted & {
  id: number
  subscription_id: number
  phone_number: string
  content: string
}

/** In place of an address in the file that keeps the token: the port may be another one at the next start. */
const inside = 'inside'
const mobilePath = '/api/mobile/v1/'
