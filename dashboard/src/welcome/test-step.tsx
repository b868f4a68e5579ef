import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { Note } from '../ui/note.tsx'
import { useForm } from '../ui/use-form.ts'
import { groupedNumber } from '../words/phone-number.ts'
import { welcomeWords as words } from '../words/welcome.ts'
import { Step, textOf, type StepProps, type Values } from './step.tsx'
import css from './welcome.module.css'

type TestStepProps = StepProps & { phone: Values | undefined; isPretend: boolean }

/** A text to one's own number; ticked when it arrived, or when it was answered. */
export function TestStep({ number, state, values, phone, isPretend }: TestStepProps) {
  const device_id = Number(phone?.['device_id'] ?? 0)
  const to = groupedNumber(textOf(values, 'phone_number'))
  return (
    <Step
      number={number}
      state={state}
      title={words.testTitle}
      fact={words.testDone({ number: to, isAnswered: values['is_answered'] === true })}
    >
      <p className={css['text']}>{words.testText}</p>
      {isPretend && <p className={css['text']}>{words.testPretend}</p>}
      {device_id > 0 ? <TestForm device_id={device_id} /> : <Note>{words.testNeedsPhone}</Note>}
      {values['sms_id'] !== null && (
        <p className={css['text']} role="status">
          {values['is_failed'] === true
            ? words.testFailed({ number: to })
            : words.testSent({ number: to })}
        </p>
      )}
    </Step>
  )
}

function TestForm({ device_id }: { device_id: number }) {
  const sending = useWrite({
    mutationFn: (phone_number: string, once) =>
      answer(
        api.POST('/api/devices/{id}/test', {
          params: { path: { id: device_id } },
          body: { phone_number },
          headers: once,
        }),
      ),
    changes: [['first-steps'], ['overview'], ['sms']],
  })
  const form = useForm({
    initial: { phone_number: '' },
    save: async ({ phone_number }) => {
      await sending.writeNow(phone_number)
    },
  })
  return (
    <Form form={form} act={words.testAct}>
      <TextField
        form={form}
        name="phone_number"
        label={words.testNumber}
        note={words.testNumberNote}
        type="tel"
        autoComplete="tel"
      />
    </Form>
  )
}
