// What the clients of the API were answered, to be held against the database and the phones' journals.

export type PostedSms = {
  content: string
  phone_numbers: string[]
  idempotency_key: string | null
  /** The ids of each answer that came. */
  answers: number[][]
}

export type PostedCampaign = {
  id: number
  name: string
  /** From the answer to a pause to the request that ended it. */
  pauses: { from: number; to: number }[]
  /** When a cancellation or a deletion was answered. */
  ended_at: number | null
}

export type Ledger = {
  sms: PostedSms[]
  campaigns: PostedCampaign[]
  /** When an opt-out was answered, by number. */
  optOuts: Map<string, number>
  /** Deletions that were answered. */
  deletedSms: Set<number>
  deletedContacts: Set<string>
  deletedDevices: Set<number>
}

export function createLedger(): Ledger {
  return {
    sms: [],
    campaigns: [],
    optOuts: new Map(),
    deletedSms: new Set(),
    deletedContacts: new Set(),
    deletedDevices: new Set(),
  }
}
