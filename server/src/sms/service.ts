import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { afterCommit, inTransaction, type Tx } from '../db/transaction.ts'
import { AppError, conflict, invalid, notFound } from '../errors.ts'
import { deviceProblems, findSims, simProblems } from '../devices/service.ts'
import { gather } from '../lib/gather.ts'
import { releaseMessages } from '../messages/hold.ts'
import { lockMessages } from '../messages/of-contact.ts'
import { removeMessages } from '../messages/remove.ts'
import { wireStatus } from '../messages/status.ts'
import { wasNotMade } from '../messages/reasons.ts'
import { lockForRetry, queueAgain } from '../messages/retry.ts'
import { tellPhones } from '../messages/tell.ts'
import { cancelMessages } from '../messages/withdraw.ts'
import { queueSms, type SmsRequest } from './compose.ts'

const batchMax = 500

/** Queues the texts of one request in the caller's transaction. */
export async function sendSms(
  tx: Tx,
  context: Context,
  user_id: number,
  request: SmsRequest,
): Promise<number[]> {
  const [answer] = await sendGathered(tx, context, user_id, [request])
  if (answer instanceof AppError) throw answer
  return answer ?? []
}

/** For requests without a key: those that come at the same moment share one commit, and each is answered after it. */
export function createSender(
  context: Context,
): (user_id: number, request: SmsRequest) => Promise<number[]> {
  const send = gather(
    async (items: { user_id: number; request: SmsRequest }[]) => {
      const answers = new Map<SmsRequest, number[] | AppError>()
      for (const [user_id, ofUser] of Map.groupBy(items, (item) => item.user_id)) {
        const requests = ofUser.map(({ request }) => request)
        const ofRequests = await inTransaction(context.db, (tx) =>
          sendGathered(tx, context, user_id, requests),
        )
        requests.forEach((request, place) => answers.set(request, ofRequests[place] ?? []))
      }
      return items.map(({ request }) => answers.get(request) ?? [])
    },
    { batchMax, inFlightMax: 2, sizeOf: ({ request }) => request.numbers.length },
  )
  return async (user_id, request) => {
    const answer = await send({ user_id, request })
    if (answer instanceof AppError) throw answer
    return answer
  }
}

/** Each request is answered for itself: one that names a device that is gone does not spoil the others. */
async function sendGathered(
  tx: Tx,
  context: Context,
  user_id: number,
  requests: readonly SmsRequest[],
): Promise<(number[] | AppError)[]> {
  const sims = await findSims(tx, user_id, [...new Set(requests.map(({ device_id }) => device_id))])
  const refused = requests.map((request) => simProblems(sims, request))
  const accepted = requests.filter((_, place) => refused[place]?.length === 0)
  const ids = await queueSms(tx, context, user_id, accepted)
  afterCommit(tx, () => {
    for (const { device_id, due_at } of firstDue(accepted))
      context.wake.tell({ about: 'device', user_id, device_id, due_at })
  })
  const answers = ids.values()
  return refused.map((problems) =>
    problems.length > 0 ? invalid(problems) : (answers.next().value ?? []),
  )
}

/** When the first of the texts is due at each device. */
function firstDue(requests: readonly SmsRequest[]): { device_id: number; due_at: number }[] {
  const due = new Map<number, number>()
  for (const { device_id, send_at } of requests) {
    due.set(device_id, Math.min(due.get(device_id) ?? Infinity, send_at.getTime()))
  }
  return [...due].map(([device_id, due_at]) => ({ device_id, due_at }))
}

/** Deletes a message; a pending one is withdrawn, from its phone too if that still can be. */
export async function deleteSms(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const which = sql`m.id = ${id}`
  // It must not be queued again between the two.
  await lockMessages(tx, user_id, which)
  const { withdrawn } = await cancelMessages(tx, {
    user_id,
    which,
    error: 'The message was deleted',
    now: context.now(),
  })
  if ((await removeMessages(tx, user_id, which)) === 0) throw notFound(`There is no sms ${id}.`)
  tellPhones(tx, context, user_id, withdrawn)
}

/** Lets a text go that came back from a backup, though it may have been sent since. */
export async function releaseSms(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  if ((await releaseMessages(tx, user_id, sql`m.id = ${id}`, 1)) === 0) {
    throw conflict('Only an sms that came back from a backup by itself can be released.')
  }
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
}

/** Sends a failed message again. One that may have gone out is sent again too: a person asks for this very one. */
export async function retrySms(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  await lockForRetry(tx, user_id, [id])
  const message = await lockFailed(tx, user_id, id)
  if (message.content === '') throw conflict('The words of this sms are no longer kept.')
  if (message.content !== null && wasNotMade(message.error))
    throw conflict('No text could be made for this contact, so there is nothing to send.')
  if (message.opted_out_at) throw conflict('The contact has opted out, so it cannot be sent to.')
  if (!message.can_be_sent_to) throw conflict('This number cannot be sent to.')
  if (message.owner_deleted_at)
    throw conflict('What this sms belongs to was deleted. Send it as a new one.')
  if (message.campaign_status === 'cancelled')
    throw conflict('The campaign of this sms is cancelled.')
  const [problem] = await deviceProblems(tx, user_id, message)
  if (problem) throw conflict(`This sms cannot be retried: ${problem.title}`)
  await queueAgain(tx, user_id, [id], context.now())
  afterCommit(tx, () => {
    context.wake.tell({ about: 'device', user_id, device_id: message.device_id })
  })
}

/** A failed message with what decides whether it may be sent again, and the device and SIM that it would go by now. */
async function lockFailed(tx: Tx, user_id: number, id: number) {
  const message = await tx
    .selectFrom('messages as m')
    .innerJoin('contacts as c', (join) =>
      join.onRef('c.user_id', '=', 'm.user_id').onRef('c.id', '=', 'm.contact_id'),
    )
    .leftJoin('campaigns as k', (join) =>
      join.onRef('k.user_id', '=', 'm.user_id').onRef('k.id', '=', 'm.campaign_id'),
    )
    .leftJoin('flows as f', (join) =>
      join.onRef('f.user_id', '=', 'm.user_id').onRef('f.id', '=', 'm.flow_id'),
    )
    .select((eb) => [
      'm.status',
      'm.content',
      'm.error',
      'c.opted_out_at',
      'c.can_be_sent_to',
      'k.status as campaign_status',
      eb.fn.coalesce('k.deleted_at', 'f.deleted_at').as('owner_deleted_at'),
      eb.fn.coalesce('k.device_id', 'f.device_id', 'm.device_id').as('device_id'),
      eb.fn
        .coalesce('k.sim_subscription_id', 'f.sim_subscription_id', 'm.sim_subscription_id')
        .as('sim_subscription_id'),
    ])
    .where('m.user_id', '=', user_id)
    .where('m.id', '=', id)
    .forUpdate('m')
    .executeTakeFirst()
  if (!message) throw notFound(`There is no sms ${id}.`)
  if (message.status !== 'failed') {
    throw conflict(`Only a failed sms can be retried; this one is "${wireStatus[message.status]}".`)
  }
  return message
}
