import { expect, test } from 'vitest'
import { dataOf, idOf, useApp } from '../../test/app.ts'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { runImports, upload } from '../../test/upload.ts'

const database = useDatabase()
const app = useApp(database)

test('a CSV becomes contacts', async () => {
  const { key, user_id } = await buildAccount(database.db, { default_country: 'IT' })
  const file =
    'Nome;Cellulare;Città;punti\nAnna Rossi;333 1234567;Roma;12\nMarco;+393331234568;"Reggio; Emilia";\n;abc;;\n\n'
  const answer = await upload(app, { key, file })
  console.log(JSON.stringify(answer.body))
  const id = idOf(answer)
  await runImports(app)
  console.log(dataOf(await app.call('GET', `/api/imports/${id}`, { key })))
  const refused = await app.app.inject({
    url: `/api/imports/${id}/refused`,
    headers: { authorization: `Bearer ${key}` },
  })
  console.log(refused.body, refused.headers)
  console.log(
    await database.db.selectFrom('contacts').selectAll().where('user_id', '=', user_id).execute(),
  )
  console.log((await app.call('GET', `/api/imports`, { key })).body)
  expect(await database.db.selectFrom('import_chunks').selectAll().execute()).toEqual([])
})
