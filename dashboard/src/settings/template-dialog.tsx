import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Bars } from '../ui/bars.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextAreaField, TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { Problem } from '../ui/problem.tsx'
import { useForm } from '../ui/use-form.ts'
import { settingsWords } from '../words/settings.ts'
import { templateQuery, type Template } from './queries.ts'
import { TextLength } from './text-length.tsx'

/** Makes a template, or changes the one that the address names. */
export function TemplateDialog() {
  const { about } = useDialog('template')
  const isNew = about === 'new'
  return (
    <Dialog
      name="template"
      title={isNew ? settingsWords.newTemplateTitle : settingsWords.editTemplateTitle}
      isWide
    >
      {isNew ? <TemplateForm /> : <Known id={Number(about)} />}
    </Dialog>
  )
}

function Known({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(templateQuery(id))
  if (data) return <TemplateForm template={data.data} />
  if (error) return <Problem error={error} retry={() => void refetch()} />
  return <Bars name={settingsWords.editTemplateTitle} total={4} />
}

function TemplateForm({ template }: { template?: Template }) {
  const { close } = useDialog('template')
  const { writeNow } = useWrite({
    mutationFn: (body: { name: string; content: string }, headers) =>
      template === undefined
        ? answer(api.POST('/api/templates', { body, headers }))
        : answer(
            api.POST('/api/templates/{id}', {
              params: { path: { id: template.id } },
              body: { ...body, expected_revision: template.revision },
              headers,
            }),
          ),
    changes: [['templates']],
  })
  const form = useForm({
    initial: { name: template?.name ?? '', content: template?.content ?? '' },
    save: async ({ name, content }) => {
      await writeNow({ name: name.trim(), content })
      close()
    },
  })
  return (
    <Form form={form} act={settingsWords.saveTemplate}>
      <TextField form={form} name="name" label={settingsWords.templateName} autoComplete="off" />
      <TextAreaField
        form={form}
        name="content"
        label={settingsWords.templateText}
        note={settingsWords.templateTextNote}
        rows={6}
      />
      <TextLength content={form.values.content} />
    </Form>
  )
}
