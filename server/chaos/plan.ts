// What a seed says: the phones, and what happens to everybody when.

/** One Simcast on its own PostgreSQL, or two that share one. */
export type Topology = 'one with its own database' | 'two on one database'

export type PhonePlan = {
  version: string
  sims: number
  /** Parts a minute that each SIM sends. */
  rate: number
  /** What Simcast lets go to a SIM, in parts a minute; 0 is no limit. */
  pace: number
  fail: number
  /** Sent, and every report of it lost. */
  unreported: number
  /** Handed to Android, and no word ever after. */
  unconfirmed: number
  late: number
  doubled: number
  clock_offset_ms: number
}

/** Something that happens to the machines. */
export type Fault =
  | { do: 'kill simcast'; simcast: number; down_ms: number; killed_again_ms: number | null }
  | { do: 'freeze simcast'; simcast: number; for_ms: number }
  | { do: 'kill postgres' }
  | { do: 'kill backends'; count: number }
  | { do: 'kill phone'; phone: number; down_ms: number }
  | { do: 'freeze phone'; phone: number; for_ms: number }
  | { do: 'reinstall phone'; phone: number; down_ms: number }
  /** It dies and is never seen again. */
  | { do: 'lose phone'; phone: number }
  | { do: 'take phone offline'; phone: number; for_ms: number }
  /** The phone loses answers although the server has done the work. */
  | { do: 'lose answers'; phone: number; share: number; for_ms: number }
  /** Between everybody and Simcast: connections end before the request, after it, or halfway through the answer. */
  | { do: 'cut connections'; share: number; for_ms: number }
  | { do: 'slow network'; delay_ms: number; for_ms: number }
  | { do: 'set clock'; phone: number; offset_ms: number }
  | { do: 'texts come in'; phone: number; count: number }

/** Something that a person or a client of the API does. `nth` picks among what is there then. */
export type Deed =
  | {
      do: 'post sms'
      numbers: number[]
      phone: number
      sim: number
      has_key: boolean
      /** The same request at the same time. */
      times: number
      in_seconds: number | null
    }
  | {
      do: 'post campaign'
      contacts: number[] | 'all'
      phone: number
      sim: number
      is_personal: boolean
      in_seconds: number | null
    }
  | { do: 'pause campaign'; nth: number; for_ms: number }
  | { do: 'move campaign'; nth: number; phone: number; sim: number }
  | { do: 'cancel campaign'; nth: number }
  | { do: 'delete campaign'; nth: number }
  | { do: 'retry campaign'; nth: number }
  | { do: 'retry sms'; nth: number }
  | { do: 'opt out'; contacts: number[] }
  | { do: 'delete contact'; contact: number }
  | { do: 'delete sms'; nth: number }
  | { do: 'pause device'; phone: number; for_ms: number }
  | { do: 'renew token'; phone: number }
  | { do: 'delete device'; phone: number; move_to: number }

export type Event = { at_ms: number } & (Fault | Deed)

export type Plan = {
  seed: number
  topology: Topology
  contacts: number
  storm_ms: number
  phones: PhonePlan[]
  events: Event[]
}

/** One line for each thing that happens, for a person who replays it. */
export function describePlan({ topology, contacts, phones, events }: Plan): string {
  const lines = events.map(({ at_ms, do: what, ...rest }) => {
    const at = `${(at_ms / 1000).toFixed(1).padStart(6)} s`
    return `  ${at}  ${what} ${JSON.stringify(rest)}`
  })
  return [
    `  Simcast: ${topology}; ${contacts} contacts`,
    ...phones.map((phone, place) => `  phone ${place}: ${JSON.stringify(phone)}`),
    ...lines,
  ].join('\n')
}
