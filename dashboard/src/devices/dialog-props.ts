import type { Device } from './queries.ts'
import type { FreshToken } from './writes.ts'

/** What each dialog about a phone is given. */
export type DeviceDialogProps = {
  device: Device
  /** The others are those that can take over. */
  devices: readonly Device[]
  onFresh: (fresh: FreshToken) => void
}
