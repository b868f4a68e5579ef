import { Type, type TSchema } from 'typebox'

/** An instant as the API writes it: `YYYY-MM-DD HH:MM:SS`, UTC. */
export function wireDatetime(instant: Date): string
export function wireDatetime(instant: Date | null): string | null
export function wireDatetime(instant: Date | null): string | null {
  if (instant === null) return null
  return instant.toISOString().slice(0, 19).replace('T', ' ')
}

export const Datetime = Type.String({
  description: '`YYYY-MM-DD HH:MM:SS`, UTC',
  examples: ['2025-10-29 03:28:34'],
})

/** A type or null, written as `type: [T, "null"]`, which the serializer takes without trying alternatives. */
export function nullable<T extends TSchema & { type?: string; enum?: unknown[] }>(
  schema: T,
): TSchema {
  const words = schema.enum === undefined ? {} : { enum: [...schema.enum, null] }
  return Type.Unsafe({ ...schema, ...words, type: [schema.type, 'null'] })
}

export const NullableDatetime = nullable(Datetime)
export const Id = Type.Integer({ minimum: 1 })

/** `{"data": …}`, the envelope of every answer. */
export function dataOf<T extends TSchema>(schema: T) {
  return Type.Object({ data: schema })
}

export const IdAnswer = dataOf(Type.Object({ id: Id }))
