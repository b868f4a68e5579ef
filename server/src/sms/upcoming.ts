import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { countParts } from '../lib/parts.ts'
import { createComposer, isComposed, nobody, type Composer } from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import type { TemplateContact } from '../templates/template-contact.ts'
import { findTextRules } from '../templates/text-rules.ts'

type Shown = { content: string; parts: number }

type Row = TemplateContact & {
  id: number
  flow_id: number
  source: string
  has_footer: boolean
  is_contact: boolean
}

const textsAtOnce = 20

/**
 * The texts of messages whose flow has not made them, as they would be now. One that cannot be made shows what it would
 * be made from.
 */
export async function composeUpcoming(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Map<number, Shown>> {
  const shown = new Map<number, Shown>()
  if (ids.length === 0) return shown
  const { rows } = await sql<Row>`
    select m.id, m.flow_id, f.content as source, f.has_footer, c.id is not null as is_contact, m.phone_number, c.name,
           c.country_code, c.custom_parameters
      from messages m
      join flows f on f.user_id = ${user_id} and f.id = m.flow_id
      left join contacts c on c.user_id = ${user_id} and c.id = m.contact_id
     where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and m.content is null`.execute(
    db,
  )
  const rules = await findTextRules(db, user_id)
  const composers = new Map<number, Composer>()
  for (const { flow_id, source, has_footer } of rows) {
    const footer = has_footer ? rules.footer : null
    if (!composers.has(flow_id))
      composers.set(flow_id, createComposer(source, { ...rules, footer }))
  }
  const giveUp = ({ id, source }: Row) => ({ id, content: source, ...countParts(source) })
  const make = (row: Row) => {
    const text = composers.get(row.flow_id)?.compose(row.is_contact ? row : nobody)
    return text && isComposed(text) ? { id: row.id, ...text } : giveUp(row)
  }
  for await (const some of inStretches(rows, { make, giveUp, atOnce: textsAtOnce })) {
    for (const { id, content, parts } of some) shown.set(id, { content, parts })
  }
  return shown
}
