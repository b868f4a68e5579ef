import { Type } from 'typebox'
import { choice, flag, id, text } from '../http/field-readers.ts'
import {
  isAbsent,
  optional,
  readFields,
  resource,
  type FieldSet,
  type Reader,
  type Values,
} from '../http/fields.ts'
import { refuseField, type Fields } from '../http/form.ts'
import { json, readJson } from '../http/list-readers.ts'
import { isCountryCode } from '../lib/countries.ts'
import type { Examined } from './examine.ts'
import { mappingProblems, readMapping, type Mapping } from './mapping.ts'

export type ImportFields = Values<FieldSet<ReturnType<typeof definitionsOf>>>

/** Reads the fields of an import against the file that came with them, or throws all that is wrong with both. */
export function readImportFields(fields: Fields, file: Examined | undefined): ImportFields {
  const isUnmapped = isAbsent(fields.values.get('mapping')) && !fields.refused.has('mapping')
  if (file && isUnmapped && !(isOn(fields, 'dry_run') && isOn(fields, 'map_later'))) {
    for (const title of fileProblems(file, null)) fields.problems.push({ title, field: 'mapping' })
  }
  return readFields(resource({ ...definitionsOf(file), ...mapLater }), fields)
}

const mapLater = {
  map_later: optional(
    flag({
      description:
        'With `dry_run`: takes a file whose columns cannot be taken by their names. `mapping_problems` says why; a run then brings the mapping',
    }),
  ),
}

/** For the documents: the form with its file. */
export const importForm = Type.Object({
  file: Type.Unsafe({
    type: 'string',
    format: 'binary',
    description: 'CSV with a header, or JSON Lines; at most 1 GiB',
  }),
  ...resource({ ...definitionsOf(undefined), ...mapLater }).schema.properties,
})

/** What a run may do otherwise than the dry run whose file it imports. */
export const runFields = resource(definitionsOf(undefined))

/** Notes what is wrong with the file, as the rest of a sentence that begins with it. */
export function refuseWholeFile(fields: Fields, problem: string): void {
  if (!fields.refused.has('file')) refuseField(fields, 'file', problem)
}

function definitionsOf(file: Examined | undefined) {
  return {
    mapping: optional(mapping(file)),
    segment_id: optional(
      id({ description: 'A segment of type `custom` to put the contacts into' }),
    ),
    on_known: optional(
      choice(['update', 'skip'], {
        description:
          '`skip` leaves contacts as they are that were there before; opting out counts all the same',
      }),
    ),
    default_country: optional(country()),
    dry_run: optional(flag({ description: 'Writes nothing and answers what would be' })),
  }
}

function mapping(file: Examined | undefined): Reader<Mapping> {
  const description =
    'What the columns are, as JSON: `{"Mobile":"phone_number","First name":"name","City":"custom_parameters.city"}`; ' +
    'also `has_opted_out`, or null to leave a column out. Without it they are taken by their names, and others as custom parameters.'
  return {
    schema: json({ description }).schema,
    read: (given) => {
      const value = readJson(given)
      if (value === undefined) return undefined
      const read = readMapping(value)
      if ('problems' in read) {
        for (const problem of read.problems) given.refuse(problem)
        return undefined
      }
      for (const title of file ? fileProblems(file, read.mapping) : []) given.complain(title)
      return read.mapping
    },
  }
}

function country(): Reader<string> {
  const reader = text({
    max: 250,
    description:
      'ISO 3166 alpha-2, such as IT; national numbers are read in it. Without it, in that of the account.',
  })
  return {
    ...reader,
    read: (given) => {
      const code = reader.read(given)?.trim().toUpperCase()
      if (code === undefined || isCountryCode(code)) return code
      return given.refuse('must be an ISO 3166 code of two letters, such as IT')
    },
  }
}

/** What keeps a file from being read as it is mapped, as sentences. */
export function fileProblems(file: Examined, mapping: Mapping | null): string[] {
  return mappingProblems(
    file.columns.map(({ name }) => name),
    mapping,
    file.dialect.format,
  )
}

/** Whether a flag is set, of a form that is not read yet. */
function isOn({ values }: Fields, name: string): boolean {
  return ['1', 'true', 'on', 'yes'].includes(String(values.get(name)).trim().toLowerCase())
}
