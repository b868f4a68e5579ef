import { setTimeout as rest } from 'node:timers/promises'
import type { Storm, Stage } from './storm.ts'

const lookMs = 400
/** Nothing has moved for so long: what is left waits for a time limit. */
const stillMs = 3500
const patienceMs = 90_000

/**
 * Ends all disturbances and waits until every message has come to its end: first what the phones still say, then, with
 * the clock of the rows moved a day on, what nobody will say any more.
 */
export async function calmDown(stage: Stage, storm: Storm): Promise<void> {
  const { machines, proxy, handsets, client, ledger } = stage
  await storm.done
  proxy.cutShare = 0
  proxy.delayMs = 0
  for (const handset of handsets) {
    handset.order({ do: 'go online' })
    handset.order({ do: 'lose answers', share: 0 })
  }
  await machines.heal()
  await removeLostDevices(stage)
  await untilOver(stage)
  // Once more what failed for sure: it must not reach anybody who has the text.
  for (const { id, ended_at } of ledger.campaigns) {
    if (ended_at === null) await client.insist('POST', `/api/campaigns/${id}/retry`)
  }
  await untilOver(stage)
}

async function untilOver(stage: Stage): Promise<void> {
  await untilStill(stage, { mayWait: true })
  await moveClock(stage, '25 hours')
  await untilStill(stage, { mayWait: false })
}

/** Its person gives a lost phone up, and another one takes over. */
async function removeLostDevices({ handsets, ledger, client }: Stage): Promise<void> {
  const heir = handsets.find((handset) => !handset.isGone)
  for (const { device_id, isGone } of handsets) {
    if (!isGone || ledger.deletedDevices.has(device_id)) continue
    await client.insist('DELETE', `/api/devices/${device_id}?move_to=${heir?.device_id}:1`)
    ledger.deletedDevices.add(device_id)
  }
}

/**
 * Waits until nothing is pending, or, where phones may be silent for ever, until nothing moves any more. Leases are
 * shortened by moving the clock of their rows.
 */
async function untilStill(stage: Stage, { mayWait }: { mayWait: boolean }): Promise<void> {
  const { handsets } = stage
  const deadline = Date.now() + patienceMs
  let last = { text: '', since: Date.now() }
  while (Date.now() < deadline) {
    const state = await stateOf(stage)
    if (state.isIdle) return
    if (state.text !== last.text) last = { text: state.text, since: Date.now() }
    const isStill = Date.now() - last.since > stillMs
    if (isStill && mayWait && !state.isMoving) return
    // Not while the phones are at it: they would answer for the same messages again and again.
    if (!state.isMoving && !state.isReporting) await endLeases(stage)
    await wakeEngine(stage)
    for (const handset of handsets) handset.order({ do: 'pull' })
    await rest(lookMs)
  }
  stage.findings.add('stuck', last.text)
}

type State = {
  text: string
  isIdle: boolean
  /** Texts are still to be handed over or to leave a phone. */
  isMoving: boolean
  isReporting: boolean
}

async function stateOf({ view, handsets }: Stage): Promise<State> {
  const [rows] = await view.rows<{ queued: number; dispatched: number; open: number }>(`
    select count(*) filter (where status = 'queued') as queued,
           count(*) filter (where status = 'dispatched') as dispatched,
           (select count(*) from campaigns where status in ('scheduled', 'running')) as open
      from messages`)
  const { queued = 0, dispatched = 0, open = 0 } = rows ?? {}
  const left = handsets.filter(({ isGone }) => !isGone)
  const answers = await Promise.all(left.map((handset) => handset.counts()))
  const phones = answers.map((answer) => answer?.counts)
  const isReporting = phones.some((counts) => !counts || counts.reports_waiting > 0)
  const isMoving = queued > 0 || phones.some((counts) => !counts || counts.waiting > 0)
  const ofPhones = phones.map((counts) => [counts?.waiting, counts?.sent])
  return {
    text: JSON.stringify({ queued, dispatched, open, waiting_and_sent: ofPhones }),
    isIdle: queued + dispatched + open === 0 && !isMoving && !isReporting,
    isMoving,
    isReporting,
  }
}

async function endLeases({ view }: Stage): Promise<void> {
  await view.rows(`update messages set lease_until = lease_until - interval '31 minutes'
                    where status = 'dispatched' and lease_until > now()`)
}

/** As if so much time had passed for the messages in hand. */
async function moveClock({ view }: Stage, interval: string): Promise<void> {
  await view.rows(
    `update messages
        set dispatched_at = dispatched_at - $1::interval, answered_at = answered_at - $1::interval,
            lease_until = lease_until - $1::interval
      where status = 'dispatched'`,
    [interval],
  )
}

/** The background work looks at once instead of after its rest, as when another process has told it of something. */
async function wakeEngine({ view }: Stage): Promise<void> {
  const signal = JSON.stringify({ source: 'chaos', signal: { about: 'engine' } })
  await view.rows(`select pg_notify('simcast', $1)`, [signal])
}
