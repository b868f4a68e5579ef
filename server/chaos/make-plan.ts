import { createDice, type Dice } from './dice.ts'
import type { Deed, Event, Fault, PhonePlan, Plan } from './plan.ts'

export type Size = {
  contacts: number
  storm_ms: number
  /** How long what is frozen stays so; null: a few seconds, by lot. */
  freeze_ms: number | null
}

const phoneCount = 3
const hourMs = 3_600_000
/** What comes in the second half, so that something is under way until then. */
const endings: ReadonlySet<string> = new Set<Deed['do']>(['cancel campaign', 'delete campaign'])
/** Things that happen beside those that happen under every seed. */
const extras = 12

type Maker<T> = (dice: Dice, size: Size) => T

/** All that a seed decides, before anything has begun. */
export function makePlan(seed: number, size: Size): Plan {
  const dice = createDice(seed)
  const topology = dice.pick(['one with its own database', 'two on one database'] as const)
  const phones = Array.from({ length: phoneCount }, () => makePhone(dice))
  const things: (Fault | Deed)[] = [
    faults.simcast(dice, size),
    faults.postgres(dice, size),
    faults.phone(dice, size),
    faults.network(dice, size),
    faults.network(dice, size),
    ...Array.from({ length: 8 }, () => postSms(dice, size)),
    ...Array.from({ length: 2 }, () => optOut(dice, size)),
    ...Array.from({ length: extras }, () => anything(dice)(dice, size)),
  ]
  const events: Event[] = things.map((thing) => ({
    at_ms: dice.whole(endings.has(thing.do) ? size.storm_ms / 2 : 300, size.storm_ms),
    ...thing,
  }))
  // A phone is lost and a device deleted once at most, so that there is always one to go on with.
  const once = [...withFirst(events, ['lose phone', 'delete device'])]
  const campaigns: Event[] = [
    { at_ms: 0, ...postCampaign(dice, size), contacts: 'all', in_seconds: null },
    { at_ms: dice.whole(500, size.storm_ms / 2), ...postCampaign(dice, size) },
  ]
  const all = [...campaigns, ...once].toSorted((a, b) => a.at_ms - b.at_ms)
  const { contacts, storm_ms } = size
  return { seed, topology, contacts, storm_ms, phones, events: all }
}

function* withFirst(events: readonly Event[], names: readonly string[]): Generator<Event> {
  let hasSeen = false
  for (const event of events) {
    const isRare = names.includes(event.do)
    if (!isRare || !hasSeen) yield event
    hasSeen ||= isRare
  }
}

function makePhone(dice: Dice): PhonePlan {
  return {
    version: dice.pick(['1.75.0', '1.75.0', '1.70.4', '1.60.0']),
    sims: dice.whole(1, 2),
    rate: dice.pick([900, 1800, 3600, 0]),
    pace: dice.pick([0, 0, 1200]),
    fail: dice.pick([0, 0.02, 0.1]),
    unreported: dice.pick([0, 0.02]),
    unconfirmed: dice.pick([0, 0.02]),
    late: dice.pick([0, 0.2]),
    doubled: dice.pick([0, 0.2]),
    clock_offset_ms: dice.pick([0, 0, hourMs, -hourMs]),
  }
}

const faults: Record<
  'simcast' | 'postgres' | 'phone' | 'network' | 'clock' | 'inbound',
  Maker<Fault>
> = {
  simcast: (dice, size) =>
    dice.isLucky(0.65)
      ? {
          do: 'kill simcast',
          simcast: dice.whole(0, 1),
          down_ms: dice.pick([0, 0, 500, 2000]),
          killed_again_ms: dice.isLucky(0.3) ? dice.whole(100, 1500) : null,
        }
      : { do: 'freeze simcast', simcast: dice.whole(0, 1), for_ms: freezeMs(dice, size) },
  postgres: (dice) =>
    dice.isLucky(0.5) ? { do: 'kill postgres' } : { do: 'kill backends', count: dice.whole(1, 3) },
  phone: (dice, size) => {
    const phone = anyPhone(dice)
    switch (dice.whole(0, 9)) {
      case 0:
      case 1:
      case 2:
        return { do: 'reinstall phone', phone, down_ms: dice.pick([0, 500]) }
      case 3:
        return { do: 'lose phone', phone }
      case 4:
        return { do: 'freeze phone', phone, for_ms: freezeMs(dice, size) }
      default:
        return { do: 'kill phone', phone, down_ms: dice.pick([0, 500, 2000]) }
    }
  },
  network: (dice) => {
    const phone = anyPhone(dice)
    const for_ms = dice.whole(1000, 4000)
    switch (dice.whole(0, 5)) {
      case 0:
        return { do: 'take phone offline', phone, for_ms }
      case 1:
        return { do: 'slow network', delay_ms: dice.whole(20, 300), for_ms }
      case 2:
      case 3:
        return { do: 'lose answers', phone, share: dice.pick([0.2, 0.5, 0.9]), for_ms }
      default:
        return { do: 'cut connections', share: dice.pick([0.05, 0.2, 0.5]), for_ms }
    }
  },
  clock: (dice) => ({
    do: 'set clock',
    phone: anyPhone(dice),
    offset_ms: dice.pick([0, hourMs, -hourMs]),
  }),
  inbound: (dice) => ({ do: 'texts come in', phone: anyPhone(dice), count: dice.whole(1, 8) }),
}

/** How often each kind comes up. */
const kinds: readonly [number, Maker<Fault | Deed>][] = [
  [2, faults.simcast],
  [1, faults.postgres],
  [2, faults.phone],
  [3, faults.network],
  [1, faults.clock],
  [1, faults.inbound],
  [2, postSms],
  [1, postCampaign],
  [2, (dice) => ({ do: 'pause campaign', nth: nth(dice), for_ms: dice.whole(500, 4000) })],
  [
    2,
    (dice) => ({ do: 'move campaign', nth: nth(dice), phone: anyPhone(dice), sim: anySim(dice) }),
  ],
  [1, (dice) => ({ do: 'cancel campaign', nth: nth(dice) })],
  [1, (dice) => ({ do: 'delete campaign', nth: nth(dice) })],
  [2, (dice) => ({ do: 'retry campaign', nth: nth(dice) })],
  [1, (dice) => ({ do: 'retry sms', nth: nth(dice) })],
  [2, optOut],
  [2, (dice, { contacts }) => ({ do: 'delete contact', contact: dice.whole(0, contacts - 1) })],
  [2, (dice) => ({ do: 'delete sms', nth: nth(dice) })],
  [1, (dice) => ({ do: 'pause device', phone: anyPhone(dice), for_ms: dice.whole(500, 3000) })],
  [1, (dice) => ({ do: 'renew token', phone: anyPhone(dice) })],
  [
    1,
    (dice) => {
      const [phone = 0, move_to = 1] = dice.some([0, 1, 2], 2)
      return { do: 'delete device', phone, move_to }
    },
  ],
]

function anything(dice: Dice): Maker<Fault | Deed> {
  return dice.pick(kinds.flatMap(([weight, make]) => Array.from({ length: weight }, () => make)))
}

function postSms(dice: Dice, { contacts }: Size) {
  return {
    do: 'post sms',
    // Some numbers nobody knows yet.
    numbers: dice.some(
      Array.from({ length: contacts + 20 }, (_, place) => place),
      dice.whole(1, 8),
    ),
    phone: anyPhone(dice),
    sim: anySim(dice),
    has_key: dice.isLucky(0.75),
    times: dice.pick([1, 1, 2, 3]),
    in_seconds: dice.pick([null, null, null, 1, 3]),
  } as const
}

function postCampaign(dice: Dice, { contacts }: Size) {
  const everybody = Array.from({ length: contacts }, (_, place) => place)
  return {
    do: 'post campaign',
    contacts: dice.some(everybody, dice.whole(1, Math.ceil(contacts / 3))),
    phone: anyPhone(dice),
    sim: anySim(dice),
    is_personal: dice.isLucky(0.5),
    in_seconds: dice.pick([null, null, 2]),
  } as const
}

function optOut(dice: Dice, { contacts }: Size) {
  const everybody = Array.from({ length: contacts }, (_, place) => place)
  return { do: 'opt out', contacts: dice.some(everybody, dice.whole(1, 8)) } as const
}

function freezeMs(dice: Dice, { freeze_ms }: Size): number {
  const scaled = dice.whole(800, 4000)
  return freeze_ms ?? scaled
}

const anyPhone = (dice: Dice) => dice.whole(0, phoneCount - 1)
const anySim = (dice: Dice) => dice.whole(1, 2)
const nth = (dice: Dice) => dice.whole(0, 1000)
