import { Type } from 'typebox'
import { wireStatus } from '../campaigns/status.ts'
import { invalidField } from '../errors.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { dataOf, Id, nullable } from '../http/wire.ts'
import { textProblem } from '../lib/text-rules.ts'
import { findAnywhere } from './find.ts'

const termMax = 100

const Named = { id: Id, name: Type.String() }

export function searchRoutes(api: Api): void {
  readRoute(api, {
    url: '/api/search',
    tag: 'account',
    summary: 'Search everything by name',
    description:
      'Up to five of each kind, those first whose name begins with it. Contacts are found by their number too, however it is written.',
    query: Type.Object({
      q: Type.String({ description: `What is looked for, 1 to ${termMax} characters` }),
    }),
    response: dataOf(
      Type.Object({
        contacts: Type.Array(
          Type.Object({
            id: Id,
            name: nullable(Type.String()),
            phone_number: Type.String(),
            has_opted_out: Type.Boolean(),
          }),
        ),
        campaigns: Type.Array(Type.Object({ ...Named, status: Type.String() })),
        segments: Type.Array(Type.Object({ ...Named, type: Type.String() })),
        devices: Type.Array(Type.Object(Named)),
      }),
    ),
    handle: async ({ user_id, query }) => {
      const found = await findAnywhere(api.context.db, user_id, readTerm(query))
      return {
        data: {
          ...found,
          campaigns: found.campaigns.map(({ status, ...campaign }) => ({
            ...campaign,
            status: wireStatus[status],
          })),
        },
      }
    },
  })
}

function readTerm(query: URLSearchParams): string {
  const term = (query.get('q') ?? '').trim()
  if (term === '') throw invalidField('q', 'q says what is looked for; it cannot be empty.')
  const isLong = [...term].length > termMax
  const problem = textProblem(term) ?? (isLong ? `must have at most ${termMax} characters` : null)
  if (problem !== null) throw invalidField('q', `q ${problem}.`)
  return term
}
