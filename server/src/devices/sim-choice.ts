import { invalidField } from '../errors.ts'
import type { SimChoice } from './service.ts'

/** Reads a device and SIM written as `2:1`. */
export function readSimChoice(text: string | null | undefined): SimChoice | undefined {
  if (text === null || text === undefined || text === '') return undefined
  const [, device = '', sim = ''] = /^([1-9]\d{0,15}):([123])$/.exec(text) ?? []
  if (device === '' || !Number.isSafeInteger(Number(device))) {
    throw invalidField('move_to', 'move_to must be a device and one of its SIMs, such as 2:1.')
  }
  return { device_id: Number(device), sim_subscription_id: Number(sim) }
}
