import { Type } from 'typebox'
import { readNumbers } from '../contacts/read-numbers.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { integer, phoneNumber, text } from '../http/field-readers.ts'
import { optional, required, resource, type Values } from '../http/fields.ts'
import { writeRoute, type Api } from '../http/routing.ts'
import { dataOf } from '../http/wire.ts'
import { contentMax } from '../templates/template.ts'
import { sendSms } from './service.ts'

const test = resource({
  phone_number: required(phoneNumber()),
  subscription_id: optional(
    integer({ min: 1, max: 3, description: 'The SIM; the first that takes new texts' }),
  ),
  content: optional(
    text({ min: 1, max: contentMax, description: 'What is sent; a sentence of ours if not given' }),
  ),
})

/** A test of a phone is an sms, so its route is here. */
export function deviceTestRoute(api: Api): void {
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices/:id/test',
    tag: 'devices',
    summary: 'Send a test from a device',
    description: 'A text to one number, before everything else that waits for the SIM.',
    exists: { noun: 'device', check: shownRowExists('devices') },
    body: test,
    response: dataOf(Type.Object({ sms_ids: Type.Array(Type.Integer()) })),
    handle: async (tx, { user_id, id, fields }) => ({
      data: { sms_ids: await testDevice(tx, api.context, { user_id, id, fields }) },
    }),
  })
}

async function testDevice(
  tx: Tx,
  context: Context,
  { user_id, id, fields }: { user_id: number; id: number; fields: Values<typeof test> },
): Promise<number[]> {
  const { numbers, problems } = await readNumbers(
    tx,
    user_id,
    [fields.phone_number],
    'phone_number',
  )
  problems.throwIfAny()
  const { name, subscription_id } = await findSender(tx, user_id, id)
  return sendSms(tx, context, user_id, {
    numbers,
    content: fields.content ?? `A test from Simcast: ${plain(name)} can send.`,
    device_id: id,
    sim_subscription_id: fields.subscription_id ?? subscription_id ?? 1,
    send_at: context.now(),
    purpose: 'test',
  })
}

async function findSender(db: Db, user_id: number, id: number) {
  const device = await db
    .selectFrom('devices as d')
    .leftJoin('sims as s', (join) =>
      join
        .onRef('s.user_id', '=', 'd.user_id')
        .onRef('s.device_id', '=', 'd.id')
        .on('s.is_present', '=', true),
    )
    .select(['d.name', 's.subscription_id'])
    .where('d.user_id', '=', user_id)
    .where('d.id', '=', id)
    .where('d.deleted_at', 'is', null)
    .orderBy('s.is_draining')
    .orderBy('s.subscription_id')
    .executeTakeFirst()
  if (!device) throw notFound(`There is no device ${id}.`)
  return device
}

/** The name of a device is no template. */
function plain(name: string): string {
  return name.replaceAll(/[{}%]/g, '')
}
