import { describe, expect, test } from 'vitest'
import { begunAt, endOfBegun, insertionOf, offered, variableOf, type Field } from './completion.ts'

const field = (key: string, isParameter = true): Field => ({
  key,
  isParameter,
  example: undefined,
  total: undefined,
})

describe('fields while one types', () => {
  test('are offered from the braces on, and no longer than the name', () => {
    const at = (text: string) => begunAt(text, text.length)
    expect(at('Hi {{')).toEqual({ start: 3, typed: '' })
    expect(at('Hi {{ custom_parameters.ci')).toEqual({ start: 3, typed: 'custom_parameters.ci' })
    expect(at('Hi {{ first na')?.typed).toBe('first na')
    expect(at('Hi {{ name }}')).toBeUndefined()
    expect(at('Hi {{ name | ')).toBeUndefined()
    expect(at('Hi {')).toBeUndefined()
  })

  test('those that begin with what is typed come first', () => {
    const fields = [field('name', false), field('city'), field('first_name')]
    expect(offered(fields, 'na').map(({ key }) => key)).toEqual(['name', 'first_name'])
    expect(offered(fields, 'custom_parameters.ci').map(({ key }) => key)).toEqual(['city'])
    expect(offered(fields, '')).toHaveLength(3)
  })

  test('are put in as the template language wants them', () => {
    expect(variableOf(field('name', false))).toBe('name')
    expect(variableOf(field('city'))).toBe('custom_parameters.city')
    expect(variableOf(field('first name'))).toBe('custom_parameters["first name"]')
    expect(variableOf(field('a"b'))).toBe(`custom_parameters['a"b']`)
  })

  test('have a default where somebody lacks them, with the caret in it', () => {
    const whole = insertionOf(field('name', false), { start: 3, end: 5, isLacking: true })
    expect(whole.text).toBe('{{ name | default: "" }}')
    expect(whole.text.slice(whole.caret)).toBe('" }}')
    expect(insertionOf(field('city'), { start: 0, end: 0, isLacking: false }).text).toBe(
      '{{ custom_parameters.city }}',
    )
  })

  test('do not close twice what is closed already', () => {
    expect(endOfBegun('Hi {{ na }}, you', 8)).toBe(11)
    expect(endOfBegun('Hi {{ na, you', 8)).toBe(8)
  })
})
