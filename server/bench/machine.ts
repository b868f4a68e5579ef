import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { World } from './world.ts'
import { query } from './world.ts'

/** What figures are worth nothing without. */
export type Machine = {
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  postgres: string
  /** How many programs wanted a core before we began; of another's work when it is not near 0. */
  loadBefore: number
}

export const loadBefore = loadavg()[0] ?? 0

export async function describeMachine(world: World): Promise<Machine> {
  const [row] = await query<{ server_version: string }>(world, 'show server_version')
  const [first] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: row?.server_version ?? 'unknown',
    loadBefore,
  }
}

export function machineText({ processor, cores, memoryGb, ...machine }: Machine): string {
  const { system, node, postgres, loadBefore: load } = machine
  return [
    `${processor}, ${cores} cores, ${memoryGb} GB, ${system}`,
    `Node ${node}, PostgreSQL ${postgres}, load before we began ${load.toFixed(2)}`,
  ].join('\n')
}
