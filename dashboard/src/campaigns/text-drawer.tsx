import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Moment, PhoneNumber } from '../ui/formats.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Part } from '../ui/part.tsx'
import { Problem } from '../ui/problem.tsx'
import { SimTag } from '../statuses/sim-tag.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { historyQuery, textQuery, type Recipient } from './queries.ts'
import { textDialog, TextMark } from './recipient-rows.tsx'
import css from './text-drawer.module.css'
import { useSendAgain } from './writes.ts'

/** One text at the side: what was written, what became of it, and when. */
export function TextDrawer() {
  const { isOpen, about } = useDialog(textDialog)
  const id = Number(about)
  if (!isOpen || !Number.isSafeInteger(id) || id < 1) return null
  return (
    <Drawer name={textDialog} title={words.historyTitle}>
      <Part name={words.historyTitle} bars={5}>
        <Text id={id} />
      </Part>
    </Drawer>
  )
}

function Text({ id }: { id: number }) {
  const { data } = useSuspenseQuery(textQuery(id)).data
  const history = useSuspenseQuery(historyQuery(id)).data.data
  const { contact_id, phone_number, content, parts, error, error_code } = data
  return (
    <div className={css['drawer']}>
      <div className={css['who']}>
        <strong>
          <PhoneNumber number={phone_number} />
        </strong>
        <TextMark row={data} />
        <Link to="/contacts/$id" params={{ id: String(contact_id) }}>
          {words.seeContact}
        </Link>
      </div>
      <p className={css['content']} dir="auto">
        {content}
      </p>
      <p className={css['parts']}>{words.parts({ parts })}</p>
      <ol className={css['events']}>
        {history.map((one, place) => (
          <li key={`${place} ${one.event}`}>
            <span className={css['event']}>
              {eventOf(one)}
              {one.device_name !== null && one.sim_subscription_id !== null && (
                <SimTag device={one.device_name} sim={one.sim_subscription_id} />
              )}
            </span>
            <Moment at={one.datetime} as="seconds" />
          </li>
        ))}
      </ol>
      {error !== null && (
        <p className={css['error']}>
          {error_code === null ? error : (words.reasons[error_code] ?? error)}
          {error_code !== null && <span>{words.said({ error })}</span>}
        </p>
      )}
      {data.status === 'failed' && <Again text={data} />}
    </div>
  )
}

type Event = { event: string; device_name: string | null; sim_subscription_id: number | null }

/** Where the SIM is not known, the phone is named. */
function eventOf({ event, device_name, sim_subscription_id }: Event): string {
  const isAlone = device_name !== null && sim_subscription_id === null
  if (event === 'handed_over' && isAlone) return words.handedTo({ device: device_name })
  return words.events[event] ?? event
}

function Again({ text }: { text: Recipient }) {
  const { say } = useNotices()
  const { write, isPending, error } = useSendAgain(() => say(words.sentAgain))
  if (text.error_code === 'not_made' || text.error_code === 'opted_out') return null
  return (
    <div className={css['again']}>
      {text.may_have_gone_out && <p>{words.sendAgainTwice}</p>}
      <Button variant="default" aria-disabled={isPending} onClick={() => write(text.sms_id)}>
        {words.sendAgain}
      </Button>
      {error && <Problem error={error} isWrite />}
    </div>
  )
}
