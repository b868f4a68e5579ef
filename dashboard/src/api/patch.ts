import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { EventName } from './event-names.ts'

/** The keys of a row that have changed. */
export type Change = { id?: number } & Record<string, unknown>

/** The resource whose rows an event changes; the first word of the keys of its queries. */
const resourceOf: Partial<Record<EventName, string>> = {
  'campaign.progress': 'campaigns',
  'sms.changed': 'sms',
  'device.changed': 'devices',
  'import.progress': 'imports',
  'job.progress': 'jobs',
}

/** Counts and lists of what is urgent are looked up again, but not with every event. */
const lookAgainMs = 4000

const lookedUp = new WeakMap<QueryClient, Map<string, number>>()

/** Puts what an event brings into every query that shows it. Never adds a row, never moves one. */
export function applyEvent(client: QueryClient, name: EventName, change: Change): void {
  if (name === 'fleet.changed') return patchFleet(client, change)
  if (name === 'attention.changed') return patchAttention(client, change)
  const resource = resourceOf[name]
  if (resource === undefined || change.id === undefined) return

  patchEach(client, [resource, 'one', change.id], (body) => patchOne(body, change))
  patchEach(client, [resource, 'list'], (body) => patchList(body, change))
  lookAgain(client, [resource, 'counts'])
  lookAgain(client, [resource, 'figures', change.id])
}

/**
 * Patches what is there of these queries. What a few keys bring makes the rest no younger: a list that lacks a row is looked
 * up again when somebody comes to it, however often its other rows were patched.
 */
function patchEach(
  client: QueryClient,
  queryKey: QueryKey,
  patch: (body: unknown) => unknown,
): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const { data, dataUpdatedAt, isInvalidated } = query.state
    const patched = data === undefined ? data : patch(data)
    if (patched === data) continue
    client.setQueryData(query.queryKey, patched, { updatedAt: dataUpdatedAt })
    if (isInvalidated) query.invalidate()
  }
}

/** A body `{data: {…}}` with the changed keys; the same body when nothing is there to change. */
export function patchOne(body: unknown, change: Change): unknown {
  if (!isRecord(body) || !isRecord(body.data)) return body
  return { ...body, data: { ...body.data, ...change } }
}

/** A body `{data: [{id, …}]}` with the changed keys in the row of this id. */
export function patchList(body: unknown, change: Change): unknown {
  if (!isRecord(body) || !Array.isArray(body.data)) return body
  if (!body.data.some((row) => isRecord(row) && row.id === change.id)) return body
  return {
    ...body,
    data: body.data.map((row: unknown) =>
      isRecord(row) && row.id === change.id ? { ...row, ...change } : row,
    ),
  }
}

function patchFleet(client: QueryClient, change: Change): void {
  patchEach(client, ['overview'], (body: unknown) => {
    if (!isRecord(body) || !isRecord(body.data) || !isRecord(body.data.fleet)) return body
    return { ...body, data: { ...body.data, fleet: { ...body.data.fleet, ...change } } }
  })
}

function patchAttention(client: QueryClient, { attention }: Change): void {
  patchEach(client, ['overview'], (body: unknown) => {
    if (!isRecord(body) || !isRecord(body.data) || !Array.isArray(attention)) return body
    return { ...body, data: { ...body.data, attention } }
  })
}

/** At once, and then not again before the rest is over; what came in between is looked up at its end. */
function lookAgain(client: QueryClient, queryKey: QueryKey): void {
  const times = lookedUp.get(client) ?? new Map<string, number>()
  lookedUp.set(client, times)
  const name = JSON.stringify(queryKey)
  const now = Date.now()
  const nextAt = times.get(name) ?? 0
  if (nextAt > now + lookAgainMs) return
  const rest = Math.max(0, nextAt - now)
  times.set(name, now + rest + lookAgainMs)
  setTimeout(() => void client.invalidateQueries({ queryKey }), rest)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
