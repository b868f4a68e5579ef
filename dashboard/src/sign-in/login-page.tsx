import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { TextField, PasswordField } from '../ui/fields.tsx'
import { Note } from '../ui/note.tsx'
import { useForm } from '../ui/use-form.ts'
import { signInWords } from '../words/sign-in.ts'
import { Column, Command } from './column.tsx'
import { PlainForm } from './plain-form.tsx'
import { ownAddress, setupQuery, useEntrance } from './queries.ts'

/** Signs a person in and leads back to where they were. */
export function LoginPage() {
  const { data } = useQuery(setupQuery)
  return (
    <Column title={signInWords.title} documentTitle={signInWords.documentTitle}>
      {data?.data.has_people === false ? <Nobody /> : <LoginForm />}
    </Column>
  )
}

function LoginForm() {
  const { to } = useSearch({ from: '/bare/login' })
  const enter = useEntrance()
  const form = useForm({
    initial: { email: '', password: '' },
    save: async ({ email, password }) => {
      const me = await answer(api.POST('/api/login', { body: { email: email.trim(), password } }))
      enter(me, ownAddress(to))
    },
  })
  return (
    <>
      <PlainForm form={form} act={signInWords.signIn} first="email" again="password">
        <TextField
          form={form}
          name="email"
          label={signInWords.email}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          form={form}
          name="password"
          label={signInWords.password}
          autoComplete="current-password"
        />
      </PlainForm>
      <Command
        before={signInWords.forgotten}
        command={signInWords.resetCommand({ email: form.values.email })}
      />
    </>
  )
}

function Nobody() {
  return (
    <Note title={signInWords.nobodyTitle}>
      <Command before={signInWords.nobody} command={signInWords.inviteCommand} />
    </Note>
  )
}
