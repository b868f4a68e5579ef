import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { applyEvent } from './patch.ts'

function clientWith(entries: [readonly unknown[], unknown][]): QueryClient {
  const client = new QueryClient()
  for (const [queryKey, data] of entries) client.setQueryData(queryKey, data)
  return client
}

test('an event changes the row wherever it is shown, and keeps what it does not bring', () => {
  const list = ['campaigns', 'list', { page: 1 }]
  const client = clientWith([
    [['campaigns', 'one', 12], { data: { id: 12, name: 'Sale', total_sent_sms: 1 } }],
    [list, { data: [{ id: 11 }, { id: 12, name: 'Sale', total_sent_sms: 1 }], meta: { total: 2 } }],
  ])
  applyEvent(client, 'campaign.progress', { id: 12, total_sent_sms: 3450 })

  expect(client.getQueryData(['campaigns', 'one', 12])).toEqual({
    data: { id: 12, name: 'Sale', total_sent_sms: 3450 },
  })
  expect(client.getQueryData(list)).toEqual({
    data: [{ id: 11 }, { id: 12, name: 'Sale', total_sent_sms: 3450 }],
    meta: { total: 2 },
  })
})

test('a list neither grows nor changes for a row that it does not show', () => {
  const list = ['sms', 'list', {}]
  const body = { data: [{ id: 1, status: 'pending' }], meta: { total: 9 } }
  const client = clientWith([[list, body]])
  applyEvent(client, 'sms.changed', { id: 7, status: 'sent' })

  expect(client.getQueryData(list)).toBe(body)
})

test('what is patched is no younger for it, and is looked up again all the same', () => {
  const list = ['imports', 'list', {}]
  const client = new QueryClient()
  client.setQueryData(list, { data: [{ id: 7, status: 'processing' }] }, { updatedAt: 1000 })
  void client.invalidateQueries({ queryKey: list, refetchType: 'none' })
  applyEvent(client, 'import.progress', { id: 7, status: 'finished' })

  expect(client.getQueryData(list)).toEqual({ data: [{ id: 7, status: 'finished' }] })
  expect(client.getQueryState(list)).toMatchObject({ dataUpdatedAt: 1000, isInvalidated: true })
})

test('the fleet and what needs somebody are patched in the overview', () => {
  const client = clientWith([
    [['overview'], { data: { fleet: { pending: 9, online: 5 }, attention: [], running: [12] } }],
  ])
  applyEvent(client, 'fleet.changed', { pending: 8 })
  applyEvent(client, 'attention.changed', { attention: [{ key: 'device_offline-3' }] })

  expect(client.getQueryData(['overview'])).toEqual({
    data: {
      fleet: { pending: 8, online: 5 },
      attention: [{ key: 'device_offline-3' }],
      running: [12],
    },
  })
})

test('an event of something that is not shown does nothing', () => {
  const client = clientWith([])
  applyEvent(client, 'device.changed', { id: 3, status: 'offline' })
  applyEvent(client, 'fleet.changed', { pending: 8 })
  expect(client.getQueryCache().getAll()).toEqual([])
})
