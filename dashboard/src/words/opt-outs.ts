import { amount } from './formats.ts'
import { plural } from './sentences.ts'

export const optOutWords = {
  title: 'Opt-outs',
  answer: ({ total }: { total: number }) =>
    total === 0
      ? 'Numbers that must not be texted, also those that are no contacts.'
      : plural(total, {
          one: 'This number is never texted, whoever has it.',
          other: 'These numbers are never texted, whoever has them.',
        }),
  search: 'Number',
  add: 'Add numbers',
  moreActs: 'More for opt-outs',
  export: 'Export as a file',
  columnNumber: 'Number',
  columnContact: 'Contact',
  columnHow: 'How',
  columnTime: 'When',
  noContact: 'No contact',
  noName: 'No name',
  wrote: ({ text }: { text: string }) => `Wrote “${text}”`,
  byText: 'By text',
  by: ({ person }: { person: string }) => `Opted out by ${person}`,
  byHand: 'Opted out by hand or by a program',
  byImport: ({ file }: { file: string }) => `Import ${file}`,
  fileNamed: ({ file, line }: { file: string; line: number | null }) =>
    line === null ? file : `${file}, line ${amount(line)}`,
  fileUnnamed: ({ id }: { id: number }) => `no. ${amount(id)}`,
  byList: ({ person }: { person: string | null }) =>
    person === null ? 'Brought along' : `Brought along by ${person}`,
  unknown: 'From before there were records',

  emptyTitle: 'Nobody has opted out',
  emptyText:
    'Who answers STOP appears here by itself and is never texted again. Bring along the opt-outs of a system you used before.',
  emptyByFilter: 'No number like that has opted out.',

  addTitle: 'Add numbers that must not be texted',
  addText: 'They need not be contacts. Texts that wait for them are withdrawn, and nobody is told.',
  addNumbers: 'Phone numbers, one per line or between commas',
  addPlaceholder: '+44 7700 900142',
  addNote: 'Where they come from',
  addNoteWhy: 'It is kept in the record of each.',
  addAct: 'Opt these numbers out',
  added: ({ added, known }: { added: number; known: number }) =>
    known === 0
      ? plural(added, { one: '# number was added.', other: '# numbers were added.' })
      : `${plural(added, { one: '# number was added.', other: '# numbers were added.' })} ${plural(
          known,
          { one: '# was there already.', other: '# were there already.' },
        )}`,
  exportFailed: 'The file could not be made. Try again in a moment.',
  exported: ({ total }: { total: number }) =>
    plural(total, { one: 'A file with # number.', other: 'A file with # numbers.' }),
}
