import { describe, expect, test } from 'vitest'
import { disarmFormula, joinCells, restoreFormula } from './csv.ts'

describe('a cell that a spreadsheet would calculate', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd', "'+cmd"],
    ['-2+3=x', "'-2+3=x"],
    ['\tx', "'\tx"],
    ["'=1+1", "''=1+1"],
  ])('%j is written as %j, and read as it was', (cell, written) => {
    expect(disarmFormula(cell)).toBe(written)
    expect(restoreFormula(written)).toBe(cell)
  })

  test.each(['+44 7700 900142', '-2.5', 'plain', "'quoted'", "o'clock", ''])(
    '%j is none',
    (cell) => {
      expect(disarmFormula(cell)).toBe(cell)
      expect(restoreFormula(cell)).toBe(cell)
    },
  )
})

test('cells with a comma, a quote or a line end are quoted', () => {
  expect(joinCells(['a', 'b,c', 'd"e', 'f\ng'])).toBe('a,"b,c","d""e","f\ng"')
})
