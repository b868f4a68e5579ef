import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { afterCommit, inTransaction } from '../db/transaction.ts'
import { conflict, invalid } from '../errors.ts'
import { clearSignInCookie, setSignInCookie } from '../http/authentication.ts'
import { cookieOf, signInCookie } from '../http/cookies.ts'
import { flag } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { openRoute } from '../http/open-route.ts'
import { writeRoute, type Api } from '../http/routing.ts'
import { dataOf } from '../http/wire.ts'
import type { Context } from '../context.ts'
import { browserOf, emailField, passwordField } from './fields.ts'
import { findMe, Me } from './me.ts'
import { isPassword } from './passwords.ts'
import { findPersonByEmail, type Person } from './service.ts'
import { createSignIn, endSignIn, endSignInsOf, type Browser } from './sign-ins.ts'
import { forgetTries, takeTry, triesLeft } from './tries.ts'

const tag = 'people'

const credentials = resource({ email: required(emailField), password: required(passwordField) })

const leaving = resource({
  everywhere: optional(flag({ description: 'On all browsers of the person, not only this one' })),
})

export function loginRoutes(api: Api): void {
  const { context } = api
  openRoute(api, {
    method: 'POST',
    url: '/api/login',
    tag,
    summary: 'Sign in',
    description:
      'Sets a cookie that opens the same routes as an API key, for 30 days after its last use. Five tries for an address, then a wait of 15 minutes.',
    body: credentials,
    response: dataOf(Me),
    handle: async ({ fields, request, reply, base_url }) => {
      const { email, password } = fields
      const browser = browserOf(request, base_url)
      const left = await takeTry(context.db, { email, ip: browser.ip }, context.now())
      const known = await findPersonByEmail(context.db, email)
      const isRight = await isPassword(password, known?.password_hash)
      const token = known && isRight ? await signIn(context, known, browser) : undefined
      if (!known || token === undefined)
        throw invalid([
          { title: `E-mail and password do not match. ${triesLeft(left)}`, code: 'no_match' },
        ])
      await forgetTries(context.db, email)
      await endSignInBefore(api, request)
      setSignInCookie(reply, token, browser.is_secure)
      const caller = { user_id: known.user_id, person_id: known.id, api_key_id: null }
      return { data: await findMe(context.db, caller) }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/logout',
    tag,
    summary: 'Sign out',
    body: leaving,
    response: dataOf(Type.Object({ everywhere: Type.Boolean() })),
    handle: async (tx, { user_id, person_id, fields: { everywhere = false }, request, reply }) => {
      const { sign_in_id } = request
      if (person_id === null || sign_in_id === null) throw conflict(aboutPeople)
      if (everywhere) await endSignInsOf(tx, { user_id, person_id })
      else await endSignIn(tx, { user_id, id: sign_in_id })
      afterCommit(tx, () => {
        context.wake.tell({ about: 'keys' })
        clearSignInCookie(reply)
      })
      return { data: { everywhere } }
    },
  })
}

export const aboutPeople =
  'This is for a person who is signed in with a browser; an API key is none.'

/** Who signs in once more with a browser leaves the sign-in behind that it had. */
async function endSignInBefore({ context, callers }: Api, request: FastifyRequest): Promise<void> {
  const token = cookieOf(request, signInCookie)
  const known = token === undefined ? undefined : await callers.bySignIn(token)
  if (!known || known.sign_in_id === null) return
  const { user_id, sign_in_id: id } = known
  await inTransaction(context.db, (tx) => endSignIn(tx, { user_id, id }))
  context.wake.tell({ about: 'keys' })
}

/** The token of a new sign-in; undefined where the password was changed since it was looked at. */
async function signIn(
  { db, now }: Context,
  { user_id, id, password_hash }: Person & { password_hash: string },
  browser: Browser,
): Promise<string | undefined> {
  return inTransaction(db, async (tx) => {
    const still = await tx
      .selectFrom('people')
      .select('id')
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .where('password_hash', '=', password_hash)
      .forShare()
      .executeTakeFirst()
    return still && createSignIn(tx, { user_id, person_id: id }, browser, now())
  })
}
