import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import type { WaitTimeType } from '../db/schema.generated.ts'
import { notFound } from '../errors.ts'
import { newWorkProblems } from '../devices/new-work.ts'
import { fold } from '../lib/fold.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { startSweep } from '../messages/sweep.ts'
import { tellPhones } from '../messages/tell.ts'
import { checkAudience } from '../segments/check-audience.ts'

export const waitTimeTypes = ['minutes', 'hours', 'days'] as const satisfies WaitTimeType[]
export const waitTimeMax = 100_000

const deletedError = 'The flow was deleted'

export type NewFlow = {
  name: string
  content: string
  footer?: boolean
  device_id: number
  sim_subscription_id: number
  wait_time: number
  wait_time_type: WaitTimeType
  segment?: 'all' | number
  is_enabled?: boolean
}

export type FlowChange = Partial<NewFlow>

export async function createFlow(
  tx: Tx,
  context: Context,
  user_id: number,
  { segment = 'all', footer = true, ...fields }: NewFlow,
): Promise<number> {
  const problems = new ProblemList()
  problems.addAll(await newWorkProblems(tx, user_id, fields))
  await checkSegment(tx, user_id, segment, problems)
  problems.throwIfAny()
  const { id } = await tx
    .insertInto('flows')
    .values({
      user_id,
      ...fields,
      name_folded: fold(fields.name),
      content_folded: fold(fields.content),
      has_footer: footer,
      segment_id: segment === 'all' ? null : segment,
      created_at: context.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes the given fields. The device must be there when it changes, and when the flow is switched on again. */
export async function updateFlow(
  tx: Tx,
  context: Context,
  options: { user_id: number; id: number; change: FlowChange; expected_revision?: number },
): Promise<void> {
  const { user_id, id } = options
  const { segment, footer, ...fields } = options.change
  const flow = await lockFlow(tx, user_id, id)
  checkRevision(flow.revision, options.expected_revision)
  if (Object.keys(options.change).length === 0) return

  const problems = new ProblemList()
  const isSwitchedOn = fields.is_enabled === true && !flow.is_enabled
  const hasNewSim = fields.device_id !== undefined || fields.sim_subscription_id !== undefined
  if (isSwitchedOn || hasNewSim) {
    problems.addAll(await newWorkProblems(tx, user_id, { ...flow, ...fields }))
  }
  if (segment !== undefined) await checkSegment(tx, user_id, segment, problems)
  problems.throwIfAny()
  await tx
    .updateTable('flows')
    .set({
      ...fields,
      ...(fields.name === undefined ? {} : { name_folded: fold(fields.name) }),
      ...(fields.content === undefined ? {} : { content_folded: fold(fields.content) }),
      ...(footer === undefined ? {} : { has_footer: footer }),
      ...(segment === undefined ? {} : { segment_id: segment === 'all' ? null : segment }),
      revision: sql<number>`revision + 1`,
      changed_at: context.now(),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** Hides a flow and cancels what is pending of it; its messages keep naming it. */
export async function deleteFlow(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  await lockFlow(tx, user_id, id)
  const now = context.now()
  await tx
    .updateTable('flows')
    .set({ deleted_at: now, is_enabled: false })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
  const sweep = { action: 'cancel', flow_id: id, error: deletedError } as const
  const { withdrawn } = await startSweep(tx, user_id, sweep, now)
  tellPhones(tx, context, user_id, withdrawn)
}

async function checkSegment(
  tx: Tx,
  user_id: number,
  segment: 'all' | number,
  problems: ProblemList,
): Promise<void> {
  const checked = await checkAudience(tx, user_id, segment, {})
  problems.addAll(checked.problems.problems)
}

async function lockFlow(tx: Tx, user_id: number, id: number) {
  const flow = await tx
    .selectFrom('flows')
    .select(['device_id', 'sim_subscription_id', 'is_enabled', 'revision'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!flow) throw notFound(`There is no flow ${id}.`)
  return flow
}
