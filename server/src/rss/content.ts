import { checkTemplate } from '../templates/template.ts'
import { freezeItem, itemProblems } from './freeze-text.ts'
import type { FeedItem } from './item.ts'

/** Half of what a text may have, so that there is room for what the item brings. */
export const contentMax = 5000

/** What is wrong with the text of an automation, each as a sentence that points at it. */
export function contentProblems(source: string): string[] {
  const titles = checkTemplate(source, ['item']).map(({ title }) => title)
  if (titles.length > 0) return titles
  const ofItem = itemProblems(source)
  if (ofItem.length > 0) return ofItem
  return checkTemplate(freezeItem(source, example)).map(({ title }) => title)
}

const example: FeedItem = {
  guid: '1',
  title: 'A title',
  url: 'https://example.com/a',
  summary: 'A summary',
  content: 'A content',
  author: 'Somebody',
  category: 'A category',
  date: '2026-01-31',
  published_at: null,
}
