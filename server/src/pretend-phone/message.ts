export type State = 'Pending' | 'Processed' | 'Sent' | 'Delivered' | 'Failed' | 'Cancelled'

export type Recipient = {
  /** Byte for byte as the server wrote it. */
  phone_number: string
  state: State
  error?: string
}

/** A message in the app's own database. The text is let go once it has left. */
export type Message = {
  id: string
  text: string
  recipients: Recipient[]
  sim_number: number | null
  with_delivery_report: boolean
  priority: number
  created_at: number
  valid_until: number | null
  schedule_at: number | null
  /** By the phone's clock, when the message as a whole first reached each state. */
  states: Partial<Record<State, number>>
  /** The last state that the server has taken a report of, or that nobody will report any more. */
  reported: State | null
}

/** The state of a message with these recipients; with one, it is that one's (the protocol, section 6.2). */
export function stateOf({ recipients }: { recipients: readonly Recipient[] }): State {
  const [first] = recipients
  if (recipients.length === 1 && first) return first.state
  const has = (state: State) => recipients.some((recipient) => recipient.state === state)
  const all = (state: State) => recipients.every((recipient) => recipient.state === state)
  if (has('Pending')) return 'Pending'
  if (has('Cancelled')) return 'Cancelled'
  if (has('Processed')) return 'Processed'
  if (all('Failed')) return 'Failed'
  return all('Delivered') ? 'Delivered' : 'Sent'
}

/** The digits that the phone dials: it strips everything else. */
export function dialled(phoneNumber: string): string {
  return phoneNumber.replaceAll(/[^0-9+*#]/g, '')
}
