import { mentionsOf, parse, render, type Mention, type Parsed } from '../templates/engine.ts'
import { itemFields, type FeedItem } from './item.ts'

/**
 * The text of one item's campaign: what the template says of the item is filled in, and what it says of a contact stays
 * to be filled in for each. The item's own words never become code of the template, whatever braces they have.
 */
export function freezeItem(source: string, item: FeedItem): string {
  if (!source.includes('{{') && !source.includes('{%')) return source
  const { nodes } = parse(source)
  const isPlain = nodes.every(
    ({ token }) =>
      token.getText().startsWith('{%') === false && !/^\{\{-|-\}\}$/.test(token.getText()),
  )
  const pieces = nodes.map((node) => {
    const mentions = mentionsOf([node])
    const ofItem = mentions.filter(({ path }) => path[0] === 'item')
    return { node, ofItem, isOfItemOnly: ofItem.length > 0 && ofItem.length === mentions.length }
  })
  // Where the template only writes variables out, an item's are written out at once, as a person would read them.
  const isSimple = isPlain && pieces.every((one) => one.ofItem.length === 0 || one.isOfItemOnly)
  const mentions = pieces.flatMap(({ ofItem }) => ofItem)
  if (!isSimple) return withCaptures(source, item, mentions)
  try {
    return writtenOut(source, item, pieces)
  } catch {
    // A filter that cannot be applied to this item: whoever renders the text says why.
    return withCaptures(source, item, mentions)
  }
}

/** What is wrong with how a template speaks of an item: each a sentence. */
export function itemProblems(source: string): string[] {
  const { nodes } = parse(source)
  return mentionsOf(nodes)
    .filter(({ path }) => path[0] === 'item')
    .filter((mention) => fieldOf(mention) === undefined || placeOf(source, mention) === undefined)
    .map(
      ({ text, place }) =>
        `There is no variable "${text.slice(0, 100)}" (${place}). Of an item there are: ` +
        `${itemFields.map((field) => `item.${field}`).join(', ')}.`,
    )
}

type Piece = { node: Parsed['nodes'][number]; isOfItemOnly: boolean }

function writtenOut(source: string, item: FeedItem, pieces: readonly Piece[]): string {
  let frozen = ''
  let at = 0
  for (const { node, isOfItemOnly } of pieces) {
    if (!isOfItemOnly) continue
    frozen += source.slice(at, node.token.begin) + escapeText(render([node], { item }))
    at = node.token.end
  }
  return frozen + source.slice(at)
}

/** Notes the item's values before the template, and has it name these. */
function withCaptures(source: string, item: FeedItem, mentions: readonly Mention[]): string {
  const places = mentions
    .map((mention) => ({ field: fieldOf(mention), place: placeOf(source, mention) }))
    .sort((one, other) => (one.place?.start ?? 0) - (other.place?.start ?? 0))
  let text = ''
  let at = 0
  const used = new Set<ItemField>()
  for (const { field, place } of places) {
    // Checked when the template was saved; the same place may be told of twice.
    if (field === undefined || place === undefined || place.start < at) continue
    used.add(field)
    text += `${source.slice(at, place.start)}${noteOf(field)}`
    at = place.end
  }
  const notes = [...used].map(
    (field) => `{% capture ${noteOf(field)} %}${escapeText(item[field])}{% endcapture %}`,
  )
  return notes.join('') + text + source.slice(at)
}

type ItemField = (typeof itemFields)[number]

function noteOf(field: ItemField): string {
  return `feed_item_${field}`
}

/** `item.title` and, since a text has a length, `item.title.size`. */
function fieldOf({ path }: Mention): ItemField | undefined {
  const [, field, size, ...more] = path
  if (more.length > 0 || (size !== undefined && size !== 'size')) return undefined
  return itemFields.find((one) => one === field)
}

/** Where the template names a field, up to the end of its name. Undefined where it is not written as `item.field`. */
function placeOf(
  source: string,
  { row, column }: Mention,
): { start: number; end: number } | undefined {
  let start = 0
  for (let line = 1; line < row; line += 1) start = source.indexOf('\n', start) + 1
  start += column - 1
  written.lastIndex = start
  const found = written.exec(source)
  return found ? { start, end: start + found[0].length } : undefined
}

const written = /item\.[a-z]+/y

/** Braces begin code, so they are written out by code. */
function escapeText(text: string): string {
  return text.replaceAll('{', '{{ "{" }}')
}
