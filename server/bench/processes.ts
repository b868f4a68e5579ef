import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

// What Linux says of processes. One tick is a hundredth of a second on every platform that is served.
const ticksPerSecond = 100

/** Seconds of processor time that a process has used. */
export function cpuSeconds(pid: number): number {
  const { own } = readStat(pid) ?? { own: 0 }
  return own / ticksPerSecond
}

/** The same of a PostgreSQL: the postmaster, its processes, and those that have ended. */
export function postgresCpuSeconds(postmaster: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined
    if (!stat) continue
    if (Number(name) === postmaster) ticks += stat.own + stat.ofChildren
    else if (stat.parent === postmaster) ticks += stat.own
  }
  return ticks / ticksPerSecond
}

/** The most memory that a process has had resident since it began or since `resetPeakMemory`, in MB. */
export function peakMemory(pid: number): number {
  const [, kilobytes] =
    /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kilobytes ?? 0) * 1024) / 1e6
}

/** Lets the peak begin anew. Where that is not allowed it stays the peak of the whole run. */
export function resetPeakMemory(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // The figure is then too high and never too low.
  }
}

/** Cores that were busy, on average, for each side of a measurement. */
export type Shares = { load: number; simcast: number; postgres: number }

/** Begins to count processor time. */
export function meterCores(pids: { simcast: number; postmaster: number }): () => Shares {
  const read = () => {
    const { user, system } = process.cpuUsage()
    return {
      at: performance.now() / 1000,
      load: (user + system) / 1e6,
      simcast: cpuSeconds(pids.simcast),
      postgres: postgresCpuSeconds(pids.postmaster),
    }
  }
  const before = read()
  return () => {
    const after = read()
    const seconds = Math.max(after.at - before.at, 0.001)
    return {
      load: (after.load - before.load) / seconds,
      simcast: (after.simcast - before.simcast) / seconds,
      postgres: (after.postgres - before.postgres) / seconds,
    }
  }
}

function readStat(pid: number): { parent: number; own: number; ofChildren: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything, so the fields are counted from behind it.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
    return { parent, own: user + system, ofChildren: childUser + childSystem }
  } catch {
    // It has ended.
    return undefined
  }
}
