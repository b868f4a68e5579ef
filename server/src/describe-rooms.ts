// The picture of the rooms in docs/ARCHITECTURE.md, made from the imports of the code.
import { createRequire } from 'node:module'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'

const start = '<!-- The rooms: made by `npm run generate`. -->'
const end = '<!-- The end of the rooms. -->'

/** Tools that every room may use, so that arrows to them say nothing. */
const tools = ['db', 'http', 'lib']

/** The text with the picture in its place brought up to date. */
export async function updateRooms(text: string, root: string): Promise<string> {
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The text has no place between ${start} and ${end}.`)
  const rooms = await readRooms(root)
  return `${text.slice(0, from)}${start}\n\n${listRooms(rooms)}\n\n${drawRooms(rooms)}\n\n${text.slice(to)}`
}

type Rooms = Map<string, Set<string>>

/** Each folder of the server with the folders that it imports from. */
async function readRooms(root: string): Promise<Rooms> {
  const require = createRequire(import.meta.url)
  // The rules of the repository; its shape is the tool's own.
  const { options } = require('../../.dependency-cruiser.cjs') as { options: ICruiseOptions }
  const { tsConfig: _, ...rest } = options
  const { output } = await cruise(['server/src'], { ...rest, baseDir: root })
  // Without a reporter the output is the result itself.
  const { modules } = output as ICruiseResult
  const rooms: Rooms = new Map()
  for (const { source, dependencies } of modules) {
    const room = roomOf(source)
    if (room === undefined) continue
    const needed = rooms.get(room) ?? new Set()
    for (const { resolved } of dependencies) {
      const other = roomOf(resolved)
      if (other !== undefined && other !== room) needed.add(other)
    }
    rooms.set(room, needed)
  }
  return rooms
}

function roomOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1]
}

/** One line for each room, those that need most of the others first, so that every arrow points down. */
function listRooms(rooms: Rooms): string {
  const names = [...rooms.keys()].toSorted(
    (a, b) => depthOf(rooms, b) - depthOf(rooms, a) || (a < b ? -1 : 1),
  )
  const width = Math.max(...names.map(({ length }) => length))
  const lines = names.map((name) => {
    const needed = names.filter((other) => rooms.get(name)?.has(other))
    return `${name.padEnd(width)}  ${needed.length > 0 ? `→ ${needed.join(' ')}` : ''}`.trimEnd()
  })
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``
}

/** The rooms of the trade, without the arrows that follow from others. */
function drawRooms(rooms: Rooms): string {
  const nouns = [...rooms.keys()].filter((name) => !tools.includes(name)).toSorted()
  const lines = nouns.flatMap((name) => {
    const needed = nouns.filter((other) => rooms.get(name)?.has(other))
    const direct = needed.filter(
      (other) => !needed.some((between) => reaches(rooms, between, other)),
    )
    return direct.map((other) => `  ${name} --> ${other}`)
  })
  return `\`\`\`mermaid\nflowchart TD\n${lines.join('\n')}\n\`\`\``
}

/** How many rooms stand below a room at most. */
function depthOf(rooms: Rooms, name: string): number {
  const below = [...(rooms.get(name) ?? [])].map((other) => depthOf(rooms, other) + 1)
  return Math.max(0, ...below)
}

function reaches(rooms: Rooms, from: string, to: string): boolean {
  return [...(rooms.get(from) ?? [])].some((next) => next === to || reaches(rooms, next, to))
}
