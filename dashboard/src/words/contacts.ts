import { amount } from './formats.ts'
import { listed, plural } from './sentences.ts'

type Total = { total: number }

const contacts = (total: number) => plural(total, { one: '# contact', other: '# contacts' })
export const waitingTexts = (total: number) =>
  plural(total, { one: '# waiting text', other: '# waiting texts' })

export type Consequences = {
  total: number
  unchanged: number
  waiting: number
  texts: number
  isEstimate: boolean
}

/** Texts that go and texts that are withdrawn, as a sentence; nothing where there are none. */
function textsGone({ texts, waiting: withdrawn, total, isEstimate }: Consequences): string {
  const whose = total === 1 ? 'Its' : 'Their'
  const about = isEstimate ? 'about ' : ''
  if (texts === 0 && withdrawn === 0) return ''
  const gone = plural(texts, {
    one: `${whose} ${about}# text goes too`,
    other: `${whose} ${about}# texts go too`,
  })
  if (withdrawn === 0) return `${gone}. `
  const rest = plural(withdrawn, {
    one: '# waiting one is withdrawn',
    other: '# waiting ones are withdrawn',
  })
  return `${gone} and ${rest}. `
}

export const contactWords = {
  title: 'Contacts',
  search: 'Name or number',
  answer: ({ may, total }: { may: number; total: number }) =>
    may === total
      ? plural(total, { one: 'It may be texted.', other: 'All of them may be texted.' })
      : `${amount(may)} of ${amount(total)} may be texted.`,
  who: 'Who is listed',
  whoAll: 'All',
  whoMay: 'May be texted',
  whoOptedOut: 'Opted out',
  whoCannot: 'Cannot be texted',
  newOne: 'New contact',
  import: 'Import',
  export: 'Export…',
  moreActs: 'More for contacts',

  columnName: 'Name',
  columnNumber: 'Number',
  columnCountry: 'Country',
  columnLast: 'Last answer',
  columnAdded: 'Added',
  noName: 'No name',
  never: 'Never wrote',
  cannotBeTexted: 'A sender without a number: it can write to you and cannot be texted.',

  emptyTitle: 'No contacts yet',
  emptyText:
    'Contacts are the people you text. They come with a file, one by one, or by themselves when somebody writes to you.',
  emptyImport: 'Import a file',
  emptyByFilter: 'No contact is like that.',

  columns: 'Columns…',
  columnsTitle: 'Columns',
  columnsText: 'Fields that are shown beside name and number.',
  columnsNone:
    'Your contacts have no fields yet. They come with a file or are written at a contact.',
  columnsDone: 'Show these columns',
  fieldTotal: ({ total, isEstimate }: { total: number; isEstimate: boolean }) =>
    isEstimate ? `about ${contacts(total)}` : contacts(total),

  // Changes to many.
  optOut: 'Opt out…',
  optIn: 'Allow texts again…',
  setField: 'Set a field…',
  remove: 'Delete…',
  moreChosen: 'More for the chosen contacts',
  changeChosen: 'What to do',
  counting: 'Counting…',
  countingTitle: 'What it would come to',

  optOutQuestion: ({ total }: Total) => `Opt out ${contacts(total)}?`,
  optOutWill: ({ waiting: total }: Consequences) =>
    `${
      total === 0
        ? 'No text to them waits.'
        : plural(total, {
            one: '# waiting text to them is withdrawn.',
            other: '# waiting texts to them are withdrawn.',
          })
    } No confirmation is sent, because they did not ask by text.`,
  optOutCannot: ({ unchanged }: Consequences) =>
    unchanged === 0
      ? 'It stays with the number, also when the contact is deleted.'
      : `${plural(unchanged, {
          one: '# of them has opted out already.',
          other: '# of them have opted out already.',
        })} It stays with the number, also when the contact is deleted.`,
  optOutAct: ({ total }: Total) => `Opt out ${contacts(total)}`,
  optOutStarted: ({ total }: Total) =>
    plural(total, { one: '# contact will be opted out.', other: '# contacts will be opted out.' }),
  optOutNote: 'How they asked',
  optOutNoteWhy: 'It is kept in the record of each.',

  optInQuestion: ({ total }: Total) => `Allow texts to ${contacts(total)} again?`,
  optInWill: ({ total, unchanged }: Consequences) =>
    unchanged === total
      ? plural(total, {
          one: 'It has not opted out, so nothing changes.',
          other: 'None of them has opted out, so nothing changes.',
        })
      : `${plural(total - unchanged, {
          one: '# of them has opted out and will get your campaigns again.',
          other: '# of them have opted out and will get your campaigns again.',
        })}`,
  optInCannot:
    'Text only people who agreed. Each record says that it was you, and what you write here.',
  optInField: 'How did they agree?',
  optInAct: ({ total }: Total) => `Allow texts to ${contacts(total)}`,
  optInStarted: ({ total }: Total) =>
    plural(total, {
      one: '# contact will be allowed again.',
      other: '# contacts will be allowed again.',
    }),

  deleteQuestion: ({ total }: Total) => `Delete ${contacts(total)}?`,
  deleteWill: (consequences: Consequences) =>
    `${textsGone(consequences)}Opt-outs are remembered for their numbers.`,
  deleteCannot: 'After ten seconds this cannot be undone.',
  deleteAct: ({ total }: Total) => `Delete ${contacts(total)}`,
  deleteStarted: ({ total }: Total) =>
    plural(total, { one: '# contact will be deleted.', other: '# contacts will be deleted.' }),

  editQuestion: ({ total }: Total) => `Change a field of ${contacts(total)}`,
  editKey: 'Field',
  editKeyNote: 'One that is there already, or a new one',
  editValue: 'Value',
  editValueNote: 'Left empty, the field is removed.',
  editWill: ({ total, unchanged }: Consequences) =>
    unchanged === 0
      ? `${contacts(total)} will have it.`
      : plural(total - unchanged, {
          one: `# contact changes; ${amount(unchanged)} are so already.`,
          other: `# contacts change; ${amount(unchanged)} are so already.`,
        }),
  editCannot: 'What stood in the field before is kept in the history of each contact for a year.',
  editSet: ({ key, value, total }: { key: string; value: string; total: number }) =>
    `Set ${key} to “${value}” for ${contacts(total)}?`,
  editRemove: ({ key, total }: { key: string; total: number }) =>
    `Remove ${key} from ${contacts(total)}?`,
  editNext: 'Next',
  editAct: ({ total }: Total) => `Change ${contacts(total)}`,
  editStarted: ({ total }: Total) =>
    plural(total, { one: '# contact will be changed.', other: '# contacts will be changed.' }),
  editNeedsKey: 'Say which field.',

  wayOut: 'Not now',
  keepThem: 'Keep them',
  undone: 'Nothing was changed.',
  undoneLate: ({ done }: { done: number }) =>
    plural(done, {
      one: 'It had begun already and is stopped. # contact was done and stays so.',
      other: 'It had begun already and is stopped. # contacts were done and stay so.',
    }),
  undoFailed: 'It could not be undone any more.',

  exportTitle: ({ total }: Total) => `Export ${contacts(total)}`,
  exportText: 'A CSV file for a spreadsheet or another program. It can be imported again as it is.',
  exportColumns: 'What is in it',
  exportAll: 'Number, name, opt-out and every field',
  exportShown: 'What the list shows',
  exportAct: ({ total }: Total) => `Export ${contacts(total)}`,
  exported: ({ total }: Total) =>
    plural(total, { one: 'A file with # contact.', other: 'A file with # contacts.' }),

  newTitle: 'New contact',
  number: 'Phone number',
  numberNote: 'In any way it is written; without + it is read in your default country.',
  name: 'Name',
  create: 'Create contact',
  isThere: ({ name }: { name: string }) => `${name} is there.`,

  // One contact.
  back: 'Contacts',
  mayBeTexted: 'May be texted',
  mayBeTextedSentence: 'Gets campaigns and flows.',
  cannotMark: 'Cannot be texted',
  one: 'Contact',
  more: ({ name }: { name: string }) => `More for ${name}`,
  optOutOne: ({ name }: { name: string }) => `Opt out ${name}?`,
  optOutOneWill: ({ pending }: { pending: number }) =>
    `${
      pending === 0
        ? 'No text waits.'
        : plural(pending, {
            one: '# waiting text is withdrawn.',
            other: '# waiting texts are withdrawn.',
          })
    } No confirmation is sent, because it was not asked for by text.`,
  optOutOneCannot: 'It stays with the number, also when the contact is deleted.',
  optOutOneAct: 'Opt out',
  optedOutNow: ({ name }: { name: string }) => `${name} is never texted any more.`,
  optInOne: ({ number }: { number: string }) => `Allow texts to ${number} again?`,
  optInOneWill: ({ name, time, how }: { name: string; time: string; how: string }) =>
    `${name} opted out ${time}${how}. Say how ${name} agreed; it goes into the record.`,
  optInOneBare: ({ name }: { name: string }) =>
    `${name} has opted out. Say how ${name} agreed; it goes into the record.`,
  byWriting: ({ text }: { text: string }) => ` by writing “${text}”`,
  optInOneField: ({ name }: { name: string }) => `How did ${name} agree?`,
  optInOneAct: 'Allow texts again',
  allowedNow: ({ name }: { name: string }) => `${name} may be texted again.`,
  deleteOne: ({ name }: { name: string }) => `Delete ${name}?`,
  deleteOneAct: 'Delete contact',
  deletedSoon: ({ name }: { name: string }) => `${name} will be deleted.`,
  stay: 'Keep it',

  history: 'History',
  historyKinds: 'What is shown',
  historyAll: 'All',
  historyTexts: 'Texts',
  historyFlows: 'Flows',
  historyImports: 'Files',
  historyChanges: 'Changes',
  historyNone: 'Nothing of this kind has happened.',
  quoted: ({ text }: { text: string }) => `“${text}”`,
  noText: 'The words of this text are no longer kept.',
  from: ({ device, sim }: { device: string; sim: number }) => `from ${device}, SIM ${sim}`,
  to: ({ device, sim }: { device: string; sim: number }) => `to ${device}, SIM ${sim}`,
  ofFlow: ({ name }: { name: string }) => `Flow ${name}`,
  confirmation: 'Confirmation, sent by itself',
  answerByHand: 'Answer written by hand',
  testText: 'Test of a campaign',
  enteredFlow: ({ name }: { name: string }) => `Entered the flow ${name}`,
  dueAt: ({ time }: { time: string }) => `Its text is due ${time}`,
  createdByImport: ({ file }: { file: string }) => `Created by the import ${file}`,
  changedByImport: ({ file }: { file: string }) => `Changed by the import ${file}`,
  fileNamed: ({ file, line }: { file: string; line: number | null }) =>
    line === null ? file : `${file}, line ${amount(line)}`,
  fileUnnamed: ({ id }: { id: number }) => `no. ${amount(id)}`,
  created: 'Created',
  changed: ({ fields }: { fields: string[] }) => `Changed ${listed(fields)}`,
  by: ({ person }: { person: string }) => `by ${person}`,
  byMany: 'with many others',
  fromTo: ({ field, before, after }: { field: string; before: string; after: string }) =>
    `${field}: ${before} → ${after}`,
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  fieldName: { name: 'name', phone_number: 'number' } as Record<string, string>,

  consent: 'Consent record',
  consentNote: 'Kept with the number, also when the contact is deleted.',
  consentNone: 'This number has never opted out.',
  optedOut: 'Opted out',
  optedIn: 'Came back',
  how: {
    reply: ({ text }: { text: string }) => `by writing “${text}”`,
    replyLost: 'by text',
    api: ({ person }: { person: string }) => `by ${person}`,
    apiUnknown: 'by hand or by a program',
    import: ({ file }: { file: string }) => `by the import ${file}`,
    list: 'by a list that was brought along',
  },
  note: ({ note }: { note: string }) => `Note: ${note}`,

  fields: 'Fields',
  edit: 'Edit',
  cancel: 'Cancel',
  save: 'Save changes',
  noFields: 'No fields yet.',
  country: 'Country',
  addField: 'Field',
  keyOf: ({ row }: { row: number }) => `Name of field ${row}`,
  valueOf: ({ key }: { key: string }) => `Value of ${key}`,
  removeField: ({ key }: { key: string }) => `Remove ${key}`,
  newField: 'the new field',
  needsKey: 'A field needs a name.',
  twice: ({ key }: { key: string }) => `${key} is there twice.`,
  changedTitle: 'Somebody else changed this contact meanwhile.',
  changedText: 'What you changed is kept here and is not saved yet.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',

  segments: 'Segments',
  segmentsNone: 'In no saved segment.',
  flows: 'Flows',
  flowsNone: 'Entered no flow.',
  texts: 'Texts',
  textsSent: 'Sent',
  textsWaiting: 'Waiting',
  textsFailed: 'Failed',
  textsReceived: 'Received',
  addedAt: 'Added',
  lastWroteAt: 'Last wrote',
}
