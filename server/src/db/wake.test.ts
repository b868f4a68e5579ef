import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { startWake, type Signal, type Wake } from './wake.ts'

const database = useDatabase()

let here: Wake
let there: Wake
let heardHere: Signal[]
let heardThere: Signal[]

beforeEach(async () => {
  const log = pino({ level: 'silent' })
  const { db, connection } = database
  heardHere = []
  heardThere = []
  here = startWake({ db, connection, log })
  there = startWake({ db, connection, log })
  here.listen((signal) => heardHere.push(signal))
  there.listen((signal) => heardThere.push(signal))
  await untilListening(2)
})

afterEach(() => Promise.all([here.close(), there.close()]))

const device: Signal = { about: 'device', user_id: 1, device_id: 2 }

async function untilListening(wanted: number): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from pg_stat_activity
         where datname = current_database() and application_name = 'simcast listener' and query = 'listen simcast'`.execute(
        database.db,
      )
      return rows[0]?.count
    })
    .toBe(wanted)
}

test('a signal is heard here at once, and elsewhere once', async () => {
  here.tell(device)
  expect(heardHere).toEqual([device])

  await expect.poll(() => heardThere).toEqual([device])
  there.tell({ about: 'engine' })
  await expect.poll(() => heardHere).toEqual([device, { about: 'engine' }])
})

test('the same one told many times in a moment is told elsewhere once', async () => {
  for (let count = 0; count < 50; count += 1) here.tell(device)
  here.tell({ about: 'engine' })

  await expect.poll(() => heardThere).toEqual([device, { about: 'engine' }])
})

test('what counts something is told as often as it happened', async () => {
  const finished: Signal = { about: 'finished', user_id: 1, device_id: 2, count: 3 }
  for (let count = 0; count < 5; count += 1) here.tell(finished)

  await expect.poll(() => heardThere.length).toBe(5)
})

test('thousands of signals all arrive', async () => {
  for (let device_id = 0; device_id < 3000; device_id += 1)
    here.tell({ about: 'device', user_id: 1, device_id })

  await expect.poll(() => heardThere.length, { timeout: 10_000 }).toBe(3000)
})

test('listening goes on by itself when its connection is lost', async () => {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'simcast listener'`.execute(
    database.db,
  )
  await untilListening(2)

  here.tell(device)

  await expect.poll(() => heardThere).toEqual([device])
})

test('who has stopped listening hears nothing more', async () => {
  const heard: Signal[] = []
  const stop = here.listen((signal) => heard.push(signal))
  here.tell(device)
  stop()
  here.tell(device)

  expect(heard).toEqual([device])
})
