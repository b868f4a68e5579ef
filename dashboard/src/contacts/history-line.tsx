import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StatusMark } from '../statuses/status-mark.tsx'
import { useNow } from '../ui/formats.tsx'
import { campaignPageWords } from '../words/campaign-page.ts'
import { contactWords } from '../words/contacts.ts'
import { instantOf, momentInWords } from '../words/formats.ts'
import css from './contact-page.module.css'
import type { HistoryItem } from './queries.ts'
import { writtenValue, type FieldValue } from './values.ts'

/** What happened: the fact, what it belongs to, and how it stands. */
export function HistoryLine({ item }: { item: HistoryItem }) {
  switch (item.event) {
    case 'text':
      return <TextLine item={item} />
    case 'entered_flow':
      return <FlowLine item={item} />
    case 'created':
    case 'changed':
      return <ChangeLine item={item} />
    case 'opted_out':
    case 'opted_in':
      return <ConsentLine item={item} />
  }
}

type LineProps = { fact: ReactNode; below?: ReactNode; mark?: ReactNode }

function Line({ fact, below, mark }: LineProps) {
  return (
    <>
      <div className={css['what']}>
        <p className={css['fact']}>{fact}</p>
        {below !== undefined && below !== '' && <div className={css['below']}>{below}</div>}
      </div>
      {mark}
    </>
  )
}

function TextLine({ item }: { item: HistoryItem }) {
  const { sms, device } = item
  if (sms === null) return null
  const isReceived = sms.type === 'received'
  const place = device && { device: device.name, sim: sms.sim_subscription_id }
  const by = place && (isReceived ? contactWords.to(place) : contactWords.from(place))
  return (
    <Line
      fact={
        sms.content === '' ? (
          <span className={css['dim']}>{contactWords.noText}</span>
        ) : (
          <span className={css['text']}>{contactWords.quoted({ text: sms.content })}</span>
        )
      }
      below={
        <>
          <Origin item={item} />
          {by && <span>{by}</span>}
          {sms.error !== null && <span>{whyOf(sms)}</span>}
        </>
      }
      mark={<SmsMark sms={sms} />}
    />
  )
}

function Origin({ item: { origin, sms } }: { item: HistoryItem }) {
  if (origin?.type === 'campaign') {
    return (
      <Link to="/campaigns/$id" params={{ id: String(origin.id) }}>
        {origin.name}
      </Link>
    )
  }
  if (origin) return <span>{contactWords.ofFlow({ name: origin.name })}</span>
  if (sms?.purpose === 'confirmation') return <span>{contactWords.confirmation}</span>
  if (sms?.purpose === 'reply') return <span>{contactWords.answerByHand}</span>
  if (sms?.purpose === 'test') return <span>{contactWords.testText}</span>
  return null
}

function SmsMark({ sms }: { sms: NonNullable<HistoryItem['sms']> }) {
  const isDelivered = sms.status === 'sent' && sms.delivered_datetime !== null
  return (
    <StatusMark
      of="sms"
      value={isDelivered ? 'delivered' : sms.status}
      {...(sms.error === null ? {} : { sentence: sms.error })}
    />
  )
}

/** The reason in words of ours; what a phone said stands in the hint of the status. */
function whyOf({ error, error_code }: NonNullable<HistoryItem['sms']>): string {
  const isOther = error_code === null || error_code === 'other'
  return (isOther ? undefined : campaignPageWords.reasons[error_code]) ?? error ?? ''
}

function FlowLine({ item }: { item: HistoryItem }) {
  const now = useNow()
  const { due_datetime, origin, sms } = item
  const due =
    due_datetime === null
      ? undefined
      : contactWords.dueAt({ time: momentInWords(instantOf(due_datetime), { now }) })
  return (
    <Line
      fact={contactWords.enteredFlow({ name: origin?.name ?? '' })}
      below={due}
      mark={sms && due_datetime !== null && <SmsMark sms={sms} />}
    />
  )
}

function ChangeLine({ item }: { item: HistoryItem }) {
  const { event, changes, person, job_id } = item
  const file = fileOf(item)
  const names = changes.map(({ field }) => nameOf(field))
  const isCreated = event === 'created'
  const plain = isCreated ? contactWords.created : contactWords.changed({ fields: names })
  const byImport = isCreated ? contactWords.createdByImport : contactWords.changedByImport
  return (
    <Line
      fact={
        item.import && file !== undefined ? (
          <Link to="/imports/$id" params={{ id: String(item.import.id) }}>
            {byImport({ file })}
          </Link>
        ) : (
          plain
        )
      }
      below={
        <>
          {changes.map(({ field, before, after }) => (
            <span key={field}>
              {contactWords.fromTo({
                field: nameOf(field),
                before: shown(before),
                after: shown(after),
              })}
            </span>
          ))}
          {person !== null && <span>{contactWords.by({ person })}</span>}
          {job_id !== null && (
            <Link to="/jobs/$id" params={{ id: String(job_id) }}>
              {contactWords.byMany}
            </Link>
          )}
        </>
      }
    />
  )
}

function ConsentLine({ item }: { item: HistoryItem }) {
  const { event, how, text, person, note } = item
  const words = contactWords.how
  const file = fileOf(item)
  const evidence =
    how === 'reply' && text !== null
      ? words.reply({ text })
      : how === 'import' && file !== undefined
        ? words.import({ file })
        : how === 'list'
          ? words.list
          : person === null
            ? words.apiUnknown
            : words.api({ person })
  return (
    <Line
      fact={
        <>
          {event === 'opted_out' ? contactWords.optedOut : contactWords.optedIn} {evidence}
        </>
      }
      below={note === null ? undefined : contactWords.note({ note })}
    />
  )
}

function fileOf({ import: file }: HistoryItem): string | undefined {
  if (!file) return undefined
  const name = file.file_name ?? contactWords.fileUnnamed({ id: file.id })
  return contactWords.fileNamed({ file: name, line: file.line })
}

const prefix = 'custom_parameters.'

function nameOf(field: string): string {
  if (field.startsWith(prefix)) return field.slice(prefix.length)
  return contactWords.fieldName[field] ?? field
}

function shown(value: FieldValue | null): string {
  if (value === null) return contactWords.nothing
  if (typeof value === 'boolean') return value ? contactWords.yes : contactWords.no
  return writtenValue(value)
}
