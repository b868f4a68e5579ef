import { createDealer } from '../lib/deal.ts'
import { earliestAllowed, type QuietHours } from '../lib/quiet-hours.ts'
import { timezoneOf, type AccountClock, type Recipient } from '../messages/recipient-clock.ts'
import type { SimOfCampaign } from '../devices/sims-of-campaign.ts'

/** What of a launched campaign says when its messages may leave, and from where. */
export type ToPlace = {
  sims: SimOfCampaign[]
  started_at: Date
  quietHours: QuietHours | null
  clock: AccountClock
}

export type Placement = { device_id: number; sim_subscription_id: number; send_at: Date }

export type MemberToPlace = Recipient & { kept_device_id: number | null; kept_sim: number | null }

/** Where each message goes: the same for all where one SIM sends at any hour, else to be asked one by one. */
export type Placer =
  | { isSame: true; same: Placement }
  | { isSame: false; place: (member: MemberToPlace) => Placement }

/**
 * Settles the time and the SIM of each message: the earliest time that the quiet hours of its recipient allow, and the
 * SIM that last wrote to the contact, if it is one of the campaign's; else the SIMs take turns by their shares.
 */
export function createPlacer({ sims, started_at, quietHours, clock }: ToPlace, now: Date): Placer {
  const [main] = sims
  if (!main) throw new Error('a campaign has a SIM')
  const { device_id, sim_subscription_id } = main
  if (sims.length === 1 && quietHours === null)
    return { isSame: true, same: { device_id, sim_subscription_id, send_at: started_at } }

  const pick = sims.length === 1 ? () => main : createPick(sims)
  const sendAt = quietHours === null ? () => started_at : createSendAt(quietHours)
  return {
    isSame: false,
    place: (member) => {
      const sim = pick(member)
      const { device_id: on, sim_subscription_id: from } = sim
      return { device_id: on, sim_subscription_id: from, send_at: sendAt(member) }
    },
  }

  /** Asked once for each zone. */
  function createSendAt(hours: QuietHours): (member: Recipient) => Date {
    const wanted = started_at > now ? started_at : now
    const known = new Map<string, Date>()
    return (member) => {
      const zone = timezoneOf(member, clock)
      const earliest = known.get(zone) ?? earliestAllowed(hours, zone, wanted)
      known.set(zone, earliest)
      return earliest > wanted ? earliest : started_at
    }
  }
}

function createPick(sims: readonly SimOfCampaign[]): (member: MemberToPlace) => SimOfCampaign {
  const dealer = createDealer(sims.map(({ share }) => share))
  const placeOf = new Map<string, number>(
    sims.flatMap((sim, place) =>
      sim.share > 0 ? [[`${sim.device_id}:${sim.sim_subscription_id}`, place] as const] : [],
    ),
  )
  return ({ kept_device_id, kept_sim }) => {
    const kept = placeOf.get(`${kept_device_id}:${kept_sim}`)
    if (kept !== undefined) dealer.charge(kept)
    const place = kept ?? dealer.next()
    // A dealer deals the places of this list.
    return sims[place] as SimOfCampaign
  }
}
