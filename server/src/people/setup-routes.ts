import { Type } from 'typebox'
import { changeAccount, defaultsFields } from '../accounts/change.ts'
import type { Context } from '../context.ts'
import { afterCommit, inTransaction, type Tx } from '../db/transaction.ts'
import { AppError, invalid, invalidField, type Problem } from '../errors.ts'
import { setSignInCookie } from '../http/authentication.ts'
import { text } from '../http/field-readers.ts'
import { optional, required, resource, type Values } from '../http/fields.ts'
import { openRoute } from '../http/open-route.ts'
import type { Api } from '../http/routing.ts'
import { dataOf, nullable } from '../http/wire.ts'
import { getAccount } from '../accounts/service.ts'
import { browserOf, emailField, nameField, newPasswordField } from './fields.ts'
import { findMe, Me } from './me.ts'
import { hashPassword } from './passwords.ts'
import { createPerson, findPerson, setPassword } from './service.ts'
import { findSetupLink, hasPeople, takeSetupLink, type SetupLink } from './setup-links.ts'
import { createSignIn, endSignInsOf } from './sign-ins.ts'
import { forgetTries } from './tries.ts'

const tag = 'people'
const tokenField = text({ max: 200, description: 'What stands at the end of the link' })

const newPerson = resource({
  token: required(tokenField),
  name: optional(nameField),
  email: optional(emailField),
  password: required(newPasswordField),
  ...defaultsFields,
})

export function setupRoutes(api: Api): void {
  const { context } = api
  openRoute(api, {
    method: 'GET',
    url: '/api/setup',
    tag,
    summary: 'See whether somebody has to be set up first',
    response: dataOf(Type.Object({ has_people: Type.Boolean() })),
    handle: async () => ({ data: { has_people: await hasPeople(context.db) } }),
  })
  openRoute(api, {
    method: 'POST',
    url: '/api/setup/check',
    tag,
    summary: 'See what a set-up link is for',
    description: 'Uses nothing up.',
    body: resource({ token: required(tokenField) }),
    response: dataOf(
      Type.Object({
        person: Type.Unsafe<object | null>({
          type: ['object', 'null'],
          description: 'Who chooses a new password; null: the link makes a new person',
          properties: { name: Type.String(), email: Type.String() },
          required: ['name', 'email'],
        }),
        account: Type.Object({
          name: Type.String(),
          timezone: Type.String(),
          default_country: nullable(Type.String()),
        }),
      }),
    ),
    handle: async ({ fields: { token } }) => {
      const link = await findSetupLink(context.db, token, context.now())
      if (!link) throw noLink()
      const { name, timezone, default_country } = await getAccount(context.db, link.user_id)
      const person = await personOf(context, link)
      return {
        data: {
          person: person && { name: person.name, email: person.email },
          account: { name, timezone, default_country },
        },
      }
    },
  })
  setUpRoute(api)
}

function setUpRoute(api: Api): void {
  const { context } = api
  openRoute(api, {
    method: 'POST',
    url: '/api/setup',
    tag,
    summary: 'Use a set-up link',
    description:
      'Makes the person of the link, or gives it a new password, and signs it in as `POST /api/login` does. The link works once.',
    body: newPerson,
    response: dataOf(Me),
    handle: async ({ fields, request, reply, base_url }) => {
      const link = await findSetupLink(context.db, fields.token, context.now())
      if (!link) throw noLink()
      if (link.person_id === null) checkNewPerson(fields)
      const password_hash = await hashPassword(fields.password)
      const browser = browserOf(request, base_url)
      const made = await inTransaction(context.db, async (tx) => {
        const used = await takeSetupLink(tx, fields.token, context.now())
        if (!used) throw noLink()
        const { user_id } = used
        const person_id = await makeOrMend(tx, context, used, { ...fields, password_hash })
        afterCommit(tx, () => context.wake.tell({ about: 'keys' }))
        const token = await createSignIn(tx, { user_id, person_id }, browser, context.now())
        return { user_id, person_id, token }
      })
      setSignInCookie(reply, made.token, browser.is_secure)
      return { data: await findMe(context.db, { ...made, api_key_id: null }) }
    },
  })
}

type NewPerson = Values<typeof newPerson>

function checkNewPerson({ name, email }: NewPerson): void {
  const missing = Object.entries({ name, email })
    .filter(([, value]) => value === undefined)
    .map(([field]): Problem => ({ title: `${field} is required.`, field }))
  if (missing.length > 0) throw invalid(missing)
}

/** The person of the link: a new one, or the one who chooses a new password and is signed out everywhere. */
async function makeOrMend(
  tx: Tx,
  context: Context,
  { user_id, person_id }: SetupLink,
  fields: NewPerson & { password_hash: string },
): Promise<number> {
  const { name = '', email = '', password_hash, timezone, default_country } = fields
  if (person_id !== null) {
    const person = await findPerson(tx, { user_id, id: person_id })
    if (!person) throw noLink()
    await setPassword(tx, person, password_hash)
    await endSignInsOf(tx, { user_id, person_id })
    await forgetTries(tx, person.email)
    return person_id
  }
  const problems: Problem[] = []
  const change = {
    ...(timezone === undefined ? {} : { timezone }),
    ...(default_country === undefined ? {} : { default_country }),
  }
  await collect(problems, () => changeAccount(tx, context, user_id, change))
  const id = await collect(problems, () =>
    createPerson(tx, user_id, { name, email, password_hash }),
  )
  if (problems.length > 0 || id === undefined) throw invalid(problems)
  await tx
    .updateTable('accounts')
    .set({ email })
    .where('user_id', '=', user_id)
    .where('email', 'is', null)
    .execute()
  return id
}

/** Keeps what a step refuses, to be told with what the others refuse; the transaction is given up all the same. */
async function collect<T>(problems: Problem[], step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}

async function personOf({ db }: Context, { user_id, person_id }: SetupLink) {
  if (person_id === null) return null
  const person = await findPerson(db, { user_id, id: person_id })
  if (!person) throw noLink()
  return person
}

function noLink(): AppError {
  return invalidField(
    'token',
    'This link does not work any more: it was used, it is older than a day, or a newer one was made. ' +
      'Simcast prints one when it starts while nobody has been set up; later: npm run simcast -- person create.',
    'no_link',
  )
}
