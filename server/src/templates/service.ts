import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { fold } from '../lib/fold.ts'
import { checkRevision } from '../lib/revision.ts'

export type TemplateFields = { name?: string; content?: string }

/** Saves a text to be used again. */
export async function createTemplate(
  tx: Tx,
  context: Context,
  user_id: number,
  { name, content }: Required<TemplateFields>,
): Promise<number> {
  const { id } = await tx
    .insertInto('templates')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      created_at: context.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes the given fields. What was made from the template before stays as it is. */
export async function updateTemplate(
  tx: Tx,
  context: Context,
  options: { user_id: number; id: number; change: TemplateFields; expected_revision?: number },
): Promise<void> {
  const { user_id, id, change, expected_revision } = options
  const template = await tx
    .selectFrom('templates')
    .select('revision')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!template) throw notFound(`There is no template ${id}.`)
  checkRevision(template.revision, expected_revision)
  const { name, content } = change
  if (name === undefined && content === undefined) return
  await tx
    .updateTable('templates')
    .set({
      ...(name === undefined ? {} : { name, name_folded: fold(name) }),
      ...(content === undefined ? {} : { content, content_folded: fold(content) }),
      revision: sql<number>`revision + 1`,
      changed_at: context.now(),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** Nothing hangs on a template, so its row goes. */
export async function deleteTemplate(tx: Tx, user_id: number, id: number): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('templates')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound(`There is no template ${id}.`)
}
