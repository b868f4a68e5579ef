import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ShapeMark } from '../statuses/shape-mark.tsx'
import { Card } from '../ui/card.tsx'
import { Moment } from '../ui/formats.tsx'
import { instantOf } from '../words/formats.ts'
import { healthWords } from '../words/health.ts'
import { healthQuery, type Health } from './queries.ts'
import css from './health-part.module.css'

type Line = {
  name: string
  /** `idle`: nothing to say yet, and nothing to do. */
  tone: 'ok' | 'idle' | 'warn' | 'bad'
  text: string
  note?: ReactNode
}

/** Below so much of the disk it is time to act. */
const scarcePart = 0.1
const backupDays = 8

/** How the installation is, in words, what is wrong first. */
export function HealthPart() {
  const { data } = useSuspenseQuery(healthQuery)
  const lines = linesOf(data.data).toSorted((one, other) => rank[one.tone] - rank[other.tone])
  const wrong = lines.filter(({ tone }) => tone === 'warn' || tone === 'bad').length
  return (
    <Card
      title={wrong === 0 ? healthWords.allWell : healthWords.someWrong({ total: wrong })}
      note={healthWords.version({ version: data.data.version })}
      isFlush
    >
      <dl className={css['lines']}>
        {lines.map(({ name, tone, text, note }) => (
          <div key={name} className={css['line']}>
            <dt className={css['name']}>{name}</dt>
            <dd className={css['text']}>
              <span className={css['state']} data-tone={tone}>
                <ShapeMark shape={shapes[tone]} />
                <span>
                  <span className={css['hidden']}>{healthWords.tones[tone]}</span> {text}
                </span>
              </span>
              {note !== undefined && <span className={css['note']}>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const rank = { bad: 0, warn: 1, idle: 2, ok: 3 }
const shapes = { ok: 'tick', idle: 'ring-dashed', warn: 'clock', bad: 'cross' } as const

function linesOf(health: Health): Line[] {
  return [
    phones(health),
    database(health),
    ...(health.disk === null ? [] : [disk(health.disk)]),
    check(health),
    backup(health),
    notices(health),
  ]
}

function phones({ devices: { total, offline } }: Health): Line {
  const name = healthWords.healthPhones
  const [first] = offline
  if (total === 0) return { name, tone: 'idle', text: healthWords.noPhones }
  if (!first) return { name, tone: 'ok', text: healthWords.phonesWell({ total }) }
  return {
    name,
    tone: 'bad',
    text: healthWords.phonesOffline({ names: offline.map((device) => device.name), total }),
    note: (
      <>
        {healthWords.offlineSince} <Moment at={first.offline_since_datetime} />
      </>
    ),
  }
}

function database({ database: { version, bytes, milliseconds } }: Health): Line {
  return {
    name: healthWords.healthDatabase,
    tone: milliseconds > slowMs ? 'warn' : 'ok',
    text: healthWords.databaseText({ bytes, milliseconds }),
    note: healthWords.databaseNote({ version }),
  }
}

const slowMs = 500

function disk({ total_bytes: total, free_bytes: free }: NonNullable<Health['disk']>): Line {
  const isScarce = total > 0 && free / total < scarcePart
  return {
    name: healthWords.healthDisk,
    tone: isScarce ? 'bad' : 'ok',
    text: healthWords.diskText({ free, total }),
    ...(isScarce ? { note: healthWords.diskScarce } : {}),
  }
}

function check({ last_check, next_check_datetime }: Health): Line {
  const name = healthWords.healthCheck
  const next = next_check_datetime !== null && (
    <>
      {healthWords.nextCheck} <Moment at={next_check_datetime} />
    </>
  )
  if (last_check === null)
    return { name, tone: 'idle', text: healthWords.noCheck, ...(next ? { note: next } : {}) }
  const { total_checked, total_differences, datetime } = last_check
  return {
    name,
    tone: total_differences > 0 ? 'bad' : 'ok',
    text: healthWords.checkText({ checked: total_checked, differences: total_differences }),
    note: (
      <>
        {healthWords.lastCheck} <Moment at={datetime} />
      </>
    ),
  }
}

function backup({ last_backup_datetime: at, datetime }: Health): Line {
  const name = healthWords.healthBackup
  if (at === null)
    return { name, tone: 'warn', text: healthWords.noBackup, note: healthWords.backupHow }
  const days = (instantOf(datetime).getTime() - instantOf(at).getTime()) / 86_400_000
  return {
    name,
    tone: days > backupDays ? 'warn' : 'ok',
    text: days > backupDays ? healthWords.oldBackup : healthWords.backupText,
    note: <Moment at={at} />,
  }
}

function notices({ mail, notifications: { waiting, failed } }: Health): Line {
  const name = healthWords.healthNotices
  if (failed > 0) return { name, tone: 'bad', text: healthWords.noticesFailed({ failed }) }
  return {
    name,
    tone: 'ok',
    text: waiting > 0 ? healthWords.noticesWaiting({ waiting }) : healthWords.noticesWell,
    ...(mail.is_configured ? {} : { note: healthWords.noMail }),
  }
}
