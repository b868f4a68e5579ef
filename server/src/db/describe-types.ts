import type { ColumnRow, DescribedSchema } from './catalogue.ts'

const scalarTypes: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'JsonValue',
  jsonb: 'JsonValue',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  varchar: 'string',
}

/** The table types of the query builder, as the driver of pool.ts reads and writes them. */
export function describeTypes({ enums, tables }: DescribedSchema): string {
  const unions = enums.map(
    ({ name, values }) =>
      `export type ${pascal(name)} = ${values.map((value) => `'${value}'`).join(' | ')}`,
  )
  const enumNames = new Set(enums.map(({ name }) => name))
  const interfaces = tables.map(({ name, columns }) => {
    const lines = columns.map((column) => `  ${column.name}: ${columnType(column, enumNames)}`)
    return `export interface ${pascal(name)}Table {\n${lines.join('\n')}\n}`
  })
  const database = tables.map(({ name }) => `  ${name}: ${pascal(name)}Table`)
  return [
    '// Made from the migrated database by `npm run generate`; not to be edited.',
    importLine(tables.flatMap(({ columns }) => columns)),
    `export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }`,
    ...unions,
    ...interfaces,
    `export interface Database {\n${database.join('\n')}\n}\n`,
  ].join('\n\n')
}

function importLine(columns: ColumnRow[]): string {
  const names = ['Generated', 'GeneratedAlways'].filter((name) =>
    columns.some((column) => wrapper(column) === name),
  )
  return `import type { ${names.join(', ')} } from 'kysely'`
}

function columnType(column: ColumnRow, enumNames: Set<string>): string {
  const one = enumNames.has(column.type) ? pascal(column.type) : scalarTypes[column.type]
  if (!one) throw new Error(`no TypeScript type for ${column.type} of column ${column.name}`)
  const type = `${one}${column.is_array ? '[]' : ''}${column.is_nullable ? ' | null' : ''}`
  const around = wrapper(column)
  return around ? `${around}<${type}>` : type
}

function wrapper({ writing }: ColumnRow): string | undefined {
  if (writing === 'never') return 'GeneratedAlways'
  return writing === 'optional' ? 'Generated' : undefined
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
}
