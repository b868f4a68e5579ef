import { user_id } from './world.ts'

/** Something asked of a list, and the bare statements that find the same. */
export type Question = { work: string; path: string; statements: string[]; drawn?: string }

const pageSize = 25

const contactColumns = `c.id, c.name, c.phone_number, c.custom_parameters, c.continent_code, c.country_code, c.opted_out_at,
  c.total_sent, c.total_failed, c.total_received, c.last_sent_at, c.last_received_at, c.changed_at, c.created_at`

/** The page numbers that are 1, 1,000, 20,000 and 40,000 of a million rows, and as far along in other sizes. */
export function pageQuestions(size: number): Question[] {
  const last = Math.max(1, Math.ceil(size / pageSize))
  const pages = [...new Set([1, Math.ceil(last / 40), Math.ceil(last / 2), last])]
  const ofPage = (page: number) => `page ${page.toLocaleString('en')}`
  const isDeepest = (page: number) => page === Math.ceil(last / 2)
  return [
    ...pages.map((page) => ({
      work: `contacts, ${ofPage(page)}`,
      path: `/api/contacts?page=${page}`,
      statements: contactPage({ size, page, order: 'id' }),
      ...(isDeepest(page) ? { drawn: 'Contacts, the page in the middle, ms' } : {}),
    })),
    ...pages.filter(isDeepest).map((page) => ({
      work: `contacts by name, ${ofPage(page)}`,
      path: `/api/contacts?page=${page}&order_by=name`,
      statements: contactPage({ size, page, order: 'name_folded' }),
    })),
    ...pages.map((page) => ({
      work: `sms, ${ofPage(page)}`,
      path: `/api/sms?page=${page}`,
      statements: smsPage(size, page),
      ...(isDeepest(page) ? { drawn: 'Texts, the page in the middle, ms' } : {}),
    })),
    {
      work: 'sms that failed, page 1',
      path: '/api/sms?status=failed',
      statements: smsWhere("m.status = 'failed'"),
    },
    {
      work: 'sms of a contact',
      path: '/api/sms?contact_id=1',
      statements: smsWhere('m.contact_id = 1'),
    },
  ]
}

export function searchQuestions(): Question[] {
  const terms = [
    { what: 'a surname', term: 'esposito' },
    { what: 'nothing there', term: 'nobody at all' },
    { what: 'a beginning', term: 'an' },
  ]
  const names = terms.map(({ what, term }, place) => ({
    work: `contacts: ${what}`,
    path: `/api/contacts?search=${encodeURIComponent(term)}`,
    statements: contactSearch(
      `c.name_folded like '${term.length > 2 ? '%' : ''}${term}%' or not c.can_be_sent_to and c.phone_number ilike '${term}%'`,
    ),
    ...(place === 0 ? { drawn: 'Search for a surname, ms' } : {}),
  }))
  return [
    ...names,
    {
      work: 'contacts: part of a number',
      path: '/api/contacts?search=48271',
      statements: contactSearch("c.name_folded like '%48271%' or c.phone_number like '%48271%'"),
    },
    {
      work: 'sms: a word of a campaign',
      path: '/api/sms?search=autumn',
      statements: smsWhere(smsSearch('autumn')),
    },
    {
      work: 'sms: nothing there',
      path: '/api/sms?search=zebra',
      statements: smsWhere(smsSearch('zebra')),
    },
  ]
}

/** Every condition that a filter has, each as a segment and as the SQL that it comes to. */
export const filterQuestions = [
  condition('exact', 'city', 'Lisbon', `c.folded_parameters @> '{"city":"lisbon"}'`),
  condition('not_exact', 'city', 'Lisbon', `not c.folded_parameters @> '{"city":"lisbon"}'`),
  condition('contains', 'city', 'isb', like("'%isb%'")),
  condition('not_contains', 'city', 'isb', `not ${like("'%isb%'")}`),
  condition('starts_with', 'city', 'Lis', like("'lis%'")),
  condition('not_starts_with', 'city', 'Lis', `not ${like("'lis%'")}`),
  condition('ends_with', 'city', 'bon', like("'%bon'")),
  condition('not_ends_with', 'city', 'bon', `not ${like("'%bon'")}`),
  condition('bigger_than', 'age', '40', "(c.comparable_parameters -> 'age') > '40'::jsonb"),
  condition('lower_than', 'age', '40', "(c.comparable_parameters -> 'age') < '40'::jsonb"),
  {
    work: 'countries',
    filter: { filters_countries: ['IT', 'BR'] },
    where: "c.country_code = any('{IT,BR}')",
  },
  {
    work: 'continents',
    filter: { filters_continents: ['SA'] },
    where: "c.continent_code = 'SA'",
  },
]

export function countStatement(where: string): string {
  return `select count(*) from contacts c where c.user_id = ${user_id} and ${where}`
}

function condition(condition: string, key: string, value: string, where: string) {
  return {
    work: condition,
    filter: { filters_custom_parameters: [{ key, condition, value }] },
    where,
  }
}

function like(pattern: string): string {
  return `coalesce((c.folded_parameters ->> 'city') collate "C" like ${pattern}, false)`
}

/** The rows of a page whose place is counted from the nearer end. */
function contactPage({ size, page, order }: { size: number; page: number; order: string }) {
  const { direction, offset } = nearerEnd(size, page)
  return [
    `select count(*) from contacts where user_id = ${user_id}`,
    `select ${contactColumns} from contacts c
      where c.user_id = ${user_id} and c.id = any(array(
        select id from contacts where user_id = ${user_id}
         order by ${order} ${direction}, id ${direction} offset ${offset} limit ${pageSize}))`,
  ]
}

function contactSearch(where: string): string[] {
  return [
    countStatement(`(${where})`),
    `select ${contactColumns} from contacts c
      where c.user_id = ${user_id} and (${where}) order by c.id desc limit ${pageSize}`,
  ]
}

const smsColumns = 'm.*, coalesce(m.content, k.content) as text'
const smsJoin = 'messages m left join campaigns k on k.user_id = m.user_id and k.id = m.campaign_id'

function smsPage(size: number, page: number): string[] {
  const { direction, offset } = nearerEnd(size, page)
  return [
    `select count(*) from messages where user_id = ${user_id}`,
    `select ${smsColumns} from ${smsJoin}
      where m.user_id = ${user_id} and m.id = any(array(
        select id from messages where user_id = ${user_id} order by id ${direction} offset ${offset} limit ${pageSize}))`,
  ]
}

function smsWhere(where: string): string[] {
  return [
    `select count(*) from messages m where m.user_id = ${user_id} and (${where})`,
    `select ${smsColumns} from ${smsJoin}
      where m.user_id = ${user_id} and (${where}) order by m.id desc limit ${pageSize}`,
  ]
}

function smsSearch(term: string): string {
  return `m.content ilike '%${term}%' or m.content is null and m.campaign_id in (
    select id from campaigns where user_id = ${user_id} and content ilike '%${term}%')`
}

function nearerEnd(size: number, page: number): { direction: 'asc' | 'desc'; offset: number } {
  const start = (page - 1) * pageSize
  const end = Math.min(size, start + pageSize)
  return start > size - end
    ? { direction: 'asc', offset: size - end }
    : { direction: 'desc', offset: start }
}
