import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError } from '../api/errors.ts'
import { StatusMark } from '../statuses/status-mark.tsx'
import { announce } from '../ui/announce.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { useIsNarrow } from '../ui/narrow.ts'
import { Problem } from '../ui/problem.tsx'
import { amount } from '../words/formats.ts'
import { groupedNumber } from '../words/phone-number.ts'
import { segmentWords } from '../words/segments.ts'
import { Person } from './chosen.tsx'
import type { Kind } from './draft.ts'
import { allContactsQuery } from './queries.ts'
import css from './segments.module.css'
import type { Count, Counting } from './use-count.ts'

type CountProps = {
  counting: Counting
  kind: Kind
  /** The saved segment, where what is counted is what is saved: its contacts can be seen. */
  savedId: number | undefined
  /** Whether ten of them are shown; not where all of them stand beside it. */
  hasSample: boolean
}

function waiting(isAsked: boolean, error: Error | null): string {
  if (isRefusal(error)) return segmentWords.notReadable
  return isAsked ? segmentWords.counting : segmentWords.notCounted
}

/** What stands there cannot be taken as it is: said where it stands. */
export function isRefusal(error: Error | null): error is ApiError {
  return error instanceof ApiError && error.kind === 'refused'
}

const cardId = 'who'

/** The count while one writes: how many, who of them is never texted, and ten of them. */
export function CountCard({ counting, kind, savedId, hasSample }: CountProps) {
  const { count, error, isAsked, isOld } = counting
  const { data: all } = useQuery(allContactsQuery)
  const sentence = count && segmentWords.contacts({ total: count.total })
  // Told to those who listen, once it has come to rest.
  useEffect(() => {
    if (sentence !== undefined && !isOld) announce(sentence)
  }, [sentence, isOld])
  return (
    <div id={cardId} className={css['anchor']}>
      <Card isFlush>
        <h2 className={css['hidden']}>{segmentWords.countTitle}</h2>
        <div className={css['count']} data-old={isOld && isAsked}>
          {error !== null && !isRefusal(error) && <Problem error={error} />}
          {error === null && count && <Figures count={count} kind={kind} all={all} />}
          {(isRefusal(error) || (error === null && !count)) && (
            <p className={css['dim']}>{waiting(isAsked, error)}</p>
          )}
        </div>
        {error === null && count && hasSample && <Sample count={count} savedId={savedId} />}
      </Card>
    </div>
  )
}

function Figures({ count, kind, all }: { count: Count; kind: Kind; all: number | undefined }) {
  const { total, opted_out, cannot_be_texted, new_numbers } = count
  const whole = Math.max(all ?? 0, total)
  const isOfAll = kind === 'filter' && all !== undefined
  return (
    <>
      <p className={css['big']}>{amount(total)}</p>
      <p className={css['sentences']}>
        <span>
          {isOfAll
            ? segmentWords.matchOf({ all: whole })
            : kind === 'filter'
              ? segmentWords.match({ total })
              : segmentWords.areIn({ total })}
        </span>{' '}
        {opted_out > 0 && <strong>{segmentWords.optedOut({ total: opted_out })}</strong>}{' '}
        {cannot_be_texted > 0 && (
          <span>{segmentWords.cannotBeTexted({ total: cannot_be_texted })}</span>
        )}{' '}
        {new_numbers > 0 && <span>{segmentWords.newNumbers({ total: new_numbers })}</span>}
      </p>
      {isOfAll && whole > 0 && (
        <div className={css['bar']} role="img" aria-label={segmentWords.bar({ total, all: whole })}>
          <span
            className={css['barIn']}
            style={{ inlineSize: `${((total - opted_out) / whole) * 100}%` }}
          />
          <span className={css['barOut']} style={{ inlineSize: `${(opted_out / whole) * 100}%` }} />
        </div>
      )}
    </>
  )
}

function Sample({ count, savedId }: { count: Count; savedId: number | undefined }) {
  if (count.sample.length === 0) return null
  return (
    <>
      <ul className={css['people']} aria-label={segmentWords.sample}>
        {count.sample.map((contact) => {
          const number = groupedNumber(contact.phone_number)
          return (
            <li key={contact.id}>
              <Link
                to="/contacts/$id"
                params={{ id: String(contact.id) }}
                className={css['personLink']}
              >
                <Person
                  name={contact.name ?? number}
                  note={contact.name === null ? undefined : number}
                />
              </Link>
              {contact.has_opted_out && <StatusMark of="contact" value="opted-out" />}
            </li>
          )
        })}
      </ul>
      {savedId !== undefined && count.total > count.sample.length && (
        <p className={css['seeAll']}>
          <Link to="/segments/$id/contacts" params={{ id: String(savedId) }}>
            {segmentWords.seeAll({ total: count.total })}
          </Link>
        </p>
      )}
    </>
  )
}

/** On a phone the count stays in sight above the tab bar, and leads to who they are. */
export function CountBar({ counting }: { counting: Counting }) {
  const { count, error, isAsked, isOld } = counting
  if (!useIsNarrow()) return null
  const line = count
    ? segmentWords.barLine({ total: count.total, out: count.opted_out })
    : waiting(isAsked, error)
  return (
    <button
      type="button"
      className={css['countBar']}
      data-old={isOld && isAsked}
      onClick={() => document.getElementById(cardId)?.scrollIntoView({ block: 'start' })}
    >
      <span>{line}</span>
      {count && count.total > 0 && (
        <span className={css['countBarSee']}>
          {segmentWords.see}
          <Icon name="down" size={16} />
        </span>
      )}
    </button>
  )
}
