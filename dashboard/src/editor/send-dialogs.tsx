import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { useWrite } from '../api/use-write.ts'
import { instantOf, momentInWords } from '../words/formats.ts'
import { sendWords } from '../words/editor-send.ts'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNow } from '../ui/formats.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import type { Facts } from './checks.ts'
import type { EditorProps } from './editor-context.ts'
import { willOf } from './review-step.tsx'

/** What is confirmed is what happens: the number goes along, and another number is refused and shown. */
export function SendDialog({ campaign, draft, facts }: EditorProps) {
  const now = useNow()
  const launch = useLaunch(campaign.id, draft)
  if (!facts) return null
  const total = facts.preview.total_recipients
  return (
    <Confirm
      name="send"
      question={sendWords.sendQuestion({ total })}
      will={willOf(facts, now)}
      cannot={sendWords.sendCannot}
      wayOut={sendWords.notYet}
      act={sendWords.sendAct({ total })}
      number={total}
      onAct={() => launch.writeNow(facts)}
    />
  )
}

function useLaunch(id: number, draft: EditorProps['draft']) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { say } = useNotices()
  return useWrite({
    mutationFn: async ({ preview, draft: values }: Facts, once) => {
      if (!(await draft.flush())) throw notStored()
      const revision = draft.present().revision
      return answer(
        api.POST('/api/campaigns/{id}', {
          params: { path: { id } },
          headers: once,
          body: {
            send: true,
            is_scheduled: values.is_scheduled,
            ...(values.is_scheduled && values.scheduled_datetime !== null
              ? { scheduled_datetime: values.scheduled_datetime }
              : {}),
            expected_recipients: preview.total_recipients,
            expected_revision: revision,
          },
        }),
      )
    },
    changes: [['campaigns'], ['overview']],
    onSuccess: async (_, { draft: values }) => {
      const { name, is_scheduled, scheduled_datetime } = values
      const at = is_scheduled && scheduled_datetime !== null ? instantOf(scheduled_datetime) : null
      const now = new Date()
      say(
        at !== null && at > now
          ? sendWords.scheduledFor({ name, at: momentInWords(at, { now }) })
          : sendWords.launched({ name }),
      )
      await navigate({ to: '/campaigns/$id', params: { id: String(id) } })
    },
    onError: (error) => {
      // The page shows the number that holds now, and asks again.
      if (error instanceof ApiError && error.problem('audience_changed'))
        void client.invalidateQueries({ queryKey: ['campaigns', 'preview'] })
    },
  })
}

function notStored(): ApiError {
  return new ApiError('refused', { problems: [{ title: sendWords.notStored }] })
}

/** The text to one number, to see it on a phone. */
export function TestDialog(props: EditorProps) {
  return (
    <Dialog name="test" title={sendWords.testTitle}>
      <TestForm {...props} />
    </Dialog>
  )
}

function TestForm({ draft, test }: EditorProps) {
  const { say } = useNotices()
  const { close } = useDialog('test')
  const form = useForm({
    initial: { phone_number: test.number },
    save: async ({ phone_number }) => {
      if (!(await draft.flush())) throw notStored()
      const { content } = draft.present().values
      await test.sending.writeNow({ number: phone_number.trim(), content })
      say(sendWords.testOnItsWay({ number: phone_number.trim() }))
      close()
    },
  })
  return (
    <Form
      form={form}
      act={sendWords.testAct}
      others={
        <Button variant="default" onClick={close}>
          {sendWords.notYet}
        </Button>
      }
    >
      <p>{sendWords.testText}</p>
      <TextField
        form={form}
        name="phone_number"
        label={sendWords.testNumber}
        note={sendWords.testNumberNote}
        type="tel"
        autoComplete="tel"
      />
    </Form>
  )
}
