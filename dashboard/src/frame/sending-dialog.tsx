import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { meQuery, overviewQuery } from '../api/shared-queries.ts'
import { useWrite } from '../api/use-write.ts'
import { StatusMark } from '../statuses/status-mark.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Amount, useNow } from '../ui/formats.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { frameWords } from '../words/frame.ts'
import css from './sending-dialog.module.css'
import { sendingState } from './sending-state.ts'

/** So many campaigns are named; the list has the others. */
const namedMax = 8

const queuedQuery = queryOptions({
  queryKey: ['campaigns', 'list', { status: 'processing', results_per_page: 10 }],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/campaigns', {
        params: {
          query: {
            status: 'processing',
            results_per_page: 10,
            include: 'progress',
            include_ids: '0',
          },
        },
        signal,
      }),
    ),
})

/** What is queued, and the one switch that holds all sending. */
export function SendingDialog() {
  const now = useNow()
  const { data: overview, error } = useQuery(overviewQuery)
  const { data: me } = useQuery(meQuery)
  const state = overview && sendingState(overview.data.fleet, now, me?.data.person?.name)
  return (
    <Dialog name="sending" title={state?.title ?? frameWords.sending} foot={<TheSwitch />}>
      {error && !overview && <Problem error={error} />}
      {state && (
        <ul className={css['lines']}>
          {state.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Queued />
      <p className={css['note']}>
        {state?.isHeld
          ? frameWords.inHand({ total: overview?.data.fleet.in_hand ?? 0 })
          : frameWords.holdMeans}
      </p>
    </Dialog>
  )
}

function Queued() {
  const { data } = useQuery(queuedQuery)
  if (!data || data.data.length === 0) return null
  return (
    <>
      <h3 className={css['heading']}>{frameWords.queuedCampaigns}</h3>
      <ul className={css['queue']}>
        {data.data.slice(0, namedMax).map(({ id, name, total_pending_sms, hold }) => (
          <li key={id}>
            <Link to="/campaigns/$id" params={{ id: String(id) }}>
              {name}
            </Link>
            <StatusMark of="campaign" value={hold ? 'held' : 'processing'} />
            <Amount value={total_pending_sms} />
          </li>
        ))}
      </ul>
      {data.meta.total > namedMax && (
        <Link to="/campaigns" search={{ status: 'processing' }}>
          {frameWords.allQueued({ total: data.meta.total })}
        </Link>
      )}
    </>
  )
}

function TheSwitch() {
  const { say } = useNotices()
  const { data: overview } = useQuery(overviewQuery)
  const isHeld = overview?.data.fleet.hold?.reason === 'sending_held'
  const { write, isPending, error } = useWrite({
    mutationFn: (is_on: boolean, once) =>
      answer(api.POST('/api/account/sending', { body: { is_on }, headers: once })),
    changes: [['overview'], ['campaigns']],
    onSuccess: (_answer, is_on) => say(is_on ? frameWords.goesOn : frameWords.nowHeld),
  })
  if (!overview) return null
  return (
    <>
      {error && <Problem error={error} isWrite />}
      <Button
        variant={isHeld ? 'filled' : 'default'}
        color={isHeld ? 'petrol' : 'brick'}
        aria-disabled={isPending}
        onClick={() => write(isHeld)}
      >
        {isHeld ? frameWords.letGoOn : frameWords.holdAll}
      </Button>
    </>
  )
}
