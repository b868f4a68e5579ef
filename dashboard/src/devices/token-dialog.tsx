import { Confirm } from '../ui/confirm.tsx'
import { deviceWords as words } from '../words/devices.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { useNewToken } from './writes.ts'

/** A new token shuts the phone out until it is put into the app; it is shown where a phone is connected. */
export function TokenDialog({ device, onFresh }: DeviceDialogProps) {
  const { writeNow } = useNewToken(onFresh)
  const { id, name, total_pending_sms, total_movable_sms } = device
  const cannot = words.tokenHeld({ total: total_pending_sms - total_movable_sms })
  return (
    <Confirm
      name="token"
      question={words.tokenQuestion({ name })}
      will={words.tokenWill}
      {...(cannot === undefined ? {} : { cannot })}
      wayOut={words.tokenWayOut}
      act={words.tokenAct}
      onAct={() => writeNow(id)}
    />
  )
}
