import { countParts, type PartCount } from '../lib/parts.ts'
import { withFooter } from './footer.ts'
import { encodeSmartly } from './smart-encoding.ts'
import { compileTemplate, type Unrendered } from './template.ts'
import type { TemplateContact } from './template-contact.ts'

/** What an account, or a campaign that has frozen it, does to every text. */
export type TextRules = { smart_encoding: boolean; footer: string | null }

/** A text as it goes to a phone. */
export type Composed = PartCount & { content: string }

export type Composer = {
  /** False when the text is the same for every contact. */
  hasVariables: boolean
  /** The text for a contact, or why there is none. `more` are variables beside the contact's own. */
  compose: (contact: TemplateContact, more?: Record<string, unknown>) => Composed | Unrendered
}

export const noRules: TextRules = { smart_encoding: false, footer: null }

/** For a text that is the same whoever gets it. */
export const nobody: TemplateContact = {
  name: null,
  phone_number: '',
  country_code: null,
  custom_parameters: {},
}

/**
 * The one place where a text becomes what is sent, for every kind of sending and for previews: it is rendered, the
 * footer is added, the encoding chosen, and then the parts are counted.
 */
export function createComposer(source: string, rules: TextRules): Composer {
  const template = compileTemplate(source)
  return {
    hasVariables: template.hasVariables,
    compose: (contact, more) => {
      const rendered = template.render(contact, more)
      return typeof rendered === 'string' ? finish(rendered, rules) : rendered
    },
  }
}

export function isComposed(one: Composed | Unrendered): one is Composed {
  return !('error' in one)
}

function finish(rendered: string, { smart_encoding, footer }: TextRules): Composed {
  const content = withFooter(rendered, footer)
  const counted = countParts(content)
  if (!smart_encoding) return { content, ...counted }
  // The footer too, as the network looks at the text as a whole.
  const encoded = encodeSmartly(content, counted)
  return { content: encoded.text, ...encoded.counted }
}
