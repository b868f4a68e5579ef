import { sql, type SqlBool } from 'kysely'
import { Type } from 'typebox'
import type { Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { rowExists } from '../http/exists.ts'
import type { Values } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import type { Condition } from '../http/list.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, Id, IdAnswer, wireDatetime } from '../http/wire.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkAudience } from '../segments/check-audience.ts'
import { audienceChanged, startBulk, type BulkRequest } from './bulk.ts'
import { findConsequences } from './consequences.ts'
import { rowsOf, sendFile, startExport, type ExportResource } from './export.ts'
import { bulkChange, bulkProblems, exportProblems, newExport } from './fields.ts'
import type { GivenFilter } from './filter.ts'
import { jobList } from './list.ts'
import { findJobs, Job, presentJob } from './present.ts'
import { cancelJob } from './service.ts'

const tag = 'jobs'
const url = '/api/jobs'
const exists = { noun: 'job', check: rowExists('jobs') }

const BulkAnswer = dataOf(
  Type.Object({
    job_id: Type.Optional(Id),
    total: Type.Integer({ description: 'How many contacts are meant' }),
    starts_datetime: Type.Optional(Datetime),
    unchanged: Type.Optional(
      Type.Integer({ description: 'Of a dry run, like what follows: those that are so already' }),
    ),
    waiting_sms: Type.Optional(Type.Integer({ description: 'Texts that would be withdrawn' })),
    sms: Type.Optional(Type.Integer({ description: 'Texts that would be deleted' })),
    is_estimate: Type.Optional(
      Type.Boolean({ description: 'Whether `sms` is what the totals of the contacts say' }),
    ),
  }),
)

export function jobRoutes(api: Api): void {
  bulkRoute(api)
  exportRoutes(api)
  const { context } = api
  listRoute(api, {
    url,
    tag,
    summary: 'List jobs',
    description: 'Changes to many contacts, and exports. They are kept for 90 days.',
    item: Job,
    spec: jobList,
    load: findJobs,
    present: presentJob,
  })
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get a job',
    exists,
    response: dataOf(Job),
    handle: async ({ user_id, id }) => {
      const [job] = await findJobs(context.db, user_id, [id])
      if (!job) throw notFound(`There is no job ${id}.`)
      return { data: presentJob(job) }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id/cancel`,
    tag,
    summary: 'Cancel a job',
    description: 'Before `starts_datetime` nothing has been done; later, what is done stays.',
    exists,
    response: IdAnswer,
    handle: async (tx, { user_id, id }) => {
      await cancelJob(tx, user_id, id, context.now())
      return { data: { id } }
    },
  })
}

function bulkRoute(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/contacts/bulk',
    tag: 'contacts',
    summary: 'Change many contacts',
    description:
      'Who is meant is settled at once. The change begins 10 seconds later, so that it can be taken back by cancelling the job.',
    body: bulkChange,
    response: BulkAnswer,
    handle: async (tx, { user_id, api_key_id, person_id, fields }) => {
      const request = await readBulk(tx, user_id, fields)
      const { expected_total } = fields
      if (fields.dry_run === true) {
        const data = await findConsequences(tx, user_id, request)
        if (expected_total !== undefined && expected_total !== data.total)
          throw audienceChanged(data.total, expected_total)
        return { data }
      }
      const expected = expected_total === undefined ? {} : { expected_total }
      const by = { user_id, api_key_id, person_id }
      const { starts_at, ...job } = await startBulk(tx, context, by, { ...request, ...expected })
      return { data: { ...job, starts_datetime: wireDatetime(starts_at) } }
    },
  })
}

function exportRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/exports',
    tag,
    summary: 'Export contacts or opt-outs',
    description:
      'Answers a job with a file, which `GET /api/jobs/{id}/file` makes while it is downloaded: it holds what the filter means then. A file of contacts can be imported as it is.',
    body: newExport,
    response: dataOf(Type.Object({ job_id: Id, total: Type.Integer() })),
    handle: async (tx, { user_id, api_key_id, person_id, fields }) => {
      const { resource, contacts_ids, columns } = fields
      const filter = fields.filter ?? (resource === 'contacts' ? undefined : {})
      const problems = new ProblemList()
      problems.addAll(exportProblems(fields))
      const where = await readWho(tx, user_id, { resource, filter, contacts_ids, problems })
      problems.throwIfAny()
      const data = await startExport(
        tx,
        context,
        { user_id, api_key_id, person_id },
        { resource, where, ...(filter ? { filter } : {}), ...(columns ? { columns } : {}) },
      )
      return { data }
    },
  })
  readRoute(api, {
    url: `${url}/:id/file`,
    tag,
    summary: 'Download the file of an export',
    description:
      'CSV in UTF-8. What a spreadsheet would calculate has an apostrophe before it, which an import takes off again.',
    exists,
    handle: ({ user_id, id, reply }) => sendFile(reply, context.db, { user_id, id }),
  })
}

async function readBulk(
  tx: Tx,
  user_id: number,
  fields: Values<typeof bulkChange>,
): Promise<BulkRequest> {
  const { action, filter, contacts_ids, custom_parameters, consent_note } = fields
  const problems = new ProblemList()
  problems.addAll(bulkProblems(fields))
  const resource = 'contacts'
  const where = await readWho(tx, user_id, { resource, filter, contacts_ids, problems })
  problems.throwIfAny()
  return {
    action,
    where,
    ...(filter ? { filter } : {}),
    ...(action === 'edit' && custom_parameters ? { custom_parameters } : {}),
    ...(consent_note === undefined ? {} : { consent_note }),
  }
}

type Who = {
  resource: ExportResource
  filter: GivenFilter | undefined
  contacts_ids: number[] | undefined
  problems: ProblemList
}

/** Which rows are meant. What is wrong with that is added to the problems; then it is not to be used. */
async function readWho(
  tx: Tx,
  user_id: number,
  { resource, filter, contacts_ids: ids, problems }: Who,
): Promise<Condition> {
  if (ids) {
    const contacts_ids = { value: ids, problems: [], uncounted: 0 }
    const checked = await checkAudience(tx, user_id, 'custom', { contacts_ids })
    problems.addAll(checked.problems.problems, checked.problems.uncounted)
  }
  if (filter) return rowsOf(tx, user_id, { resource, filter, problems })
  return sql<SqlBool>`c.id = any(${ids ?? []}::bigint[])`
}
