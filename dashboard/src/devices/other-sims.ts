import { statuses } from '../statuses/table.ts'
import type { Device, Sim } from './queries.ts'

/** A SIM that could take texts over, and what is to be known of it. */
export type OtherSim = {
  /** As the API reads it: `2:1`. */
  key: string
  device: Device
  sim: Sim
  /** How its phone is, where that is not well. */
  status: string | null
  /** Parts that are left of its day; null without a limit. */
  left: number | null
}

/** The SIMs of other phones that take new texts: those first that are there and have the most room. */
export function otherSimsOf(device: Device, devices: readonly Device[]): OtherSim[] {
  return devices
    .filter(({ id }) => id !== device.id)
    .flatMap((other) =>
      other.sims
        .filter((sim) => !sim.is_draining)
        .map((sim) => ({
          key: `${other.id}:${sim.subscription_id}`,
          device: other,
          sim,
          status: other.status === 'online' ? null : statuses.device[other.status].word,
          left: sim.max_per_day === 0 ? null : Math.max(0, sim.max_per_day - sim.used.day),
        })),
    )
    .toSorted(
      (one, another) =>
        Number(one.status !== null) - Number(another.status !== null) ||
        Number(one.device.is_pretend) - Number(another.device.is_pretend) ||
        (another.left ?? Infinity) - (one.left ?? Infinity) ||
        one.device.id - another.device.id,
    )
}

/** Those of `2:1`, `3:1`, as the routes take them. */
export function choiceOf(sims: readonly OtherSim[], chosen: ReadonlySet<string>) {
  return sims
    .filter(({ key }) => chosen.has(key))
    .map(({ device, sim }) => ({ device_id: device.id, subscription_id: sim.subscription_id }))
}
