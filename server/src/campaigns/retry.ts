import { sql, type RawBuilder } from 'kysely'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { conflict, invalid } from '../errors.ts'
import { deviceProblems } from '../devices/service.ts'
import { shownRowExists } from '../http/exists.ts'
import { optional, resource } from '../http/fields.ts'
import { choice, integer } from '../http/field-readers.ts'
import { ids, list } from '../http/list-readers.ts'
import { writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Id } from '../http/wire.ts'
import { isRetryable, retryableCodes } from '../messages/reasons.ts'
import { lockForRetry, queueAgain } from '../messages/retry.ts'
import { startSweep } from '../messages/sweep.ts'
import { lockCampaign, requireMove } from './lock.ts'

const namedMax = 1000

const whatToRetry = resource({
  codes: optional(
    list(choice(retryableCodes), {
      description: 'Of these kinds of failure only: `code` of the statistics. If not given, all',
    }),
  ),
  sms_ids: optional(ids({ description: `These texts only, at most ${namedMax}` })),
  expected_recipients: optional(
    integer({
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      description: 'Refuse it when another number would be sent again',
    }),
  ),
})

export function retryRoute(api: Api): void {
  writeRoute(api, {
    method: 'POST',
    url: '/api/campaigns/:id/retry',
    tag: 'campaigns',
    summary: 'Send the failed messages again',
    description:
      'Never those that may have gone out; each of these a person may retry at `/api/sms/{id}/retry`. Nor those that would fail for the same reason: see `is_retryable` in the statistics.',
    exists: { noun: 'campaign', check: shownRowExists('campaigns') },
    body: whatToRetry,
    response: dataOf(
      Type.Object({ id: Id, retried: Type.Integer({ description: 'How many are sent again' }) }),
    ),
    handle: async (tx, { user_id, id, fields }) => ({
      data: { id, retried: await retryCampaign(tx, api.context, user_id, { id, ...fields }) },
    }),
  })
}

type Retry = { id: number; codes?: string[]; sms_ids?: number[]; expected_recipients?: number }

/** Queues those that failed again, all that can be or some; how many. */
export async function retryCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  { id, codes, sms_ids, expected_recipients: expected }: Retry,
): Promise<number> {
  const campaign = await lockCampaign(tx, user_id, id)
  requireMove('retry', campaign.status)
  if (campaign.expires_at !== null && campaign.expires_at <= context.now())
    throw conflict('This campaign has expired, so nothing more of it is sent.', 'status')
  const [problem] = await deviceProblems(tx, user_id, campaign)
  if (problem) throw conflict(`This campaign cannot be retried: ${problem.title}`)
  const which = sql`m.campaign_id = ${id} and ${isRetryable(user_id, codes)}`
  const retried = sms_ids
    ? await checkNamed(tx, user_id, which, sms_ids)
    : await count(tx, user_id, which)
  if (expected !== undefined && retried !== expected) {
    const title = `It would send ${retried} texts again now, not ${expected}. Look at it again before you send them.`
    const field = 'expected_recipients'
    throw invalid([{ title, field, code: 'audience_changed', actual: retried }])
  }
  if (retried === 0) return 0
  const now = context.now()
  if (sms_ids) {
    await lockForRetry(tx, user_id, sms_ids)
    await queueAgain(tx, user_id, sms_ids, now)
  } else {
    await startSweep(tx, user_id, { action: 'retry', campaign_id: id, codes: codes ?? null }, now)
  }
  const { device_id } = campaign
  afterCommit(tx, () => {
    context.wake.tell({ about: 'engine' })
    context.wake.tell({ about: 'device', user_id, device_id })
  })
  return retried
}

async function count(tx: Tx, user_id: number, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from messages m where m.user_id = ${user_id} and ${which}`.execute(tx)
  return rows[0]?.total ?? 0
}

/** All of those that are named, or a problem for each that is none. */
async function checkNamed(
  tx: Tx,
  user_id: number,
  which: RawBuilder<unknown>,
  ids: readonly number[],
): Promise<number> {
  const field = 'sms_ids'
  if (ids.length > namedMax)
    throw invalid([{ title: `sms_ids may have at most ${namedMax} ids.`, field }])
  const { rows } = await sql<{ id: number }>`
    select m.id from messages m
     where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and ${which}`.execute(tx)
  const known = new Set(rows.map((row) => row.id))
  const others = ids.filter((id) => !known.has(id))
  if (others.length > 0) {
    throw invalid(
      others.map((id) => ({
        title: `sms_ids has ${id}, which is no failed text of this campaign that can be sent again.`,
        field,
      })),
    )
  }
  return ids.length
}
