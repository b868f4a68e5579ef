import { amount } from './formats.ts'
import { wordsLocale } from './locale.ts'

const rules = new Intl.PluralRules(wordsLocale)

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The sentence for a number; `#` stands for the number as the person writes it. */
export function plural(value: number, forms: Forms): string {
  return (forms[rules.select(value)] ?? forms.other).replaceAll('#', amount(value))
}

const conjunction = new Intl.ListFormat(wordsLocale, { type: 'conjunction' })

/** `Ana, Ben and Chidi`. */
export function listed(items: readonly string[]): string {
  return conjunction.format(items)
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** `three`, up to nine; else `12`. For sentences that count things one could see at a glance. */
export function inWords(value: number): string {
  return small[value] ?? amount(value)
}

/** The first letter large, for what begins a sentence. */
export function beginning(text: string): string {
  return text.charAt(0).toLocaleUpperCase(wordsLocale) + text.slice(1)
}
