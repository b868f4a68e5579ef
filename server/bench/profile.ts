import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What V8 writes with --cpu-prof, as far as it is read here.
type Profile = {
  nodes: { id: number; callFrame: CallFrame }[]
  samples: number[]
  timeDeltas: number[]
}
type CallFrame = { functionName: string; url: string; lineNumber: number }

const rowsMax = 25
const root = join(import.meta.dirname, '../..')

/** Where the server's thread was, by the functions in which it was most, of the newest profile in a folder. */
export function describeProfile(folder: string): string {
  const file = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .toSorted()
    .at(-1)
  if (file === undefined) return `There is no profile in ${folder}.`
  // Just written by Node in this form.
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
  const places = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]))
  const times = new Map<string, number>()
  profile.samples.forEach((id, index) => {
    const place = places.get(id) ?? '?'
    times.set(place, (times.get(place) ?? 0) + (profile.timeDeltas[index] ?? 0))
  })
  const idle = times.get('(idle)') ?? 0
  times.delete('(idle)')
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0)
  const rows = [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, rowsMax)
    .map(([place, time]) => `${((100 * time) / busy).toFixed(1).padStart(5)} %  ${place}`)
  const seconds = (time: number) => (time / 1e6).toFixed(1)
  const title = `Busy ${seconds(busy)} s and idle ${seconds(idle)} s; of the busy time`
  return [`${title}, each function by itself:`, ...rows].join('\n')
}

function placeOf({ functionName, url, lineNumber }: CallFrame): string {
  const name = functionName === '' ? '(anonymous)' : functionName
  if (url === '') return name
  const path = url.startsWith('file:') ? fileURLToPath(url).replace(`${root}/`, '') : url
  return `${name}  ${path.replace(/^.*node_modules\//, '')}:${lineNumber + 1}`
}
