import { setTimeout as rest } from 'node:timers/promises'
import { Connection } from './connection.ts'
import { Histogram } from './histogram.ts'
import type { Bench } from './lines.ts'
import { expectSuccess, openConnections } from './load.ts'
import { closePhones, fetchMessages, makePhones, report, type Phone } from './phones.ts'
import { withForm } from './requests.ts'
import { strangersNumber } from './sample-contacts.ts'
import { begin } from './standing.ts'
import { meter, type World } from './world.ts'

const phonesCount = 1000
/** Every phone has its turn once in ten seconds, so none has been woken in the last five. */
const textsPerSecond = 100
const sendersCount = 64
const patienceMs = 20_000

export const wakeBench: Bench = {
  name: 'wake',
  summary: 'from POST /api/sms until the phone has it',
  run: async (world, say) => {
    await begin(world, { contacts: true, messages: true })
    const texts = new Texts()
    let phones: Phone[] = []
    // A phone does one thing at a time.
    const busy = new Map<number, Promise<void>>()
    const onWake = (place: number) => {
      const phone = phones[place]
      if (!phone) return
      const before = busy.get(place) ?? Promise.resolve()
      const work = before.then(() => answerWakeUp(phone, place, texts))
      busy.set(place, work)
      texts.follow(work)
    }
    phones = await makePhones(world, phonesCount, onWake)
    try {
      // What their connecting has set going is over, and it was no wake-up of the last five seconds.
      await rest(6000)
      const readCores = meter(world)
      await send(world, phones, texts)
      const shares = readCores()
      const { latency } = texts
      const note = `${latency.count} texts at ${textsPerSecond} a second`
      const name = `${phonesCount.toLocaleString('en')} phones`
      say({
        work: `${name}, median`,
        unit: 'ms',
        measured: latency.quantile(0.5),
        reach: { atMost: 30 },
        shares,
      })
      say({
        work: `${name}, 99th percentile`,
        unit: 'ms',
        measured: latency.quantile(0.99),
        reach: { atMost: 250 },
        note,
        drawn: 'From POST to the phone, p99, ms',
      })
    } finally {
      closePhones(phones)
    }
  },
}

/** Texts on their way, one for each phone at a time. */
class Texts {
  readonly latency = new Histogram()
  readonly #sentAt = new Map<number, number>()
  #failure: Error | undefined

  send(place: number): void {
    if (this.#sentAt.has(place)) throw new Error('A phone has not had its last text yet.')
    this.#sentAt.set(place, performance.now())
  }

  arrive(place: number): void {
    const sentAt = this.#sentAt.get(place)
    if (sentAt === undefined) return
    this.latency.add(performance.now() - sentAt)
    this.#sentAt.delete(place)
  }

  follow(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    })
  }

  isAllThere(): boolean {
    if (this.#failure !== undefined) throw this.#failure
    return this.#sentAt.size === 0
  }
}

async function answerWakeUp(phone: Phone, place: number, texts: Texts): Promise<void> {
  const ids = await fetchMessages(phone)
  if (ids.length === 0) return
  texts.arrive(place)
  await report(phone, ids, 'Sent')
}

async function another({ simcast }: World, senders: Connection[]): Promise<Connection> {
  const sender = await Connection.open(simcast.port)
  senders.push(sender)
  return sender
}

/** Sends at an even pace whatever the answers take, so that waiting is not hidden by sending less. */
async function send(world: World, phones: readonly Phone[], texts: Texts): Promise<void> {
  const senders = await openConnections(world.simcast.port, sendersCount)
  const free = [...senders]
  const startedAt = performance.now()
  const total = textsPerSecond * Math.max(world.seconds, phonesCount / textsPerSecond)
  try {
    for (let turn = 0; turn < total; turn += 1) {
      const at = startedAt + (turn * 1000) / textsPerSecond
      await rest(Math.max(0, at - performance.now()))
      const place = turn % phones.length
      const sender = free.pop() ?? (await another(world, senders))
      texts.send(place)
      const request = withForm(
        { method: 'POST', path: '/api/sms', token: world.apiKey },
        {
          content: 'Your table is ready.',
          device_id: String(phones[place]?.device_id),
          sim_subscription_id: '1',
          phone_numbers: strangersNumber(turn),
        },
      )
      texts.follow(
        sender.ask(request).then((answer) => {
          expectSuccess(answer)
          free.push(sender)
        }),
      )
    }
    const deadline = performance.now() + patienceMs
    while (!texts.isAllThere()) {
      if (performance.now() > deadline) throw new Error('Some texts did not reach their phones.')
      await rest(50)
    }
  } finally {
    for (const sender of senders) sender.close()
  }
}
