import { exampleAnswer, exampleCommand } from './examples.ts'
import { meaningOf } from './meanings.ts'
import { fieldsOf, type Field, type Route, type Schema } from './read-routes.ts'
import { slugOf } from './slug.ts'

/** One route in Markdown: what it does, its fields, the keys of its answer, a command and what that answers. */
export function describeRoute(route: Route, routes: readonly Route[]): string {
  const answer = exampleAnswer(route)
  return [
    `### ${route.summary}`,
    `\`${route.method} ${route.path}\``,
    route.description,
    fieldTable('In the path', route.pathFields.length > 1 ? route.pathFields : []),
    describeQuery(route),
    fieldTable(fieldsTitle(route), formNamed(route.bodyFields)),
    describeAnswer(route, routes),
    `**Example**\n\n\`\`\`sh\n${exampleCommand(route)}\n\`\`\``,
    answer === undefined ? '' : `\`\`\`json\n${answer}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What every list takes is told once. */
const ofEveryList = [
  'page',
  'results_per_page',
  'search',
  'order_type',
  'datetime_start',
  'datetime_end',
]

function describeQuery({ queryFields }: Route): string {
  const isList = queryFields.some(({ name }) => name === 'page')
  if (!isList) return fieldTable('In the query, optional', queryFields)
  const own = queryFields.filter(({ name }) => !ofEveryList.includes(name))
  return `**In the query**: what [every list](#lists) takes, and\n\n${tableOf(own)}`
}

function fieldsTitle({ bodyFields }: Route): string {
  return bodyFields.some(({ isRequired }) => isRequired) ? 'Fields' : 'Fields, all optional'
}

function fieldTable(title: string, fields: readonly Field[]): string {
  return fields.length === 0 ? '' : `**${title}**\n\n${tableOf(fields)}`
}

function tableOf(fields: readonly Field[]): string {
  const hasRequired = fields.some(({ isRequired }) => isRequired)
  const rows = fields.map(({ name, isRequired, schema }) =>
    row(
      code(name),
      ...(hasRequired ? [isRequired ? 'yes' : ''] : []),
      typeOf(schema),
      allowed(schema),
      meaning(name, schema),
    ),
  )
  const required = hasRequired ? ['Required'] : []
  return table(['Field', ...required, 'Type', 'Allowed', 'What it is'], rows)
}

/** Lists and objects under the names that they have in a form. */
function formNamed(fields: readonly Field[]): Field[] {
  return fields.map((field) => {
    const { name, schema } = field
    if (schema.type !== 'array' || schema.items?.type === 'object') return field
    return { ...field, name: /_(key|condition|value)$/.test(name) ? `${name}[i]` : `${name}[]` }
  })
}

function describeAnswer(route: Route, routes: readonly Route[]): string {
  const data = route.answer?.properties?.['data']
  if (!data) return ''
  if (data.items) {
    const one = routes.find(
      ({ answer, method }) => method === 'GET' && isSame(answer?.properties?.['data'], data.items),
    )
    const item = one ? `what [${one.summary}](#${slugOf(one.summary)}) answers` : 'objects'
    return `**Answer**\n\n\`data\` is an array of ${item}; \`meta\` and \`links\` are as in [Lists](#lists).`
  }
  const keys = keysOf('', data)
  const [only] = keys
  if (only && keys.length === 1) return `**Answer**: \`{"data":{"${only.name}": …}}\``
  const rows = keys.map(({ name, schema }) =>
    row(
      code(name),
      typeOf(schema),
      [meaning(name, schema), oneOf(schema)].filter(Boolean).join(': '),
    ),
  )
  return `**Answer**, in \`data\`\n\n${table(['Key', 'Type', 'What it is'], rows)}`
}

/** The keys of an object, those of objects within it as `sims[].phone_number`. */
function keysOf(prefix: string, schema: Schema): Field[] {
  return fieldsOf(schema).flatMap((field) => {
    const name = prefix + field.name
    const { items } = field.schema
    const inner = items?.properties
      ? keysOf(`${name}[].`, items)
      : field.schema.properties
        ? keysOf(`${name}.`, field.schema)
        : []
    return [{ ...field, name }, ...inner]
  })
}

function typeOf(schema: Schema): string {
  if (schema.format === 'binary') return 'file'
  if (isDatetime(schema)) return schema.type?.includes('null') ? 'datetime or null' : 'datetime'
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  const types = [schema.type ?? (schema.enum ? 'string' : 'any')].flat()
  return types
    .map((type) =>
      type === 'array' ? `list of ${schema.items ? typeOf(schema.items) : 'any'}` : type,
    )
    .join(' or ')
}

function allowed(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength } = schema
  const hasMaximum = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  const parts = [
    oneOf(schema),
    minimum !== undefined ? (hasMaximum ? `${minimum} to ${maximum}` : `from ${minimum}`) : '',
    maxLength === undefined
      ? ''
      : `${minLength ? `${minLength} to` : 'up to'} ${maxLength} characters`,
    schema.default === undefined ? '' : `default ${code(shown(schema.default))}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function meaning(name: string, schema: Schema): string {
  const { description } = schema
  return (isDatetime(schema) ? undefined : description) ?? meaningOf(name) ?? ''
}

function oneOf(schema: Schema): string {
  const values = schema.enum ?? schema.items?.enum ?? []
  return values.map((value) => code(shown(value))).join(', ')
}

/** What a datetime looks like is told once, in the conventions. */
function isDatetime({ description }: Schema): boolean {
  return description?.startsWith('`YYYY-MM-DD HH:MM:SS`') ?? false
}

function isSame(one: Schema | undefined, other: Schema | undefined): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other)
}

/** A value as it is written in a request. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function code(text: string): string {
  return `\`${text}\``
}

function table(columns: readonly string[], rows: readonly string[]): string {
  return [row(...columns), `|${columns.map(() => '---|').join('')}`, ...rows].join('\n')
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
