import { expect, test } from 'vitest'
import { allows, moves, refusal, wireStatus, type Move } from './status.ts'

const table: Record<Move, string> = {
  edit: 'draft scheduled',
  change_device: 'draft scheduled paused',
  change_window: 'draft scheduled paused',
  pause: 'scheduled running',
  resume: 'paused',
  release: 'paused',
  cancel: 'scheduled running paused',
  retry: 'running paused finished',
}
const statuses = ['draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled'] as const
// Object.keys forgets the names that the type has.
const all = (Object.keys(moves) as Move[]).flatMap((move) =>
  statuses.map((status) => ({ move, status, isAllowed: table[move].split(' ').includes(status) })),
)

test.for(all)('$move while $status: $isAllowed', ({ move, status, isAllowed }) => {
  expect(allows(move, status)).toBe(isAllowed)
})

test('a refusal names the state and those in which the move can be made, in words of the API', () => {
  expect(refusal('pause', 'finished')).toBe(
    'A campaign that is "sent" cannot be paused; this can be done while it is "scheduled", "processing".',
  )
  expect(refusal('change_device', 'running')).toBe(
    'A campaign that is "processing" cannot be moved to another device; this can be done while it is "draft", "scheduled", "paused".',
  )
})

test('the API knows six statuses', () => {
  expect(Object.values(wireStatus)).toEqual([
    'draft',
    'scheduled',
    'processing',
    'paused',
    'sent',
    'cancelled',
  ])
})
