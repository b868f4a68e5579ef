import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '../api/shared-queries.ts'
import { Card } from '../ui/card.tsx'
import { Amount, Moment } from '../ui/formats.tsx'
import { homeWords as words } from '../words/home.ts'
import type { Upcoming } from './queries.ts'
import css from './upcoming.module.css'

/** What is sent by itself in the next seven days. */
export function Coming() {
  const { data } = useSuspenseQuery(overviewQuery)
  const { upcoming } = data.data
  return (
    <Card title={words.coming} isFlush>
      {upcoming.length === 0 ? (
        <p className={css['none']}>{words.nothingComes}</p>
      ) : (
        <ul className={css['list']}>
          {upcoming.map((one) => (
            <li key={`${one.type} ${one.id}`} className={css['row']}>
              <div className={css['name']}>
                <Name one={one} />
                <Moment at={one.datetime} />
              </div>
              <Amount value={one.total} why={words.notCounted} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Name({ one: { type, id, name } }: { one: Upcoming }) {
  if (type !== 'campaign') return <span>{name}</span>
  return (
    <Link to="/campaigns/$id" params={{ id: String(id) }}>
      {name}
    </Link>
  )
}
