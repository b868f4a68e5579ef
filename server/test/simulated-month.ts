/** A contact as the test knows it. */
export type Person = {
  id: number
  phone_number: string
  since: Date
  plan: string | undefined
  hasOptedOut: boolean
}

type Entry = { person: Person; flow: 'Welcome' | 'Golden' | 'Later'; due: Date }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** The Sunday on which Rome puts its clocks forward, in UTC. */
const summerTime = new Date('2027-03-28T01:00:00Z')

/** What must reach whom: worked out from the rules in words, without the code that is tested. */
export class Month {
  readonly people: Person[] = []
  readonly #counts = new Map<string, number>()
  readonly #entered = new Set<string>()
  #unsent: string[] = []
  #entries: Entry[] = []
  #now: Date

  constructor(begin: Date) {
    this.#now = begin
  }

  add({ id, phone_number }: { id: number; phone_number: string }, since: Date): void {
    const person = { id, phone_number, since, plan: undefined, hasOptedOut: false }
    this.people.push(person)
    this.#enter(person, 'Welcome', 3 * hourMs, since)
    this.#enter(person, 'Later', 10 * dayMs, since)
  }

  setPlan(person: Person, plan: string, now: Date): void {
    const comesToMatch = plan === 'gold' && person.plan !== 'gold'
    person.plan = plan
    if (comesToMatch && !person.hasOptedOut) this.#enter(person, 'Golden', 2 * dayMs, now)
  }

  optOut(person: Person): void {
    person.hasOptedOut = true
    this.#entries = this.#entries.filter((entry) => entry.person !== person)
  }

  /** An item of the feed, which the next look at it finds. */
  publish(title: string): void {
    this.#unsent.push(title)
  }

  /** Everything that the time between the last moment and this one brings. */
  comeTo(now: Date): void {
    for (const day of daysBetween(this.#now, now)) {
      this.#run('Daily', day, 9 * hourMs, now)
      if (day.getUTCDay() === 1) this.#run('Mondays', day, 14.75 * hourMs, now)
    }
    for (const title of this.#unsent) this.#expectAll(`News ${title}`)
    this.#unsent = []
    for (const { person, flow } of this.#entries.filter(({ due }) => due <= now)) {
      if (flow !== 'Golden' || person.plan === 'gold') this.#expect(flow, person)
    }
    this.#entries = this.#entries.filter(({ due }) => due > now)
    this.#now = now
  }

  /** How often each text reaches each number. */
  expected(): Map<string, number> {
    return new Map(this.#counts)
  }

  /** How many have entered a flow and are not due yet. */
  waiting(): number {
    return this.#entries.length
  }

  #enter(person: Person, flow: Entry['flow'], waitMs: number, now: Date): void {
    const once = `${flow} ${person.id}`
    if (this.#entered.has(once)) return
    this.#entered.add(once)
    this.#entries.push({ person, flow, due: new Date(now.getTime() + waitMs) })
  }

  /** A time of the day in Rome, if it falls between the last moment and this one. */
  #run(name: string, day: Date, timeMs: number, now: Date): void {
    const offset = (day >= summerTime ? 2 : 1) * hourMs
    const at = new Date(day.getTime() + timeMs - offset)
    if (at <= this.#now || at > now) return
    this.#expectAll(name)
  }

  #expectAll(name: string): void {
    for (const person of this.people) if (!person.hasOptedOut) this.#expect(name, person)
  }

  #expect(name: string, { phone_number }: Person): void {
    const text = `${name} ${phone_number}`
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1)
  }
}

/** The midnights in UTC of the days that two moments fall on. */
function daysBetween(from: Date, to: Date): Date[] {
  const midnights: Date[] = []
  for (let at = Math.floor(from.getTime() / dayMs) * dayMs; at <= to.getTime(); at += dayMs) {
    midnights.push(new Date(at))
  }
  return midnights
}
