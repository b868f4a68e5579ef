import { Type } from 'typebox'
import { invalidField } from '../errors.ts'
import { isAbsent, type Given, type Reader } from '../http/fields.ts'
import { Items } from '../http/form.ts'
import type { SimChoice } from './service.ts'

/** How many SIMs one thing may name. */
const simsMax = 100

/** Reads a device and SIM written as `2:1`. */
export function readSimChoice(text: string | null | undefined): SimChoice | undefined {
  if (text === null || text === undefined || text === '') return undefined
  const sim = parseSim(text)
  if (!sim)
    throw invalidField('move_to', 'move_to must be a device and one of its SIMs, such as 2:1.')
  return sim
}

/** Devices with their SIMs: `1:1,2:1`, a list of such texts, or of objects with device_id and subscription_id. */
export function simList(options: { description: string }): Reader<SimChoice[]> {
  return {
    schema: Type.Union(
      [Type.String(), Type.Array(Type.Union([Type.String(), SimObject]))],
      options,
    ),
    read: (given) => {
      const entries = entriesOf(given.value)
      const sims = new Map<string, SimChoice>()
      for (const entry of entries) {
        const sim = parseSim(entry)
        if (!sim) return refuse(given)
        sims.set(writeSim(sim), sim)
      }
      if (sims.size > simsMax) return given.refuse(`may name at most ${simsMax} SIMs`)
      return sims.size === 0 ? refuse(given) : [...sims.values()]
    },
  }
}

/** As it is written on the wire: `2:1`. */
export function writeSim({ device_id, sim_subscription_id }: SimChoice): string {
  return `${device_id}:${sim_subscription_id}`
}

const SimObject = Type.Object({ device_id: Type.Integer(), subscription_id: Type.Integer() })

function refuse(given: Given): undefined {
  return given.refuse('must name devices and one of the SIMs of each, such as 1:1,2:1')
}

function entriesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter((one) => !isAbsent(one))
  if (value instanceof Items)
    return [...value].toSorted(([one], [other]) => one - other).map(([, entry]) => entry)
  if (typeof value !== 'string') return [value]
  const text = value.trim()
  if (!text.startsWith('[')) return text.split(/[,\s]+/).filter((one) => one !== '')
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : [read]
  } catch {
    return [value]
  }
}

function parseSim(entry: unknown): SimChoice | undefined {
  if (typeof entry === 'string') {
    const [, device = '', sim = ''] = /^\s*([1-9]\d{0,15}):([123])\s*$/.exec(entry) ?? []
    return simOf(Number(device), Number(sim))
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined
  const { device_id, subscription_id, ...others } = entry as Record<string, unknown>
  return Object.keys(others).length > 0 ? undefined : simOf(device_id, subscription_id)
}

function simOf(device_id: unknown, sim: unknown): SimChoice | undefined {
  const isDevice = Number.isSafeInteger(device_id) && Number(device_id) > 0
  const isSim = sim === 1 || sim === 2 || sim === 3
  return isDevice && isSim ? { device_id: Number(device_id), sim_subscription_id: sim } : undefined
}
