import { useNavigate } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm } from '../ui/use-form.ts'
import { contactWords } from '../words/contacts.ts'

/** A contact written by hand; its page opens then, where its fields are. */
export function NewContact() {
  return (
    <Dialog name="new-contact" title={contactWords.newTitle}>
      <NewContactForm />
    </Dialog>
  )
}

function NewContactForm() {
  const navigate = useNavigate()
  const { say } = useNotices()
  const creating = useWrite({
    mutationFn: (body: { phone_number: string; name?: string }, once) =>
      answer(api.POST('/api/contacts', { body, headers: once })),
    changes: [['contacts', 'list'], ['contacts', 'counts'], ['segments']],
  })
  const form = useForm({
    initial: { phone_number: '', name: '' },
    save: async ({ phone_number, name }) => {
      const { data } = await creating.writeNow({
        phone_number,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
      })
      say(contactWords.isThere({ name: name.trim() || phone_number.trim() }))
      await navigate({ to: '/contacts/$id', params: { id: String(data.id) } })
    },
  })
  return (
    <Form form={form} act={contactWords.create}>
      <TextField
        form={form}
        name="phone_number"
        label={contactWords.number}
        note={contactWords.numberNote}
        type="tel"
        autoComplete="off"
      />
      <TextField form={form} name="name" label={contactWords.name} autoComplete="off" />
    </Form>
  )
}
