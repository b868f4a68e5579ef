import { createHmac } from 'node:crypto'
import { signingKeyOf, webhookSecretOf } from '../src/devices/served-settings.ts'
import { latencyNote } from './bench-sms.ts'
import type { Bench } from './lines.ts'
import { drive, type Load } from './load.ts'
import { closePhones, makePhones, type Phone } from './phones.ts'
import type { Shares } from './processes.ts'
import { asApp, withJson, withText } from './requests.ts'
import { sampleContact } from './sample-contacts.ts'
import { begin } from './standing.ts'
import { count, meter, query, user_id, type World } from './world.ts'

const warmUpSeconds = 1

export const inboundBench: Bench = {
  name: 'inbound',
  summary: 'texts that come in, through the signed webhook, against a bare insert',
  run: async (world, say) => {
    for (const phonesTotal of [1, 32]) {
      await begin(world, { contacts: true, messages: true })
      const phones = await makePhones(world, phonesTotal)
      try {
        const bare = await driveBare(world, phones)
        for (const kind of ['plain', 'opt-outs'] as const) {
          const { load, shares } = await driveSimcast(world, phones, kind)
          say({
            work: `${phonesTotal === 1 ? '1 phone' : `${phonesTotal} phones`}, ${described[kind]}`,
            unit: 'per second',
            measured: load.perSecond,
            limit: bare.perSecond,
            shares,
            note: latencyNote(load),
          })
        }
      } finally {
        closePhones(phones)
      }
    }
  },
}

const described = { plain: 'texts of contacts', 'opt-outs': 'one in ten opts out' }

/** Each phone posts one text after the other, as the app does. */
async function driveSimcast(
  world: World,
  phones: readonly Phone[],
  kind: 'plain' | 'opt-outs',
): Promise<{ load: Load; shares: Shares }> {
  const before = await countReceived(world)
  const hooks = phones.map(({ token }) => webhookSecretOf(token))
  let told = 0
  let readCores = meter(world)
  const load = await drive({
    port: world.simcast.port,
    connections: phones.length,
    warmUpSeconds,
    seconds: world.seconds,
    next: (place) => {
      told += 1
      const message = kind === 'opt-outs' && told % 10 === 0 ? 'STOP' : 'Thanks, I will be there'
      return signedEvent(hooks[place] ?? '', `${kind} ${told}`, {
        messageId: `${kind} ${told}`,
        message,
        sender: sampleContact((told * 7919) % world.size).phone_number,
        simNumber: 1,
        receivedAt: new Date().toISOString(),
      })
    },
    onMeasuring: () => {
      readCores = meter(world)
    },
  })
  const shares = readCores()
  const stored = (await countReceived(world)) - before
  if (stored !== load.answers)
    throw new Error(`${load.answers} texts were acknowledged and ${stored} are there.`)
  return { load, shares }
}

function signedEvent(secret: string, id: string, payload: object): string {
  const body = JSON.stringify({ id, event: 'sms:received', payload })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = signingKeyOf(secret)
  const signature = createHmac('sha256', key).update(body).update(timestamp).digest('hex')
  const head = asApp({ method: 'POST', path: `/hooks/${secret}`, token: 'none' })
  const signed = `X-Timestamp: ${timestamp}\r\nX-Signature: ${signature}\r\n`
  return withText({ ...head, headers: `${head.headers}${signed}` }, body)
}

/** One insert of a message, and so one commit, for each text. */
async function driveBare(world: World, phones: readonly Phone[]): Promise<Load> {
  const head = { method: 'POST', path: '/sms', token: 'none' }
  let asked = 0
  await query(world, 'checkpoint')
  return drive({
    port: world.bare.port,
    connections: phones.length,
    warmUpSeconds,
    seconds: world.seconds,
    next: (place) => {
      asked += 1
      return withJson(head, {
        content: 'Thanks, I will be there',
        device_id: phones[place]?.device_id,
        sim_subscription_id: 1,
        phone_number: sampleContact((asked * 7919) % world.size).phone_number,
        contact_id: 1 + (asked % world.size),
      })
    },
  })
}

function countReceived(world: World): Promise<number> {
  return count(
    world,
    `select count(*) from messages where user_id = ${user_id} and status = 'received'`,
  )
}
