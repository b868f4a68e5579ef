import { Button } from '@mantine/core'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextAreaField, TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import { deviceWords as words } from '../words/devices.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { usePretendText } from './writes.ts'

/** Somebody writes to a pretend phone, so that an answer and a STOP can be tried. */
export function WriteDialog({ device }: DeviceDialogProps) {
  const { say } = useNotices()
  const { close } = useDialog('write')
  const { writeNow } = usePretendText(device.id)
  const form = useForm({
    initial: { phone_number: '', content: '' },
    save: async ({ phone_number, content }) => {
      await writeNow({ phone_number: phone_number.trim(), content })
      say(words.written({ text: content, number: phone_number.trim() }))
      close()
    },
  })
  return (
    <Dialog name="write" title={words.writeTitle({ name: device.name })}>
      <Form
        form={form}
        act={words.writeAct}
        others={
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
        }
      >
        <p>{words.writeNote}</p>
        <TextField
          form={form}
          name="phone_number"
          data-first-focus=""
          type="tel"
          autoComplete="off"
          label={words.writeNumber}
          note={words.writeNumberNote}
        />
        <TextAreaField
          form={form}
          name="content"
          rows={2}
          label={words.writeText}
          note={words.writeTextNote}
        />
      </Form>
    </Dialog>
  )
}
