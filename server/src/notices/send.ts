import { createHash, createHmac } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { post } from '../outgoing/post.ts'
import { noOutside, type Outside } from './outside.ts'
import { documentOf, mailOf, type NoticeRow } from './words.ts'

/** Notices to one address leave together, this many at most. */
const bundleMax = 50
/** Addresses that are written to at the same time: one that hangs holds up no other. */
const parallelMax = 8
/** Longer than any sending may take; after it, the process that took a bundle is taken for dead. */
const leaseSeconds = 120
const firstPauseSeconds = 30
const pauseSecondsMax = 3600
/** A mail server may take this long altogether; each of its answers less. */
const mailMs = 60_000
/** From the fact on. What cannot be told by then is given up. */
const hoursMax = 24

type Bundle = {
  user_id: number
  channel: 'email' | 'webhook'
  address: string
  secret: string | null
  notices: NoticeRow[]
}

/**
 * Sends what is due, to several addresses at once. True when there may be more. Each bundle is taken with a lease before
 * it is sent and settled after: one whose process dies between the two is sent once more, so a notice comes at least
 * once, and again at most once for each such death or lost answer. Its id is the same each time.
 */
export async function sendNotices(context: Context): Promise<boolean> {
  const { db, now } = context
  const bundles: Bundle[] = []
  while (bundles.length < parallelMax) {
    const bundle = await takeBundle(db, now())
    if (!bundle) break
    bundles.push(bundle)
  }
  await Promise.all(bundles.map((bundle) => sendBundle(context, bundle)))
  return bundles.length > 0
}

async function sendBundle(context: Context, bundle: Bundle): Promise<void> {
  const { db, now, log, outside = noOutside } = context
  const { user_id, channel } = bundle
  try {
    if (channel === 'email') await sendMail(outside, bundle)
    else await sendWebhook(outside, bundle, now())
    await settle(db, bundle, { now: now(), error: null })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log.warn({ user_id, channel, reason }, 'the owner could not be told; it is tried again')
    await settle(db, bundle, { now: now(), error: reason.slice(0, 500) })
  }
}

async function takeBundle(db: Db, now: Date): Promise<Bundle | undefined> {
  const lease = new Date(now.getTime() + leaseSeconds * 1000)
  const { rows } = await sql<Omit<Bundle, 'notices'> & NoticeRow>`
    with front as (
      select user_id, channel, address from notice_deliveries
       where next_at <= ${now} order by next_at limit 1 for update skip locked
    ),
    due as (
      select d.user_id, d.notice_id, d.channel, d.address
        from notice_deliveries d
        join front f on f.user_id = d.user_id and f.channel = d.channel and f.address = d.address
       where d.next_at <= ${now}
       order by d.notice_id limit ${bundleMax} for update of d skip locked
    ),
    taken as (
      update notice_deliveries d set next_at = ${lease}, attempts = d.attempts + 1
        from due
       where d.user_id = due.user_id and d.notice_id = due.notice_id and d.channel = due.channel
         and d.address = due.address
      returning d.user_id, d.notice_id, d.channel, d.address
    )
    select t.user_id, t.channel, t.address, a.notification_webhook_secret as secret,
           n.id, n.kind, n.subject_type, n.subject_id, n.subject_name, n.details, n.happened_at, m.content, m.phone_number
      from taken t
      join notices n on n.user_id = t.user_id and n.id = t.notice_id
      join accounts a on a.user_id = t.user_id
      left join messages m on n.kind = 'text_received' and m.user_id = n.user_id and m.id = n.subject_id
     order by n.id`.execute(db)
  const [first] = rows
  if (!first) return undefined
  const { user_id, channel, address, secret } = first
  return { user_id, channel, address, secret, notices: rows }
}

async function settle(
  db: Db,
  { user_id, channel, address, notices }: Bundle,
  { now, error }: { now: Date; error: string | null },
): Promise<void> {
  await sql`
    update notice_deliveries d
       set error = ${error}, sent_at = case when ${error}::text is null then ${now}::timestamptz end,
           next_at = case
             when ${error}::text is null or n.happened_at < ${now}::timestamptz - make_interval(hours => ${hoursMax}) then null
             else ${now}::timestamptz
                  + make_interval(secs => least(${pauseSecondsMax}, ${firstPauseSeconds} * 2.0 ^ (d.attempts - 1))) end
      from notices n
     where d.user_id = ${user_id} and d.channel = ${channel} and d.address = ${address}
       and d.notice_id = any(${notices.map(({ id }) => id)}::bigint[])
       and d.next_at is not null and n.user_id = d.user_id and n.id = d.notice_id`.execute(db)
}

async function sendWebhook(
  { allows_private_addresses }: Outside,
  { address, secret, notices }: Bundle,
  now: Date,
): Promise<void> {
  if (secret === null) throw new Error('The account has no webhook any more.')
  const body = JSON.stringify(documentOf(notices))
  const time = Math.floor(now.getTime() / 1000)
  await post({
    url: address,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Simcast',
      'x-simcast-signature': signatureOf(secret, time, body),
    },
    allowsPrivate: allows_private_addresses,
  })
}

/** `t=` the second in which it was made, `v1=` the HMAC-SHA256 of that, a dot and the raw body. */
export function signatureOf(secret: string, time: number, body: string): string {
  const mac = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return `t=${time},v1=${mac}`
}

async function sendMail({ mail }: Outside, { user_id, address, notices }: Bundle): Promise<void> {
  if (mail === null) throw new Error('SMTP_URL is not set, so no e-mail can be sent.')
  const transport = transportOf(mail.url)
  const ids = notices.map(({ id }) => id)
  // The same for each attempt with the same notices, so that a mail system may know it again.
  const mark = createHash('sha256')
    .update(JSON.stringify([user_id, address, ids]))
    .digest('hex')
  const domain = /@([a-z0-9.-]+)/i.exec(mail.from)?.[1] ?? 'simcast.invalid'
  const sent = transport.sendMail({
    from: mail.from,
    to: [{ name: '', address }],
    messageId: `<${mark.slice(0, 32)}@${domain}>`,
    headers: { 'auto-submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...mailOf(notices),
  })
  const isOver = new AbortController()
  const tooLong = rest(mailMs, undefined, { signal: isOver.signal, ref: false }).then(() => {
    throw new Error(`The mail server took longer than ${mailMs / 1000} seconds.`)
  })
  try {
    await Promise.race([sent, tooLong])
  } finally {
    tooLong.catch(() => undefined)
    sent.catch(() => undefined)
    isOver.abort()
    transport.close()
  }
}

function transportOf(url: string): Transporter {
  return createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
  })
}
