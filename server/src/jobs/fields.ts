import type { Problem } from '../errors.ts'
import { choice, flag, integer, text } from '../http/field-readers.ts'
import { optional, required, resource, type Values } from '../http/fields.ts'
import { ids, list } from '../http/list-readers.ts'
import { parameters } from '../http/parameters-reader.ts'
import { bulkActions } from './bulk.ts'
import { columnProblem } from './columns.ts'
import { exportResources } from './export.ts'
import { listFilter } from './filter.ts'

const columnsMax = 1100

export const bulkChange = resource({
  action: required(choice(bulkActions)),
  filter: optional(
    listFilter({
      description:
        'Who is meant: the search and filters of the list of contacts, `filters_custom_parameters`, `filters_countries` and `filters_continents` as in segments, `segment_id`. `{}` is everybody',
    }),
  ),
  contacts_ids: optional(ids({ description: 'Who is meant, in place of `filter`' })),
  custom_parameters: optional(parameters()),
  consent_note: optional(
    text({ min: 1, max: 1000, description: 'Kept with the consent; required for `opt_in`' }),
  ),
  expected_total: optional(
    integer({
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      description: 'How many are meant; with another number nothing is done',
    }),
  ),
  dry_run: optional(flag({ description: 'Only says what it would come to' })),
})

export const newExport = resource({
  resource: required(choice(exportResources)),
  filter: optional(
    listFilter({
      description: 'As for `/api/contacts/bulk`, or the search and filters of the other list',
    }),
  ),
  contacts_ids: optional(ids({ description: 'Of contacts, in place of `filter`' })),
  columns: optional(
    list(text({ min: 1, max: 100 }), {
      max: columnsMax,
      description:
        'Of contacts: names of the API and `custom_parameters.KEY`. If not given, what an import takes',
    }),
  ),
})

/** What is wrong with a change as a whole. */
export function bulkProblems(fields: Values<typeof bulkChange>): Problem[] {
  const { action, custom_parameters, consent_note } = fields
  const problems = whoProblems(fields)
  const isEmpty =
    !custom_parameters ||
    Object.keys(custom_parameters.set).length + custom_parameters.remove.length === 0
  if (action === 'edit' && isEmpty) {
    problems.push({
      title:
        'custom_parameters is required for edit: the keys to set, and those to remove as null.',
      field: 'custom_parameters',
    })
  }
  if (action === 'opt_in' && consent_note === undefined) {
    problems.push({
      title: 'consent_note is required for opt_in: say how they agreed.',
      field: 'consent_note',
    })
  }
  return problems
}

/** What is wrong with an export as a whole. */
export function exportProblems(fields: Values<typeof newExport>): Problem[] {
  const { resource: of, contacts_ids, columns = [] } = fields
  const problems: Problem[] = []
  if (of === 'contacts') {
    problems.push(...whoProblems(fields))
    for (const column of columns) {
      const problem = columnProblem(column)
      if (problem === null) continue
      problems.push({ title: `The column "${column}" ${problem}.`, field: 'columns' })
    }
    return problems
  }
  for (const [field, value] of Object.entries({ contacts_ids, columns: fields.columns })) {
    if (value === undefined) continue
    problems.push({ title: `${field} is for contacts only.`, field })
  }
  return problems
}

/** Nobody is never everybody: one of the two has to be there. */
function whoProblems({ filter, contacts_ids }: { filter?: unknown; contacts_ids?: unknown }) {
  const problems: Problem[] = []
  if (filter === undefined && contacts_ids === undefined) {
    const title = 'filter or contacts_ids is required: say who is meant. {} as filter is everybody.'
    problems.push({ title, field: 'filter' })
  }
  if (filter !== undefined && contacts_ids !== undefined) {
    problems.push({
      title: 'filter and contacts_ids cannot be given together.',
      field: 'contacts_ids',
    })
  }
  return problems
}
