import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Card } from '../ui/card.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Empty } from '../ui/empty.tsx'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { Moment } from '../ui/formats.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { useForm } from '../ui/use-form.ts'
import { settingsWords } from '../words/settings.ts'
import { keysQuery, type ApiKey } from './queries.ts'
import css from './keys-part.module.css'

const usual = { order_by: 'id', order_type: 'DESC' } as const

export function KeysPart() {
  const search = useSearch({ from: '/frame/settings/$part' })
  const { data, error, refetch } = useQuery(keysQuery(search))
  const { open } = useDialog('new-key')
  const action = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => open()}>
      {settingsWords.newKey}
    </Button>
  )
  return (
    <>
      <Card title={settingsWords.keysTitle} action={action} isFlush>
        {error && !data ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <DataList
            name={settingsWords.keysTitle}
            rows={data?.data}
            columns={columns}
            keyOf={({ id }) => String(id)}
            nameOf={({ name }) => name}
            narrow={(key) => ({
              title: key.name,
              below: <Used apiKey={key} />,
              act: <Acts apiKey={key} />,
            })}
            paging={data?.meta}
            sort={usual}
            empty={<Empty title={settingsWords.noKeys} text={settingsWords.noKeysText} />}
          />
        )}
      </Card>
      <NewKey />
      <RenameKey keys={data?.data ?? []} />
      <RevokeKey keys={data?.data ?? []} />
    </>
  )
}

const columns: Column<ApiKey>[] = [
  {
    label: settingsWords.columnName,
    sort: 'name',
    cell: ({ name, prefix }) => (
      <span className={css['named']}>
        <span className={css['name']}>{name}</span>
        <code className={css['prefix']}>{settingsWords.keyBegins({ prefix })}</code>
      </span>
    ),
  },
  {
    label: settingsWords.columnMade,
    sort: 'datetime',
    width: '150px',
    cell: ({ datetime }) => <Moment at={datetime} />,
  },
  {
    label: settingsWords.columnUsed,
    sort: 'last_used_datetime',
    width: '170px',
    cell: (key) => <Used apiKey={key} />,
  },
  {
    label: settingsWords.columnActs,
    isLabelHidden: true,
    width: '48px',
    align: 'end',
    cell: (key) => <Acts apiKey={key} />,
  },
]

function Used({ apiKey }: { apiKey: ApiKey }) {
  return apiKey.last_used_datetime === null ? (
    <span className={css['never']}>{settingsWords.neverUsed}</span>
  ) : (
    <Moment at={apiKey.last_used_datetime} />
  )
}

function Acts({ apiKey }: { apiKey: ApiKey }) {
  const rename = useDialog('rename-key')
  const revoke = useDialog('revoke-key')
  return (
    <Menu
      label={settingsWords.moreOfKey({ name: apiKey.name })}
      items={[
        { label: settingsWords.rename, icon: 'edit', onAct: () => rename.open(apiKey.id) },
        {
          label: settingsWords.revoke,
          icon: 'trash',
          isDangerous: true,
          onAct: () => revoke.open(apiKey.id),
        },
      ]}
    />
  )
}

/** Asks for a name, and shows the key: this once. */
function NewKey() {
  const { isOpen, close } = useDialog('new-key')
  const [made, setMade] = useState<string>()
  if (!isOpen && made !== undefined) setMade(undefined)
  return (
    <Dialog
      name="new-key"
      title={made === undefined ? settingsWords.newKeyTitle : settingsWords.keyMade}
    >
      {made === undefined ? (
        <NewKeyForm onMade={setMade} />
      ) : (
        <div className={css['made']}>
          <p>{settingsWords.keyOnce}</p>
          <code className={css['secret']}>{made}</code>
          <div className={css['row']}>
            <CopyButton text={made} />
            <Button variant="default" onClick={close}>
              {settingsWords.keyKept}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

function NewKeyForm({ onMade }: { onMade: (key: string) => void }) {
  const { writeNow } = useWrite({
    mutationFn: (body: { name: string }, headers) =>
      answer(api.POST('/api/keys', { body, headers })),
    changes: [['keys']],
  })
  const form = useForm({
    initial: { name: '' },
    save: async ({ name }) => onMade((await writeNow({ name: name.trim() })).data.key),
  })
  return (
    <Form form={form} act={settingsWords.makeKey}>
      <TextField
        form={form}
        name="name"
        label={settingsWords.keyName}
        note={settingsWords.keyNameNote}
        autoComplete="off"
      />
    </Form>
  )
}

function RenameKey({ keys }: { keys: readonly ApiKey[] }) {
  const { about } = useDialog('rename-key')
  const found = keys.find(({ id }) => String(id) === about)
  return (
    <Dialog name="rename-key" title={settingsWords.renameTitle}>
      {found && <RenameForm key={found.id} apiKey={found} />}
    </Dialog>
  )
}

function RenameForm({ apiKey: { id, name: before } }: { apiKey: ApiKey }) {
  const { close } = useDialog('rename-key')
  const { writeNow } = useWrite({
    mutationFn: (body: { name: string }, headers) =>
      answer(api.POST('/api/keys/{id}', { params: { path: { id } }, body, headers })),
    changes: [['keys']],
  })
  const form = useForm({
    initial: { name: before },
    save: async ({ name }) => {
      await writeNow({ name: name.trim() })
      close()
    },
  })
  return (
    <Form form={form} act={settingsWords.renameAct}>
      <TextField form={form} name="name" label={settingsWords.keyName} autoComplete="off" />
    </Form>
  )
}

function RevokeKey({ keys }: { keys: readonly ApiKey[] }) {
  const { about } = useDialog('revoke-key')
  const { say } = useNotices()
  const found = keys.find(({ id }) => String(id) === about)
  const { writeNow } = useWrite({
    mutationFn: (id: number) => answer(api.DELETE('/api/keys/{id}', { params: { path: { id } } })),
    changes: [['keys']],
  })
  if (!found) return null
  const { name } = found
  return (
    <Confirm
      name="revoke-key"
      question={settingsWords.revokeQuestion({ name })}
      will={settingsWords.revokeWill}
      cannot={settingsWords.revokeCannot}
      wayOut={settingsWords.keep}
      act={settingsWords.revokeAct({ name })}
      isDangerous
      onAct={async () => {
        await writeNow(found.id)
        say(settingsWords.revoked({ name }))
      }}
    />
  )
}
