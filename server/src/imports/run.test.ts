import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildSegment } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { runImports, upload } from '../../test/upload.ts'

// A file is tried, looked at, and then imported without being sent again.

const database = useDatabase()
const app = useApp(database)
const file =
  'Mobile;Full name;Shoe size;Loyalty\n' +
  '+447700900001;Amara;39;Gold\n' +
  '07700 900002;Ben;41,5;\n' +
  '12;Chidi;40;Silver\n' +
  ';Dana;38;Gold\n' +
  '+447700900001;Amara S.;39;Gold\n'

let user_id: number
let key: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  app.now = new Date('2026-11-21T12:00:00Z')
})

const call = (method: string, path: string, json?: unknown) =>
  app.call(method, `/api/imports${path}`, { key, ...(json === undefined ? {} : { json }) })
const get = async (id: number) => dataOf(await call('GET', `/${id}`))
const later = (hours: number) => {
  app.now = new Date(app.now.getTime() + hours * 3_600_000)
}

async function tryFile(fields: Record<string, string> = {}): Promise<number> {
  const id = idOf(await upload(app, { key, file, fields: { dry_run: '1', ...fields } }))
  await runImports(app)
  return id
}

async function contacts() {
  return database.db
    .selectFrom('contacts')
    .select(['phone_number', 'name', 'custom_parameters'])
    .where('user_id', '=', user_id)
    .orderBy('phone_number')
    .execute()
}

async function chunksOf(import_id: number): Promise<number> {
  const rows = await database.db
    .selectFrom('import_chunks')
    .select('first_byte')
    .where('user_id', '=', user_id)
    .where('import_id', '=', import_id)
    .execute()
  return rows.length
}

describe('a dry run', () => {
  test('says what would be, what its columns are, and that it can be run', async () => {
    await buildContact(database.db, user_id, {
      phone_number: '+447700900002',
      opted_out_at: new Date('2026-11-01T10:00:00Z'),
    })
    await database.db
      .insertInto('opt_outs')
      .values({
        user_id,
        phone_number: '+447700900002',
        opted_out_at: new Date('2026-11-01T10:00:00Z'),
      })
      .execute()

    const tried = await get(await tryFile())

    expect(tried).toMatchObject({
      status: 'finished',
      dry_run: true,
      created: 1,
      updated: 2,
      refused: 2,
      duplicates: 1,
      stay_opted_out: 1,
      file_kept_until_datetime: '2026-11-22 12:00:00',
      taken_by_import_id: null,
      moves: [
        { verb: 'run', is_allowed: true, reason: null },
        { verb: 'cancel', is_allowed: false },
      ],
    })
    expect(tried['columns']).toEqual(
      [
        {
          name: 'Mobile',
          samples: ['+447700900001', '07700 900002', '12'],
          guess: 'phone_number',
          kind: 'text',
          reads_as: '+447700900001',
        },
        { name: 'Full name', samples: ['Amara', 'Ben', 'Chidi'], guess: 'name', kind: 'text' },
        {
          name: 'Shoe size',
          samples: ['39', '41,5', '40'],
          guess: 'custom_parameters.Shoe size',
          kind: 'text',
        },
        {
          name: 'Loyalty',
          samples: ['Gold', 'Silver', 'Gold'],
          guess: 'custom_parameters.Loyalty',
          kind: 'text',
        },
      ].map((column) => ({ reads_as: null, ...column })),
    )
    expect((await contacts()).map(({ phone_number }) => phone_number)).toEqual(['+447700900002'])
  })

  test('is run as it stands, once, as an import of its own', async () => {
    const tried = await tryFile()

    const id = idOf(await call('POST', `/${tried}/run`))
    await runImports(app)

    expect(await get(id)).toMatchObject({
      status: 'finished',
      dry_run: false,
      file_name: 'contacts.csv',
      total_rows: 5,
      processed_rows: 5,
      created: 2,
      updated: 1,
      refused: 2,
      duplicates: null,
      stay_opted_out: null,
    })
    expect(await contacts()).toMatchObject([
      { phone_number: '+447700900001', name: 'Amara S.' },
      { phone_number: '+447700900002', custom_parameters: { 'Shoe size': '41,5' } },
    ])
    expect(await get(tried)).toMatchObject({
      status: 'finished',
      created: 2,
      taken_by_import_id: id,
      file_kept_until_datetime: null,
    })
    const again = await call('POST', `/${tried}/run`)
    expect(again.status).toBe(400)
    expect(problemsOf(again)).toMatchObject([{ title: `Import ${id} goes on with this file.` }])
    expect(await chunksOf(id)).toBe(0)
  })

  test('is run with another mapping, country, segment, and with what is known left alone', async () => {
    await buildContact(database.db, user_id, { phone_number: '+447700900001', name: 'Known' })
    const segment_id = await buildSegment(database.db, user_id, { members: [] })
    const tried = await tryFile()
    const mapping = { Mobile: 'phone_number', 'Shoe size': 'custom_parameters.shoe' }

    const id = idOf(
      await call('POST', `/${tried}/run`, {
        mapping,
        segment_id,
        on_known: 'skip',
        default_country: 'je',
      }),
    )
    await runImports(app)

    expect(await get(id)).toMatchObject({
      mapping,
      segment_id,
      on_known: 'skip',
      default_country: 'JE',
      skipped: 2,
      created: 1,
    })
    expect(await contacts()).toMatchObject([
      { phone_number: '+447700900001', name: 'Known', custom_parameters: {} },
      { name: null, custom_parameters: { shoe: '41,5' } },
    ])
  })

  test('is tried again in another way before it is run, and the file goes from one to the next', async () => {
    const first = await tryFile()
    const mapping = { Mobile: 'phone_number' }

    const second = idOf(await call('POST', `/${first}/run`, { dry_run: true, mapping }))
    await runImports(app)
    const third = idOf(await call('POST', `/${second}/run`))
    await runImports(app)

    expect(await get(second)).toMatchObject({
      dry_run: true,
      created: 2,
      taken_by_import_id: third,
    })
    expect(await get(third)).toMatchObject({ dry_run: false, created: 2, mapping })
    expect((await contacts()).map((one) => one.custom_parameters)).toEqual([{}, {}])
  })

  test('that still goes on is ended by the run', async () => {
    const tried = idOf(await upload(app, { key, file, fields: { dry_run: '1' } }))

    const id = idOf(await call('POST', `/${tried}/run`))
    await runImports(app)

    expect(await get(tried)).toMatchObject({ status: 'cancelled', taken_by_import_id: id })
    expect(await get(id)).toMatchObject({ status: 'finished', created: 2 })
  })

  test('is refused with all that is wrong with its run, and stays as it is', async () => {
    const tried = await tryFile()
    const { user_id: others } = await buildAccount(database.db)
    const theirs = await buildSegment(database.db, others, { members: [] })

    const answer = await call('POST', `/${tried}/run`, {
      mapping: { Telephone: 'phone_number', Loyalty: 'name', 'Full name': 'name' },
      segment_id: theirs,
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([
      {
        title:
          'The file has no column "Telephone". Its columns are: "Mobile", "Full name", "Shoe size", "Loyalty".',
        field: 'mapping',
      },
      { title: 'The mapping names no column for phone_number.', field: 'mapping' },
      {
        title:
          'The columns "Full name" and "Loyalty" are both taken for name: map one to something else, or to null.',
        field: 'mapping',
      },
      { title: `There is no segment ${theirs}.`, field: 'segment_id' },
    ])
    expect(await get(tried)).toMatchObject({ taken_by_import_id: null })
    expect(listOf(await call('GET', ''))).toHaveLength(1)
  })

  test('keeps its file for a day, and no longer', async () => {
    const tried = await tryFile()
    later(24)
    await runImports(app)

    expect(await chunksOf(tried)).toBe(0)
    const answer = await call('POST', `/${tried}/run`)
    expect(problemsOf(answer)).toMatchObject([
      { title: 'The file is not kept any more; send it again.' },
    ])
  })

  test('keeps the files of the last three of an account', async () => {
    const tried = [await tryFile(), await tryFile(), await tryFile(), await tryFile()]
    await runImports(app)

    expect(await Promise.all(tried.map(chunksOf))).toEqual([0, 1, 1, 1])
  })

  test('that was cancelled lets go of its file', async () => {
    const tried = idOf(await upload(app, { key, file, fields: { dry_run: '1' } }))
    await call('POST', `/${tried}/cancel`)
    await runImports(app)

    expect(await chunksOf(tried)).toBe(0)
    expect((await call('POST', `/${tried}/run`)).status).toBe(400)
  })

  test('does not keep later imports of the account waiting', async () => {
    await tryFile()
    const id = idOf(await upload(app, { key, file }))
    await runImports(app)

    expect(await get(id)).toMatchObject({ status: 'finished' })
    const answer = await call('POST', `/${id}/run`)
    expect(problemsOf(answer)).toMatchObject([
      { title: 'Only a dry run can be run; send the file again.' },
    ])
  })
})

describe('a file whose columns nobody knows', () => {
  const unknown = 'Wer,Wohin\nAnna,+447700900001\n'

  test('is refused, unless somebody is to say later what they are', async () => {
    const refused = await upload(app, { key, file: unknown, fields: { dry_run: '1' } })
    expect(problemsOf(refused)).toMatchObject([{ field: 'mapping' }])
    const atOnce = await upload(app, { key, file: unknown, fields: { map_later: '1' } })
    expect(problemsOf(atOnce)).toMatchObject([{ field: 'mapping' }])

    const fields = { dry_run: '1', map_later: '1' }
    const tried = idOf(await upload(app, { key, file: unknown, fields }))
    await runImports(app)

    const [problem] = (await get(tried))['mapping_problems'] as string[]
    expect(problem).toMatch(/^No column is called like a phone number/)
    expect(await get(tried)).toMatchObject({ status: 'finished', processed_rows: 0, total_rows: 1 })
    expect((await call('POST', `/${tried}/run`)).status).toBe(400)

    const mapping = { Wohin: 'phone_number', Wer: 'name' }
    const id = idOf(await call('POST', `/${tried}/run`, { mapping }))
    await runImports(app)

    expect(await get(id)).toMatchObject({ created: 1, mapping_problems: [] })
    expect(await contacts()).toMatchObject([{ phone_number: '+447700900001', name: 'Anna' }])
  })
})

describe('refused rows', () => {
  test('are also answered page by page, in the cells of their columns', async () => {
    const tried = await tryFile()
    const headers = { accept: 'application/json' }

    const answer = await app.call('GET', `/api/imports/${tried}/refused?order_type=ASC`, {
      key,
      headers,
    })

    expect(listOf(answer)).toMatchObject([
      { line: 4, cells: ['12', 'Chidi', '40', 'Silver'] },
      { line: 5, reason: 'The row has no phone number.', cells: ['', 'Dana', '38', 'Gold'] },
    ])
    expect(answer.body).toMatchObject({ meta: { total: 2, page: 1 } })
    const next = await app.call(
      'GET',
      `/api/imports/${tried}/refused?order_type=ASC&results_per_page=10&page=2`,
      { key, headers },
    )
    expect(listOf(next)).toEqual([])
  })

  test('of another account are a 404 in both forms', async () => {
    const tried = await tryFile()
    const stranger = await buildAccount(database.db)
    for (const accept of ['text/csv', 'application/json']) {
      const { status } = await app.call('GET', `/api/imports/${tried}/refused`, {
        key: stranger.key,
        headers: { accept },
      })
      expect(status).toBe(404)
    }
  })
})
