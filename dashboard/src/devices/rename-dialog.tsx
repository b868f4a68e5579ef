import { Button } from '@mantine/core'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { CheckField, TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import { deviceWords as words } from '../words/devices.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { useDeviceChange, type Notification } from './writes.ts'

/** What a phone is called, and what its owner is told of it. */
export function RenameDialog({ device }: DeviceDialogProps) {
  const { say } = useNotices()
  const { close } = useDialog('rename')
  const { writeNow } = useDeviceChange(device)
  const form = useForm({
    initial: {
      name: device.name,
      offline: device.notifications.includes('offline'),
      received: device.notifications.includes('received'),
    },
    save: async ({ name, offline, received }) => {
      const notifications: Notification[] = []
      if (offline) notifications.push('offline')
      if (received) notifications.push('received')
      await writeNow({ name: name.trim(), notifications })
      say(words.renamed({ name: name.trim() }))
      close()
    },
  })
  return (
    <Dialog name="rename" title={words.renameTitle({ name: device.name })}>
      <Form
        form={form}
        act={words.saveName}
        others={
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
        }
      >
        <TextField
          form={form}
          name="name"
          data-first-focus=""
          label={words.nameLabel}
          maxLength={255}
        />
        <CheckField form={form} name="offline" label={words.tellOffline} />
        <CheckField form={form} name="received" label={words.tellReceived} note={words.tellNote} />
      </Form>
    </Dialog>
  )
}
