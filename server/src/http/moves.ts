import { Type } from 'typebox'

/** What may be done with a resource just now, for clients that show it. The route decides anew. */
export const Moves = Type.Array(
  Type.Object({
    verb: Type.String(),
    is_allowed: Type.Boolean(),
    reason: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'Why not; null when it is allowed',
    }),
  }),
  { description: 'What may be done with it just now, and why not' },
)

export type Move = { verb: string; is_allowed: boolean; reason: string | null }

/** A move with what forbids it; the first reason counts. */
export function moveUnless(verb: string, ...reasons: (string | false | null)[]): Move {
  const reason = reasons.find((one) => typeof one === 'string') || null
  return { verb, is_allowed: reason === null, reason }
}
