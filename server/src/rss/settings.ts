import { Type } from 'typebox'
import { choice, flag, integer } from '../http/field-readers.ts'
import type { Given, Reader } from '../http/fields.ts'
import { readJson } from '../http/list-readers.ts'
import { identifiers, type Identifier } from './item.ts'

export type Settings = {
  check_interval_seconds: number
  items_count: number
  campaigns_delay: number
  unique_item_identifier: Identifier
  send_present_items: boolean
}

export type GivenSettings = Partial<Settings>

export const defaults: Settings = {
  check_interval_seconds: 3600,
  items_count: 1,
  campaigns_delay: 0,
  unique_item_identifier: 'guid',
  send_present_items: false,
}

const readers: { [Key in keyof Settings]: Reader<Settings[Key]> } = {
  check_interval_seconds: integer({
    min: 60,
    max: 2_592_000,
    description: 'How long from one check to the next; 3600 if not given',
  }),
  items_count: integer({
    min: 1,
    max: 100,
    description: 'How many new items one check sends at most; 1 if not given',
  }),
  campaigns_delay: integer({
    min: 0,
    max: 10_080,
    description: 'Minutes between the campaigns of two items; 0 if not given',
  }),
  unique_item_identifier: choice(identifiers, {
    description: 'What an item is known again by; `guid` if not given',
  }),
  send_present_items: flag({
    description: 'Whether what the feed holds at first is sent too; false if not given',
  }),
}

// Object.keys forgets the names that the type has.
const names = Object.keys(readers) as (keyof Settings)[]

/** The settings as an object; in a form, the same as JSON text. */
export const settingsReader: Reader<GivenSettings> = {
  schema: Type.Object(
    Object.fromEntries(names.map((name) => [name, Type.Optional(readers[name].schema)])),
    { description: 'How the feed is checked: an object; in a form, the same as JSON text' },
  ),
  read: (given) => {
    const value = readJson(given)
    if (value === undefined) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return given.refuse('must be an object')
    const settings: Record<string, unknown> = {}
    for (const [key, one] of Object.entries(value)) {
      const name = names.find((known) => known === key)
      const field = `settings.${key.slice(0, 100).toWellFormed()}`
      if (name === undefined)
        given.refuse(`is not known. The settings are: ${names.join(', ')}`, field)
      else if (one !== null && one !== '')
        settings[key] = readers[name].read(within(given, field, one))
    }
    const isWhole = Object.values(settings).every((one) => one !== undefined)
    return isWhole ? settings : undefined
  },
}

function within(given: Given, name: string, value: unknown): Given {
  return {
    ...given,
    name,
    value,
    refuse: (problem, field = name) => given.refuse(problem, field),
    complain: (title, field = name) => given.complain(title, field),
  }
}
