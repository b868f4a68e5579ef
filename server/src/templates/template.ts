import { LiquidError } from 'liquidjs'
import { compilePlain } from './plain-variables.ts'
import { mentionsOf, parse, render, type Mention, type Parsed } from './engine.ts'
import type { TemplateContact } from './template-contact.ts'

// A text that cannot be sent to this contact, with a sentence that says why.
export type Unrendered = { error: string }

export type Template = {
  // False when the text is the same for every contact.
  hasVariables: boolean
  render: (contact: TemplateContact, more?: Record<string, unknown>) => string | Unrendered
}

export const tooCostly: Unrendered = {
  error: 'The text cannot be made: it takes too much time or memory.',
}

// Of a source and of what it renders to, in UTF-16 units.
export const contentMax = 10_000
export const renderedMax = 5000

// Compiles once and remembers. Never throws: a broken source renders to the error for every contact.
export function compileTemplate(source: string): Template {
  if (!isLiquid(source)) return { hasVariables: false, render: () => checked(source) }

  const known = compiled.get(source)
  if (known !== undefined) {
    // The oldest of a Map is its first: what is used goes to the end.
    compiled.delete(source)
    compiled.set(source, known)
    return known
  }
  const template = compile(source)
  compiled.set(source, template)
  const [oldest] = compiled.keys()
  if (compiled.size > compiledMax && oldest !== undefined) compiled.delete(oldest)
  return template
}

// What is wrong with a source that is to be saved, each as a sentence that points at it. `roots` are
// variables beside the contact's own, such as `item` of a feed, which `render` is then given as `more`.
export function checkTemplate(source: string, roots: readonly string[] = []): { title: string }[] {
  if (source.length > contentMax) {
    return [{ title: `The text may have at most ${contentMax} characters.` }]
  }
  if (!isLiquid(source)) return problemsOfRendered(checked(source))

  const parsed = tryToParse(source)
  if ('error' in parsed) return [{ title: parsed.error }]
  const mentions = mentionsOf(parsed.nodes)
  const unknown = mentions.filter((mention) => !isKnown(mention, roots))
  if (unknown.length > 0)
    return unknown.map((mention) => ({ title: unknownVariable(mention, roots) }))
  return problemsOfTrial(parsed, mentions)
}

// The fields of a contact that a source speaks of, as it writes them: `name`, `custom_parameters.city`. Its number is
// not among them, for every contact has one.
export function contactFieldsOf(source: string): string[] {
  if (!isLiquid(source)) return []
  const parsed = tryToParse(source)
  if ('error' in parsed) return []
  const fields = mentionsOf(parsed.nodes).flatMap(({ path: [root, key] }) => {
    if (root === 'name' || root === 'country_code') return [root]
    return root === 'custom_parameters' && typeof key === 'string' ? [`${root}.${key}`] : []
  })
  return [...new Set(fields)]
}

const compiled = new Map<string, Template>()
const compiledMax = 200

function isLiquid(source: string): boolean {
  return source.includes('{{') || source.includes('{%')
}

function compile(source: string): Template {
  const parsed = tryToParse(source)
  if ('error' in parsed) return { hasVariables: true, render: () => parsed }

  const renderPlain = compilePlain(source)
  if (renderPlain && !parsed.isStatic)
    return { hasVariables: true, render: (contact) => checked(renderPlain(contact)) }

  const mayHaveSize = source.includes('size')
  return {
    hasVariables: !parsed.isStatic,
    render: (contact, more) => renderWith(parsed, variablesOf(contact, more, mayHaveSize)),
  }
}

function tryToParse(source: string): Parsed | Unrendered {
  try {
    return parse(source)
  } catch (error) {
    return { error: mistake(error) }
  }
}

function renderWith({ nodes }: Parsed, variables: object): string | Unrendered {
  try {
    return checked(render(nodes, variables))
  } catch (error) {
    if (!isLimit(error)) return { error: mistake(error) }
  }
  // The limit of time counts a process that stood still too, so one more chance is given.
  try {
    return checked(render(nodes, variables))
  } catch (error) {
    return { error: mistake(error) }
  }
}

function variablesOf(
  contact: TemplateContact,
  more: Record<string, unknown> | undefined,
  mayHaveSize: boolean,
): object {
  const { name, phone_number, country_code } = contact
  // Liquid answers the number of keys for the `size` of an object that has no such key.
  const custom_parameters = mayHaveSize
    ? { size: null, ...contact.custom_parameters }
    : contact.custom_parameters
  return { __proto__: null, ...more, name, phone_number, country_code, custom_parameters }
}

function checked(text: string): string | Unrendered {
  if (text.length > renderedMax) {
    return { error: `The text is too long: it may have at most ${renderedMax} characters.` }
  }
  if (text.trim() === '') return { error: isEmpty }
  if (text.includes('\0')) return { error: 'The text has a NUL character, which cannot be sent.' }
  // A filter may have cut a pair in two.
  return text.toWellFormed()
}

const nobody: TemplateContact = {
  name: null,
  phone_number: '+10000000000',
  country_code: null,
  custom_parameters: {},
}

// Rendered for a contact without any field, and for one that has all, to find what takes too long.
function problemsOfTrial(parsed: Parsed, mentions: Mention[]): { title: string }[] {
  const withoutFields = renderWith(parsed, variablesOf(nobody, undefined, true))
  const isEmptyForSome =
    typeof withoutFields !== 'string' && withoutFields.error === isEmpty && !parsed.isStatic
  if (!isEmptyForSome && typeof withoutFields !== 'string') return problemsOfRendered(withoutFields)

  const keys = mentions.map(({ path }) => path[1]).filter((key) => typeof key === 'string')
  const custom_parameters = Object.fromEntries(keys.map((key) => [key, '1']))
  const somebody = { ...nobody, name: 'x', country_code: 'GB', custom_parameters }
  const withFields = renderWith(parsed, variablesOf(somebody, undefined, true))
  const isTooCostly = typeof withFields !== 'string' && withFields.error === tooCostly.error
  return isTooCostly ? problemsOfRendered(withFields) : []
}

function problemsOfRendered(rendered: string | Unrendered): { title: string }[] {
  if (typeof rendered === 'string') return []
  return [{ title: rendered.error === isEmpty ? 'The text is empty.' : rendered.error }]
}

const contactFields = ['name', 'phone_number', 'country_code']

// `custom_parameters` has one key under it, and any may be: contacts get new ones all the time.
function isKnown({ path }: Mention, roots: readonly string[]): boolean {
  const [root, ...inner] = path
  if (typeof root !== 'string') return false
  if (roots.includes(root)) return true
  const isWithin = root === 'custom_parameters'
  if (!isWithin && !contactFields.includes(root)) return false
  const rest = isWithin ? inner.slice(1) : inner
  return (
    (!isWithin || inner.length > 0) &&
    (rest.length === 0 || (rest.length === 1 && rest[0] === 'size'))
  )
}

function unknownVariable({ text, place }: Mention, roots: readonly string[]): string {
  const known = [...contactFields, 'custom_parameters.KEY', ...roots.map((root) => `${root}.FIELD`)]
  return `There is no variable ${shown(text)} (${place}). The variables are: ${known.join(', ')}.`
}

const isEmpty = 'The text is empty for this contact.'

function isLimit(error: unknown): boolean {
  return (
    error instanceof Error && / limit exceeded|Invalid string length|call stack/.test(error.message)
  )
}

// A sentence for what the engine says, with the place where it says it.
function mistake(error: unknown): string {
  if (isLimit(error)) return tooCostly.error
  if (!LiquidError.is(error)) return 'The text cannot be read: it is nested too deep.'

  const [row, column] = error.token.getPosition()
  const message = error.message.split('\n')[0]?.replace(/, line:\d+, col:\d+$/, '') ?? ''
  return `The text has a mistake at line ${row}, column ${column}: ${shown(message, '')}.`
}

const shownMax = 100

function shown(text: string, quote = '"'): string {
  const short = text.length > shownMax ? `${text.slice(0, shownMax).toWellFormed()}…` : text
  return `${quote}${short}${quote}`
}
