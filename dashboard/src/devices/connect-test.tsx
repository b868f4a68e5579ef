import { Button } from '@mantine/core'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import { deviceWords } from '../words/devices.ts'
import css from './connect.module.css'
import { useTest } from './writes.ts'

/** The test within the connecting: the checks above say when it has left. */
export function ConnectTest({ id, onClose }: { id: number; onClose: () => void }) {
  const { say } = useNotices()
  const { writeNow } = useTest(id)
  const form = useForm({
    initial: { phone_number: '' },
    save: async ({ phone_number }) => {
      await writeNow(phone_number.trim())
      say(deviceWords.testOnItsWay)
      onClose()
    },
  })
  return (
    <div className={css['test']}>
      <Form
        form={form}
        act={deviceWords.testAct}
        others={
          <Button variant="default" onClick={onClose}>
            {deviceWords.cancelTest}
          </Button>
        }
      >
        <TextField
          form={form}
          name="phone_number"
          data-first-focus=""
          type="tel"
          autoComplete="tel"
          label={deviceWords.testNumber}
          note={deviceWords.testNumberNote}
        />
      </Form>
    </div>
  )
}
