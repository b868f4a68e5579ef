import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { afterCommit } from '../db/transaction.ts'
import { conflict } from '../errors.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, Id, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { noOutside } from './outside.ts'
import { wordsOf, type NoticeRow } from './words.ts'
import { noticeKinds, writeNotices } from './write.ts'

const tag = 'account'
const url = '/api/account/notifications'
const shown = 100

const Delivery = Type.Object({
  channel: Type.Enum(['email', 'webhook']),
  address: Type.String(),
  attempts: Type.Integer(),
  sent_datetime: NullableDatetime,
  next_datetime: nullable({ ...Datetime, description: 'When it is tried again; null: no more' }),
  error: nullable(Type.String({ description: 'Why the last attempt failed' })),
})

const Notice = Type.Object({
  id: Id,
  kind: Type.Enum([...noticeKinds]),
  title: Type.String(),
  text: Type.String(),
  subject: Type.Object({
    type: Type.String(),
    id: nullable(Type.Integer()),
    name: nullable(Type.String()),
  }),
  datetime: Datetime,
  deliveries: Type.Array(Delivery),
})

export function noticeRoutes(api: Api): void {
  const { context } = api
  readRoute(api, {
    url,
    tag,
    summary: 'See what you were told',
    description: `The newest ${shown} notices with what became of each: where it was sent, or why not.`,
    response: dataOf(Type.Array(Notice)),
    handle: async ({ user_id }) => ({ data: await findNotices(context.db, user_id) }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/test`,
    tag,
    summary: 'Send a test to all your addresses',
    description: `What became of it stands at \`GET ${url}\` a few seconds later.`,
    response: dataOf(
      Type.Object({ total: Type.Integer({ description: 'To how many addresses' }) }),
    ),
    handle: async (tx, { user_id }) => {
      const { notification_emails: emails } = await tx
        .selectFrom('accounts')
        .select('notification_emails')
        .where('user_id', '=', user_id)
        .executeTakeFirstOrThrow()
      const { mail } = context.outside ?? noOutside
      if (emails.length > 0 && mail === null) {
        throw conflict('No e-mail can be sent: the installation has no SMTP_URL.')
      }
      const notice = { kind: 'test', subject_type: 'account', subject_id: user_id } as const
      const total = await writeNotices(
        tx,
        user_id,
        [{ ...notice, subject_name: null }],
        context.now(),
      )
      if (total === 0) {
        throw conflict(
          'There is nobody to tell: give notification_emails or a notification_webhook_url first.',
        )
      }
      afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
      return { data: { total } }
    },
  })
}

async function findNotices(db: Db, user_id: number) {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.kind, n.subject_type, n.subject_id, n.subject_name, n.details, n.happened_at, m.content, m.phone_number
      from notices n
      left join messages m on n.kind = 'text_received' and m.user_id = n.user_id and m.id = n.subject_id
     where n.user_id = ${user_id} order by n.id desc limit ${shown}`.execute(db)
  const deliveries = await db
    .selectFrom('notice_deliveries')
    .select(['notice_id', 'channel', 'address', 'attempts', 'sent_at', 'next_at', 'error'])
    .where('user_id', '=', user_id)
    .where('notice_id', 'in', [0, ...rows.map(({ id }) => id)])
    .orderBy('channel')
    .orderBy('address')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    ...wordsOf(row),
    subject: { type: row.subject_type, id: row.subject_id, name: row.subject_name },
    datetime: wireDatetime(row.happened_at),
    deliveries: deliveries
      .filter(({ notice_id }) => notice_id === row.id)
      .map(({ channel, address, attempts, sent_at, next_at, error }) => ({
        channel,
        address,
        attempts,
        sent_datetime: wireDatetime(sent_at),
        next_datetime: wireDatetime(next_at),
        error,
      })),
  }))
}
