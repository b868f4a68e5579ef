import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Bars } from '../ui/bars.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { dateOf } from '../words/formats.ts'
import { editorWords } from '../words/editor.ts'
import { simsQuery, type Device } from './queries.ts'

/** Makes a draft, once, and goes on to its first step. A campaign needs a SIM, so a phone comes first. */
export function NewCampaignPage() {
  const { data, error, refetch } = useQuery(simsQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <Bars name={editorWords.making} total={4} />
  const sim = bestSim(data.data)
  if (sim === undefined) return <NoPhone />
  return <Making sims={sim} />
}

function Making({ sims }: { sims: string }) {
  const { write, data, error, isPending } = useWrite({
    mutationFn: (_: void, once) => {
      const now = new Date()
      const name = editorWords.newName({ date: dateOf(now, { now }) })
      const body = { name, content: editorWords.starterText, sims }
      return answer(api.POST('/api/campaigns', { headers: once, body }))
    },
    changes: [
      ['campaigns', 'list'],
      ['campaigns', 'counts'],
    ],
  })
  // The address itself is the order to make one. It is given once, however often this is drawn.
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    write()
  }, [write])
  if (data)
    return (
      <Navigate
        to="/campaigns/$id/edit/$step"
        params={{ id: String(data.data.id), step: 'audience' }}
        replace
      />
    )
  return (
    <Page title={editorWords.newTitle}>
      {error && !isPending ? (
        <Problem error={error} title={editorWords.couldNotMake} isWrite retry={() => write()} />
      ) : (
        <Bars name={editorWords.making} total={4} />
      )}
    </Page>
  )
}

function NoPhone() {
  return (
    <Page
      title={editorWords.newTitle}
      back={{ to: { to: '/campaigns' }, label: editorWords.toCampaigns }}
    >
      <Empty
        icon="devices"
        title={editorWords.noPhone}
        text={editorWords.noPhoneText}
        action={
          <ButtonLink to="/devices" search={{ connect: true }}>
            {editorWords.connect}
          </ButtonLink>
        }
      />
    </Page>
  )
}

/** The first SIM of a phone that is online; else of any phone that has one. */
function bestSim(devices: readonly Device[]): string | undefined {
  const ordered = devices.toSorted((one, other) => rank(one) - rank(other))
  for (const { id, sims } of ordered) {
    const [sim] = sims
    if (sim) return `${id}:${sim.subscription_id}`
  }
  return undefined
}

/** A real phone that is online, then a pretend one, then whatever there is. */
function rank({ status, is_pretend }: Device): number {
  if (status === 'online') return is_pretend ? 1 : 0
  return 2
}
