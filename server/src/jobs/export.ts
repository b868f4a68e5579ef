import { sql, type SqlBool } from 'kysely'
import type { FastifyReply } from 'fastify'
import { findOptOuts, optOutCsv, optOutList } from '../consent/opt-outs.ts'
import type { By } from '../contacts/changes.ts'
import { findContacts } from '../contacts/present.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { sendCsv } from '../http/list-csv.ts'
import type { Condition } from '../http/list.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { asJson, freezeIds, storedRequest } from './bulk.ts'
import { cellsOf, findAllColumns } from './columns.ts'
import { contactsThat, rowsThat, type GivenFilter } from './filter.ts'

export const exportResources = ['contacts', 'opt-outs'] as const
export type ExportResource = (typeof exportResources)[number]

export type ExportRequest = {
  resource: ExportResource
  /** Which rows, of `c` for contacts and of the list's own name else. */
  where: Condition
  filter?: GivenFilter
  columns?: string[]
}

const idsInChunk = 10_000

/**
 * Notes what is to be exported, to be downloaded as often as is wanted. The file is made while it is downloaded: it holds
 * what the filter means then.
 */
export async function startExport(
  tx: Tx,
  context: Context,
  { user_id, api_key_id, person_id }: { user_id: number } & By,
  request: ExportRequest,
): Promise<{ job_id: number; total: number }> {
  const { resource, where, filter } = request
  const now = context.now()
  const columns =
    resource === 'contacts'
      ? (request.columns ?? (await findAllColumns(tx, user_id, where)))
      : undefined
  const { id: job_id } = await tx
    .insertInto('jobs')
    .values({
      user_id,
      kind: 'export',
      resource,
      request: asJson({ filter, columns }),
      status: 'finished',
      api_key_id,
      person_id,
      starts_at: now,
      created_at: now,
      started_at: now,
      finished_at: now,
      worked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const total = filter
    ? await countRows(tx, user_id, resource, where)
    : await freezeIds(tx, user_id, job_id, { where, size: idsInChunk })
  await tx
    .updateTable('jobs')
    .set({ total, done: total })
    .where('user_id', '=', user_id)
    .where('id', '=', job_id)
    .execute()
  return { job_id, total }
}

/** Answers with the file of an export, as a stream. */
export async function sendFile(
  reply: FastifyReply,
  db: Db,
  { user_id, id }: { user_id: number; id: number },
): Promise<FastifyReply> {
  const job = await db
    .selectFrom('jobs')
    .select(['kind', 'resource', 'request', 'created_at'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (job?.kind !== 'export') throw notFound(`The job ${id} has no file.`)
  // The route takes no other resource.
  const resource = job.resource as ExportResource
  const { filter, columns = [] } = storedRequest(job.request)
  const problems = new ProblemList()
  const where = filter
    ? await rowsOf(db, user_id, { resource, filter, problems })
    : chosen(user_id, id)
  // A segment that it names may have been deleted since.
  problems.throwIfAny()
  const name = `${resource}-${job.created_at.toISOString().slice(0, 10)}`
  const shared = { name, db, query: { where }, ...sourceOf(user_id, resource) }
  if (resource === 'opt-outs') {
    const load = (ids: number[]) => findOptOuts(db, user_id, ids)
    return sendCsv(reply, { ...shared, ...optOutCsv, load })
  }
  const load = (ids: number[]) => findContacts(db, user_id, ids)
  return sendCsv(reply, { ...shared, columns, cells: cellsOf(columns), load })
}

type Asked = { resource: ExportResource; filter: GivenFilter; problems: ProblemList }

/** Which rows a filter means. What is wrong with it is added to the problems. */
export async function rowsOf(
  db: Db,
  user_id: number,
  { resource, filter, problems }: Asked,
): Promise<Condition> {
  if (resource === 'contacts') return contactsThat(db, user_id, filter, problems)
  return rowsThat(optOutList(user_id), filter, problems)
}

function chosen(user_id: number, job_id: number): Condition {
  return sql<SqlBool>`c.id in (
    select unnest(k.ids) from job_chunks k where k.user_id = ${user_id} and k.job_id = ${job_id})`
}

/** The rows of a resource under the name that conditions on them use. */
function sourceOf(user_id: number, resource: ExportResource) {
  if (resource === 'opt-outs') return { spec: optOutList(user_id) }
  const from = sql`(select * from contacts where user_id = ${user_id}) c`
  return { spec: { from, id: sql.ref<number>('c.id') } }
}

async function countRows(
  db: Db,
  user_id: number,
  resource: ExportResource,
  where: Condition,
): Promise<number> {
  const { spec } = sourceOf(user_id, resource)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${spec.from} where ${where}`.execute(db)
  return rows[0]?.total ?? 0
}
