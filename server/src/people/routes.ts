import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { afterCommit } from '../db/transaction.ts'
import { conflict, invalid, unauthenticated } from '../errors.ts'
import { flag } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api, type WriteCall } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { emailField, nameField, newPasswordField, passwordField } from './fields.ts'
import { aboutPeople, loginRoutes } from './login-routes.ts'
import { findMe, Me } from './me.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { findPerson, setPassword, updatePerson } from './service.ts'
import { setupRoutes } from './setup-routes.ts'
import { findSignIns, presentSignIn, SignIn, signInList } from './sign-in-list.ts'
import { endSignIn, endSignInsOf } from './sign-ins.ts'
import { forgetTries, takeTry, triesLeft } from './tries.ts'

const tag = 'people'

const personChange = resource({
  name: optional(nameField),
  email: optional(emailField),
  has_shortcuts: optional(flag({ description: 'Whether single keys act in the dashboard' })),
  current_password: optional(passwordField),
})

const passwordChange = resource({
  current_password: required(passwordField),
  password: required(newPasswordField),
})

export function peopleRoutes(api: Api): void {
  const { context } = api
  setupRoutes(api)
  loginRoutes(api)
  readRoute(api, {
    url: '/api/me',
    tag,
    summary: 'See who asks',
    response: dataOf(Me),
    handle: async ({ request }) => ({ data: await findMe(context.db, request) }),
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/me',
    tag,
    summary: 'Change the person who is signed in',
    description: 'Another `email` needs `current_password`.',
    body: personChange,
    response: IdAnswer,
    prepare: async (call) => {
      if (call.fields.email === undefined) return
      await checkPassword(context, call, call.fields.current_password)
    },
    handle: async (tx, { user_id, person_id, fields }) => {
      if (person_id === null) throw conflict(aboutPeople)
      const change = { ...fields }
      delete change.current_password
      await updatePerson(tx, { user_id, id: person_id }, change)
      return { data: { id: person_id } }
    },
  })
  passwordRoute(api)
  signInRoutes(api)
}

function passwordRoute(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/me/password',
    tag,
    summary: 'Choose a new password',
    description: 'All other browsers of the person are signed out.',
    body: passwordChange,
    response: IdAnswer,
    prepare: async (call) => {
      await checkPassword(context, call, call.fields.current_password)
      return hashPassword(call.fields.password)
    },
    handle: async (tx, { user_id, person_id, request }, password_hash) => {
      if (person_id === null) throw conflict(aboutPeople)
      await setPassword(tx, { user_id, id: person_id }, password_hash)
      await endSignInsOf(tx, { user_id, person_id, except: request.sign_in_id })
      afterCommit(tx, () => context.wake.tell({ about: 'keys' }))
      return { data: { id: person_id } }
    },
  })
}

function signInRoutes(api: Api): void {
  const { context } = api
  const url = '/api/sign-ins'
  listRoute(api, {
    url,
    tag,
    summary: 'List the browsers that are signed in',
    description: 'Of all people of the account.',
    item: SignIn,
    spec: signInList,
    load: findSignIns,
    present: (row, { request }) => presentSignIn(row, request.sign_in_id),
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Sign a browser out',
    exists: {
      noun: 'sign-in',
      check: async (db: Db, user_id: number, id: number) =>
        (await findSignIns(db, user_id, [id])).length > 0,
    },
    response: IdAnswer,
    handle: async (tx, { user_id, id }) => {
      await endSignIn(tx, { user_id, id })
      afterCommit(tx, () => context.wake.tell({ about: 'keys' }))
      return { data: { id } }
    },
  })
}

/** Throws where it is not the password of who asks. Tries are counted as those of signing in are. */
async function checkPassword(
  { db, now }: Context,
  { user_id, person_id, request }: WriteCall<unknown>,
  password: string | undefined,
): Promise<void> {
  if (person_id === null) throw conflict(aboutPeople)
  const person = await findPerson(db, { user_id, id: person_id })
  if (!person) throw unauthenticated('You are not signed in any more. Sign in again.')
  if (password === undefined)
    throw invalid([{ title: 'current_password is required.', field: 'current_password' }])
  const left = await takeTry(db, { email: person.email, ip: request.ip }, now())
  if (await isPassword(password, person.password_hash)) return forgetTries(db, person.email)
  const title = `current_password is not your password. ${triesLeft(left)}`
  throw invalid([{ title, field: 'current_password', code: 'no_match' }])
}
