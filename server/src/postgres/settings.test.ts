import { expect, test } from 'vitest'
import { measureMachine, serverSettings } from './settings.ts'

const gibibyte = 1024 ** 3

test('the server takes its share of a small machine and of a large one', () => {
  const memoryOf = (memoryBytes: number) => {
    const settings = serverSettings({ memoryBytes, sharedMemoryBytes: gibibyte })
    return [settings['shared_buffers'], settings['work_mem'], settings['maintenance_work_mem']]
  }

  expect(memoryOf(gibibyte / 4)).toEqual(['64MB', '4MB', '64MB'])
  expect(memoryOf(2 * gibibyte)).toEqual(['256MB', '4MB', '64MB'])
  expect(memoryOf(64 * gibibyte)).toEqual(['1024MB', '16MB', '256MB'])
})

test('a container with little shared memory does not run out of it', () => {
  const kindOf = (sharedMemoryBytes: number) =>
    serverSettings({ memoryBytes: gibibyte, sharedMemoryBytes })['dynamic_shared_memory_type']

  expect(kindOf(64 * 1024 ** 2)).toBe('mmap')
  expect(kindOf(gibibyte)).toBe('posix')
})

test('nothing that keeps data safe is touched', () => {
  const settings = serverSettings(measureMachine())

  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    expect(settings).not.toHaveProperty(name)
  }
})
