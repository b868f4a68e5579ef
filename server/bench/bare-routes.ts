import { fastify } from 'fastify'
import { Pool } from 'pg'
import { clientConfig } from '../src/db/pool.ts'
import { gather } from '../src/lib/gather.ts'

// What the API is held against: the same framework, driver and table, and nothing else. A process of its own, started by
// children.ts.

type Text = {
  contact_id: number
  device_id: number
  sim_subscription_id: number
  phone_number: string
  content: string
}
type Report = { id: number; state: string }

const batchMax = 500
const inFlightMax = 2

// Given by children.ts.
const connection = JSON.parse(process.env['BENCH_CONNECTION'] ?? '{}') as object
const pool = new Pool({ ...clientConfig(connection), max: 10 })
const app = fastify({ logger: false })

/** One insert, and so one commit, for each request. */
app.post('/sms', async (request) => {
  const text = request.body as Text
  const { rows } = await pool.query<{ id: number }>({
    name: 'insert',
    text: `insert into messages (user_id, contact_id, device_id, sim_subscription_id, phone_number, content, status)
           values (1, $1, $2, $3, $4, $5, 'queued') returning id`,
    values: [
      text.contact_id,
      text.device_id,
      text.sim_subscription_id,
      text.phone_number,
      text.content,
    ],
  })
  return { data: { sms_ids: [rows[0]?.id] } }
})

/** One report for each request, gathered into a statement with those that come at the same time. */
app.patch('/message', async (request, reply) => {
  for (const report of request.body as Report[]) await update(report)
  return reply.code(204).send()
})

const update = gather(
  async (reports: Report[]) => {
    await pool.query({
      name: 'update',
      text: `update messages m
                set status = g.status, phone_state = g.phone_state, answered_at = now(),
                    sent_at = case when g.status = 'sent' then now() end,
                    finished_at = case when g.status = 'sent' then now() end
               from unnest($1::bigint[], $2::message_status[], $3::phone_state[]) as g (id, status, phone_state)
              where m.user_id = 1 and m.id = g.id`,
      values: [
        reports.map(({ id }) => id),
        reports.map(({ state }) => (state === 'Sent' ? 'sent' : 'dispatched')),
        reports.map(({ state }) => state.toLowerCase()),
      ],
    })
    return reports.map(() => undefined)
  },
  { batchMax, inFlightMax },
)

process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
