import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultSettings, type Settings } from './settings.ts'

/** A webhook as the server lists it. */
export type Webhook = { id: string; url: string; event: string }

/** What the app keeps besides its messages. It is gone when the app is reinstalled. */
export type AppData = {
  /** A name of our own for this installation; the server never sees it. */
  installation: string
  /** What the server answered at the enrolment. */
  registration: { id: string; token: string } | null
  /** The private token that the registration was made with. */
  enrolled_with: string | null
  settings: Settings
  webhooks: Webhook[]
}

/** The folder of one phone. */
export type PhoneFolder = {
  path: string
  data: AppData
  /** Keeps `data` as it is now. */
  save: () => void
  messagesPath: string
  eventsPath: string
  sentPath: string
  /** The ids of the received texts that the app knows of. */
  recordedPath: string
}

/** Opens the folder of a phone. A reinstalled app begins anew beside the texts that it had sent. */
export function openPhoneFolder(
  path: string,
  { reinstall, token }: { reinstall: boolean; token: string },
): PhoneFolder {
  const dataPath = join(path, 'app.json')
  const messagesPath = join(path, 'messages.jsonl')
  const eventsPath = join(path, 'events.jsonl')
  const recordedPath = join(path, 'recorded.jsonl')
  if (reinstall) {
    for (const file of [dataPath, messagesPath, eventsPath, recordedPath])
      rmSync(file, { force: true })
  }
  const data = existsSync(dataPath) ? readData(dataPath) : newData()
  // With another token it is to become another device, whatever it is registered as.
  if (data.enrolled_with !== token) data.registration = null

  function save(): void {
    writeFileSync(`${dataPath}.new`, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${dataPath}.new`, dataPath)
  }

  save()
  const sentPath = join(path, `${data.installation}.sent.jsonl`)
  return { path, data, save, messagesPath, eventsPath, sentPath, recordedPath }
}

// Written by save() alone, so it has the shape of AppData.
function readData(path: string): AppData {
  return JSON.parse(readFileSync(path, 'utf8')) as AppData
}

function newData(): AppData {
  return {
    installation: randomBytes(6).toString('hex'),
    registration: null,
    enrolled_with: null,
    settings: defaultSettings(),
    webhooks: [],
  }
}
