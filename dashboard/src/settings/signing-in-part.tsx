import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { meQuery } from '../api/shared-queries.ts'
import { signOut } from '../api/sign-out.ts'
import { useWrite } from '../api/use-write.ts'
import { Card } from '../ui/card.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { PasswordField, TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { Moment } from '../ui/formats.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { useForm } from '../ui/use-form.ts'
import { browserName } from '../words/browser-name.ts'
import { settingsWords } from '../words/settings.ts'
import { signInsQuery, type SignIn } from './queries.ts'
import css from './setting.module.css'

export function SigningInPart() {
  const { data } = useQuery(meQuery)
  const person = data?.data.person
  return (
    <>
      {person && (
        <>
          <Card title={settingsWords.passwordTitle}>
            <Password email={person.email} />
          </Card>
          <Card title={settingsWords.addressTitle}>
            <Address key={person.email} email={person.email} />
          </Card>
        </>
      )}
      <Browsers />
      <Everywhere />
    </>
  )
}

function Password({ email }: { email: string }) {
  const { say } = useNotices()
  const form = useForm({
    initial: { current_password: '', password: '' },
    save: async (body) => {
      await answer(api.POST('/api/me/password', { body }))
      form.reset({ current_password: '', password: '' })
      say(settingsWords.passwordSaved)
    },
  })
  return (
    <div className={css['setting']}>
      <Form form={form} act={settingsWords.passwordAct}>
        {/* For the browser's own keeping of passwords. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordField
          form={form}
          name="current_password"
          label={settingsWords.currentPassword}
          autoComplete="current-password"
        />
        <PasswordField
          form={form}
          name="password"
          label={settingsWords.newPassword}
          note={settingsWords.newPasswordNote}
          autoComplete="new-password"
        />
      </Form>
    </div>
  )
}

function Address({ email }: { email: string }) {
  const { say } = useNotices()
  const { writeNow } = useWrite({
    mutationFn: (body: { email: string; current_password: string }, headers) =>
      answer(api.POST('/api/me', { body, headers })),
    changes: [['me'], ['sign-ins']],
  })
  const form = useForm({
    initial: { email, current_password: '' },
    save: async (values) => {
      await writeNow({ ...values, email: values.email.trim() })
      say(settingsWords.addressSaved({ email: values.email.trim() }))
    },
  })
  const isOther = form.values.email.trim() !== email
  return (
    <div className={css['setting']}>
      <Form form={form} {...(isOther ? { act: settingsWords.addressAct } : {})}>
        <TextField
          form={form}
          name="email"
          label={settingsWords.address}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        {isOther && (
          <PasswordField
            form={form}
            name="current_password"
            label={settingsWords.currentPassword}
            autoComplete="current-password"
          />
        )}
      </Form>
    </div>
  )
}

const usual = { order_by: 'last_used_datetime', order_type: 'DESC' } as const

function Browsers() {
  const search = useSearch({ from: '/frame/settings/$part' })
  const { data, error, refetch } = useQuery(signInsQuery(search))
  const { open } = useDialog('everywhere')
  const action = (
    <Button variant="default" onClick={() => open()}>
      {settingsWords.everywhere}
    </Button>
  )
  return (
    <Card title={settingsWords.browsersTitle} action={action} isFlush>
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <DataList
          name={settingsWords.browsersTitle}
          rows={data?.data}
          columns={columns}
          keyOf={({ id }) => String(id)}
          nameOf={(signIn) => browserName(signIn.user_agent)}
          narrow={(signIn) => ({
            title: nameOf(signIn),
            below: settingsWords.signInBelow({
              name: signIn.person.name,
              ip: signIn.ip ?? settingsWords.unknownPlace,
            }),
            end: <Moment at={signIn.last_used_datetime} />,
            act: <SignOutOne signIn={signIn} />,
          })}
          paging={data?.meta}
          sort={usual}
        />
      )}
    </Card>
  )
}

const columns: Column<SignIn>[] = [
  {
    label: settingsWords.columnBrowser,
    cell: nameOf,
  },
  { label: settingsWords.columnPerson, cell: ({ person }) => person.name },
  {
    label: settingsWords.columnPlace,
    width: '140px',
    cell: ({ ip }) => ip ?? settingsWords.unknownPlace,
  },
  {
    label: settingsWords.columnUsed,
    width: '140px',
    cell: ({ last_used_datetime }) => <Moment at={last_used_datetime} />,
  },
  {
    label: settingsWords.columnActs,
    isLabelHidden: true,
    width: '110px',
    align: 'end',
    cell: (signIn) => <SignOutOne signIn={signIn} />,
  },
]

/** The one that one looks with is said to be. */
function nameOf({ user_agent, is_current }: SignIn): string {
  const browser = browserName(user_agent)
  return is_current ? settingsWords.thisBrowser({ browser }) : browser
}

function SignOutOne({ signIn: { id, user_agent, is_current } }: { signIn: SignIn }) {
  const client = useQueryClient()
  const { say, warn } = useNotices()
  const browser = browserName(user_agent)
  const { write, isPending } = useWrite({
    mutationFn: async () => {
      if (is_current) await signOut(client)
      else await answer(api.DELETE('/api/sign-ins/{id}', { params: { path: { id } } }))
    },
    changes: [['sign-ins']],
    onSuccess: () => say(settingsWords.signedOut({ browser })),
    onError: (error) => warn(error.message),
  })
  return (
    <Button
      variant="default"
      size="xs"
      aria-disabled={isPending}
      aria-label={settingsWords.signOutOf({ browser })}
      onClick={() => write()}
    >
      {settingsWords.signOut}
    </Button>
  )
}

function Everywhere() {
  const client = useQueryClient()
  return (
    <Confirm
      name="everywhere"
      question={settingsWords.everywhereQuestion}
      will={settingsWords.everywhereWill}
      wayOut={settingsWords.stay}
      act={settingsWords.everywhereAct}
      onAct={() => signOut(client, true)}
    />
  )
}
