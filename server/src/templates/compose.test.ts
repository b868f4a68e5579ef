import { describe, expect, test } from 'vitest'
import { countParts } from '../lib/parts.ts'
import { createComposer, noRules, nobody } from './compose.ts'

const stop = 'Reply STOP to opt out'
const anna = {
  name: 'Anna',
  phone_number: '+447700900142',
  country_code: 'GB',
  custom_parameters: { quote: '“Ciao”' },
}

function compose(source: string, rules = {}, contact = anna) {
  return createComposer(source, { ...noRules, ...rules }).compose(contact)
}

describe('a text as it is sent', () => {
  test('says who it is for, how long it is and in which alphabet', () => {
    expect(compose('Hi {{ name }}')).toEqual({
      content: 'Hi Anna',
      encoding: 'gsm7',
      units: 7,
      parts: 1,
    })
    expect(compose('Hi 😀')).toMatchObject({ encoding: 'ucs2', parts: 1 })
  })

  test('has the footer on a line of its own, counted in its parts', () => {
    const text = 'x'.repeat(150)

    expect(compose(text)).toMatchObject({ parts: 1 })
    expect(compose(text, { footer: stop })).toMatchObject({
      content: `${text}\n${stop}`,
      units: 172,
      parts: 2,
    })
  })

  test.each([
    [`Sale! ${stop}`, `Sale! ${stop}`],
    [`Sale!\n${stop}\n`, `Sale!\n${stop}\n`],
    ['Sale! reply stop to OPT OUT', 'Sale! reply stop to OPT OUT'],
    [`${stop}. Sale!`, `${stop}. Sale!\n${stop}`],
    ['Sale!\n', `Sale!\n${stop}`],
    ['STOP', `STOP\n${stop}`],
  ])('%j has it once: %j', (source, content) => {
    expect(compose(source, { footer: stop })).toMatchObject({ content })
  })

  test('has it once too where it is written with other quotes', () => {
    const sent = compose("Don't reply: 'STOP'", { footer: '‘STOP’' })

    expect(sent).toMatchObject({ content: "Don't reply: 'STOP'" })
  })

  test('is encoded smartly as a whole: what a contact is called and the footer too', () => {
    const rules = { smart_encoding: true, footer: 'Reply “STOP”' }

    expect(compose('{{ custom_parameters.quote }} – hi', rules)).toEqual({
      content: '"Ciao" - hi\nReply "STOP"',
      ...countParts('"Ciao" - hi\nReply "STOP"'),
    })
    expect(compose('“😀”', rules)).toMatchObject({ content: '“😀”\nReply “STOP”' })
  })

  test('is left as it is written unless the account wants it otherwise', () => {
    expect(compose('“Hi”')).toMatchObject({ content: '“Hi”', encoding: 'ucs2' })
  })

  test.each([
    ['{{ custom_parameters.none }}', 'The text is empty for this contact.'],
    ['{{ name }}'.padEnd(5010, 'x'), 'The text is too long: it may have at most 5000 characters.'],
  ])('%.30s is refused, footer or not', (source, error) => {
    expect(compose(source, { footer: stop })).toEqual({ error })
  })

  test('may be as long as any, and has the footer beside it', () => {
    expect(compose('x'.repeat(5000), { footer: stop })).toMatchObject({ parts: 33 })
  })

  test('is known to be the same for all, or not', () => {
    expect(createComposer('Hi', noRules).hasVariables).toBe(false)
    expect(createComposer('Hi', noRules).compose(nobody)).toMatchObject({ content: 'Hi' })
    expect(createComposer('{{ name }}', noRules).hasVariables).toBe(true)
  })
})
