import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { answer, api } from '../api/client.ts'
import { connection } from '../api/connection.ts'
import { ApiError } from '../api/errors.ts'
import {
  changedFields,
  changeOf,
  draftOf,
  isStorable,
  mergeDrafts,
  pick,
  type Campaign,
  type Draft,
  type DraftField,
} from './draft.ts'
import {
  begin,
  draftReducer,
  type DraftAct,
  type DraftState,
  type FieldProblem,
} from './draft-state.ts'
import { findKept, forget, keep } from './kept.ts'
import { campaignQuery } from './queries.ts'

const restMs = 800

export type DraftUse = {
  state: DraftState
  set: (change: Partial<Draft>) => void
  /** Stores what is typed now; false where it could not be. */
  flush: () => Promise<boolean>
  /** The state as it is now, for what goes on after a wait. */
  present: () => DraftState
  /** Takes the campaign as the server has it after something else of it was stored. */
  reload: () => Promise<void>
  keepMine: () => void
  takeTheirs: () => void
}

/**
 * A draft that stores itself 800 ms after the last key, on leaving, and as soon as the connection is back. What is typed
 * is kept on the device until it is stored. When somebody else changed something else, both are kept; when they changed
 * the same, one of the two is asked.
 */
export function useDraft(campaign: Campaign): DraftUse {
  const { id } = campaign
  const client = useQueryClient()
  const [state, dispatch] = useReducer(draftReducer, campaign, (row) =>
    begin(row, findKept(row.id)),
  )
  // What a timer or an answer has to see is the present: it is worked out at once, and drawn a little later.
  const now = useRef(state)
  const act = useCallback((step: DraftAct) => {
    now.current = draftReducer(now.current, step)
    dispatch(step)
  }, [])
  const underWay = useRef<Promise<boolean>>(undefined)

  const readTheirs = useCallback(async () => {
    const { data } = await client.fetchQuery({ ...campaignQuery(id), staleTime: 0 })
    return { draft: draftOf(data), revision: data.revision, changed: data.last_datetime }
  }, [client, id])

  const store = useCallback(async (): Promise<boolean> => {
    const { base, values, revision, conflict } = now.current
    if (conflict) return false
    const changed = changedFields(base, values)
    if (changed.length === 0) return true
    const fields = changed.filter((field) => isStorable(values, field))
    if (fields.length === 0) {
      act({ kind: 'incomplete' })
      return false
    }
    act({ kind: 'storing' })
    try {
      const stored = await storeFields(id, values, fields, revision)
      act({
        kind: 'stored',
        values: { ...base, ...pick(values, stored.fields) },
        revision: revision + 1,
        problems: stored.problems,
        at: new Date(),
      })
      void client.invalidateQueries({ queryKey: ['campaigns', 'list'] })
      void client.invalidateQueries({ queryKey: ['campaigns', 'one', id], refetchType: 'none' })
      return stored.problems.length === 0 && fields.length === changed.length
    } catch (error) {
      if (error instanceof ApiError && error.problem('changed')) {
        const theirs = await readTheirs()
        const merged = mergeDrafts(now.current.base, now.current.values, theirs.draft)
        act({ kind: 'met', theirs, merged })
      } else act({ kind: 'failed', error })
      return false
    }
  }, [act, client, id, readTheirs])

  const flush = useCallback(async (): Promise<boolean> => {
    await underWay.current
    underWay.current = store()
    return underWay.current
  }, [store])

  useStoring({ id, state, flush })
  return {
    state,
    set: (change) => act({ kind: 'typed', change }),
    flush,
    present: () => now.current,
    reload: async () => act({ kind: 'reloaded', theirs: await readTheirs() }),
    keepMine: () => act({ kind: 'kept-mine' }),
    takeTheirs: () => act({ kind: 'took-theirs' }),
  }
}

type Storing = { id: number; state: DraftState; flush: () => Promise<boolean> }

function useStoring({ id, state, flush }: Storing): void {
  const { base, values, revision } = state
  const isChanged = changedFields(base, values).length > 0
  // The device's store is outside of React; it is written with every key, so that nothing is lost by a crash.
  useEffect(() => {
    if (isChanged) keep(id, { revision, base, values })
    else forget(id)
  }, [id, isChanged, revision, base, values])
  // Timers are outside of React.
  useEffect(() => {
    if (!isChanged || state.isHeld) return undefined
    const timer = setTimeout(() => void flush(), restMs)
    return () => clearTimeout(timer)
  }, [isChanged, state.isHeld, values, flush])
  // So are the connection and the leaving of the page.
  useEffect(() => connection.whenBack(() => void flush()), [flush])
  useEffect(() => {
    const leave = () => void flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [flush])
}

type Stored = { fields: DraftField[]; problems: FieldProblem[] }

/** Stores fields; where some are refused the others are stored without them. */
async function storeFields(
  id: number,
  values: Draft,
  fields: readonly DraftField[],
  expected_revision: number,
): Promise<Stored> {
  const send = async (some: readonly DraftField[]) => {
    const body = { ...changeOf(values, some), expected_revision }
    await answer(api.POST('/api/campaigns/{id}', { params: { path: { id } }, body }))
  }
  try {
    await send(fields)
    return { fields: [...fields], problems: [] }
  } catch (error) {
    const problems = refusedOf(error, fields)
    const others = fields.filter((field) => !problems.some((problem) => problem.field === field))
    if (problems.length === 0 || others.length === 0) throw error
    await send(others)
    return { fields: others, problems }
  }
}

/** What is wrong with some of the fields; none where it is not theirs. */
function refusedOf(error: unknown, fields: readonly DraftField[]): FieldProblem[] {
  if (!(error instanceof ApiError) || error.kind !== 'refused') return []
  const found = error.problems.flatMap(({ title, field }) => {
    const known = fields.find((one) => one === field)
    return known === undefined ? [] : [{ field: known, title }]
  })
  return found.length === error.problems.length ? found : []
}
