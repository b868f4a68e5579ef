import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Shell } from '../ui/dialog.tsx'
import { textOf, useChangeSearch, useSearchValues } from '../ui/search-state.ts'
import { connectWords as words } from '../words/connect.ts'
import { Checks } from './checks.tsx'
import { ConnectData, NameIt } from './connect-data.tsx'
import { ConnectTest } from './connect-test.tsx'
import css from './connect.module.css'
import { checksQuery, deviceQuery } from './queries.ts'
import type { FreshToken } from './writes.ts'

type ConnectProps = {
  /** A token that was just made: it is shown once, and gone when the page is. */
  fresh: FreshToken | undefined
  onFresh: (fresh: FreshToken) => void
}

/** Connecting a phone in three steps, open while the URL says `?connect`; `device` is the one that waits. */
export function Connect(props: ConnectProps) {
  const search = useSearchValues()
  const change = useChangeSearch()
  if (textOf(search['connect']) === undefined) return null
  const id = Number(textOf(search['device']) ?? 0)
  const close = () => void change({ connect: undefined, device: undefined })
  return <Steps key={id} {...props} id={id > 0 ? id : undefined} onClose={close} />
}

type StepsProps = ConnectProps & { id: number | undefined; onClose: () => void }

function Steps({ id, fresh, onFresh, onClose }: StepsProps) {
  const { data } = useQuery({ ...deviceQuery(id ?? 0), enabled: id !== undefined })
  const device = data?.data
  const ofThis = fresh !== undefined && fresh.id === id ? fresh : undefined
  return (
    <Shell
      kind="dialog"
      isWide
      title={device ? words.titleOf({ name: device.name }) : words.title}
      onClose={onClose}
      foot={<Foot id={id} onClose={onClose} />}
    >
      <ol className={css['steps']}>
        <Step number={1} title={words.install}>
          <Install />
        </Step>
        <Step number={2} title={words.give}>
          <p className={css['note']}>{words.giveWhere}</p>
          {id === undefined ? (
            <NameIt onFresh={onFresh} />
          ) : (
            <ConnectData id={id} fresh={ofThis} onFresh={onFresh} />
          )}
        </Step>
        <Step number={3} title={words.turnOn}>
          {id === undefined ? <p className={css['note']}>{words.waitFirst}</p> : <Checks id={id} />}
        </Step>
      </ol>
    </Shell>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className={css['step']}>
      <h3>{words.step({ number, text: title })}</h3>
      {children}
    </li>
  )
}

/** The first release that has all of what we ask of the app. */
const release = '1.70.4'
const projectPage = 'https://github.com/capcom6/android-sms-gateway/releases'
const builds = { secure: 'app-release.apk', insecure: 'app-insecure.apk' }

function Install() {
  const isSecure = location.protocol === 'https:'
  return (
    <div className={css['note']}>
      <p>
        {words.installText({ release })} <code>{isSecure ? builds.secure : builds.insecure}</code>,{' '}
        <a href={projectPage} target="_blank" rel="noreferrer">
          {words.installWhere}
        </a>
        {'. '}
        {words.installAllow}
      </p>
      {!isSecure && <p className={css['warn']}>{words.isolated}</p>}
    </div>
  )
}

/** The test is there once the phone is. */
function Foot({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const [isTesting, setTesting] = useState(false)
  const { data } = useQuery({ ...checksQuery(id ?? 0), enabled: id !== undefined })
  const stateOf = (name: string) => data?.data.find(({ check }) => check === name)?.state
  const isThere = stateOf('reached') !== undefined && stateOf('reached') !== 'waiting'
  const isDone = stateOf('sent') === 'ok' && data?.data.every(({ state }) => state === 'ok')
  if (isTesting && id !== undefined)
    return <ConnectTest id={id} onClose={() => setTesting(false)} />
  return (
    <>
      {isDone === true && <span className={css['fine']}>{words.allFine}</span>}
      <Button variant={isDone === true ? 'filled' : 'default'} onClick={onClose}>
        {isDone === true ? words.done : words.later}
      </Button>
      {isThere && isDone !== true && <Button onClick={() => setTesting(true)}>{words.test}</Button>}
    </>
  )
}
