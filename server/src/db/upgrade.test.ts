import { pino } from 'pino'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { migrate, readMigrations } from './migrate.ts'

const database = useDatabase({ empty: true })
const log = pino({ level: 'silent' })

test('what a first release has stored is there after the upgrade, and as it was', async () => {
  const migrations = readMigrations()
  await migrate(database.connection, { log, migrations: migrations.slice(0, 1) })
  await database.pool.query(`
    insert into accounts (name) values ('Shop');
    insert into contacts (user_id, phone_number, opted_out_at) values (1, '+447700900142', null), (1, '+447700900143', now());
    insert into opt_outs (user_id, phone_number, opted_out_at) values (1, '+447700900143', now()), (1, '+447700900144', now());
    insert into devices (user_id, name, name_folded) values (1, 'Phone', 'phone');
    insert into installations (user_id, device_id, streamed_at, enrolled_at)
      values (1, 1, '2026-11-20T12:00Z', '2026-11-01T12:00Z'), (1, 1, null, '2026-11-02T12:00Z');
    insert into messages (user_id, contact_id, device_id, sim_subscription_id, phone_number, content, status)
      values (1, 1, 1, 1, '+447700900142', 'Hi', 'received'), (1, 1, 1, 1, '+447700900142', 'Again', 'received'),
             (1, 99, 1, 1, '+447700900199', 'Of somebody who is gone', 'received'), (1, 2, 1, 1, '+447700900143', 'Out', 'queued');
  `)

  await migrate(database.connection, { log, migrations })

  const rows = async (statement: string) => (await database.pool.query<object>(statement)).rows
  // What was received before there were conversations counts as read.
  expect(
    await rows('select contact_id, unread, read_up_to, last_received_id from conversations'),
  ).toEqual([{ contact_id: 1, unread: 0, read_up_to: 2, last_received_id: 2 }])
  expect(await rows('select distinct purpose from messages')).toEqual([{ purpose: 'ordinary' }])
  expect(await rows('select id, phone_number from opt_outs order by id')).toEqual([
    { id: 1, phone_number: '+447700900143' },
    { id: 2, phone_number: '+447700900144' },
  ])
  // Phones are asked for what came in since they were last heard.
  expect(await rows('select heard_at from installations order by id')).toEqual([
    { heard_at: new Date('2026-11-20T12:00Z') },
    { heard_at: new Date('2026-11-02T12:00Z') },
  ])
  expect(await rows('select opt_out_words, inbound_from from accounts')).toEqual([
    { opt_out_words: null, inbound_from: 'anyone' },
  ])
})
