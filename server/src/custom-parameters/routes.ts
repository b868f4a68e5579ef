import { Type } from 'typebox'
import { invalid, type Problem } from '../errors.ts'
import { parameterKeyProblem } from '../http/parameters-reader.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { findKeys, findValues } from './find.ts'

const tag = 'contacts'
const url = '/api/custom-parameters'
const termMax = 255

const Total = Type.Integer({ description: 'Contacts that have it' })
const isEstimate = Type.Boolean({
  description:
    'Above 10,000 contacts, totals are made from a sample, and what is rare may not be in it',
})
const searchParameter = Type.Optional(Type.String({ maxLength: termMax }))

const Key = Type.Object({
  key: Type.String(),
  total: Total,
  kind: Type.Enum(['text', 'number', 'date', 'mixed'], {
    description: 'What its values are; `mixed` where some are numbers or dates and others are not',
  }),
  examples: Type.Array(Type.String(), { description: 'The most frequent values, up to three' }),
})

export function customParameterRoutes(api: Api): void {
  const { db } = api.context
  readRoute(api, {
    url,
    tag,
    summary: 'List the keys of custom parameters',
    description: 'The hundred most frequent, whose name holds `search`.',
    query: Type.Object({ search: searchParameter }),
    response: Type.Object({ data: Type.Array(Key), is_estimate: isEstimate }),
    handle: async ({ user_id, query }) => {
      const problems: Problem[] = []
      const search = readTerm(query, 'search', problems)
      if (problems.length > 0) throw invalid(problems)
      const { found, is_estimate } = await findKeys(db, user_id, search)
      return { data: found, is_estimate }
    },
  })
  readRoute(api, {
    url: `${url}/values`,
    tag,
    summary: 'List the values of a custom parameter',
    description: 'The hundred most frequent that hold `search`, without regard to case.',
    query: Type.Object({ key: Type.String(), search: searchParameter }),
    response: Type.Object({
      data: Type.Array(Type.Object({ value: Type.String(), total: Total })),
      is_estimate: isEstimate,
    }),
    handle: async ({ user_id, query }) => {
      const problems: Problem[] = []
      const key = query.get('key') ?? ''
      const wrong = key === '' ? 'is required' : parameterKeyProblem(key)
      if (wrong !== null) problems.push({ title: `key ${wrong}.`, field: 'key' })
      const search = readTerm(query, 'search', problems)
      if (problems.length > 0) throw invalid(problems)
      const { found, is_estimate } = await findValues(db, user_id, { key, search })
      return { data: found, is_estimate }
    },
  })
}

function readTerm(query: URLSearchParams, name: string, problems: Problem[]): string {
  const term = query.get(name)?.trim() ?? ''
  const isFine = term.length <= termMax && !term.includes('\0')
  if (isFine) return term
  const title = `${name} must be text without NUL characters, of at most ${termMax} characters.`
  problems.push({ title, field: name })
  return ''
}
