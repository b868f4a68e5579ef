import { ButtonLink } from '../ui/button-link.tsx'
import { useNow } from '../ui/formats.tsx'
import { Note } from '../ui/note.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { instantOf, momentInWords } from '../words/formats.ts'
import type { Campaign } from './queries.ts'
import { whyHeld } from './shown.ts'

/** Why it waits, until when, and what would help. */
export function HoldNote({ hold }: { hold: NonNullable<Campaign['hold']> }) {
  const now = useNow()
  const { reason, until_datetime, device_id } = hold
  const until = until_datetime === null ? null : momentInWords(instantOf(until_datetime), { now })
  return (
    <Note
      tone="warn"
      title={words.waits({ why: whyHeld(hold), until })}
      action={
        device_id !== null && (
          <ButtonLink to="/devices" variant="default">
            {words.seeDevices}
          </ButtonLink>
        )
      }
    >
      {words.helps({ reason })}
    </Note>
  )
}
