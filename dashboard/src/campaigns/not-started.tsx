import { useNow } from '../ui/formats.tsx'
import { Note } from '../ui/note.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { instantOf, momentInWords } from '../words/formats.ts'
import { TextCard } from './text-card.tsx'
import type { Campaign } from './queries.ts'

/** A draft, or one whose time has not come: there is nothing to count yet. */
export function NotStarted({ campaign }: { campaign: Campaign }) {
  const now = useNow()
  const { status, scheduled_datetime, content } = campaign
  const time = momentInWords(instantOf(scheduled_datetime), { now })
  const isDraft = status === 'draft'
  const isWaiting = status === 'scheduled'
  return (
    <>
      {(isDraft || isWaiting) && (
        <Note title={isDraft ? words.draftTitle : words.scheduledTitle({ time })}>
          {isDraft ? words.draftText : words.scheduledText}
        </Note>
      )}
      <TextCard content={content} />
    </>
  )
}
