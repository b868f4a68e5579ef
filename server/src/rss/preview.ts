import { Type } from 'typebox'
import { nullable } from '../http/wire.ts'
import { createComposer, isComposed, nobody, type TextRules } from '../templates/compose.ts'
import { freezeItem } from './freeze-text.ts'
import { oldestFirst, type Feed } from './item.ts'

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
export function presentPreview(feed: Feed, rules: TextRules, source = usualContent) {
  const items = oldestFirst(feed.items).toReversed().slice(0, itemsShown)
  return {
    title: feed.title,
    total_items: feed.items.length,
    items: items.map((one) => {
      const { guid, title, url, summary, content, author, category, date } = one
      const item = { guid, title, url, summary, content, author, category, date }
      const made = createComposer(freezeItem(source, one), rules).compose(nobody)
      return isComposed(made)
        ? { ...item, text: made.content, parts: made.parts, error: null }
        : { ...item, text: null, parts: 0, error: made.error }
    }),
  }
}
