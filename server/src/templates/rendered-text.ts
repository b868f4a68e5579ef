import { Type } from 'typebox'
import { nullable } from '../http/wire.ts'
import { oddCharacters, partBreaks } from '../lib/parts.ts'
import { isComposed, type Composed } from './compose.ts'
import { plainOf } from './smart-encoding.ts'
import type { Unrendered } from './template.ts'

export const OddCharacters = Type.Array(
  Type.Object({
    character: Type.String(),
    positions: Type.Array(Type.Integer(), { description: 'In UTF-16 units, from 0' }),
    replacement: nullable(
      Type.String({ description: 'What says the same in the small alphabet; null for nothing' }),
    ),
  }),
  { description: 'The characters that the small alphabet lacks' },
)

export const RenderedText = Type.Object({
  contact_id: nullable(Type.Integer()),
  content: nullable(Type.String({ description: 'As it is sent, the footer too' })),
  error: nullable(Type.String({ description: 'Why there is no text for this contact' })),
  encoding: nullable(Type.String({ enum: ['gsm7', 'ucs2'] })),
  units: Type.Integer({ description: 'Septets, or UTF-16 units' }),
  parts: Type.Integer(),
  part_breaks: Type.Array(Type.Integer(), {
    description: 'Where each part after the first begins, in UTF-16 units from 0',
  }),
  odd_characters: OddCharacters,
})

/** A text as a contact would get it, with everything that can be said about its length. */
export function presentRendered(contact_id: number | null, composed: Composed | Unrendered) {
  if (!isComposed(composed)) {
    const { error } = composed
    const nothing = { encoding: null, units: 0, parts: 0, part_breaks: [], odd_characters: [] }
    return { contact_id, content: null, error, ...nothing }
  }
  const { content, encoding, units, parts } = composed
  return {
    contact_id,
    content,
    error: null,
    encoding,
    units,
    parts,
    part_breaks: partBreaks(content),
    odd_characters: presentOdd(content),
  }
}

export function presentOdd(text: string) {
  return oddCharacters(text).map(({ character, positions }) => ({
    character,
    positions,
    replacement: plainOf(character),
  }))
}
