/** A field that a text may speak of. */
export type Field = {
  /** `name`, or the key of a custom parameter. */
  key: string
  isParameter: boolean
  example: string | undefined
  /** How many contacts have it; undefined where it is not counted. */
  total: number | undefined
}

/** Where a variable is being begun: from its braces to the caret. */
export type Begun = { start: number; typed: string }

/** What stands between `{{` and the caret, while it is still no more than the beginning of a name. */
export function begunAt(content: string, caret: number): Begun | undefined {
  const found = /\{\{[ \t]*([\w. ]*)$/.exec(content.slice(0, caret))
  return found ? { start: found.index, typed: (found[1] ?? '').trimEnd() } : undefined
}

/** The fields that what is typed may mean, those that begin with it first. */
export function offered(fields: readonly Field[], typed: string): Field[] {
  const term = typed.replace(/^custom_parameters\.?/, '').toLowerCase()
  const begins = fields.filter(({ key }) => key.toLowerCase().startsWith(term))
  const holds = fields.filter(
    ({ key }) => !key.toLowerCase().startsWith(term) && key.toLowerCase().includes(term),
  )
  return [...begins, ...holds].slice(0, 12)
}

export type Insertion = {
  /** Where it begins and ends in what was there. */
  start: number
  end: number
  text: string
  /** Where the caret comes to stand, from the beginning of what is put in. */
  caret: number
}

/**
 * A variable in place of what was begun. What somebody may lack has a `default`, with the caret between its quotes, so
 * that nobody is greeted by a gap.
 */
export function insertionOf(
  field: Field,
  { start, end, isLacking }: { start: number; end: number; isLacking: boolean },
): Insertion {
  const variable = variableOf(field)
  if (!isLacking) {
    const text = `{{ ${variable} }}`
    return { start, end, text, caret: text.length }
  }
  const before = `{{ ${variable} | default: "`
  return { start, end, text: `${before}" }}`, caret: before.length }
}

export function variableOf({ key, isParameter }: Field): string {
  if (!isParameter) return key
  const isPlain = /^[A-Za-z_]\w*$/.test(key)
  return isPlain ? `custom_parameters.${key}` : `custom_parameters[${quoted(key)}]`
}

/** The end of a variable that is written already behind the caret, so that it is not closed twice. */
export function endOfBegun(content: string, caret: number): number {
  const rest = /^[ \t]*\}\}/.exec(content.slice(caret))
  return caret + (rest ? rest[0].length : 0)
}

function quoted(key: string): string {
  return key.includes('"') ? `'${key}'` : `"${key}"`
}
