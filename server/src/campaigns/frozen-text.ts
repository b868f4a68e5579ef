import type { Tx } from '../db/transaction.ts'
import { createComposer, isComposed, nobody, type Composer } from '../templates/compose.ts'

/** What of a campaign says how its text is made once it is launched. */
export type FrozenText = {
  content: string
  frozen_footer: string | null
  frozen_smart_encoding: boolean
}

/** The columns that settle how a campaign's text is made, for the launch to write. The campaign is locked. */
export async function freezeText(tx: Tx, user_id: number, campaign_id: number) {
  const { content, has_footer, smart_encoding, opt_out_footer } = await tx
    .selectFrom('campaigns as k')
    .innerJoin('accounts as a', 'a.user_id', 'k.user_id')
    .select(['k.content', 'k.has_footer', 'a.smart_encoding', 'a.opt_out_footer'])
    .where('k.user_id', '=', user_id)
    .where('k.id', '=', campaign_id)
    .executeTakeFirstOrThrow()
  const frozen = {
    content,
    frozen_footer: has_footer ? opt_out_footer : null,
    frozen_smart_encoding: smart_encoding,
  }
  const { frozen_footer, frozen_smart_encoding } = frozen
  return { frozen_footer, frozen_smart_encoding, frozen_content: textForAll(frozen) }
}

/** Makes the texts of a launched campaign. */
export function composerOf(campaign: FrozenText): Composer {
  const { content, frozen_footer: footer, frozen_smart_encoding: smart_encoding } = campaign
  return createComposer(content, { smart_encoding, footer })
}

/** The text that everybody gets, where that is one and not what is written; it is stored once, for all messages. */
function textForAll(campaign: FrozenText): string | null {
  const composer = composerOf(campaign)
  const composed = composer.hasVariables ? null : composer.compose(nobody)
  if (composed === null || !isComposed(composed)) return null
  return composed.content === campaign.content ? null : composed.content
}
