import { setTimeout as rest } from 'node:timers/promises'
import { doDeed, type World } from './deeds.ts'
import type { Machines } from './machines.ts'
import type { Deed, Event, Fault, Plan } from './plan.ts'
import type { Handset } from './phones.ts'
import type { Proxy } from './proxy.ts'

export type Stage = World & { machines: Machines; proxy: Proxy }

type PhoneFault = Extract<Fault, { phone: number }>

export type Storm = {
  /** Settles when all deeds have been answered. Faults may still be felt. */
  done: Promise<void>
}

/** Lets everything happen at its time. A deed that takes long holds nothing else up. */
export async function rage(stage: Stage, plan: Plan): Promise<Storm> {
  const startedAt = Date.now()
  const under: Promise<void>[] = []
  for (const event of plan.events) {
    await rest(Math.max(0, startedAt + event.at_ms - Date.now()))
    under.push(happen(stage, event))
  }
  await rest(Math.max(0, startedAt + plan.storm_ms - Date.now()))
  return { done: Promise.all(under).then(() => undefined) }
}

async function happen(stage: Stage, event: Event): Promise<void> {
  try {
    await (isFault(event) ? strike(stage, event) : doDeed(stage, event))
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    stage.findings.add('chaos', `${JSON.stringify(event)}: ${reason}`)
  }
}

function isFault(event: Event): event is Event & Fault {
  return faultNames.has(event.do)
}

const faultNames: ReadonlySet<(Fault | Deed)['do']> = new Set<Fault['do']>([
  'kill simcast',
  'freeze simcast',
  'kill postgres',
  'kill backends',
  'kill phone',
  'freeze phone',
  'reinstall phone',
  'lose phone',
  'take phone offline',
  'lose answers',
  'cut connections',
  'slow network',
  'set clock',
  'texts come in',
])

async function strike(stage: Stage, fault: Fault): Promise<void> {
  if ('phone' in fault) {
    const handset = stage.handsets[fault.phone]
    if (handset && !handset.isGone) await strikePhone(stage, handset, fault)
    return
  }
  const { machines } = stage
  switch (fault.do) {
    case 'kill simcast':
      return machines.killSimcast(fault.simcast, fault.down_ms, fault.killed_again_ms)
    case 'freeze simcast':
      return machines.freezeSimcast(fault.simcast, fault.for_ms)
    case 'kill postgres':
      return machines.killPostgres()
    case 'kill backends':
      return machines.killBackends(fault.count)
    case 'cut connections':
    case 'slow network':
      return disturb(stage, fault)
  }
}

type Disturbance = Extract<Fault, { do: 'cut connections' | 'slow network' }>

async function disturb({ proxy }: Stage, fault: Disturbance): Promise<void> {
  if (fault.do === 'cut connections') proxy.cutShare = fault.share
  else proxy.delayMs = fault.delay_ms
  await rest(fault.for_ms)
  if (fault.do === 'cut connections') proxy.cutShare = 0
  else proxy.delayMs = 0
}

async function strikePhone(stage: Stage, handset: Handset, fault: PhoneFault): Promise<void> {
  switch (fault.do) {
    case 'kill phone':
      return handset.kill(fault.down_ms)
    case 'reinstall phone':
      return handset.kill(fault.down_ms, { reinstall: true })
    case 'freeze phone':
      return handset.freeze(fault.for_ms)
    case 'lose phone':
      return handset.lose()
    case 'set clock':
      return handset.setClock(fault.offset_ms)
    case 'texts come in':
      return handset.receive(textsIn(stage, handset, fault.count))
    case 'take phone offline':
      handset.order({ do: 'go offline' })
      await rest(fault.for_ms)
      return handset.order({ do: 'go online' })
    case 'lose answers':
      handset.order({ do: 'lose answers', share: fault.share })
      await rest(fault.for_ms)
      return handset.order({ do: 'lose answers', share: 0 })
  }
}

function textsIn({ numberOf, dice }: Stage, { place, received }: Handset, count: number) {
  return Array.from({ length: count }, (_, one) => ({
    sender: numberOf(dice.whole(0, 20)),
    text: `Text ${place}-${received.length + one}`,
  }))
}
