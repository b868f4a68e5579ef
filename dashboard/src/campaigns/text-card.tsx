import { Card } from '../ui/card.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import css from './detail.module.css'

/** The text as it was written, with its fields. */
export function TextCard({ content }: { content: string }) {
  return (
    <Card title={words.text}>
      <p className={css['text']} dir="auto">
        {content}
      </p>
    </Card>
  )
}
