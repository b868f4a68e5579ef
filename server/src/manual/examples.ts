import { fieldsOf, type Field, type Route, type Schema } from './read-routes.ts'

// Example requests and answers, in the manner of the documents that clients already know.

/** What is filled in where a request needs more than its required fields to make sense. */
const requests: Record<string, Record<string, string>> = {
  'POST /api/account': { default_country: 'IT', timezone: 'Europe/Rome' },
  'POST /api/campaigns': {
    name: 'Example name',
    content: 'Hello {{ name | default: "there" }}',
    device_id: '1',
    sim_subscription_id: '1',
    segment: 'all',
  },
  'POST /api/campaigns/{id}': {
    is_scheduled: '1',
    scheduled_datetime: '2030-01-31 09:00:00',
    send: '1',
  },
  'POST /api/contacts': {
    phone_number: '+1231231231',
    name: 'Example name',
    'custom_parameter_key[0]': 'city',
    'custom_parameter_value[0]': 'Rome',
  },
  'POST /api/contacts/bulk': { action: 'opt_out', filter: '{"search": "Anna"}', dry_run: '1' },
  'POST /api/contacts/{id}': {
    'custom_parameter_key[0]': 'age',
    'custom_parameter_value[0]': '18',
  },
  'POST /api/conversations/{id}/read': {},
  'POST /api/conversations/{id}/reply': {
    content: 'Thank you, see you at nine.',
    device_id: '1',
    sim_subscription_id: '1',
  },
  'POST /api/devices': { name: 'Office phone' },
  'POST /api/devices/{id}': { is_paused: '1' },
  'POST /api/devices/{id}/pretend-texts': { phone_number: '+447700900142', content: 'STOP' },
  'POST /api/devices/{id}/test': { phone_number: '+447700900142' },
  'POST /api/devices/pretend': { name: 'Try-out' },
  'POST /api/devices/{id}/drain': { to: '2:1,3:1' },
  'POST /api/devices/{id}/move': { to: '2:1' },
  'POST /api/devices/{id}/sims/{subscription_id}/drain': { to: '1:2' },
  'POST /api/devices/{id}/sims/{subscription_id}/move': { to: '1:2' },
  'POST /api/devices/{id}/sims/{subscription_id}': { max_per_minute: '6', max_per_day: '200' },
  'POST /api/exports': { resource: 'contacts', filter: '{"search": "Anna"}' },
  'POST /api/flows': {
    name: 'Welcome',
    content: 'Welcome!',
    device_id: '1',
    sim_subscription_id: '1',
    wait_time: '3',
    wait_time_type: 'days',
    segment: 'all',
  },
  'POST /api/flows/{id}': { is_enabled: '0' },
  'POST /api/imports': { file: '@contacts.csv' },
  'POST /api/opt-out-words/try': { text: 'Stop, please.' },
  'POST /api/opt-outs': {
    phone_numbers: '+1234567890,+9876543210',
    consent_note: 'From the tool that we used before',
  },
  'POST /api/recurring-campaigns': {
    name: 'Friday offer',
    content: 'This weekend: two for one.',
    device_id: '1',
    sim_subscription_id: '1',
    segment: 'all',
    settings:
      '{"frequency":"weekly","time":"08:30","timezone":"Europe/London","week_days":[5],"start_date":"2030-01-04"}',
  },
  'POST /api/recurring-campaigns/{id}': { settings: '{"time":"09:00"}' },
  'POST /api/recurring-campaigns/preview': {
    settings: '{"frequency":"monthly","time":"09:00","timezone":"Europe/Rome","month_days":[-1]}',
  },
  'POST /api/rss-automations': {
    rss_url: 'https://example.com/feed.xml',
    name: 'News',
    content: '{{ item.title }} {{ item.url }}',
    device_id: '1',
    sim_subscription_id: '1',
    segment: 'all',
    settings: '{"check_interval_seconds":900,"items_count":2,"campaigns_delay":60}',
  },
  'POST /api/rss-automations/{id}': { settings: '{"items_count":1}' },
  'POST /api/rss-automations/preview': {
    rss_url: 'https://example.com/feed.xml',
    content: 'New: {{ item.title }} {{ item.url }}',
  },
  'POST /api/segments': {
    name: 'Adults in Rome',
    type: 'filter',
    'filters_custom_parameter_key[0]': 'city',
    'filters_custom_parameter_condition[0]': 'exact',
    'filters_custom_parameter_value[0]': 'Rome',
    'filters_custom_parameter_key[1]': 'age',
    'filters_custom_parameter_condition[1]': 'bigger_than',
    'filters_custom_parameter_value[1]': '17',
  },
  'POST /api/segments/{id}': { name: 'Grown-ups in Rome' },
  'POST /api/templates': {
    name: 'Reminder',
    content: 'Hi {{ name | default: "there" }}, see you tomorrow!',
  },
  'POST /api/templates/preview': { content: 'Hi {{ name | default: "there" }}' },
  'POST /api/sms': {
    content: 'Hello world',
    device_id: '1',
    sim_subscription_id: '1',
    phone_numbers: '+1234567890,+9876543210',
  },
}

/** The fields of the example request of a route. */
export function exampleFields(route: Route): Record<string, string> {
  const known = requests[`${route.method} ${route.path}`]
  if (known) return known
  const required = route.bodyFields.filter(({ isRequired }) => isRequired)
  return Object.fromEntries(required.map(({ name, schema }) => [name, text(schema, name)]))
}

/** A command for a shell in which SIMCAST_URL and SIMCAST_API_KEY are set. */
export function exampleCommand(route: Route): string {
  const lines = [
    `curl --request ${route.method}`,
    `--url "$SIMCAST_URL${examplePath(route)}"`,
    '--header "Authorization: Bearer $SIMCAST_API_KEY"',
    ...Object.entries(exampleFields(route)).map(([name, value]) => `--form '${name}=${value}'`),
  ]
  return lines.join(' \\\n  ')
}

/** The path with its places filled in. */
export function examplePath({ path }: Route): string {
  return path.replaceAll(/\{\w+\}/g, '1')
}

/** The JSON that a route may answer; undefined where it answers no JSON. */
export function exampleAnswer(route: Route): string | undefined {
  if (!route.answer) return undefined
  const answer = exampleValue(route.answer, '')
  const links = isObject(answer) && 'links' in answer ? { links: linksOf(route.path) } : {}
  const json = JSON.stringify(isObject(answer) ? { ...answer, ...links } : answer, null, 2)
  return json.replaceAll(/\[\s+(\d+(?:,\s+\d+)*)\s+\]/g, (_, ids: string) => {
    return `[${ids.replaceAll(/\s+/g, ' ')}]`
  })
}

const values: Record<string, unknown> = {
  address: 'https://sms.example.com/api/mobile/v1',
  app_version: '1.70.4',
  battery: 80,
  carrier_name: 'Example Mobile',
  clock_skew_seconds: null,
  contacts_ids: [1, 2, 3],
  content: 'Hello world',
  continent_code: 'EU',
  country_code: 'IT',
  created: 120,
  custom_parameters: { city: 'Rome', age: 18 },
  default_country: 'IT',
  delivered_datetime: null,
  device_battery: 80,
  device_brand: 'samsung',
  device_is_charging: true,
  device_model: 'a15',
  device_os: 'Android',
  display_name: 'Shop',
  email: 'owner@example.com',
  error: null,
  excluded: { opted_out: 0, unusable_number: 0 },
  delimiter: ',',
  duplicates: null,
  file_bytes: 4096,
  file_name: 'contacts.csv',
  flow_id: 0,
  gap_max_seconds: 0,
  gap_min_seconds: 0,
  has_opted_out: false,
  guess: 'phone_number',
  held_reason: null,
  ip: '203.0.113.7',
  is_app_old: false,
  is_enabled: true,
  is_hosted: false,
  is_paused: false,
  is_pretend: false,
  dry_run: false,
  last_datetime: null,
  last_heard_datetime: '2025-10-29 03:28:34',
  mapping: null,
  may_have_gone_out: false,
  max_per_day: 200,
  max_per_hour: 0,
  max_per_minute: 10,
  max_per_month: 0,
  meta: { page: 1, results_per_page: 25, total: 1, total_pages: 1 },
  moves: [{ verb: 'pause', is_allowed: true, reason: null }],
  name: 'Example name',
  network: '4g',
  notifications: ['offline'],
  phone_number: '+1231231231',
  offline_since_datetime: null,
  opted_out: 0,
  processed_bytes: 4096,
  processed_rows: 123,
  reason: 'No phone number',
  refused: 1,
  recurring_campaign_id: 0,
  rss_automation_id: 0,
  segment: 'all',
  rows_per_second: 123,
  samples: ['+447700900101', '+447700900102'],
  segment_id: null,
  sent_contacts_ids: [1],
  skipped: 0,
  slot_index: 0,
  sms_ids: [1, 2],
  timezone: 'Europe/Rome',
  token: 'k7m2q-9xw4t-h3bnd-p6rsz',
  total_failed_sms: 0,
  total_pending_sms: 0,
  total_received_sms: 0,
  total_rows: 123,
  total_sent_sms: 1,
  updated: 2,
  wait_time: 3,
  wait_time_type: 'days',
}

function exampleValue(schema: Schema, name: string): unknown {
  if (schema.properties && name === 'settings') return exampleSettings(schema)
  if (name === 'status')
    return ['sent', 'finished', 'online'].find((word) => schema.enum?.includes(word))
  if (Object.hasOwn(values, name) && fits(schema, values[name])) return values[name]
  if (schema.examples && schema.examples.length > 0) return schema.examples[0]
  if (schema.enum && schema.enum.length > 0) return schema.enum[0]
  const [type = 'string'] = [schema.type].flat()
  switch (type) {
    case 'object':
      return exampleObject(fieldsOf(schema))
    case 'array':
      return schema.items ? [exampleValue(schema.items, '')] : []
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return true
    default:
      return 'text'
  }
}

function exampleObject(fields: Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, schema }) => [name, exampleValue(schema, name)]))
}

/** Of a segment the members, of a campaign when it is sent, of everything else nothing yet. */
function exampleSettings({ properties = {}, description = '' }: Schema): object {
  if (description.includes('is_scheduled')) return { is_scheduled: 0 }
  return 'contacts_ids' in properties ? { contacts_ids: values['contacts_ids'] } : {}
}

function fits(schema: Schema, value: unknown): boolean {
  if (schema.enum && !schema.enum.includes(value)) return false
  const types = [schema.type ?? 'string'].flat()
  if (value === null) return types.includes('null')
  if (Array.isArray(value)) return types.includes('array')
  if (typeof value === 'number') return types.includes('integer') || types.includes('number')
  return types.includes(typeof value)
}

function linksOf(path: string) {
  const page = `https://sms.example.com${path}?page=1`
  return { first: page, last: page, next: null, prev: null, self: page }
}

function text(schema: Schema, name: string): string {
  const value = exampleValue(schema, name)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
