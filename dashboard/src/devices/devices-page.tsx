import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLive } from '../api/events.ts'
import { overviewQuery } from '../api/shared-queries.ts'
import { Bars } from '../ui/bars.tsx'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { useSingleKeys } from '../ui/keys.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { PageTurner } from '../ui/page-turner.tsx'
import { usualPageSize, type Paging } from '../ui/paging.ts'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { textOf, useChangeSearch, useSearchValues } from '../ui/search-state.ts'
import { uiWords } from '../words/ui.ts'
import { deviceWords as words } from '../words/devices.ts'
import { Connect } from './connect.tsx'
import { DeviceCard } from './device-card.tsx'
import { DeviceDialogs } from './device-dialogs.tsx'
import css from './devices-page.module.css'
import { PretendCard } from './pretend-card.tsx'
import { deviceQuery, devicesQuery, type Device } from './queries.ts'
import type { FreshToken } from './writes.ts'

/** With more phones than this one looks for one by its name. */
const searchFrom = 9

/** The phones: trouble first, then by what waits; and connecting one. */
export function DevicesPage() {
  const search = useSearchValues()
  const change = useChangeSearch()
  const [fresh, setFresh] = useState<FreshToken>()
  const page = Number(textOf(search['page']) ?? 1)
  const text = textOf(search['search'])
  const size = Number(textOf(search['results_per_page']) ?? usualPageSize)
  const query = useQuery(devicesQuery({ page, search: text, results_per_page: size }))
  const named = useNamed(query.data?.data)
  const devices = [...named, ...(query.data?.data ?? [])]
  // There the button stands in the middle.
  const isEmpty = query.data?.meta.total === 0 && text === undefined
  // Of every phone, and of all together.
  useLive(['fleet'])
  const connect = () => void change({ connect: true, device: undefined }, { isNewEntry: true })
  useSingleKeys({ n: connect })
  const take = (made: FreshToken) => {
    setFresh(made)
    void change({ connect: true, device: made.id, dialog: undefined, about: undefined })
  }
  return (
    <Page
      title={words.title}
      answer={<Answer devices={query.data?.data} total={query.data?.meta.total} />}
      {...(isEmpty ? {} : { action: <Button onClick={connect}>{words.connect}</Button> })}
    >
      {query.error && !query.data && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Bars name={words.title} total={6} />}
      {query.data && (
        <Phones
          devices={devices}
          paging={query.data.meta}
          isSearched={text !== undefined}
          onConnect={connect}
        />
      )}
      <DeviceDialogs listed={devices} onFresh={take} />
      <Connect fresh={fresh} onFresh={take} />
    </Page>
  )
}

/** The phone that a link names, where it is not on this page: it stands first. */
function useNamed(listed: readonly Device[] | undefined): Device[] {
  const id = Number(textOf(useSearchValues()['device']) ?? 0)
  const isMissing = id > 0 && listed !== undefined && !listed.some((one) => one.id === id)
  const { data } = useQuery({ ...deviceQuery(id), enabled: isMissing })
  return isMissing && data ? [data.data] : []
}

/** The line that answers: from the whole fleet, where it is known. */
function Answer({ devices, total }: { devices: Device[] | undefined; total: number | undefined }) {
  const { data } = useQuery(overviewQuery)
  if (!devices || total === undefined) return null
  if (total === 0) return words.noneYet
  const fleet = data?.data.fleet
  const isOnline = ({ status }: Device) => status === 'online'
  return words.answer({
    online: fleet?.online ?? devices.filter(isOnline).length,
    total: fleet?.total ?? total,
    rate: fleet?.rate_per_minute ?? null,
    waiting: fleet?.pending ?? devices.reduce((sum, one) => sum + one.total_pending_sms, 0),
  })
}

type PhonesProps = {
  devices: readonly Device[]
  paging: Paging
  isSearched: boolean
  onConnect: () => void
}

function Phones({ devices, paging, isSearched, onConnect }: PhonesProps) {
  if (paging.total === 0 && !isSearched) return <NoPhones onConnect={onConnect} />
  const hasPretend = devices.some(({ is_pretend }) => is_pretend)
  const nameOfSim = (sim: string) => nameIn(devices, sim)
  return (
    <>
      {(isSearched || paging.total >= searchFrom) && (
        <ListBar end={<SearchField name={words.searchName} />} />
      )}
      {devices.length === 0 && <EmptyByFilter text={words.noneFound} />}
      <ul className={css['cards']} aria-label={words.list}>
        {devices.map((device) => (
          <li key={device.id}>
            <DeviceCard device={device} nameOfSim={nameOfSim} />
          </li>
        ))}
        {!hasPretend && !isSearched && (
          <li>
            <PretendCard />
          </li>
        )}
      </ul>
      {paging.total_pages > 1 && <PageTurner name={words.pages} paging={paging} />}
    </>
  )
}

function NoPhones({ onConnect }: { onConnect: () => void }) {
  return (
    <>
      <Empty
        icon="devices"
        title={words.emptyTitle}
        text={words.emptyText}
        action={<Button onClick={onConnect}>{words.connect}</Button>}
      />
      <PretendCard />
    </>
  )
}

/** `2:1` as a person names it. */
function nameIn(devices: readonly Device[], sim: string): string | null {
  const [id, number] = sim.split(':').map(Number)
  const device = devices.find((one) => one.id === id)
  return device ? uiWords.sim({ device: device.name, sim: number ?? 1 }) : null
}
