import type { ColumnRow, DescribedSchema } from './catalogue.ts'

type Table = DescribedSchema['tables'][number]

/** The whole data model as SQL, for reading: what all migrations together come to. */
export function describeSchemaSql(schema: DescribedSchema): string {
  const parts = [
    '-- Made from the migrated database by `npm run generate`; not to be edited.\n' +
      '-- To be read: what runs is migrations/*.sql, which also say why.',
    schema.extensions.map((name) => `create extension ${name};`).join('\n'),
    schema.enums.map(describeEnum).join('\n'),
    ...schema.sequences.map(({ name, definition }) => `create sequence ${name} ${definition};`),
    ...schema.functions.map(({ definition }) => `${definition.trim()};`),
    ...schema.tables.map(describeTable),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function describeEnum({ name, values }: DescribedSchema['enums'][number]): string {
  return `create type ${name} as enum (${values.map((value) => `'${value}'`).join(', ')});`
}

function describeTable(table: Table): string {
  const lines = [
    ...table.columns.map(describeColumn),
    ...table.constraints.map(({ name, definition }) => `constraint ${name} ${definition}`),
  ]
  const options = table.options ? ` with (${table.options})` : ''
  return [
    ...(table.comment ? [`-- ${table.comment}`] : []),
    `create table ${table.name} (\n  ${lines.join(',\n  ')}\n)${options};`,
    ...table.indexes.map(({ definition }) => `${definition.replaceAll(' public.', ' ')};`),
  ].join('\n')
}

function describeColumn({ name, full_type, details }: ColumnRow): string {
  return [name, full_type, ...(details ? [details] : [])].join(' ')
}
