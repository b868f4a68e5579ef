import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as rest } from 'node:timers/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Bench } from './lines.ts'
import { csvHeader, csvLine, sampleContact } from './sample-contacts.ts'
import { begin, emptyContacts } from './standing.ts'
import { call, count, meter, user_id, type World } from './world.ts'

const linesPerWrite = 1000
const lookMilliseconds = 50
const boundary = '------------------------benchImport0123456789'

export const importBench: Bench = {
  name: 'import',
  summary: 'contacts from CSV over HTTP, against COPY of the rows',
  run: async (world, say) => {
    await begin(world, { contacts: false, messages: false })
    const file = await writeCsv(world, world.size)
    const readCores = meter(world)
    const startedAt = performance.now()
    const { id } = await upload(world, file)
    await untilFinished(world, id)
    const seconds = (performance.now() - startedAt) / 1000
    const shares = readCores()
    const copySeconds = await copyAgain(world)
    say({
      work: `CSV of ${world.size.toLocaleString('en')} rows`,
      unit: 'per second',
      measured: world.size / seconds,
      limit: world.size / copySeconds,
      reach: { ratio: 0.5, atLeast: 40_000 },
      shares,
      drawn: 'Import, rows/s',
    })
  },
}

export async function writeCsv({ folder }: World, size: number): Promise<string> {
  const path = join(folder, 'contacts.csv')
  function* texts(): Generator<string> {
    yield csvHeader
    for (let start = 0; start < size; start += linesPerWrite) {
      let text = ''
      for (let index = start; index < Math.min(size, start + linesPerWrite); index += 1) {
        text += csvLine(sampleContact(index))
      }
      yield text
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(path))
  return path
}

export async function upload({ simcast, apiKey }: World, path: string): Promise<{ id: number }> {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="contacts.csv"\r\nContent-Type: text/csv\r\n\r\n`
  const tail = `\r\n--${boundary}--\r\n`
  const request = httpRequest({
    host: '127.0.0.1',
    port: simcast.port,
    method: 'POST',
    path: '/api/imports',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': head.length + statSync(path).size + tail.length,
    },
  })
  const answered = new Promise<string>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      response
        .toArray()
        .then((pieces: Buffer[]) => resolve(Buffer.concat(pieces).toString()), reject)
    })
  })
  async function* form(): AsyncGenerator<string | Buffer> {
    yield head
    yield* createReadStream(path, { highWaterMark: 256 * 1024 })
    yield tail
  }
  const [answer] = await Promise.all([answered, pipeline(form, request)])
  const { data } = JSON.parse(answer) as { data?: { id: number } }
  if (!data) throw new Error(`The import was not taken: ${answer.slice(0, 300)}`)
  return data
}

export async function untilFinished(world: World, id: number): Promise<void> {
  for (;;) {
    const { status, ...found } = await call<{ status: string }>(world, 'GET', `/api/imports/${id}`)
    if (status === 'finished') return
    if (status !== 'processing') throw new Error(`The import ended: ${JSON.stringify(found)}`)
    await rest(lookMilliseconds)
  }
}

/** Copies the rows that the import made out, empties the table and copies them in again. Answers the seconds of that. */
async function copyAgain(world: World): Promise<number> {
  const path = join(world.folder, 'contacts.copy')
  const rows = `(select * from contacts where user_id = ${user_id} order by id)`
  const client = await world.pool.connect()
  try {
    await pipeline(client.query(copyTo(`copy ${rows} to stdout`)), createWriteStream(path))
    const total = await count(world, 'select count(*) from contacts')
    if (total !== world.size) throw new Error(`The import made ${total} contacts.`)
    await emptyContacts(world)
    await client.query('checkpoint')
    const startedAt = performance.now()
    const copy = client.query(copyFrom('copy contacts from stdin'))
    await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), copy)
    world.standing.contacts = world.size
    return (performance.now() - startedAt) / 1000
  } finally {
    client.release()
  }
}
