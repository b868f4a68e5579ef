import { useQuery } from '@tanstack/react-query'
import { firstStepsQuery, meQuery, overviewQuery } from '../api/shared-queries.ts'
import { useLive } from '../api/events.ts'
import { Bar } from '../ui/bars.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { useNow } from '../ui/formats.tsx'
import { useIsNarrow } from '../ui/narrow.ts'
import { Page } from '../ui/page.tsx'
import { Part } from '../ui/part.tsx'
import { dayInWords, timeOfDay } from '../words/formats.ts'
import { homeWords as words } from '../words/home.ts'
import { AttentionList } from './attention-list.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Phones } from './phones.tsx'
import { Running } from './running.tsx'
import { Coming } from './upcoming.tsx'
import { Week } from './week.tsx'

/** What needs somebody is told by events; what only time changes is looked up. */
const lookMs = 20_000

/** What needs somebody, worst first; what runs; the last days; the phones; what comes. */
export function HomePage() {
  useLive(['fleet', 'attention'])
  const isNarrow = useIsNarrow()
  const { data: overview } = useQuery({ ...overviewQuery, refetchInterval: lookMs })
  const things = overview?.data.attention.length ?? 0
  const sending = overview?.data.running.length ?? 0
  return (
    <Page
      title={overview ? words.title({ things, sending }) : words.waitingTitle}
      documentTitle={words.documentTitle({ things })}
      answer={<Now />}
      action={
        isNarrow ? undefined : (
          <ButtonLink to="/campaigns/new" variant="filled">
            {words.newCampaign}
          </ButtonLink>
        )
      }
      side={
        <>
          <Part name={words.phones} bars={4}>
            <Phones />
          </Part>
          <Part name={words.coming}>
            <Coming />
          </Part>
        </>
      }
    >
      <Part name={words.attention}>
        <AttentionList />
      </Part>
      <StepsToGo />
      <Part name={words.running}>
        <Running />
      </Part>
      <Part name={words.week} bars={6}>
        <Week />
      </Part>
    </Page>
  )
}

/** The day and the time by the account's clock, which days and budgets go by. */
function Now() {
  const now = useNow()
  const { data: me } = useQuery(meQuery)
  const timezone = me?.data.account.timezone ?? 'UTC'
  const clock = { day: dayInWords(now, timezone), time: timeOfDay(now, timezone) }
  // Until it is known whose clock it is, the line keeps its space.
  if (!me) return <Bar width={200} />
  const place = timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone
  return timezone === 'UTC' ? words.when(clock) : words.whenIn({ ...clock, place })
}

/** Until the first campaign was sent; a page that cannot say whether it was says nothing. */
function StepsToGo() {
  const { data: steps } = useQuery(firstStepsQuery)
  const campaign = steps?.data.find(({ step }) => step === 'campaign')
  if (!steps || campaign?.done_datetime !== null) return null
  return (
    <FirstSteps done={steps.data.filter(({ done_datetime }) => done_datetime !== null).length} />
  )
}
