// What a phone's process and the chaos around it say to each other, and what the phone writes down.
import type { Counts } from '../src/pretend-phone/phone.ts'

export type PhoneProgramOptions = {
  url: string
  token: string
  folder: string
  reinstall: boolean
  /** Which start of this phone it is. */
  run: number
  seed: number
  version: string
  sims: number
  rate: number
  fail: number
  unreported: number
  unconfirmed: number
  late: number
  doubled: number
  clockOffsetMs: number
}

export type PhoneOrder =
  | { do: 'pull' | 'go offline' | 'go online' | 'count' | 'stop' }
  | { do: 'lose answers'; share: number }
  | { do: 'set clock'; offset_ms: number }
  | { do: 'receive'; texts: { sender: string; text: string }[] }

export type PhoneWord =
  | { about: 'started' | 'refused' }
  | { about: 'counts'; counts: Counts; is_connected: boolean }

/** One entry of a listing: to be sent, to be answered for only, or not to be sent. */
export type ListedAs = 'to send' | 'probe' | 'cancelling'

export type Sight =
  | { about: 'start'; at: number; installation: string }
  /** A fetch that was answered, and whose answer the phone has got. */
  | { about: 'listing'; asked_at: number; at: number; listed: [string, ListedAs][] }
  /** A text that came in was taken by Simcast. */
  | { about: 'taken'; text: string }
  /** A report that Simcast took. */
  | { about: 'reported'; wire_id: string; state: string }
  /** An answer that should never be. */
  | { about: 'server error'; at: number; what: string; status: number; body: string }

export type Seen = Sight & { run: number }
