import { describe, expect, test } from 'vitest'
import { changesOf, rowProblems, rowsOf } from './field-rows.ts'

const stored: [string, string | number | boolean][] = [
  ['age', 39],
  ['code', '007'],
  ['vip', true],
]
const rows = rowsOf(stored)
const set = (key: string, text: string) =>
  rows.map((row) => (row.key === key ? { ...row, text } : row))

describe('the fields of a contact', () => {
  test('that nobody touched change nothing, whatever they look like', () => {
    expect(changesOf(rows, stored)).toBeUndefined()
  })

  test('change to a number where one was typed', () => {
    expect(changesOf(set('age', '40'), stored)).toEqual({ age: 40 })
    expect(changesOf(set('code', '008'), stored)).toEqual({ code: '008' })
  })

  test('go when they are emptied or taken away, and come when they are added', () => {
    expect(changesOf(set('vip', ' '), stored)).toEqual({ vip: null })
    expect(changesOf(rows.slice(1), stored)).toEqual({ age: null })
    const added = [...rows, { id: 9, key: ' city ', text: 'Roma', was: undefined }]
    expect(changesOf(added, stored)).toEqual({ city: 'Roma' })
  })

  test('are another field under another name', () => {
    const renamed = rows.map((row) => (row.key === 'age' ? { ...row, key: 'years' } : row))
    expect(changesOf(renamed, stored)).toEqual({ years: 39, age: null })
  })

  test('need a name, each its own', () => {
    const bad = [
      ...rows,
      { id: 8, key: '', text: 'x', was: undefined },
      { id: 9, key: 'age', text: '', was: undefined },
      { id: 10, key: '', text: '', was: undefined },
    ]
    expect([...rowProblems(bad).keys()]).toEqual([8, 9])
  })
})
