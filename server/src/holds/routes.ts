import { Type } from 'typebox'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, nullable } from '../http/wire.ts'
import { cancelHeld, findHeld, releaseHeld } from './release.ts'

const tag = 'account'
const url = '/api/account/held'

const HeldOne = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  reason: nullable(Type.String()),
})

const Held = Type.Object({
  campaigns: Type.Array(HeldOne),
  total_sms: Type.Integer({ description: 'Texts that belong to no campaign' }),
  recurring_campaigns: Type.Array(HeldOne),
  rss_automations: Type.Array(HeldOne),
})

/** What a restore has kept back, and what a person decides about it. */
export function holdRoutes(api: Api): void {
  const { context } = api
  readRoute(api, {
    url,
    tag,
    summary: 'See what is held since a restore',
    description:
      'What was pending when the backup was made may have been sent since. It waits for a person.',
    response: dataOf(Held),
    handle: async ({ user_id }) => ({ data: await findHeld(context.db, user_id) }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/release`,
    tag,
    summary: 'Release everything that is held',
    description: 'It is sent, though some of it may have been sent before. Answers what it was.',
    response: dataOf(Held),
    handle: async (tx, { user_id }) => ({ data: await releaseHeld(tx, context, user_id) }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/cancel`,
    tag,
    summary: 'Cancel everything that is held',
    description: 'Nothing of it is sent. Answers what it was.',
    response: dataOf(Held),
    handle: async (tx, { user_id }) => ({ data: await cancelHeld(tx, context, user_id) }),
  })
}
