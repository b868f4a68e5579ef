import { describe, expect, test } from 'vitest'
import { dataOf, listOf, useApp, type Answer } from './app.ts'
import { buildAccount } from './builders.ts'
import { useDatabase } from './database.ts'

// What the curl lines of the five public documents send, one entry for each block. Only the host, the key and the ids of
// the paths are put in; flows get the two fields that their own table requires.

type Line = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  form?: string[]
  answer: 'list' | 'one' | 'id' | 'sms_ids' | 'sms_id'
}

const campaignForm = [
  'name=Example name',
  'content=Hello world',
  'device_id=1',
  'sim_subscription_id=1',
  'segment=all',
]
const segmentForm = ['name=Example name', 'type=custom', 'contacts_ids=1,2,3,4,5']
const flowForm = [...campaignForm, 'wait_time=3', 'wait_time_type=days']
const parameterForm = ['custom_parameter_key[0]=name', 'custom_parameter_value[0]=john@example.com']
const smsForm = [
  'content=Hello world',
  'device_id=1',
  'sim_subscription_id=1',
  'phone_numbers=+1234567890,+9876543210',
]

const documents: Record<string, Line[]> = {
  campaigns: [
    { method: 'POST', path: '/api/campaigns', form: campaignForm, answer: 'id' },
    { method: 'GET', path: '/api/campaigns/', answer: 'list' },
    { method: 'GET', path: '/api/campaigns/1', answer: 'one' },
    { method: 'POST', path: '/api/campaigns/1', form: campaignForm, answer: 'id' },
    { method: 'DELETE', path: '/api/campaigns/1', answer: 'id' },
  ],
  sms: [
    { method: 'POST', path: '/api/sms', form: smsForm, answer: 'sms_ids' },
    { method: 'GET', path: '/api/sms/', answer: 'list' },
    { method: 'GET', path: '/api/sms/1', answer: 'one' },
    { method: 'DELETE', path: '/api/sms/1', answer: 'sms_id' },
  ],
  segments: [
    { method: 'POST', path: '/api/segments', form: segmentForm, answer: 'id' },
    { method: 'GET', path: '/api/segments/', answer: 'list' },
    { method: 'GET', path: '/api/segments/1', answer: 'one' },
    { method: 'POST', path: '/api/segments/1', form: segmentForm, answer: 'id' },
    { method: 'DELETE', path: '/api/segments/1', answer: 'id' },
  ],
  flows: [
    { method: 'POST', path: '/api/flows', form: flowForm, answer: 'id' },
    { method: 'GET', path: '/api/flows/', answer: 'list' },
    { method: 'GET', path: '/api/flows/1', answer: 'one' },
    { method: 'POST', path: '/api/flows/1', form: campaignForm, answer: 'id' },
    { method: 'DELETE', path: '/api/flows/1', answer: 'id' },
  ],
  contacts: [
    {
      method: 'POST',
      path: '/api/contacts',
      form: ['phone_number=+1231231231', 'name=Example name'],
      answer: 'id',
    },
    { method: 'GET', path: '/api/contacts/', answer: 'list' },
    { method: 'GET', path: '/api/contacts/1', answer: 'one' },
    { method: 'POST', path: '/api/contacts/1', form: parameterForm, answer: 'id' },
    { method: 'DELETE', path: '/api/contacts/1', answer: 'id' },
  ],
}

/** The keys of each resource, in the order of the documents; ours may follow. */
const keys: Record<string, string> = {
  campaigns:
    'id rss_automation_id recurring_campaign_id device_id sim_subscription_id user_id name content segment settings contacts_ids sent_contacts_ids total_sent_sms total_pending_sms total_failed_sms status scheduled_datetime last_sent_datetime last_datetime datetime',
  sms: 'sms_id device_id sim_subscription_id contact_id campaign_id flow_id rss_automation_id recurring_campaign_id user_id type content status error scheduled_datetime datetime',
  segments: 'id user_id name settings type total_contacts last_datetime datetime',
  flows:
    'id device_id sim_subscription_id user_id name content settings wait_time wait_time_type is_enabled total_sent_sms total_pending_sms total_failed_sms last_sent_datetime last_datetime datetime',
  contacts:
    'id user_id name phone_number custom_parameters continent_code country_code has_opted_out total_sent_sms total_pending_sms total_failed_sms total_received_sms last_sent_datetime last_received_datetime last_datetime datetime',
}

for (const [resource, lines] of Object.entries(documents)) {
  describe(`the curl lines of the document on ${resource}`, () => {
    const database = useDatabase()
    const app = useApp(database)

    test('are accepted one after the other, with the answers that it shows', async () => {
      const { key } = await buildAccount(database.db)
      await app.call('POST', '/api/devices', { key, json: { name: 'A phone' } })
      if (resource === 'segments') {
        for (let last = 1; last <= 5; last += 1) {
          await app.call('POST', '/api/contacts', {
            key,
            json: { phone_number: `+123123123${last}` },
          })
        }
      }
      for (const { method, path, form, answer } of lines) {
        const response = await app.call(method, path, { key, ...(form ? multipart(form) : {}) })

        expect([method, path, response.status, response.body]).toMatchObject([
          method,
          path,
          200,
          { data: expect.anything() },
        ])
        expectAnswer(resource, answer, response)
      }
    })
  })
}

function expectAnswer(resource: string, answer: Line['answer'], response: Answer): void {
  const known = keys[resource]?.split(' ') ?? []
  switch (answer) {
    case 'id':
      return expect(response.body).toEqual({ data: { id: 1 } })
    case 'sms_id':
      return expect(response.body).toEqual({ data: { sms_id: 1 } })
    case 'sms_ids':
      return expect(response.body).toEqual({ data: { sms_ids: [1, 2] } })
    case 'one':
      return expect(Object.keys(dataOf(response)).slice(0, known.length)).toEqual(known)
    case 'list':
      expect(Object.keys(listOf(response)[0] ?? {}).slice(0, known.length)).toEqual(known)
      expect(response.body).toEqual({
        data: expect.anything(),
        meta: { page: 1, results_per_page: 25, total: expect.any(Number), total_pages: 1 },
        links: {
          first: `https://sms.example.org/api/${resource}?page=1`,
          last: `https://sms.example.org/api/${resource}?page=1`,
          next: null,
          prev: null,
          self: `https://sms.example.org/api/${resource}?page=1`,
        },
      })
  }
}

/** A body as curl writes it for `--form` lines. */
function multipart(lines: string[]) {
  const boundary = '------------------------d74496d66958873e'
  const parts = lines.map((line) => {
    const equals = line.indexOf('=')
    const name = line.slice(0, equals)
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${line.slice(equals + 1)}\r\n`
  })
  return {
    payload: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
