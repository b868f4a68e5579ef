import type { Config } from '../config.ts'
import { inTransaction } from '../db/transaction.ts'
import { wireDatetime } from '../http/wire.ts'
import { createSetupLink, type SetupLink } from '../people/setup-links.ts'
import { deletePerson, findPersonByEmail } from '../people/service.ts'
import { findAccount, withLocalDatabase, type Local } from './local-database.ts'
import { table } from './table.ts'

type Say = (text: string) => void

/** Shows a link by which somebody makes themselves a person of the account. */
export async function invitePerson(
  config: Config,
  { account: id }: { account?: number },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const { user_id, name } = await findAccount(db, id)
    const link = await makeLink(config, db, { user_id, person_id: null })
    say(
      `${link}\n\nWho opens this makes a person who signs in to account ${user_id}, ${name}. It works once, for a day.`,
    )
  })
}

/** Shows a link by which a person who is locked out chooses a new password. */
export async function resetPerson(
  config: Config,
  { email }: { email: string },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const { user_id, id, name } = await getPerson(db, email)
    const link = await makeLink(config, db, { user_id, person_id: id })
    say(
      `${link}\n\nWho opens this chooses a new password for ${name}. It works once, for a day. The old one counts until then.`,
    )
  })
}

export async function listPeople(
  config: Config,
  { account }: { account?: number },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const people = await db
      .selectFrom('people')
      .select(['user_id', 'name', 'email', 'created_at'])
      .where('deleted_at', 'is', null)
      .$if(account !== undefined, (query) => query.where('user_id', '=', account ?? 0))
      .orderBy('user_id')
      .orderBy('id')
      .execute()
    const columns = [
      { title: 'ACCOUNT', isNumber: true },
      { title: 'NAME' },
      { title: 'EMAIL' },
      { title: 'MADE (UTC)' },
    ]
    say(
      table(
        columns,
        people.map((one) => [
          String(one.user_id),
          one.name,
          one.email,
          wireDatetime(one.created_at),
        ]),
      ),
    )
  })
}

/** Shuts a person out, also from the processes that run. */
export async function deletePersonHere(
  config: Config,
  { email }: { email: string },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db, wake }) => {
    const person = await getPerson(db, email)
    await inTransaction(db, (tx) => deletePerson(tx, person, new Date()))
    wake.tell({ about: 'keys' })
    say(`${person.name} (${person.email}) cannot sign in any more, and is signed out everywhere.`)
  })
}

async function getPerson(db: Local['db'], email: string) {
  const person = await findPersonByEmail(db, email)
  if (person) return person
  throw new Error(`Nobody signs in as ${email}. See npm run simcast -- person list.`)
}

async function makeLink(config: Config, db: Local['db'], link: SetupLink): Promise<string> {
  const token = await inTransaction(db, (tx) => createSetupLink(tx, link, new Date()))
  const url = config.publicUrl ?? `http://localhost:${config.port}`
  return `${url}/setup/${token}`
}
