import type { TemplateContact } from './template-contact.ts'

// Most texts are words with a few variables in them. Those need no engine: a personal launch took this process 15 µs a
// message with it and takes 7 without. What is not exactly of this form is left to the engine, and a test holds the two
// against each other.

type Piece = string | ((contact: TemplateContact) => string)

const variable =
  /\{\{\s*(name|phone_number|country_code|custom_parameters\.([A-Za-z_][A-Za-z0-9_]*))\s*(?:\|\s*default\s*:\s*(?:'([^'{}\\]*)'|"([^"{}\\]*)")\s*)?\}\}/g

/** Names that Liquid knows of every object. */
const builtIn = new Set(['size', 'first', 'last'])

/** Renders a text that has no more than variables, with or without a `default`; undefined for any other. */
export function compilePlain(source: string): ((contact: TemplateContact) => string) | undefined {
  const pieces: Piece[] = []
  let end = 0
  for (const match of source.matchAll(variable)) {
    const [written, root, key, quoted, doubleQuoted] = match
    if (key !== undefined && builtIn.has(key)) return undefined
    pieces.push(source.slice(end, match.index))
    pieces.push(pieceOf(root ?? '', key, quoted ?? doubleQuoted))
    end = match.index + written.length
  }
  pieces.push(source.slice(end))
  const hasMore = pieces.some(
    (piece) => typeof piece === 'string' && /\{\{|\{%|\}\}|%\}/.test(piece),
  )
  if (hasMore) return undefined
  return (contact) => {
    let text = ''
    for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(contact)
    return text
  }
}

/** A field that a contact lacks is empty; `default` stands for what is empty or false. */
function pieceOf(root: string, key: string | undefined, byDefault: string | undefined): Piece {
  const instead = byDefault ?? ''
  const isMissing = (value: unknown) =>
    value === null ||
    value === undefined ||
    value === '' ||
    (value === false && byDefault !== undefined)
  if (key === undefined) {
    const field = root as 'name' | 'phone_number' | 'country_code'
    return (contact) => {
      const value = contact[field]
      return isMissing(value) ? instead : String(value)
    }
  }
  return ({ custom_parameters }) => {
    const value = Object.hasOwn(custom_parameters, key) ? custom_parameters[key] : null
    return isMissing(value) ? instead : String(value)
  }
}
