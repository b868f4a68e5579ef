import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Card } from '../ui/card.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { Moment } from '../ui/formats.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Menu } from '../ui/menu.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { settingsWords } from '../words/settings.ts'
import css from './keys-part.module.css'
import { templatesQuery, type Template } from './queries.ts'
import { TemplateDialog } from './template-dialog.tsx'

const usual = { order_by: 'id', order_type: 'DESC' } as const

export function TemplatesPart() {
  const search = useSearch({ from: '/frame/settings/$part' })
  const { data, error, refetch } = useQuery(templatesQuery(search))
  const { open } = useDialog('template')
  const action = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => open('new')}>
      {settingsWords.newTemplate}
    </Button>
  )
  const isFiltered = search.search !== undefined
  const isEmpty = data?.meta.total === 0 && !isFiltered
  return (
    <>
      <div>
        {!isEmpty && (
          <ListBar end={action}>
            <SearchField name={settingsWords.searchTemplates} />
          </ListBar>
        )}
        <Card isFlush>
          {error && !data ? (
            <Problem error={error} retry={() => void refetch()} />
          ) : (
            <DataList
              name={settingsWords.parts.templates.title}
              rows={data?.data}
              columns={columns}
              keyOf={({ id }) => String(id)}
              nameOf={({ name }) => name}
              to={({ id }) => ({
                to: '.',
                search: (before) => ({ ...before, dialog: 'template', about: String(id) }),
              })}
              narrow={(template) => ({
                title: template.name,
                below: template.content,
                act: <Acts template={template} />,
              })}
              paging={data?.meta}
              sort={usual}
              empty={
                isFiltered ? (
                  <EmptyByFilter text={settingsWords.noTemplateFound} />
                ) : (
                  <Empty
                    title={settingsWords.noTemplates}
                    text={settingsWords.noTemplatesText}
                    action={action}
                  />
                )
              }
            />
          )}
        </Card>
      </div>
      <TemplateDialog />
      <DeleteTemplate templates={data?.data ?? []} />
    </>
  )
}

const columns: Column<Template>[] = [
  {
    label: settingsWords.columnName,
    sort: 'name',
    width: '34%',
    cell: ({ name }) => (
      <span className={css['name']} dir="auto">
        {name}
      </span>
    ),
  },
  {
    label: settingsWords.columnText,
    cell: ({ content }) => (
      <span className={css['line']} dir="auto">
        {content}
      </span>
    ),
  },
  {
    label: settingsWords.columnChanged,
    sort: 'last_datetime',
    width: '140px',
    cell: ({ last_datetime, datetime }) => <Moment at={last_datetime ?? datetime} />,
  },
  {
    label: settingsWords.columnActs,
    isLabelHidden: true,
    width: '48px',
    align: 'end',
    cell: (template) => <Acts template={template} />,
  },
]

function Acts({ template: { id, name } }: { template: Template }) {
  const edit = useDialog('template')
  const remove = useDialog('delete-template')
  return (
    <Menu
      label={settingsWords.moreOfTemplate({ name })}
      items={[
        { label: settingsWords.edit, icon: 'edit', onAct: () => edit.open(id) },
        {
          label: settingsWords.remove,
          icon: 'trash',
          isDangerous: true,
          onAct: () => remove.open(id),
        },
      ]}
    />
  )
}

function DeleteTemplate({ templates }: { templates: readonly Template[] }) {
  const { about } = useDialog('delete-template')
  const { say } = useNotices()
  const { writeNow } = useWrite({
    mutationFn: (id: number) =>
      answer(api.DELETE('/api/templates/{id}', { params: { path: { id } } })),
    changes: [['templates']],
  })
  const found = templates.find(({ id }) => String(id) === about)
  if (!found) return null
  const { id, name } = found
  return (
    <Confirm
      name="delete-template"
      question={settingsWords.deleteTemplateQuestion({ name })}
      will={settingsWords.deleteTemplateWill}
      cannot={settingsWords.deleteTemplateCannot}
      wayOut={settingsWords.keep}
      act={settingsWords.deleteTemplateAct}
      isDangerous
      onAct={async () => {
        await writeNow(id)
        say(settingsWords.templateDeleted({ name }))
      }}
    />
  )
}
