import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SimTag } from '../statuses/sim-tag.tsx'
import { Card } from '../ui/card.tsx'
import { ColumnChart } from '../ui/chart.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { useNow } from '../ui/formats.tsx'
import { MoveButton, moveOf } from '../ui/move-button.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { amount, dateOf, instantOf, moment, timeWithSeconds } from '../words/formats.ts'
import { dialogs } from './dialogs.tsx'
import { statisticsQuery, type Campaign, type Statistics } from './queries.ts'
import { badFailed, partsOf } from './shown.ts'
import css from './statistics.module.css'
import { fillTimeline } from './timeline.ts'

function useStatistics({ id }: Campaign): Statistics {
  return useSuspenseQuery(statisticsQuery(id)).data.data
}

/** What left and what failed, over time. */
export function Timeline({ campaign }: { campaign: Campaign }) {
  const now = useNow()
  const { bucket_seconds, timeline, sims } = useStatistics(campaign)
  const isOver = campaign.status === 'sent' || campaign.status === 'cancelled'
  const gone = isOver ? removedOf(campaign, sims) : 0
  const moments = fillTimeline(timeline, bucket_seconds)
  return (
    <Card title={words.timeline({ seconds: bucket_seconds })}>
      {moments.length === 0 ? (
        <p className={css['nothing']}>{words.timelineNone}</p>
      ) : (
        <ColumnChart
          label={words.timelineLabel}
          placeLabel={words.timelinePlace}
          places={moments.map(({ datetime }) => placeOf(datetime, bucket_seconds, now))}
          series={[
            { label: words.seriesSent, tone: 'ok', values: moments.map(({ sent }) => sent) },
            { label: words.seriesFailed, tone: 'bad', values: moments.map(({ failed }) => failed) },
          ]}
        />
      )}
      {gone > 0 && <p className={css['gone']}>{words.removedNote({ total: gone })}</p>}
    </Card>
  )
}

/** How many of its texts are counted in its totals and have no row any more. */
function removedOf(campaign: Campaign, sims: Statistics['sims']): number {
  const parts = partsOf(campaign)
  const counted = parts.delivered + parts.sent + parts.failed
  return Math.max(0, counted - sims.reduce((sum, { sent, failed }) => sum + sent + failed, 0))
}

function placeOf(datetime: string, seconds: number, now: Date): string {
  const instant = instantOf(datetime)
  if (seconds < 60) return timeWithSeconds(instant)
  return seconds < 86_400 ? moment(instant, { now }) : dateOf(instant, { now })
}

/** What each SIM sent, and what failed on it. */
export function BySim({ campaign }: { campaign: Campaign }) {
  const { sims } = useStatistics(campaign)
  return (
    <Card title={words.bySim} isFlush>
      {sims.length === 0 ? (
        <p className={css['none']}>{words.timelineNone}</p>
      ) : (
        <table className={css['sims']}>
          <thead>
            <tr>
              <th scope="col">{words.columnSim}</th>
              <th scope="col">{words.columnSent}</th>
              <th scope="col">{words.columnFailed}</th>
            </tr>
          </thead>
          <tbody>
            {sims.map(({ device_id, device_name, sim_subscription_id, sent, failed, pending }) => (
              <tr key={`${device_id}:${sim_subscription_id}`}>
                <th scope="row">
                  <SimTag device={device_name} sim={sim_subscription_id} />
                  {pending > 0 && (
                    <span className={css['waiting']}>{words.waiting({ total: pending })}</span>
                  )}
                </th>
                <td>{amount(sent)}</td>
                <td data-bad={failed > 0 && failed / (sent + failed) >= badFailed}>
                  {amount(failed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

/** Why texts failed, what can be sent again, and why others were withdrawn. */
export function Failures({ campaign }: { campaign: Campaign }) {
  const { errors, cancellations } = useStatistics(campaign)
  const retry = useDialog(dialogs.retry)
  const total = errors.reduce((sum, { total_retryable }) => sum + total_retryable, 0)
  const worst = Math.max(1, ...errors.map((one) => one.total))
  return (
    <>
      <Card
        title={words.failures}
        action={
          total > 0 && (
            <MoveButton
              move={moveOf(campaign.moves, 'retry')}
              onAct={() => retry.open(campaign.id)}
            >
              {words.retry({ total })}
            </MoveButton>
          )
        }
      >
        {errors.length === 0 ? (
          <p className={css['nothing']}>{words.noFailures}</p>
        ) : (
          <Reasons reasons={errors} of={worst} status="failed" />
        )}
      </Card>
      {cancellations.length > 0 && (
        <Card title={words.cancellations}>
          <Reasons
            reasons={cancellations}
            of={Math.max(...cancellations.map((one) => one.total))}
            status="cancelled"
          />
        </Card>
      )}
    </>
  )
}

type Reason = (Statistics['errors'] | Statistics['cancellations'])[number]

type ReasonsProps = {
  reasons: readonly Reason[]
  of: number
  status: 'failed' | 'cancelled'
}

/** Each leads to its rows. */
function Reasons({ reasons, of, status }: ReasonsProps) {
  return (
    <ul className={css['reasons']}>
      {reasons.map((one) => (
        <li key={one.code}>
          <Link
            to="."
            search={{ status, reason: one.code }}
            resetScroll={false}
            className={css['reason']}
            data-hint={one.error}
          >
            <span>{words.reasons[one.code] ?? one.title}</span>
            <span className={css['figure']}>{amount(one.total)}</span>
          </Link>
          <span className={css['track']} data-status={status} aria-hidden="true">
            <span style={{ inlineSize: `${(one.total / of) * 100}%` }} />
          </span>
          {status === 'failed' && <span className={css['note']}>{noteOf(one)}</span>}
        </li>
      ))}
    </ul>
  )
}

function noteOf({ code, is_retryable, total, total_retryable }: Reason) {
  if (code === 'unknown') return words.lookAtEach
  if (!is_retryable) return words.isLeft
  return total_retryable === total ? words.canRetry : words.someLeft({ total: total_retryable })
}
