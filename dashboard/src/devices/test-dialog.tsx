import { Button } from '@mantine/core'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import { deviceWords as words } from '../words/devices.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { useTest } from './writes.ts'

/** A text to a phone in one's hand. */
export function TestDialog({ device }: DeviceDialogProps) {
  const { say } = useNotices()
  const { close } = useDialog('test')
  const { writeNow } = useTest(device.id)
  const form = useForm({
    initial: { phone_number: '' },
    save: async ({ phone_number }) => {
      await writeNow(phone_number.trim())
      say(words.testSent({ name: device.name }))
      close()
    },
  })
  return (
    <Dialog name="test" title={words.testTitle({ name: device.name })}>
      <Form
        form={form}
        act={words.testAct}
        others={
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
        }
      >
        <p>{device.is_pretend ? words.testPretendNote : words.testNote}</p>
        <TextField
          form={form}
          name="phone_number"
          data-first-focus=""
          type="tel"
          autoComplete="tel"
          label={words.testNumber}
          note={words.testNumberNote}
        />
      </Form>
    </Dialog>
  )
}
