import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as rest } from 'node:timers/promises'
import type { Answer, Connection } from './connection.ts'
import { expectSuccess, openConnections } from './load.ts'
import { asApp, get, withJson } from './requests.ts'
import { insertCampaign, makeDevice } from './standing.ts'
import { query, user_id, type World } from './world.ts'

/** An enrolled phone with its event stream open, which does only what it is told. */
export type Phone = {
  device_id: number
  installation_id: number
  token: string
  connection: Connection
  stream: Socket
}

/** The app in the state that a report tells. */
export type ReportedState = 'Processed' | 'Sent'

const enrolledAtOnce = 16
const retryMilliseconds = 1000

/** Makes devices, enrols their phones and opens their streams. `onWake` is told when one is to fetch. */
export async function makePhones(
  world: World,
  count: number,
  onWake: (place: number) => void = () => undefined,
): Promise<Phone[]> {
  const connections = await openConnections(world.simcast.port, count)
  const phones: Phone[] = []
  for (let start = 0; start < count; start += enrolledAtOnce) {
    const some = connections.slice(start, start + enrolledAtOnce)
    phones.push(
      ...(await Promise.all(
        some.map((connection, place) => enrol(world, connection, start + place, onWake)),
      )),
    )
  }
  const installations = await query<{ id: number; device_id: number }>(
    world,
    'select id, device_id from installations where ended_at is null',
  )
  const byDevice = new Map(installations.map(({ id, device_id }) => [device_id, id]))
  for (const phone of phones) phone.installation_id = byDevice.get(phone.device_id) ?? 0
  return phones
}

export function closePhones(phones: readonly Phone[]): void {
  for (const { connection, stream } of phones) {
    connection.close()
    stream.destroy()
  }
}

/** The ids of what a fetch brings. */
export async function fetchMessages({ connection, token }: Phone): Promise<string[]> {
  const { body } = await askPatiently(connection, get(asApp({ path: '/message', token })))
  // The listing of the mobile API.
  return (JSON.parse(body.toString()) as { id: string }[]).map(({ id }) => id)
}

/** One PATCH that reports this state for all of these messages. */
export async function report(
  { connection, token }: Phone,
  ids: readonly string[],
  state: ReportedState,
): Promise<void> {
  await askPatiently(connection, reportRequest(token, ids, state))
}

/** As the app does: a server that is too busy is asked again after a while. */
async function askPatiently(connection: Connection, request: string): Promise<Answer> {
  for (;;) {
    const answer = await connection.ask(request)
    if (answer.status !== 503) return expectSuccess(answer)
    await rest(retryMilliseconds)
  }
}

export function reportRequest(token: string, ids: readonly string[], state: ReportedState): string {
  const at = new Date().toISOString()
  const reports = ids.map((id) => ({
    id,
    state,
    recipients: [{ phoneNumber: '+390000000000', state }],
    states: { [state]: at },
  }))
  return withJson(asApp({ method: 'PATCH', path: '/message', token }), reports)
}

/** Queues so many messages for each phone, each phone's of a running campaign of its own; the campaigns. */
export async function queueFor(
  world: World,
  phones: readonly Phone[],
  options: { each: number; areHandedOver: boolean },
): Promise<number[]> {
  const { each, areHandedOver } = options
  const campaigns: number[] = []
  for (const { device_id } of phones) {
    campaigns.push(
      await insertCampaign(world, { device_id, name: 'Phone', status: 'running', total: each }),
    )
  }
  const devices = phones.map(({ device_id }) => device_id)
  const installations = phones.map(({ installation_id }) => installation_id)
  const status = areHandedOver ? 'dispatched' : 'queued'
  await query(
    world,
    `insert into messages (user_id, contact_id, device_id, campaign_id, sim_subscription_id, phone_number, status,
                           installation_id, handover_key, dispatched_at, lease_until)
     select ${user_id}, c.id, p.device_id, p.campaign_id, 1, c.phone_number, '${status}',
            ${areHandedOver ? "p.installation_id, c.id, now(), now() + interval '10 minutes'" : 'null, null, null, null'}
       from unnest($1::bigint[], $2::bigint[], $3::bigint[])
              with ordinality as p (device_id, campaign_id, installation_id, place)
      cross join (select min(id) as first from contacts where user_id = ${user_id}) f
      cross join lateral (
        select id, phone_number from contacts
         where user_id = ${user_id} and id >= f.first + ((p.place - 1) * ${each}) % ${world.size - each + 1}
         order by id limit ${each}) c`,
    [devices, campaigns, installations],
  )
  await query(
    world,
    'update devices set total_pending = total_pending + $1 where id = any($2::bigint[])',
    [each, devices],
  )
  await query(world, 'vacuum (analyze) messages')
  await query(world, 'checkpoint')
  return campaigns
}

async function enrol(
  world: World,
  connection: Connection,
  place: number,
  onWake: (place: number) => void,
): Promise<Phone> {
  const { id: device_id, token: enrolment } = await makeDevice(world, `Phone ${place}`)
  const request = withJson(asApp({ method: 'POST', path: '/device', token: enrolment }), {
    name: 'bench/phone',
    simCards: [{ slotIndex: 0, simNumber: 1 }],
  })
  const { body } = expectSuccess(await connection.ask(request))
  const { token } = JSON.parse(body.toString()) as { token: string }
  const stream = await openStream(world.simcast.port, token, () => onWake(place))
  return { device_id, installation_id: 0, token, connection, stream }
}

/** Open once the first events, which tell of settings and webhooks, have come. */
async function openStream(port: number, token: string, onWake: () => void): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  socket.write(get(asApp({ path: '/events', token })))
  const [first] = (await once(socket, 'data')) as [Buffer]
  if (!first.toString().startsWith('HTTP/1.1 200')) throw new Error('The stream was not opened.')
  // An event is one write of the server, and so one piece here.
  socket.on('data', (piece: Buffer) => {
    if (piece.includes('MessageEnqueued')) onWake()
  })
  socket.on('error', () => undefined)
  return socket
}
