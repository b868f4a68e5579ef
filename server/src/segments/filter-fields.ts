import { parameterKeyProblem, parameterValueProblem } from '../http/parameters-reader.ts'
import { isContinentCode, isCountryCode, continentCodes } from '../lib/countries.ts'
import { ProblemList } from '../lib/problem-list.ts'
import type { AudienceFields } from './audience-fields.ts'
import { conditions, type Filter, type FilterCondition, type FilterRow } from './filter.ts'

/** The filter that a request gives, with everything that is wrong with it. */
export function readFilter(fields: AudienceFields): { filter: Filter; problems: ProblemList } {
  const { filters_custom_parameters: rows, filters_countries: countries } = fields
  const { filters_continents: continents } = fields
  const problems = new ProblemList()
  for (const given of [rows, countries, continents]) {
    problems.addAll(given?.problems ?? [], given?.uncounted)
  }
  const filter: Filter = {
    filters_custom_parameters: (rows?.value ?? []).flatMap((row) => readRow(row, problems)),
    filters_countries: readCodes(countries?.value ?? [], isCountryCode, problems, {
      field: 'filters_countries',
      expected: 'a country code of ISO 3166 with two letters, such as IT',
    }),
    filters_continents: readCodes(continents?.value ?? [], isContinentCode, problems, {
      field: 'filters_continents',
      expected: `one of ${continentCodes.join(', ')}`,
    }),
  }
  if (problems.isEmpty && isEmpty(filter)) {
    const title = 'A filter needs at least one custom parameter, country or continent.'
    problems.add({ title, field: 'filters_custom_parameters' })
  }
  return { filter, problems }
}

function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every(({ length }) => length === 0)
}

const fieldOf = {
  key: 'filters_custom_parameter_key',
  condition: 'filters_custom_parameter_condition',
  value: 'filters_custom_parameter_value',
}

function readRow(
  { key, condition: word, value }: Record<'key' | 'condition' | 'value', string>,
  problems: ProblemList,
): FilterRow[] {
  const condition = conditions.find((one) => one === word.trim())
  const wrong = [
    keyProblem(key),
    condition === undefined ? conditionProblem(word) : valueProblem(key, condition, value),
  ].filter((problem) => problem !== undefined)
  problems.addAll(wrong)
  return condition === undefined || wrong.length > 0 ? [] : [{ key, condition, value }]
}

function keyProblem(key: string) {
  const problem = parameterKeyProblem(key)
  return problem === null ? undefined : { title: `${fieldOf.key} ${problem}.`, field: fieldOf.key }
}

function conditionProblem(word: string) {
  const title = `There is no condition "${word.slice(0, 50)}". The conditions are: ${conditions.join(', ')}.`
  return { title, field: fieldOf.condition }
}

function valueProblem(key: string, condition: FilterCondition, value: string) {
  const mayBeEmpty = condition === 'exact' || condition === 'not_exact'
  if (value === '' && !mayBeEmpty) {
    const title = `The condition ${condition} on "${key.slice(0, 64)}" needs a value.`
    return { title, field: fieldOf.value }
  }
  const problem = parameterValueProblem(value)
  return problem === null
    ? undefined
    : { title: `${fieldOf.value} ${problem}.`, field: fieldOf.value }
}

/** Codes in capitals, each once. */
function readCodes(
  texts: readonly string[],
  isCode: (text: string) => boolean,
  problems: ProblemList,
  { field, expected }: { field: string; expected: string },
): string[] {
  const codes = texts.map((text) => text.trim().toUpperCase())
  for (const code of codes) {
    if (isCode(code)) continue
    problems.add({ title: `${field} has "${code.slice(0, 50)}", which is not ${expected}.`, field })
  }
  return [...new Set(codes)]
}
