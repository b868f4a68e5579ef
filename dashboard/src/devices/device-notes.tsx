import { Button } from '@mantine/core'
import { ButtonLink } from '../ui/button-link.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { useNow } from '../ui/formats.tsx'
import { moveOf } from '../ui/move-button.tsx'
import { Note } from '../ui/note.tsx'
import { instantOf, momentInWords } from '../words/formats.ts'
import { deviceWords as words } from '../words/devices.ts'
import css from './device-notes.module.css'
import { useDeviceActions } from './device-actions.ts'
import type { Device } from './queries.ts'

/** What is wrong with a phone, or why it sends nothing, and what would help. Of several the first is the worst. */
export function DeviceNotes({ device }: { device: Device }) {
  const notes = [stateNote(device), ...remarksOf(device)].filter((note) => note !== null)
  if (notes.length === 0) return null
  return <div className={css['notes']}>{notes}</div>
}

function stateNote(device: Device) {
  switch (device.status) {
    case 'offline':
      return <Offline key="state" device={device} />
    case 'new':
      return device.is_hosted ? (
        <Note key="state">{words.starting}</Note>
      ) : (
        <Unconnected key="state" device={device} />
      )
    case 'paused':
      return <Paused key="state" device={device} />
    case 'draining':
      return <Draining key="state" device={device} />
    case 'online':
      return null
  }
}

function remarksOf(device: Device) {
  const isDeaf = device.status === 'online' && !device.is_listening
  return [
    isDeaf ? <NotListening key="listening" device={device} /> : null,
    device.clock_skew_seconds === null ? null : (
      <Note key="clock" tone="warn">
        {words.clockOff({ seconds: device.clock_skew_seconds })}
      </Note>
    ),
  ]
}

function Offline({ device }: { device: Device }) {
  const move = useDialog('move')
  const check = useDialog('check')
  const { is_pretend, is_hosted, total_movable_sms: total } = device
  const canMove = moveOf(device.moves, 'move')?.is_allowed === true
  if (is_hosted) return <Note tone="warn">{words.starting}</Note>
  const remedy = total > 0 ? words.offlineMovable({ total }) : words.offline
  return (
    <Note
      tone="bad"
      action={
        <>
          {canMove && (
            <Button variant="default" onClick={() => move.open(device.id)}>
              {words.moveTexts({ total })}
            </Button>
          )}
          {!is_pretend && (
            <Button variant="subtle" onClick={() => check.open(device.id)}>
              {words.whyOffline}
            </Button>
          )}
        </>
      }
    >
      {is_pretend ? words.offlinePretend : remedy}
    </Note>
  )
}

function Unconnected({ device }: { device: Device }) {
  return (
    <Note
      action={
        <ButtonLink
          variant="default"
          to="/devices"
          search={{ connect: true, device: String(device.id) }}
        >
          {words.goOnConnecting}
        </ButtonLink>
      }
    >
      {words.newNote}
    </Note>
  )
}

function Paused({ device }: { device: Device }) {
  const now = useNow()
  const { setPaused } = useDeviceActions()
  const since = device.offline_since_datetime
  return (
    <Note
      tone="warn"
      action={
        <Button variant="default" onClick={() => setPaused(device, false)}>
          {words.resume}
        </Button>
      }
    >
      {words.pausedNote({ waiting: device.total_pending_sms })}{' '}
      {since !== null && words.pausedUnheard({ when: momentInWords(instantOf(since), { now }) })}
    </Note>
  )
}

function Draining({ device }: { device: Device }) {
  const { undrain } = useDeviceActions()
  return (
    <Note
      tone="warn"
      action={
        <Button variant="default" onClick={() => undrain(device)}>
          {words.undrainAct}
        </Button>
      }
    >
      {words.drainingNote({ waiting: device.total_pending_sms })}
    </Note>
  )
}

function NotListening({ device }: { device: Device }) {
  const check = useDialog('check')
  return (
    <Note
      tone="warn"
      action={
        <Button variant="default" onClick={() => check.open(device.id)}>
          {words.whatToDo}
        </Button>
      }
    >
      {words.notListening}
    </Note>
  )
}
