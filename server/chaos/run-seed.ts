import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { calmDown } from './calm.ts'
import { checkAll } from './checks.ts'
import { createClient, dataOf, idOf, type Client } from './client.ts'
import type { World } from './deeds.ts'
import { createDice } from './dice.ts'
import { createFindings } from './findings.ts'
import { createLedger } from './ledger.ts'
import { startMachines } from './machines.ts'
import { makePlan, type Size } from './make-plan.ts'
import { Handset } from './phones.ts'
import type { Plan } from './plan.ts'
import { startProxy } from './proxy.ts'
import { rage, type Stage } from './storm.ts'
import { createView } from './view.ts'

export type Verdict = {
  seed: number
  plan: Plan
  seconds: number
  messages: number
  /** Texts that left a phone. */
  sent: number
  findings: { about: string; sentence: string }[]
  /** Where the phones' journals and Simcast's words are; only of a seed that failed. */
  folder: string | null
  output: string
}

/** One seed from an empty folder to its verdict. */
export async function runSeed(seed: number, size: Size): Promise<Verdict> {
  const startedAt = Date.now()
  const plan = makePlan(seed, size)
  const folder = mkdtempSync(join(tmpdir(), `simcast-chaos-${seed}-`))
  const stage = await setUp(plan, folder)
  const counts = { messages: 0, sent: 0 }
  if (process.env['CHAOS_DEBUG']) console.log('up', Date.now() - startedAt)
  try {
    const storm = await rage(stage, plan)
    if (process.env['CHAOS_DEBUG']) console.log('storm', Date.now() - startedAt)
    await calmDown(stage, storm)
    if (process.env['CHAOS_DEBUG']) console.log('calm', Date.now() - startedAt)
    Object.assign(counts, await checkAll(stage))
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    stage.findings.add('chaos', reason)
  } finally {
    await tearDown(stage)
  }
  const findings = stage.findings.all()
  const isClean = findings.length === 0
  if (isClean) rmSync(folder, { recursive: true, force: true })
  return {
    seed,
    plan,
    seconds: (Date.now() - startedAt) / 1000,
    ...counts,
    findings,
    folder: isClean ? null : folder,
    output: stage.machines.output(),
  }
}

async function setUp(plan: Plan, folder: string): Promise<Stage> {
  // What happens beside the plan has its own luck, so that the plan stays the same whatever it draws.
  const dice = createDice(plan.seed + 1_000_000)
  const findings = createFindings()
  const proxy = await startProxy(dice)
  const machines = await startMachines({ topology: plan.topology, folder, proxy, dice, findings })
  const client = createClient(proxy.url, findings)
  const view = createView(machines.connection)
  const numberOf = (place: number) => `+44770${1_000_000 + place}`
  await importContacts(
    client,
    Array.from({ length: plan.contacts }, (_, place) => numberOf(place)),
  )
  const handsets: Handset[] = []
  for (const [place, phone] of plan.phones.entries()) {
    const device = await makeDevice(client, place, phone.pace)
    const given = { place, plan: phone, device, folder, url: proxy.url, dice, findings }
    handsets.push(new Handset(given))
  }
  await Promise.all(handsets.map((handset) => handset.start()))
  const ledger = createLedger()
  const world: World = { client, ledger, findings, handsets, view, dice, numberOf }
  return { ...world, machines, proxy }
}

async function tearDown({ handsets, machines, proxy }: Stage): Promise<void> {
  await Promise.all(handsets.map((handset) => handset.stop()))
  await machines.stop()
  await proxy.close()
}

async function importContacts(client: Client, numbers: string[]): Promise<void> {
  const rows = numbers.map((number, place) => `${number},Person ${place}`)
  const body = new FormData()
  body.set('file', new Blob([`phone_number,name\n${rows.join('\n')}\n`]), 'contacts.csv')
  const id = idOf(await client.insist('POST', '/api/imports', { body }))
  for (;;) {
    const { status } = dataOf(await client.insist('GET', `/api/imports/${id}`))
    if (status === 'finished') return
    await rest(50)
  }
}

async function makeDevice(client: Client, place: number, pace: number) {
  const json = { name: `Phone ${place}`, is_pretend: 1 }
  const { id: given, token } = dataOf(await client.insist('POST', '/api/devices', { json }))
  const id = Number(given)
  for (const sim of [1, 2]) {
    const change = { json: { max_per_minute: pace } }
    await client.insist('POST', `/api/devices/${id}/sims/${sim}`, change)
  }
  return { id, token: String(token) }
}
