import { Button } from '@mantine/core'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { deviceWords as words } from '../words/devices.ts'
import { Checks } from './checks.tsx'
import type { DeviceDialogProps } from './dialog-props.ts'

/** How a phone is set up: what is well, and the remedy of what is not. */
export function CheckDialog({ device }: DeviceDialogProps) {
  const { close } = useDialog('check')
  return (
    <Dialog
      name="check"
      isWide
      title={words.checkTitle({ name: device.name })}
      foot={
        <Button variant="default" data-first-focus="" onClick={close}>
          {words.closeCheck}
        </Button>
      }
    >
      <Checks id={device.id} />
    </Dialog>
  )
}
