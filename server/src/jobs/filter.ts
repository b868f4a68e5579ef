import { sql, type SqlBool } from 'kysely'
import { Type } from 'typebox'
import { contactList } from '../contacts/list.ts'
import type { Db } from '../db/pool.ts'
import { AppError, type Problem } from '../errors.ts'
import { readFields, resource } from '../http/fields.ts'
import type { Reader } from '../http/fields.ts'
import { emptyFields } from '../http/form.ts'
import { readJson } from '../http/list-readers.ts'
import { readListQuery, type Condition, type ListSpec } from '../http/list.ts'
import type { ProblemList } from '../lib/problem-list.ts'
import { audienceFields } from '../segments/audience-fields.ts'
import { findSegmentAudience, matches } from '../segments/audience.ts'
import { readFilter } from '../segments/filter-fields.ts'

/** Which rows are meant, as the list of the resource is searched and filtered. Kept as it was given. */
export type GivenFilter = Record<string, unknown>

const { filters_custom_parameters, filters_countries, filters_continents } = audienceFields
const segmentFields = resource({
  filters_custom_parameters,
  filters_countries,
  filters_continents,
})

/** The field `filter`: an object; in a form its JSON. */
export function listFilter(options: { description: string }): Reader<GivenFilter> {
  return {
    schema: Type.Object({}, { additionalProperties: true, ...options }),
    read: (given) => {
      const value = readJson(given)
      if (value === undefined) return undefined
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return given.refuse('must be an object, such as {"search": "Anna"}')
      }
      return { ...value }
    },
  }
}

/**
 * Which contacts `c` a filter means: what the list of contacts takes, the rows, countries and continents of a segment,
 * and the id of a segment. What is wrong with it is added to the problems; then it is not to be used.
 */
export async function contactsThat(
  db: Db,
  user_id: number,
  filter: GivenFilter,
  problems: ProblemList,
): Promise<Condition> {
  const { segment_id, ...rest } = filter
  const names = Object.keys(segmentFields.definitions)
  const ofSegment = Object.entries(rest).filter(([name]) => names.includes(name))
  const ofList = Object.entries(rest).filter(([name]) => !names.includes(name))
  const parts = [
    readListFilter(contactList(user_id), ofList, [...names, 'segment_id'], problems),
    ...readSegmentFilter(user_id, ofSegment, problems),
    ...(await readSegment(db, user_id, segment_id, problems)),
  ]
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

/** Which rows of another list a filter means. */
export function rowsThat(spec: ListSpec, filter: GivenFilter, problems: ProblemList): Condition {
  return readListFilter(spec, Object.entries(filter), [], problems)
}

/** What a list takes beside its filters, save the page and its order. */
const listNames = ['search', 'search_by', 'datetime_field', 'datetime_start', 'datetime_end']

function readListFilter(
  spec: ListSpec,
  entries: [string, unknown][],
  others: readonly string[],
  problems: ProblemList,
): Condition {
  const known = [...listNames, ...Object.keys(spec.filters)]
  const parameters = new URLSearchParams()
  for (const [name, value] of entries) {
    const field = `filter.${name.slice(0, 100)}`
    if (!known.includes(name)) {
      const all = [...known, ...others].join(', ')
      problems.add({
        title: `There is no filter "${name.slice(0, 100)}". There are: ${all}.`,
        field,
      })
    } else if (['string', 'number', 'boolean'].includes(typeof value)) {
      parameters.set(name, String(value))
    } else if (value !== null) {
      problems.add({ title: `${field} must be a text, a number or a boolean.`, field })
    }
  }
  return orNone(problems, () => readListQuery(spec, parameters).where)
}

function readSegmentFilter(
  user_id: number,
  entries: [string, unknown][],
  problems: ProblemList,
): Condition[] {
  if (entries.length === 0) return []
  const given = readFields(segmentFields, { ...emptyFields(), values: new Map(entries) })
  const { filter, problems: found } = readFilter(given)
  problems.addAll(found.problems.map(within), found.uncounted)
  return [matches(user_id, { type: 'filter', filter })]
}

async function readSegment(
  db: Db,
  user_id: number,
  segment_id: unknown,
  problems: ProblemList,
): Promise<Condition[]> {
  if (segment_id === undefined || segment_id === null) return []
  const isWritten = typeof segment_id === 'number' || typeof segment_id === 'string'
  const id = isWritten ? Number(segment_id) : 0
  const isId = Number.isSafeInteger(id) && id > 0
  const audience = isId ? await findSegmentAudience(db, user_id, id) : undefined
  if (audience) return [matches(user_id, audience)]
  const shown = isWritten ? ` ${String(segment_id).slice(0, 20)}` : ' of this kind'
  problems.add({ title: `There is no segment${shown}.`, field: 'filter.segment_id' })
  return []
}

/** The reader of lists throws what is wrong; here it is one of several to be told at once, by its place in the body. */
function orNone(problems: ProblemList, read: () => Condition): Condition {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problems.addAll(error.problems.map(within))
    return sql<SqlBool>`false`
  }
}

function within(problem: Problem): Problem {
  return problem.field === undefined ? problem : { ...problem, field: `filter.${problem.field}` }
}
