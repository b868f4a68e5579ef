import { wireDatetime } from '../http/wire.ts'
import type { NoticeKind } from './write.ts'

export type NoticeRow = {
  id: number
  kind: NoticeKind
  subject_type: string
  subject_id: number | null
  subject_name: string | null
  details: Record<string, string | number | null>
  happened_at: Date
  /** Of a received text, as long as it is kept. */
  content: string | null
  phone_number: string | null
}

/** A notice in one line for a subject, and in a few for the body. */
export function wordsOf(notice: NoticeRow): { title: string; text: string } {
  const { title, text } = wordsOfKind(notice)
  return { title: title.replaceAll(/\s+/g, ' ').trim(), text }
}

function wordsOfKind(notice: NoticeRow): { title: string; text: string } {
  const { details, subject_id: id } = notice
  const name = notice.subject_name ?? ''
  const said = (key: string) => String(details[key] ?? '')
  switch (notice.kind) {
    case 'phone_offline':
      return {
        title: `Phone ${name} is offline`,
        text:
          `The phone ${name} (device ${id}) was last heard of at ${said('last_heard')} UTC.\n` +
          `${said('pending')} texts wait on it. Check that it has power and a network, and that the app is running.`,
      }
    case 'phone_back':
      return {
        title: `Phone ${name} is back`,
        text: `The phone ${name} (device ${id}), offline since ${said('offline_since')} UTC, is back.`,
      }
    case 'text_received':
      return {
        title: `A text from ${notice.phone_number ?? 'a number'} on ${name}`,
        text: `${notice.phone_number ?? 'Somebody'} wrote to ${name}:\n\n${notice.content || 'The text is no longer kept.'}`,
      }
    case 'feed_off':
      return {
        title: `The RSS automation ${name} was switched off`,
        text: `Its feed failed ${said('failures')} times in a row. The last error: ${said('error')}\nSwitch it on again when the feed is in order.`,
      }
    case 'import_failed':
      return {
        title: `The import ${name || id} failed`,
        text: `Import ${id}${name ? ` of ${name}` : ''} failed: ${said('error')}`,
      }
    case 'totals_differ':
      return {
        title: 'Totals differ from what was counted',
        text:
          `The nightly check found ${said('total_differences')} totals that are not what the messages say, the first one: ${said('first')}\n` +
          'Nothing was changed. GET /api/health/details lists them; please report it as a bug.',
      }
    case 'test':
      return {
        title: 'A test',
        text: 'This is a test. Notices of this account will reach you here.',
      }
  }
}

/** Several notices as one e-mail. */
export function mailOf(notices: readonly NoticeRow[]): { subject: string; text: string } {
  const written = notices.map((notice) => ({ ...wordsOf(notice), at: notice.happened_at }))
  const [first] = written
  const subject =
    written.length === 1 && first ? first.title : `${written.length} notices, ${first?.title}`
  const text = written
    .map(({ title, text: body, at }) => `${title}\n${wireDatetime(at)} UTC\n\n${body}\n`)
    .join('\n---\n\n')
  return { subject: `Simcast: ${subject}`, text }
}

/** Several notices as the document that a webhook is sent. */
export function documentOf(notices: readonly NoticeRow[]): object {
  return {
    notices: notices.map((notice) => ({
      id: notice.id,
      kind: notice.kind,
      subject: {
        type: notice.subject_type,
        id: notice.subject_id,
        name: notice.subject_name,
      },
      ...wordsOf(notice),
      details: {
        ...notice.details,
        ...(notice.kind === 'text_received'
          ? { phone_number: notice.phone_number, content: notice.content }
          : {}),
      },
      datetime: wireDatetime(notice.happened_at),
    })),
  }
}
