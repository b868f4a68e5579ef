import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { forgetOptOut, findOptOut, rememberOptOuts, type Evidence } from '../contacts/consent.ts'
import { optIn, optOut } from '../contacts/opt-out.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import type { KeywordAction } from '../keywords/words.ts'
import { defaultConfirmation, defaultHelpAnswer } from '../keywords/texts.ts'
import { countParts } from '../lib/parts.ts'
import { insertMessages } from '../messages/insert.ts'
import { tellPhones } from '../messages/tell.ts'
import { cancelMessages } from '../messages/withdraw.ts'

/** What an account answers to such texts. */
export type AnswerSettings = {
  opt_out_confirmation: string | null
  is_opt_out_confirmed: boolean
  help_answer: string | null
  is_help_answered: boolean
}

/** A text that is an opt-out, opt-in or help word, as it was stored. */
export type KeywordText = {
  user_id: number
  contact_id: number
  phone_number: string
  /** False for a sender that is no telephone number, which nobody can answer. */
  can_be_sent_to: boolean
  /** Where it came in, which is where it is answered from. */
  device_id: number
  sim_subscription_id: number
  text: string
  message_id: number
  received_at: Date
  /** The pending messages of the contact, where the text opts out: `lockForOptOut` has locked them. */
  held?: readonly number[]
}

/** Somebody at the other end may answer by itself too; after so many within a day we fall silent. */
const answersMax = { help: 3, opt_out: 6 }
const dayMs = 24 * 3600 * 1000
/** What a phone tells of so long after it received it was not answered to anything that has happened since. */
const lateMs = 3600 * 1000

/**
 * Does what a text asks for by one word, in the transaction that stores it.
 */
export async function takeKeyword(
  tx: Tx,
  context: Context,
  keyword: KeywordText,
  { action, settings }: { action: KeywordAction; settings: AnswerSettings },
): Promise<void> {
  const { text, message_id } = keyword
  const evidence: Evidence = { how: 'reply', text, message_id }
  switch (action) {
    case 'opt_out':
      if (!(await optOut(tx, context, keyword, evidence, keyword.held))) return
      if (!settings.is_opt_out_confirmed) return
      await answer(tx, context, keyword, {
        content: settings.opt_out_confirmation ?? defaultConfirmation,
        max: answersMax.opt_out,
      })
      return
    case 'opt_in':
      await undoOptOut(tx, context, keyword, evidence)
      return
    case 'help':
      if (!settings.is_help_answered) return
      await answer(tx, context, keyword, {
        content: settings.help_answer ?? defaultHelpAnswer,
        max: answersMax.help,
      })
  }
}

/** The same for a text that is not kept, of a number that is no contact: it is remembered, and nothing is answered. */
export async function takeStrangersKeyword(
  tx: Tx,
  context: Context,
  stranger: { user_id: number; phone_number: string; text: string; received_at: Date },
  action: KeywordAction,
): Promise<void> {
  const { user_id, phone_number, text } = stranger
  const evidence: Evidence = { how: 'reply', text }
  if (action === 'opt_out')
    await rememberOptOuts(tx, user_id, [{ phone_number }], evidence, context.now())
  if (action === 'opt_in' && !(await isOvertaken(tx, context, stranger)))
    await forgetOptOut(tx, user_id, phone_number, evidence, context.now())
}

/** Without an opt-out to undo, such a word means what it says ("Yes"). */
async function undoOptOut(
  tx: Tx,
  context: Context,
  keyword: KeywordText,
  evidence: Evidence,
): Promise<void> {
  if (await isOvertaken(tx, context, keyword)) return
  if (!(await optIn(tx, context, keyword, evidence))) return
  const { user_id, contact_id } = keyword
  const { withdrawn } = await cancelMessages(tx, {
    user_id,
    which: sql`m.contact_id = ${contact_id} and m.purpose = 'confirmation'`,
    error: 'The contact has opted in again',
    now: context.now(),
  })
  tellPhones(tx, context, user_id, withdrawn)
}

/** A phone may tell of an opt-in late, when its contact has opted out again since. */
async function isOvertaken(
  tx: Tx,
  { now }: Context,
  {
    user_id,
    phone_number,
    received_at,
  }: Pick<KeywordText, 'user_id' | 'phone_number' | 'received_at'>,
): Promise<boolean> {
  if (now().getTime() - received_at.getTime() < lateMs) return false
  const opted_out_at = await findOptOut(tx, user_id, phone_number)
  return opted_out_at !== null && opted_out_at > received_at
}

async function answer(
  tx: Tx,
  { now, wake }: Context,
  keyword: KeywordText,
  { content, max }: { content: string; max: number },
): Promise<void> {
  const { user_id, contact_id, device_id, sim_subscription_id, phone_number, received_at } = keyword
  const isOld = now().getTime() - received_at.getTime() > dayMs
  if (!keyword.can_be_sent_to || isOld) return
  if ((await countAnswers(tx, user_id, contact_id, now())) >= max) return
  const { parts } = countParts(content)
  const message = { contact_id, phone_number, device_id, sim_subscription_id, content, parts }
  const send = { send_at: now(), error: null, purpose: 'confirmation' } as const
  await insertMessages(tx, user_id, [{ ...message, ...send }], now())
  afterCommit(tx, () => wake.tell({ about: 'device', user_id, device_id }))
}

async function countAnswers(
  tx: Tx,
  user_id: number,
  contact_id: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from messages
     where user_id = ${user_id} and contact_id = ${contact_id} and purpose = 'confirmation'
       and created_at > ${new Date(now.getTime() - dayMs)}`.execute(tx)
  return rows[0]?.count ?? 0
}
