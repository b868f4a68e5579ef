import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { buildAccount, buildContacts } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

// Real processes on a real database, killed while they work.

const database = useDatabase()
const started = new Set<ChildProcess>()

afterEach(async () => {
  await Promise.all(Array.from(started, kill))
})

async function startProgram(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, '../../test/import-program.ts'), [database.url])
  started.add(child)
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return { child, url: `http://127.0.0.1:${message.port}` }
}

async function kill(child: ChildProcess): Promise<void> {
  if (!started.delete(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** Waits until a job has done so much, or is over. */
async function reached(user_id: number, done: number) {
  const deadline = Date.now() + 100_000
  for (;;) {
    const job = await database.db
      .selectFrom('jobs')
      .select(['status', 'total', 'done', 'unchanged', 'failed'])
      .where('user_id', '=', user_id)
      .executeTakeFirstOrThrow()
    if (job.done >= done || !['waiting', 'running'].includes(job.status)) return job
    if (Date.now() > deadline) throw new Error(`the job stands at ${JSON.stringify(job)}`)
    await rest(20)
  }
}

test(
  'killed again and again, a change to many loses nothing and does nothing twice',
  { timeout: 120_000 },
  async () => {
    const { user_id, key } = await buildAccount(database.db)
    const contacts = 20_000
    await buildContacts(database.db, user_id, contacts)
    let programs = [await startProgram(), await startProgram()]
    const answer = await fetch(`${programs[0]?.url}/api/contacts/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        action: 'edit',
        filter: {},
        custom_parameters: { tier: 'gold' },
        expected_total: contacts,
      }),
    })
    expect(answer.status).toBe(200)

    for (const done of [1000, 6000, 12_000]) {
      await reached(user_id, done)
      // Somewhere within the next chunks.
      await rest(Math.random() * 100)
      await Promise.all(programs.map(({ child }) => kill(child)))
      programs = [await startProgram(), await startProgram()]
    }

    expect(await reached(user_id, Infinity)).toEqual({
      status: 'finished',
      total: contacts,
      done: contacts,
      unchanged: 0,
      failed: 0,
    })
    const { rows } = await sql<{ total: number; changed: number; gold: number }>`
      select count(*) as total, count(distinct contact_id) as changed,
             (select count(*) from contacts
               where user_id = ${user_id} and custom_parameters = '{"tier": "gold"}' and revision = 2) as gold
        from contact_changes where user_id = ${user_id}`.execute(database.db)
    expect(rows[0]).toEqual({ total: contacts, changed: contacts, gold: contacts })
  },
)
