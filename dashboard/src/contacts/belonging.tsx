import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../statuses/status-mark.tsx'
import { contactWords } from '../words/contacts.ts'
import css from './contact-page.module.css'
import { flowsOfQuery, segmentsOfQuery } from './queries.ts'

/** The saved segments that it is in now. */
export function Segments({ id }: { id: number }) {
  const { data } = useSuspenseQuery(segmentsOfQuery(id))
  if (data.data.length === 0) return <p className={css['plain']}>{contactWords.segmentsNone}</p>
  return (
    <ul className={css['links']}>
      {data.data.map((segment) => (
        <li key={segment.id}>
          <Link to="/segments/$id" params={{ id: String(segment.id) }}>
            {segment.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The flows that it has entered, and what became of each text. */
export function Flows({ id }: { id: number }) {
  const { data } = useSuspenseQuery(flowsOfQuery(id))
  if (data.data.length === 0) return <p className={css['plain']}>{contactWords.flowsNone}</p>
  return (
    <ul className={css['rows']}>
      {data.data.map((flow) => (
        <li key={flow.id}>
          <span>{flow.name}</span>
          <StatusMark
            of="sms"
            value={flow.status}
            {...(flow.error === null ? {} : { sentence: flow.error })}
          />
        </li>
      ))}
    </ul>
  )
}
