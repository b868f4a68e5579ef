import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import type { paths } from '../api/schema.generated.ts'
import { Bars } from '../ui/bars.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { PasswordField, SelectField, TextField } from '../ui/fields.tsx'
import { Problem } from '../ui/problem.tsx'
import { useForm } from '../ui/use-form.ts'
import { signInWords } from '../words/sign-in.ts'
import { countryOptions, hereCountry, hereTimezone, timezoneOptions } from '../words/places.ts'
import { Column, Command } from './column.tsx'
import { PlainForm } from './plain-form.tsx'
import { linkQuery, useEntrance } from './queries.ts'

type Link = paths['/api/setup/check']['post']['responses']['200']['content']['application/json']
type Purpose = Link['data']

/** What a set-up link leads to: a new person, or a new password. */
export function SetupPage() {
  const { token } = useParams({ from: '/bare/setup/$token' })
  const { data, error, refetch } = useQuery(linkQuery(token))
  if (data) {
    const { person, account } = data.data
    return person ? (
      <NewPassword token={token} person={person} />
    ) : (
      <NewPerson token={token} account={account} />
    )
  }
  if (error instanceof ApiError && error.problem('no_link')) return <LinkIsOver />
  return (
    <Column title={signInWords.setUpTitle} documentTitle={signInWords.setUpDocumentTitle}>
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Bars name={signInWords.checkingLink} total={4} />
      )}
    </Column>
  )
}

function NewPerson({ token, account }: { token: string; account: Purpose['account'] }) {
  const enter = useEntrance()
  const isNew = account.timezone === 'UTC' && account.default_country === null
  const form = useForm({
    initial: {
      name: '',
      email: '',
      password: '',
      timezone: isNew ? hereTimezone() : account.timezone,
      default_country: account.default_country ?? (isNew ? hereCountry() : ''),
    },
    save: async ({ name, email, default_country, ...rest }) => {
      const country = default_country === '' ? {} : { default_country }
      const body = { ...rest, ...country, token, name: name.trim(), email: email.trim() }
      enter(await answer(api.POST('/api/setup', { body })), '/welcome')
    },
  })
  return (
    <Column
      title={signInWords.setUpTitle}
      documentTitle={signInWords.setUpDocumentTitle}
      text={isNew ? signInWords.setUpText : signInWords.joinText({ account: account.name })}
    >
      <PlainForm form={form} act={signInWords.setUp} first="name">
        <TextField
          form={form}
          name="name"
          label={signInWords.name}
          note={signInWords.nameNote}
          autoComplete="name"
        />
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
          label={signInWords.newPassword}
          note={signInWords.newPasswordNote}
          autoComplete="new-password"
        />
        <SelectField
          form={form}
          name="timezone"
          label={signInWords.timezone}
          note={signInWords.timezoneNote}
          options={timezoneOptions(form.values.timezone)}
        />
        <SelectField
          form={form}
          name="default_country"
          label={signInWords.country}
          note={signInWords.countryNote}
          options={[{ value: '', label: signInWords.noCountry }, ...countryOptions()]}
        />
      </PlainForm>
    </Column>
  )
}

type Person = NonNullable<Purpose['person']>

function NewPassword({ token, person }: { token: string; person: Person }) {
  const enter = useEntrance()
  const form = useForm({
    initial: { password: '' },
    save: async ({ password }) => {
      enter(await answer(api.POST('/api/setup', { body: { token, password } })), '/')
    },
  })
  return (
    <Column
      title={signInWords.resetTitle}
      documentTitle={signInWords.resetTitle}
      text={signInWords.resetText({ name: person.name, email: person.email })}
    >
      <PlainForm form={form} act={signInWords.reset} first="password">
        {/* For the browser's own keeping of passwords. */}
        <input type="hidden" name="username" autoComplete="username" value={person.email} />
        <PasswordField
          form={form}
          name="password"
          label={signInWords.newPassword}
          note={signInWords.newPasswordNote}
          autoComplete="new-password"
        />
      </PlainForm>
    </Column>
  )
}

function LinkIsOver() {
  return (
    <Column
      title={signInWords.linkIsOver}
      documentTitle={signInWords.linkIsOver}
      text={signInWords.linkIsOverText}
    >
      <Command before={signInWords.newLinkCommand} command={signInWords.inviteCommand} />
      <ButtonLink to="/login" variant="default">
        {signInWords.toSignIn}
      </ButtonLink>
    </Column>
  )
}
