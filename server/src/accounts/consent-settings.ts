import { Type } from 'typebox'
import type { Tx } from '../db/transaction.ts'
import type { Problem } from '../errors.ts'
import { choice, flag, text } from '../http/field-readers.ts'
import { optional } from '../http/fields.ts'
import { list } from '../http/list-readers.ts'
import { tidyWords, wordMax, wordProblems, wordsMax } from '../keywords/check-words.ts'
import { defaultLists, type KeywordLists } from '../keywords/match.ts'
import { defaultConfirmation, defaultHelpAnswer } from '../keywords/texts.ts'
import type { Account } from './service.ts'

// What an account says about opting out by text: kept only where it differs from ours.

const answerMax = 480
const inboundFrom = ['anyone', 'contacts'] as const

export const ConsentSettings = {
  opt_out_words: Type.Array(Type.String()),
  opt_in_words: Type.Array(Type.String()),
  help_words: Type.Array(Type.String()),
  opt_out_confirmation: Type.String(),
  is_opt_out_confirmed: Type.Boolean({
    description: 'Whether an opt-out by text is answered with opt_out_confirmation, once',
  }),
  help_answer: Type.String(),
  is_help_answered: Type.Boolean(),
  inbound_from: Type.String({
    enum: [...inboundFrom],
    description: 'Whose texts are kept. An opt-out is minded all the same',
  }),
}

const words = (what: string) =>
  optional(
    list(text({ min: 1, max: wordMax }), {
      max: wordsMax,
      description: `A text that is one of these, whole, ${what}; replaces the list`,
    }),
  )
const answer = (description: string) => optional(text({ min: 1, max: answerMax, description }))

export const consentFields = {
  opt_out_words: words('opts out'),
  opt_in_words: words('undoes an opt-out'),
  help_words: words('is answered with help_answer'),
  opt_out_confirmation: answer('What an opt-out by text is answered with'),
  is_opt_out_confirmed: optional(flag()),
  help_answer: answer('What a help word is answered with'),
  is_help_answered: optional(flag()),
  inbound_from: optional(choice(inboundFrom, { description: 'Whose texts are kept' })),
}

export type ConsentChange = {
  opt_out_words?: string[]
  opt_in_words?: string[]
  help_words?: string[]
  opt_out_confirmation?: string
  is_opt_out_confirmed?: boolean
  help_answer?: string
  is_help_answered?: boolean
  inbound_from?: (typeof inboundFrom)[number]
}

type Columns = Omit<
  ConsentChange,
  'opt_out_words' | 'opt_in_words' | 'help_words' | 'opt_out_confirmation' | 'help_answer'
> & {
  opt_out_words?: string[] | null
  opt_in_words?: string[] | null
  help_words?: string[] | null
  opt_out_confirmation?: string | null
  help_answer?: string | null
}

export function presentConsentSettings(account: Account) {
  const { opt_out, opt_in, help } = keywordsOf(account)
  return {
    opt_out_words: opt_out,
    opt_in_words: opt_in,
    help_words: help,
    opt_out_confirmation: account.opt_out_confirmation ?? defaultConfirmation,
    is_opt_out_confirmed: account.is_opt_out_confirmed,
    help_answer: account.help_answer ?? defaultHelpAnswer,
    is_help_answered: account.is_help_answered,
    inbound_from: account.inbound_from,
  }
}

export type StoredWords = Pick<Account, 'opt_out_words' | 'opt_in_words' | 'help_words'>

/** The words that count for an account. */
export function keywordsOf(account: StoredWords): KeywordLists {
  return {
    opt_out: account.opt_out_words ?? defaultLists.opt_out,
    opt_in: account.opt_in_words ?? defaultLists.opt_in,
    help: account.help_words ?? defaultLists.help,
  }
}

/** What a change comes to in columns, and what is wrong with it: words are looked at together with those that stay. */
export async function readConsentChange(
  tx: Tx,
  user_id: number,
  change: ConsentChange,
): Promise<{ columns: Columns; problems: Problem[] }> {
  const { opt_out_words, opt_in_words, help_words, opt_out_confirmation, help_answer, ...rest } =
    change
  const columns: Columns = {
    ...rest,
    ...changed('opt_out_words', opt_out_words, defaultLists.opt_out),
    ...changed('opt_in_words', opt_in_words, defaultLists.opt_in),
    ...changed('help_words', help_words, defaultLists.help),
    ...(opt_out_confirmation === undefined
      ? {}
      : { opt_out_confirmation: unlessOurs(opt_out_confirmation, defaultConfirmation) }),
    ...(help_answer === undefined
      ? {}
      : { help_answer: unlessOurs(help_answer, defaultHelpAnswer) }),
  }
  const hasWords = [opt_out_words, opt_in_words, help_words].some((given) => given !== undefined)
  if (!hasWords) return { columns, problems: [] }
  const stored = await tx
    .selectFrom('accounts')
    .select(['opt_out_words', 'opt_in_words', 'help_words'])
    .where('user_id', '=', user_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { columns, problems: wordProblems(keywordsOf({ ...stored, ...columns })) }
}

type WordColumn = 'opt_out_words' | 'opt_in_words' | 'help_words'

function changed(
  name: WordColumn,
  given: string[] | undefined,
  ours: readonly string[],
): Partial<Record<WordColumn, string[] | null>> {
  if (given === undefined) return {}
  const words = tidyWords(given)
  const isOurs = words.length === ours.length && words.every((word, place) => word === ours[place])
  return { [name]: isOurs ? null : words }
}

function unlessOurs(text: string, ours: string): string | null {
  return text === ours ? null : text
}
