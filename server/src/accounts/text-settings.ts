import { Type } from 'typebox'
import { flag, text } from '../http/field-readers.ts'
import { optional } from '../http/fields.ts'
import { nullable } from '../http/wire.ts'
import { footerMax, footerProblems } from '../templates/footer.ts'
import type { Account } from './service.ts'

// What an account does to its texts; templates/compose.ts does it.

export const TextSettings = {
  smart_encoding: Type.Boolean({
    description: 'Whether curly quotes, dashes and the like are written plainly where that helps',
  }),
  opt_out_footer: nullable(
    Type.String({ description: 'A line at the end of texts to many; null: none' }),
  ),
}

export const textFields = {
  smart_encoding: optional(
    flag({ description: 'Write curly quotes, dashes and the like plainly, where that helps' }),
  ),
  opt_out_footer: optional(
    text({
      max: footerMax,
      clearable: true,
      check: footerProblems,
      description: 'A line at the end of texts to many, such as: Reply STOP to opt out',
    }),
  ),
}

export function presentTextSettings({ smart_encoding, opt_out_footer }: Account) {
  return { smart_encoding, opt_out_footer }
}
