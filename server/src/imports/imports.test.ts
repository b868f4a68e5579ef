import { describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp, type Answer } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildDevice,
  buildMessage,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { runImports, upload, uploadHeaders } from '../../test/upload.ts'
import { deleteAbandonedUploads } from './receive.ts'

const database = useDatabase()
const app = useApp(database)

/** Sends a file, lets it be worked through, and answers what the import says of itself. */
async function importFile(
  key: string,
  file: string | Buffer,
  fields: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const id = idOf(await upload(app, { key, file, fields }))
  await runImports(app)
  return dataOf(await app.call('GET', `/api/imports/${id}`, { key }))
}

async function contactsOf(user_id: number) {
  const rows = await database.db
    .selectFrom('contacts')
    .selectAll()
    .where('user_id', '=', user_id)
    .orderBy('phone_number')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.phone_number, row]))
}

async function refusedOf(key: string, id: unknown): Promise<string> {
  const response = await app.app.inject({
    url: `/api/imports/${String(id)}/refused`,
    headers: { authorization: `Bearer ${key}` },
  })
  return response.body
}

const titles = (answer: Answer) => problemsOf(answer).map(({ title }) => title)

describe('a file becomes contacts', () => {
  test('with names, countries and custom parameters, and its columns are taken by their names', async () => {
    const { key, user_id } = await buildAccount(database.db, { default_country: 'IT' })
    const file =
      'Nome;Cellulare;Città;punti;cap\r\n' +
      'Anna Rossi;333 1234567;Roma;12;00184\r\n' +
      ' Marco ;+44 7700 900142;"Reggio; ""Emilia""";;\r\n'
    expect(await importFile(key, file)).toMatchObject({
      status: 'finished',
      total_rows: 2,
      processed_rows: 2,
      created: 2,
      updated: 0,
      skipped: 0,
      refused: 0,
      error: null,
      encoding: 'utf-8',
      delimiter: ';',
    })
    const contacts = await contactsOf(user_id)
    expect(contacts['+393331234567']).toMatchObject({
      name: 'Anna Rossi',
      name_folded: 'anna rossi',
      country_code: 'IT',
      continent_code: 'EU',
      custom_parameters: { Città: 'Roma', punti: 12, cap: '00184' },
      folded_parameters: { Città: 'roma', punti: '12', cap: '00184' },
      comparable_parameters: { punti: 12 },
      created_at: app.now,
      changed_at: null,
    })
    expect(contacts['+447700900142']).toMatchObject({
      name: 'Marco',
      country_code: 'GB',
      custom_parameters: { Città: 'Reggio; "Emilia"' },
    })
  })

  test('in Latin-1, and with the default country of the request', async () => {
    const { key, user_id } = await buildAccount(database.db, { default_country: 'IT' })
    const file = Buffer.from('Téléphone\tNom\n06 12 34 56 78\tHélène\n', 'latin1')
    expect(await importFile(key, file, { default_country: 'fr' })).toMatchObject({
      created: 1,
      encoding: 'windows-1252',
      delimiter: '\t',
      default_country: 'FR',
    })
    expect((await contactsOf(user_id))['+33612345678']).toMatchObject({ name: 'Hélène' })
  })

  test('with a mapping, which leaves out what it does not name', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const mapping = { a: 'phone_number', b: 'custom_parameters.city', c: null }
    const file = 'a,b,c,name\n+39333000001,Roma,x,Anna\n'
    await importFile(key, file, { mapping: JSON.stringify(mapping) })
    expect((await contactsOf(user_id))['+39333000001']).toMatchObject({
      name: null,
      custom_parameters: { city: 'Roma' },
    })
  })

  test('of JSON Lines, whose values keep their types', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const lines = [
      { phone_number: '+39333000001', name: 'Anna', vip: true, zip: '00184', points: 7 },
      { phone_number: '+39333000002', custom_parameters: { city: 'Roma', old: null } },
      { phone_number: '+39333000003', tags: ['a'] },
    ]
    const file = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n[1]\n\n`
    const done = await importFile(key, file)
    expect(done).toMatchObject({ format: 'jsonl', created: 2, refused: 2, total_rows: 4 })
    const contacts = await contactsOf(user_id)
    expect(contacts['+39333000001']).toMatchObject({
      custom_parameters: { vip: true, zip: '00184', points: 7 },
    })
    expect(contacts['+39333000002']).toMatchObject({ custom_parameters: { city: 'Roma' } })
    expect(await refusedOf(key, done['id'])).toContain(
      '"{""phone_number"":""+39333000003"",""tags"":[""a""]}"',
    )
  })

  test('keys such as __proto__ are keys like any other', async () => {
    const { key, user_id } = await buildAccount(database.db)
    await importFile(key, 'phone,__proto__,constructor\n+39333000001,a,b\n')
    const stored = (await contactsOf(user_id))['+39333000001']?.custom_parameters
    expect(JSON.stringify(stored)).toBe('{"__proto__":"a","constructor":"b"}')
  })

  test('its columns are answered with samples and guesses', async () => {
    const { key } = await buildAccount(database.db)
    expect(await importFile(key, 'phone,City\n+39333000001,Roma\n')).toMatchObject({
      columns: [
        { name: 'phone', samples: ['+39333000001'], guess: 'phone_number' },
        { name: 'City', samples: ['Roma'], guess: 'custom_parameters.City' },
      ],
      mapping: null,
      file_name: 'contacts.csv',
    })
  })

  test('in the order of its keys the answer is as documented', async () => {
    const { key } = await buildAccount(database.db)
    const keys = Object.keys(await importFile(key, 'phone\n+39333000001\n'))
    expect(keys.slice(0, 12)).toEqual([
      'id',
      'status',
      'dry_run',
      'total_rows',
      'processed_rows',
      'created',
      'updated',
      'skipped',
      'refused',
      'error',
      'datetime',
      'finished_datetime',
    ])
  })

  test('its chunks and what was noted on the way are gone at the end', async () => {
    const { key } = await buildAccount(database.db)
    await importFile(key, 'phone\n+39333000001\n', { on_known: 'skip' })
    expect(await database.db.selectFrom('import_chunks').selectAll().execute()).toEqual([])
    await importFile(key, 'phone\n+39333000001\n', { dry_run: '1' })
    expect(await database.db.selectFrom('import_numbers').selectAll().execute()).toEqual([])
    // What was only tried is kept for a day.
    await database.db.updateTable('imports').set({ file_kept_until: app.now }).execute()
    await runImports(app)
    expect(await database.db.selectFrom('import_chunks').selectAll().execute()).toEqual([])
  })
})

describe('who is known already', () => {
  async function withAnna() {
    const { key, user_id } = await buildAccount(database.db)
    const id = await buildContact(database.db, user_id, {
      phone_number: '+39333000001',
      name: 'Anna',
      custom_parameters: { city: 'Roma', age: 30 },
    })
    const anna = async () => (await contactsOf(user_id))['+39333000001']
    return { key, user_id, id, anna }
  }

  test('is updated; an empty cell keeps what is there', async () => {
    const { key, id, anna } = await withAnna()
    const done = await importFile(key, 'phone,name,city,age,vip\n+39333000001,,Milano,,yes\n')
    expect(done).toMatchObject({ created: 0, updated: 1 })
    expect(await anna()).toMatchObject({
      id,
      name: 'Anna',
      custom_parameters: { city: 'Milano', age: 30, vip: 'yes' },
      folded_parameters: { city: 'milano', age: '30', vip: 'yes' },
      comparable_parameters: { age: 30 },
      changed_at: app.now,
      revision: 2,
    })
  })

  test('loses what a parameter compared as when it becomes a text', async () => {
    const { key, anna } = await withAnna()
    await importFile(key, 'phone,age\n+39333000001,unknown\n')
    expect((await anna())?.comparable_parameters).toEqual({})
  })

  test('is left alone when the file says nothing new', async () => {
    const { key, anna } = await withAnna()
    expect(await importFile(key, 'phone,name,age\n+39333000001,Anna,30\n')).toMatchObject({
      updated: 1,
    })
    expect(await anna()).toMatchObject({ changed_at: null, revision: 1 })
  })

  test('is skipped when asked so, but not what the file itself has made', async () => {
    const { key, anna, user_id } = await withAnna()
    const others = Array.from({ length: 6000 }, (_, i) => `+39334${100000 + i},n${i}`).join('\n')
    const file = `phone,name\n+39333000001,Berta\n+39333000002,Carla\n+39333000002,Dora\n${others}\n+39333000002,Emma\n+39333000001,Fania\n`
    expect(await importFile(key, file, { on_known: 'skip' })).toMatchObject({
      created: 6001,
      updated: 2,
      skipped: 2,
      processed_rows: 6005,
    })
    expect((await anna())?.name).toBe('Anna')
    expect((await contactsOf(user_id))['+39333000002']?.name).toBe('Emma')
  })

  test('in the file twice: the last says how it is, and what only the first says stays', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const file = 'phone,name,city\n+39333000005,Anna,Roma\n0039 333 000 005,Berta,\n'
    expect(await importFile(key, file)).toMatchObject({ created: 1, updated: 1 })
    expect((await contactsOf(user_id))['+39333000005']).toMatchObject({
      name: 'Berta',
      custom_parameters: { city: 'Roma' },
    })
  })

  test('with too many parameters already is refused, and named', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const full = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`k${i}`, i]))
    await buildContact(database.db, user_id, {
      phone_number: '+39333000001',
      custom_parameters: full,
    })
    const file = 'phone,k1,x,y\n+39333000001,new,,\n+39333000001,,new,\n+39333000001,,,new\n'
    for (const dry_run of ['1', '0']) {
      expect(await importFile(key, file, { dry_run })).toMatchObject({ updated: 2, refused: 1 })
    }
  })
})

describe('opting out', () => {
  test('is set, remembered for the number, and cancels what is pending', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const device = await buildDevice(database.db, user_id)
    const contact_id = await buildContact(database.db, user_id, { phone_number: '+39333000001' })
    await buildMessage(database.db, user_id, { contact_id, device_id: device.id })
    await buildMessage(database.db, user_id, {
      contact_id,
      device_id: device.id,
      status: 'dispatched',
    })
    const file =
      'phone,unsubscribed\n+39333000001,YES\n+39333000002,2024-01-31\n+39333000003,no\n+39333000004,maybe\n'
    expect(await importFile(key, file, { on_known: 'skip' })).toMatchObject({
      created: 2,
      skipped: 1,
      refused: 1,
      opted_out: 2,
    })
    const contacts = await contactsOf(user_id)
    expect(contacts['+39333000001']?.opted_out_at).toEqual(app.now)
    expect(contacts['+39333000002']?.opted_out_at).toEqual(app.now)
    expect(contacts['+39333000003']?.opted_out_at).toBeNull()
    const remembered = await database.db
      .selectFrom('opt_outs')
      .select('phone_number')
      .where('user_id', '=', user_id)
      .execute()
    expect(remembered).toHaveLength(2)
    const messages = await database.db
      .selectFrom('messages')
      .select(['status', 'error'])
      .where('user_id', '=', user_id)
      .execute()
    expect(messages).toEqual([
      { status: 'cancelled', error: 'The contact has opted out' },
      { status: 'cancelled', error: 'The contact has opted out' },
    ])
    const told = await database.db
      .selectFrom('withdrawals')
      .selectAll()
      .where('user_id', '=', user_id)
      .execute()
    expect(told).toHaveLength(1)
  })

  test('is not undone by any import, nor forgotten with the contact', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const earlier = new Date('2025-01-01T00:00:00Z')
    await buildContact(database.db, user_id, {
      phone_number: '+39333000001',
      opted_out_at: earlier,
    })
    await database.db
      .insertInto('opt_outs')
      .values({ user_id, phone_number: '+39333000002', opted_out_at: earlier })
      .execute()
    await importFile(key, 'phone,opt_out\n+39333000001,no\n+39333000002,0\n')
    const contacts = await contactsOf(user_id)
    expect(contacts['+39333000001']?.opted_out_at).toEqual(earlier)
    expect(contacts['+39333000002']?.opted_out_at).toEqual(earlier)
  })
})

describe('a segment', () => {
  test('gets the contacts of the file, also those that were there or are skipped', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const known = await buildContact(database.db, user_id, { phone_number: '+39333000001' })
    const segment_id = await buildSegment(database.db, user_id, { members: [known] })
    const fields = { segment_id: String(segment_id), on_known: 'skip' }
    await importFile(key, 'phone\n+39333000001\n+39333000002\nabc\n', fields)
    const segment = dataOf(await app.call('GET', `/api/segments/${segment_id}`, { key }))
    expect(segment).toMatchObject({ total_contacts: 2 })
  })

  test('that is deleted while the import runs ends it, saying so', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const segment_id = await buildSegment(database.db, user_id)
    const id = idOf(
      await upload(app, {
        key,
        file: 'phone\n+39333000001\n',
        fields: { segment_id: String(segment_id) },
      }),
    )
    await app.call('DELETE', `/api/segments/${segment_id}`, { key })
    await runImports(app)
    expect(dataOf(await app.call('GET', `/api/imports/${id}`, { key }))).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(`Segment ${segment_id} was deleted`),
      processed_rows: 0,
    })
    const told = await app.call('GET', '/api/account/notifications', { key })
    expect(told.body).toMatchObject({
      data: [
        {
          kind: 'import_failed',
          subject: { type: 'import' },
          text: expect.stringContaining(`Segment ${segment_id} was deleted`),
        },
      ],
    })
  })

  test('that is not there, of another account, or of another type is refused', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const other = await buildAccount(database.db)
    const filtered = await buildSegment(database.db, user_id, {
      filter: { filters_countries: ['IT'] },
    })
    const theirs = await buildSegment(database.db, other.user_id)
    for (const [segment_id, title] of [
      [String(filtered), `Segment ${filtered} is of type filter`],
      [String(theirs), `There is no segment ${theirs}.`],
      ['0', 'segment_id must be a whole number from 1'],
    ] as const) {
      const answer = await upload(app, {
        key,
        file: 'phone\n+39333000001\n',
        fields: { segment_id },
      })
      expect(answer.status).toBe(400)
      expect(titles(answer)).toEqual([expect.stringContaining(title)])
    }
  })
})

describe('a dry run', () => {
  test('answers what a real one then does, and writes nothing', async () => {
    const { key, user_id } = await buildAccount(database.db)
    await buildContact(database.db, user_id, { phone_number: '+39333000001', name: 'Anna' })
    const many = Array.from({ length: 6000 }, (_, i) => `+39334${100000 + (i % 5500)},n${i}`).join(
      '\n',
    )
    const file = `phone,name\n+39333000001,Berta\n+39333000002,Carla\n+39333000002,Dora\nabc,x\n${many}\n+39333000002,Emma\n+39333000001,Fania\n`
    for (const on_known of ['update', 'skip']) {
      const dry = await importFile(key, file, { dry_run: '1', on_known })
      expect(dry).toMatchObject({ status: 'finished', dry_run: true, duplicates: 503 })
      expect(Object.keys(await contactsOf(user_id))).toEqual(['+39333000001'])
      expect(await refusedOf(key, dry['id'])).toContain('5,')

      const wet = await importFile(key, file, { on_known })
      for (const count of [
        'total_rows',
        'processed_rows',
        'created',
        'updated',
        'skipped',
        'refused',
      ]) {
        expect([count, wet[count]]).toEqual([count, dry[count]])
      }
      await database.db
        .deleteFrom('contacts')
        .where('user_id', '=', user_id)
        .where('phone_number', '<>', '+39333000001')
        .execute()
    }
  })
})

describe('refused rows', () => {
  test('are listed with line, reason and the row, and the rest goes on', async () => {
    const { key } = await buildAccount(database.db)
    const file =
      'name,phone,note\n' +
      'Anna,+39333000001,ok\n' +
      'Berta,,no number\n' +
      '"Carla, C.",12345,national\n' +
      'Dora,3.93331E+11,rounded\n' +
      'Emma,+39333000002,a,b\n' +
      `${'F'.repeat(256)},+39333000003,\n` +
      '=1+1,=cmd,"@x"\n' +
      `Greta,+39333000004,${'x'.repeat(1001)}\n` +
      'Hanna,"+39333000005,open\n'
    const done = await importFile(key, file)
    expect(done).toMatchObject({ created: 1, refused: 8, total_rows: 9, processed_rows: 9 })
    expect(done['refused_reasons']).toContainEqual({
      reason: 'Not a usable phone number',
      total: 3,
    })
    const lines = (await refusedOf(key, done['id'])).split('\r\n')
    expect(lines[0]).toBe('line,reason,name,phone,note')
    expect(lines[1]).toBe('3,The row has no phone number.,Berta,,no number')
    expect(lines[2]).toMatch(/^4,".*country code.*","Carla, C\.",12345,national$/)
    expect(lines[3]).toMatch(/^5,".*a spreadsheet has rounded it.*",Dora,3\.93331E\+11,rounded$/)
    expect(lines[4]).toBe(
      '6,"The row has 4 cells, and the file has 3 columns.",Emma,+39333000002,a,b',
    )
    expect(lines[5]).toMatch(/^7,The name must have at most 255 characters\./)
    expect(lines[6]).toMatch(/^8,.*,'=1\+1,'=cmd,'@x$/)
    expect(lines[7]).toMatch(
      /^9,"The custom parameter ""note"" must have at most 1000 characters\."/,
    )
    expect(lines[8]).toMatch(/^10,A quote is opened in this line and never closed\./)
  })

  test('come back corrected as a file of their own', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const done = await importFile(key, 'phone,city\nabc,Roma\n')
    const corrected = (await refusedOf(key, done['id'])).replace('abc,Roma', '+39333000001,Roma')
    await importFile(key, corrected)
    expect((await contactsOf(user_id))['+39333000001']?.custom_parameters).toEqual({ city: 'Roma' })
  })

  test('with bytes that are no text are kept as far as they can be shown', async () => {
    const { key } = await buildAccount(database.db)
    const file = Buffer.concat([
      Buffer.from('phone,name\n+39333000001,é\n+39333000002,é\n+39333000003,'),
      Buffer.from([0xe9, 0x0a]),
      Buffer.from('+39333000004,a\0b\n'),
    ])
    const done = await importFile(key, file)
    expect(done).toMatchObject({ encoding: 'utf-8', created: 2, refused: 2 })
    const lines = (await refusedOf(key, done['id'])).split('\r\n')
    expect(lines[1]).toMatch(/^4,.*bytes that are not UTF-8/)
    expect(lines[2]).toMatch(/^5,.*NUL.*,a\ufffdb$/)
  })
})

describe('what is wrong is said at once, and nothing is kept', () => {
  const imports = () =>
    database.db.selectFrom('imports').selectAll().where('status', '=', 'receiving').execute()

  test('in all fields and the file together', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const fields = {
      segment_id: '999',
      on_known: 'merge',
      dry_run: 'maybe',
      default_country: 'Italy',
      mappings: '{}',
      mapping: '{"phone":"number","x":"phone_number"}',
    }
    const answer = await upload(app, { key, file: 'phone,name\n+39333000001,A\n', fields })
    expect(answer.status).toBe(400)
    expect(
      problemsOf(answer)
        .map(({ field }) => field ?? '')
        .toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['default_country', 'dry_run', 'mapping', 'mappings', 'on_known', 'segment_id'])
    expect(await imports()).toEqual([])
    expect(
      await database.db
        .selectFrom('import_chunks')
        .selectAll()
        .where('user_id', '=', user_id)
        .execute(),
    ).toEqual([])
  })

  test.each([
    ['no file', undefined, {}, /file is required/],
    ['an empty file', '', {}, /file is empty/],
    ['a spreadsheet', 'PK\x03\x04', {}, /file is a spreadsheet or an archive/],
    ['no column of numbers', 'a,b\n1,2\n', {}, /No column is called like a phone number/],
    ['a mapping that is no JSON', 'phone\n1\n', { mapping: '{' }, /mapping must be valid JSON/],
    ['a mapping that is a list', 'phone\n1\n', { mapping: '[]' }, /mapping must be a JSON object/],
    [
      'a mapping of an unknown column',
      'phone\n1\n',
      { mapping: '{"Phone":"phone_number"}' },
      /no column "Phone"/,
    ],
  ])('%s', async (_name, file, fields, title) => {
    const { key } = await buildAccount(database.db)
    const answer = await upload(app, { key, fields, ...(file === undefined ? {} : { file }) })
    expect(answer.status).toBe(400)
    expect(titles(answer).join('\n')).toMatch(title)
    expect(await imports()).toEqual([])
  })

  test('a broken or foreign body', async () => {
    const { key } = await buildAccount(database.db)
    const post = (headers: Record<string, string>, payload: string) =>
      app.app.inject({
        method: 'POST',
        url: '/api/imports',
        headers: { authorization: `Bearer ${key}`, ...headers },
        payload,
      })
    const cut =
      '--the-boundary-of-the-tests\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nphone\n+39'
    expect((await post(uploadHeaders, cut)).statusCode).toBe(400)
    expect((await post({ 'content-type': 'multipart/form-data' }, 'x')).statusCode).toBe(400)
    expect((await post({ 'content-type': 'application/json' }, '{}')).statusCode).toBe(415)
    expect((await post({ 'content-type': 'text/csv' }, 'phone\n')).statusCode).toBe(415)
    expect(
      (await post({ ...uploadHeaders, 'content-length': String(2 ** 31) }, cut)).statusCode,
    ).toBe(413)
    expect((await post({ ...uploadHeaders, authorization: 'Bearer nobody' }, cut)).statusCode).toBe(
      401,
    )
    expect(await imports()).toEqual([])
  })

  test('the file as a text, twice, or under another name', async () => {
    const { key } = await buildAccount(database.db)
    const answer = await upload(app, { key, fields: { file: 'phone\n+39333000001\n' } })
    expect(titles(answer)).toEqual([expect.stringContaining('file is sent as a text')])
  })

  test('another method is refused with those that there are', async () => {
    const { key } = await buildAccount(database.db)
    const answer = await app.call('DELETE', '/api/imports', { key })
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, POST'])
  })
})

test('uploads whose process died are cleaned away after an hour', async () => {
  const { user_id } = await buildAccount(database.db)
  const worked_at = new Date(app.now.getTime() - 3_601_000)
  const row = { user_id, created_at: worked_at }
  await database.db
    .insertInto('imports')
    .values([
      { ...row, worked_at },
      { ...row, worked_at: app.now },
    ])
    .execute()
  await deleteAbandonedUploads(database.db, app.now)
  const left = await database.db
    .selectFrom('imports')
    .select('worked_at')
    .where('user_id', '=', user_id)
    .execute()
  expect(left).toEqual([{ worked_at: app.now }])
})

describe('an import', () => {
  test('of another account, or still arriving, is not there', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const other = await buildAccount(database.db)
    const id = idOf(await upload(app, { key, file: 'phone\n+39333000001\n' }))
    const receiving = await database.db
      .insertInto('imports')
      .values({ user_id: other.user_id })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const path of [
      `/api/imports/${id}`,
      `/api/imports/${id}/refused`,
      `/api/imports/${receiving.id}`,
      '/api/imports/0',
    ]) {
      expect((await app.call('GET', path, { key: other.key })).status).toBe(404)
    }
    expect((await app.call('POST', `/api/imports/${id}/cancel`, { key: other.key })).status).toBe(
      404,
    )
    expect(listOf(await app.call('GET', '/api/imports', { key: other.key }))).toEqual([])
    expect(listOf(await app.call('GET', '/api/imports', { key })).map((one) => one['id'])).toEqual([
      id,
    ])
    await runImports(app)
    expect(Object.keys(await contactsOf(user_id))).toEqual(['+39333000001'])
  })

  test('is cancelled while it is processing, and only then', async () => {
    const { key, user_id } = await buildAccount(database.db)
    const id = idOf(await upload(app, { key, file: 'phone\n+39333000001\n' }))
    expect(idOf(await app.call('POST', `/api/imports/${id}/cancel`, { key }))).toBe(id)
    await runImports(app)
    expect(dataOf(await app.call('GET', `/api/imports/${id}`, { key }))).toMatchObject({
      status: 'cancelled',
      processed_rows: 0,
    })
    expect(await contactsOf(user_id)).toEqual({})
    const again = await app.call('POST', `/api/imports/${id}/cancel`, { key })
    expect([again.status, ...titles(again)]).toEqual([
      400,
      expect.stringContaining('The import is cancelled'),
    ])
  })

  test('that fails again and again is given up, saying so, and holds nobody up', async () => {
    const { key } = await buildAccount(database.db)
    const other = await buildAccount(database.db)
    const id = idOf(await upload(app, { key, file: 'phone\n+39333000001\n' }))
    const theirs = idOf(await upload(app, { key: other.key, file: 'phone\n+39333000001\n' }))
    await database.db.deleteFrom('import_chunks').where('import_id', '=', id).execute()
    let failures = 0
    for (;;) {
      const outcome = await runImports(app).then(
        () => 'done',
        () => 'failed',
      )
      if (outcome === 'done') break
      failures += 1
    }
    expect(failures).toBe(5)
    expect(dataOf(await app.call('GET', `/api/imports/${id}`, { key }))).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('line 2'),
    })
    const told = listOf(await app.call('GET', '/api/account/notifications', { key }))
    expect(told.map(({ kind }) => kind)).toEqual(['import_failed'])
    expect(
      dataOf(await app.call('GET', `/api/imports/${theirs}`, { key: other.key })),
    ).toMatchObject({ status: 'finished' })
  })
})
