import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useWrite, type Writing } from '../api/use-write.ts'
import { instantOf, moment } from '../words/formats.ts'
import { groupedNumber } from '../words/phone-number.ts'
import type { TestState } from './checks.ts'
import type { Draft } from './draft.ts'
import { testQuery } from './queries.ts'

/** The last test of a draft on this device: of which text, to whom, and which sms it became. */
type Tested = { sms_id: number; content: string; number: string }

const nameOf = (id: number) => `simcast.test.${id}`
const numberName = 'simcast.test-number'

export type TestUse = {
  state: TestState
  /** Where the last one went, to begin with. */
  number: string
  sending: Writing<{ number: string; content: string }, unknown>
}

/** Sends the text to one number, and says what became of it. */
export function useTest(id: number, draft: Draft): TestUse {
  const [tested, setTested] = useState(() => readTested(id))
  const { data } = useQuery({ ...testQuery(tested?.sms_id ?? 0), enabled: tested !== undefined })
  const sending = useWrite({
    mutationFn: async ({ number, content }: { number: string; content: string }, once) => {
      const { data: sent } = await answer(
        api.POST('/api/campaigns/{id}/test', {
          params: { path: { id } },
          headers: once,
          body: { phone_number: number },
        }),
      )
      const [sms_id] = sent.sms_ids
      if (sms_id === undefined) return
      const next = { sms_id, content, number }
      localStorage.setItem(nameOf(id), JSON.stringify(next))
      localStorage.setItem(numberName, number)
      setTested(next)
    },
    changes: [['sms', 'list']],
  })
  return {
    state: stateOf(tested, data?.data, draft),
    number: localStorage.getItem(numberName) ?? '',
    sending,
  }
}

type Sms = { status: string; error: string | null; sent_datetime: string | null }

function stateOf(tested: Tested | undefined, sms: Sms | undefined, draft: Draft): TestState {
  if (!tested) return { kind: 'none' }
  if (tested.content !== draft.content) return { kind: 'old' }
  if (!sms || sms.status === 'pending') return { kind: 'waits' }
  if (sms.status === 'failed' || sms.status === 'cancelled')
    return { kind: 'failed', error: sms.error ?? '' }
  const at = sms.sent_datetime
  return {
    kind: 'sent',
    number: groupedNumber(tested.number),
    at: at === null ? '' : moment(instantOf(at), { now: new Date() }),
  }
}

function readTested(id: number): Tested | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null')
    // Written by this file only.
    return found === null ? undefined : (found as Tested)
  } catch {
    return undefined
  }
}
