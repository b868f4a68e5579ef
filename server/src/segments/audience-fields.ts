import { choiceOrId } from '../http/choice-or-id.ts'
import { text } from '../http/field-readers.ts'
import { optional, type FieldSet, type Values } from '../http/fields.ts'
import { ids, list, phoneNumbers, rows } from '../http/list-readers.ts'
import { whereItApplies } from '../http/where-it-applies.ts'
import type { Filter } from './filter.ts'

/** The fields that say who is meant, beside the field that says which of them apply. */
export const audienceFields = {
  phone_numbers: optional(
    whereItApplies(
      phoneNumbers({
        description: 'For `bulk`: one per line or between commas; unknown ones become contacts',
      }),
    ),
  ),
  contacts_ids: optional(
    whereItApplies(ids({ description: 'For `custom`: `1,2,3`, or a JSON array' })),
  ),
  filters_custom_parameters: optional(
    whereItApplies(
      rows(
        {
          key: { field: 'filters_custom_parameter_key' },
          condition: { field: 'filters_custom_parameter_condition' },
          value: { field: 'filters_custom_parameter_value', isOptional: true, takesEmpty: true },
        },
        { description: 'For `filter`: rows that must all hold' },
      ),
    ),
  ),
  filters_countries: optional(
    whereItApplies(
      list(text({ max: 100 }), { description: 'For `filter`: any of these countries' }),
    ),
  ),
  filters_continents: optional(
    whereItApplies(
      list(text({ max: 100 }), { description: 'For `filter`: any of these continents' }),
    ),
  ),
}

export type AudienceFields = Values<FieldSet<typeof audienceFields>>

export const audienceTypes = ['all', 'bulk', 'custom', 'filter'] as const
export type AudienceType = (typeof audienceTypes)[number]

/** Who a request means, as it is to be stored: contact_ids of bulk and custom, ascending and each once. */
export type GivenAudience = {
  type: AudienceType | 'segment'
  segment_id?: number
  filter?: Filter
  contact_ids?: number[]
}

/** The field `segment` of campaigns: a word that says which fields apply, or the id of a segment. */
export const segmentOfCampaign = choiceOrId(audienceTypes, {
  noun: 'segment',
  description: '`all`, `bulk`, `custom` or `filter`, or the id of a segment',
})

/** The field `segment` of flows. */
export const segmentOfFlow = choiceOrId(['all'], {
  noun: 'segment',
  description: '`all`, or the id of a segment',
})

/** Whether a request says anything about who is meant, of what applies to this type. */
export function areGiven(fields: AudienceFields, type: AudienceType): boolean {
  switch (type) {
    case 'all':
      return false
    case 'bulk':
      return fields.phone_numbers !== undefined
    case 'custom':
      return fields.contacts_ids !== undefined
    case 'filter':
      return (
        fields.filters_custom_parameters !== undefined ||
        fields.filters_countries !== undefined ||
        fields.filters_continents !== undefined
      )
  }
}
