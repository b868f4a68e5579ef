import { Type } from 'typebox'
import { nullable } from '../http/wire.ts'
import {
  createComposer,
  isComposed,
  nobody,
  type Composed,
  type TextRules,
} from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import { tooCostly, type Unrendered } from '../templates/template.ts'
import { freezeItem } from './freeze-text.ts'
import { oldestFirst, type Feed, type FeedItem } from './item.ts'

const itemsShown = 10
const usualContent = '{{ item.title }} {{ item.url }}'

export const Preview = Type.Object({
  title: Type.String({ description: 'What the feed calls itself' }),
  total_items: Type.Integer(),
  items: Type.Array(
    Type.Object({
      guid: Type.String(),
      title: Type.String(),
      url: Type.String(),
      summary: Type.String(),
      content: Type.String(),
      author: Type.String(),
      category: Type.String(),
      date: Type.String(),
      text: nullable(
        Type.String({
          description: 'For a contact of whom nothing is known; null if it cannot be made',
        }),
      ),
      parts: Type.Integer(),
      error: nullable(Type.String({ description: 'Why the text cannot be made' })),
    }),
    { description: 'The newest first' },
  ),
})

/** The newest items, each with the text that it would make. */
export async function presentPreview(feed: Feed, rules: TextRules, source = usualContent) {
  const items = oldestFirst(feed.items).toReversed().slice(0, itemsShown)
  const make = (item: FeedItem) => createComposer(freezeItem(source, item), rules).compose(nobody)
  const texts: (Composed | Unrendered)[] = []
  const steps = { make, giveUp: () => tooCostly, atOnce: 1 }
  for await (const some of inStretches(items, steps)) texts.push(...some)
  return {
    title: feed.title,
    total_items: feed.items.length,
    items: items.map((one, place) => {
      const { guid, title, url, summary, content, author, category, date } = one
      const item = { guid, title, url, summary, content, author, category, date }
      const made = texts[place] ?? tooCostly
      return isComposed(made)
        ? { ...item, text: made.content, parts: made.parts, error: null }
        : { ...item, text: null, parts: 0, error: made.error }
    }),
  }
}
