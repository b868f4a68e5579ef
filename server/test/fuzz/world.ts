import { sql } from 'kysely'
import { createKey } from '../../src/accounts/service.ts'
import type { Db } from '../../src/db/pool.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import {
  buildAccount,
  buildCampaign,
  buildContact,
  buildContacts,
  buildDevice,
  buildFlow,
  buildSegment,
} from '../builders.ts'
import { queueForTest } from '../queue.ts'

/** An account, and what it has to be asked about. */
export class World {
  readonly user_id: number
  readonly #db: Db
  readonly #ids = new Map<string, number[]>()
  #fills = 0
  key: string

  constructor(db: Db, { user_id, key }: { user_id: number; key: string }) {
    this.#db = db
    this.user_id = user_id
    this.key = key
  }

  /** The newest of these; of what we cannot build, ids that may be there. */
  idsOf(noun: string): number[] {
    return this.#ids.get(noun)?.slice(-6) ?? [1, 2, 3]
  }

  add(noun: string, ...ids: number[]): void {
    this.#ids.set(noun, [...(this.#ids.get(noun) ?? []), ...ids].slice(-20))
  }

  /** Some of everything, in several states. */
  async fill(): Promise<void> {
    const db = this.#db
    const { user_id } = this
    const now = new Date()
    const { id: device_id } = await buildDevice(db, user_id)
    this.#fills += 1
    const named = await buildContact(db, user_id, {
      // Not among the numbers that the requests make contacts of.
      phone_number: `+39333${1_000_000 + this.#fills}`,
      name: 'Ann',
      country_code: 'GB',
      custom_parameters: { city: 'Rome', age: 18 },
    })
    const contact_ids = [named, ...(await buildContacts(db, user_id, 3))]
    const members = await buildSegment(db, user_id, { members: contact_ids })
    const filter = await buildSegment(db, user_id, { filter: { filters_countries: ['GB'] } })
    const draft = await buildCampaign(db, user_id, { device_id, segment_id: members })
    const paused = await buildCampaign(db, user_id, { device_id, status: 'paused' })
    const running = await buildCampaign(db, user_id, { device_id, status: 'running' })
    const flow = await buildFlow(db, user_id, { device_id, segment_id: members, is_enabled: false })
    const single = await queueForTest(db, user_id, { contact_ids, device_id, now })
    const ofCampaign = await queueForTest(db, user_id, {
      contact_ids,
      device_id,
      now,
      campaign_id: running,
    })
    this.add('devices', device_id)
    this.add('contacts', ...contact_ids)
    this.add('segments', members, filter)
    this.add('campaigns', draft, paused, running)
    this.add('flows', flow)
    this.add('sms', ...single.slice(0, 2), ...ofCampaign.slice(0, 2))
    this.add('imports', await this.#buildImport())
    this.add('jobs', await this.#buildExport())
  }

  /** Texts that a phone is given when it asks. */
  async queueFor(device_id: number): Promise<void> {
    const contact_ids = this.idsOf('contacts')
    await queueForTest(this.#db, this.user_id, { contact_ids, device_id, now: new Date() })
  }

  /** After a request that took the key away. */
  async renewKey(): Promise<void> {
    const made = await inTransaction(this.#db, (tx) => createKey(tx, this.user_id, 'Fuzz'))
    this.key = made.key
  }

  async #buildExport(): Promise<number> {
    const { id } = await this.#db
      .insertInto('jobs')
      .values({
        user_id: this.user_id,
        kind: 'export',
        resource: 'contacts',
        request: '{"filter": {"search": "a"}, "columns": ["id", "custom_parameters.city"]}',
        status: 'finished',
        starts_at: new Date(),
        finished_at: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async #buildImport(): Promise<number> {
    const { id } = await this.#db
      .insertInto('imports')
      .values({
        user_id: this.user_id,
        status: 'finished',
        encoding: 'utf-8',
        format: 'jsonl',
        newline: '\n',
        mapping: '{}',
        columns: '[]',
        has_chunks: false,
        finished_at: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
}

export async function buildWorld(db: Db): Promise<World> {
  const world = new World(db, await buildAccount(db, { default_country: 'GB' }))
  await world.fill()
  return world
}

/** Every row of an account as one text, of every table that has its number; but what Simcast does by itself is not theirs. */
export async function everythingOf(db: Db, user_id: number): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'account_chores'
     order by 1`.execute(db)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(name)} t where user_id = ${user_id} order by 1`.execute(
      db,
    )
    texts.push(name, ...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}
