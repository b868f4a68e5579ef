import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextAreaField, TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import { optOutWords } from '../words/opt-outs.ts'

/** Opt-outs that are brought along from elsewhere. */
export function AddNumbers() {
  return (
    <Dialog name="add-numbers" title={optOutWords.addTitle}>
      <AddForm />
    </Dialog>
  )
}

function AddForm() {
  const { close } = useDialog('add-numbers')
  const { say } = useNotices()
  const adding = useWrite({
    mutationFn: (body: { phone_numbers: string; consent_note?: string }, once) =>
      answer(api.POST('/api/opt-outs', { body, headers: once })),
    changes: [['opt-outs'], ['contacts'], ['segments']],
  })
  const form = useForm({
    initial: { phone_numbers: '', consent_note: '' },
    save: async ({ phone_numbers, consent_note }) => {
      const note = consent_note.trim()
      const { data } = await adding.writeNow({
        phone_numbers,
        ...(note === '' ? {} : { consent_note: note }),
      })
      say(optOutWords.added(data))
      close()
    },
  })
  return (
    <Form form={form} act={optOutWords.addAct}>
      <p>{optOutWords.addText}</p>
      <TextAreaField
        form={form}
        name="phone_numbers"
        label={optOutWords.addNumbers}
        rows={6}
        placeholder={optOutWords.addPlaceholder}
      />
      <TextField
        form={form}
        name="consent_note"
        label={optOutWords.addNote}
        note={optOutWords.addNoteWhy}
        autoComplete="off"
      />
    </Form>
  )
}
