import { amount } from './formats.ts'
import { listed, plural } from './sentences.ts'

export type Condition =
  | 'exact'
  | 'not_exact'
  | 'contains'
  | 'not_contains'
  | 'starts_with'
  | 'not_starts_with'
  | 'ends_with'
  | 'not_ends_with'
  | 'bigger_than'
  | 'lower_than'

/** The ten conditions in words, in the order in which they are offered. */
export const conditionWords: Record<Condition, string> = {
  exact: 'is',
  not_exact: 'is not',
  contains: 'contains',
  not_contains: 'does not contain',
  starts_with: 'starts with',
  not_starts_with: 'does not start with',
  ends_with: 'ends with',
  not_ends_with: 'does not end with',
  bigger_than: 'is bigger than',
  lower_than: 'is lower than',
}

const contacts = (total: number) => plural(total, { one: '# contact', other: '# contacts' })

export type UseType = 'campaign' | 'flow' | 'recurring_campaign' | 'rss_automation'

const uses: Record<UseType, (total: number) => string> = {
  campaign: (total) => plural(total, { one: '# campaign', other: '# campaigns' }),
  flow: (total) => plural(total, { one: '# flow', other: '# flows' }),
  recurring_campaign: (total) =>
    plural(total, { one: '# recurring campaign', other: '# recurring campaigns' }),
  rss_automation: (total) => plural(total, { one: '# RSS automation', other: '# RSS automations' }),
}

export const segmentWords = {
  title: 'Segments',
  answer: ({ total }: { total: number }) =>
    plural(total, {
      one: 'One group of contacts that campaigns can be sent to.',
      other: '# groups of contacts that campaigns can be sent to.',
    }),
  newOne: 'New segment',
  search: 'Name of a segment',
  emptyTitle: 'No segments yet',
  emptyText:
    'A segment is a group of contacts under a name: all who match some conditions, or those you choose. Campaigns and flows are sent to it.',
  emptyByFilter: 'No segment is like that.',
  kinds: 'Kinds of segments',
  kindAll: 'All',
  kind: { filter: 'Matching', custom: 'Chosen', bulk: 'Pasted' },
  columnName: 'Name',
  columnKind: 'Kind',
  columnContacts: 'Contacts',
  columnChanged: 'Changed',
  contacts: ({ total }: { total: number }) => contacts(total),
  chosenContacts: 'Contacts chosen one by one',
  pastedNumbers: 'Numbers that were pasted',

  row: ({ key, condition, value }: { key: string; condition: Condition; value: string }) =>
    value === ''
      ? condition === 'exact'
        ? `${key} is empty`
        : `${key} is not empty`
      : `${key} ${conditionWords[condition]} ${value}`,
  countriesIn: ({ names }: { names: string[] }) => `in ${names.join(' or ')}`,
  rule: ({ parts }: { parts: string[] }) => listed(parts),

  newTitle: 'New segment',
  name: 'Name',
  namePlaceholder: 'Such as Loyal customers',
  untitled: 'Segment without a name',
  whatKind: 'Who is in it',
  kindFilter: 'Contacts that match',
  kindFilterNote: 'Stays up to date by itself',
  kindCustom: 'Contacts I choose',
  kindCustomNote: 'One by one, or by an import',
  kindBulk: 'Numbers I paste',
  kindBulkNote: 'New numbers become contacts',

  rulesTitle: 'Contacts where all of these hold',
  where: 'where',
  and: 'and',
  key: 'Field',
  keyOf: ({ row }: { row: number }) => `Field of condition ${row}`,
  conditionOf: ({ row }: { row: number }) => `Condition ${row}`,
  valueOf: ({ row }: { row: number }) => `Value of condition ${row}`,
  keyPlaceholder: 'Field, such as city',
  valuePlaceholder: 'Value',
  emptyValuePlaceholder: 'Empty',
  removeRow: ({ row }: { row: number }) => `Remove condition ${row}`,
  useFilter: 'Use this filter',
  addRow: 'Condition',
  fieldTotal: ({ total, isEstimate }: { total: number; isEstimate: boolean }) =>
    isEstimate ? `about ${amount(total)}` : amount(total),
  kindOfField: { text: 'text', number: 'numbers', date: 'dates', mixed: 'mixed' },
  keyNote: ({ kind, total }: { kind: string; total: string }) => `${kind}, ${total}`,
  noFields:
    'Your contacts have no fields yet. They come with an import, or are written at a contact.',
  countries: 'In any of these countries',
  addCountry: 'Add a country',
  continents: 'In any of these continents',
  removeCountry: ({ name }: { name: string }) => `Remove ${name}`,
  unknownCountry: 'No country is called like that.',

  compared: ({
    key,
    total,
    example,
    kind,
  }: {
    key: string
    total: number
    example: string
    kind: 'number' | 'date'
  }) =>
    plural(total, {
      one: `# contact has a ${key} that is no ${kind}, such as “${example}”: it is not matched.`,
      other: `# contacts have a ${key} that is no ${kind}, such as “${example}”: they are not matched.`,
    }),
  comparedTitle: 'Numbers are compared with numbers, and dates with dates.',
  incomparable: ({ key }: { key: string }) =>
    `What ${key} is compared with is neither a number nor a date such as 2026-05-01, so nobody matches.`,

  chooseTitle: 'Contacts in this segment',
  chooseContact: 'Add a contact',
  choosePlaceholder: 'Name or number',
  removeContact: ({ name }: { name: string }) => `Remove ${name}`,
  noneChosen: 'Nobody is in it yet. Look for contacts by name or number, or bring a file along.',
  importInto: 'Import a file',
  tooMany: ({ total }: { total: number }) =>
    `${contacts(total)} are in it: too many to list here one by one. An import can add more.`,
  seeThem: 'See them',

  pasteTitle: 'Numbers',
  pasteLabel: 'One phone number per line, or between commas',
  pasteAgain: 'Paste numbers to put others in their place',
  pastePlaceholder: '+44 7700 900142',
  newNumbers: ({ total }: { total: number }) =>
    plural(total, {
      one: '# number becomes a new contact when you save.',
      other: '# numbers become new contacts when you save.',
    }),

  countTitle: 'How many',
  match: ({ total }: { total: number }) =>
    plural(total, { one: 'contact matches.', other: 'contacts match.' }),
  matchOf: ({ all }: { all: number }) => `of ${contacts(all)} match.`,
  areIn: ({ total }: { total: number }) =>
    plural(total, { one: 'contact is in it.', other: 'contacts are in it.' }),
  optedOut: ({ total }: { total: number }) =>
    plural(total, {
      one: '# of them has opted out and is never texted.',
      other: '# of them have opted out and are never texted.',
    }),
  cannotBeTexted: ({ total }: { total: number }) =>
    plural(total, {
      one: '# is a sender without a number and cannot be texted.',
      other: '# are senders without a number and cannot be texted.',
    }),
  bar: ({ total, all }: { total: number; all: number }) =>
    `${amount(total)} of ${amount(all)} contacts`,
  barLine: ({ total, out }: { total: number; out: number }) =>
    out > 0
      ? plural(total, {
          one: `# contact, ${amount(out)} opted out`,
          other: `# contacts, ${amount(out)} opted out`,
        })
      : contacts(total),
  notCounted: 'Say who is meant, and they are counted here.',
  counting: 'Counting…',
  notReadable: 'They are counted as soon as all of it can be read.',
  moreProblems: ({ total }: { total: number }) =>
    plural(total, { one: 'And # more problem.', other: 'And # more problems.' }),
  see: 'See who',
  seeAll: ({ total }: { total: number }) => `See all ${amount(total)}`,
  nameless: 'No name',
  sample: 'The newest of them',

  usedBy: ({ counts }: { counts: [UseType, number][] }) =>
    `Used by ${listed(counts.map(([type, total]) => uses[type](total)))}`,
  notUsed: 'Not used yet',
  inUse: ({ counts }: { counts: [UseType, number][] }) =>
    `${listed(counts.map(([type, total]) => uses[type](total)))} ${
      counts.length === 1 && counts[0]?.[1] === 1 ? 'uses' : 'use'
    } this segment.`,
  inUseFlow: ({ names }: { names: string[] }) =>
    plural(names.length, {
      one: `Who matches already does not enter the flow ${listed(names)}.`,
      other: `Who matches already does not enter the flows ${listed(names)}.`,
    }),
  inUseCampaign: 'A campaign that has not started yet goes to whoever matches when it starts.',

  create: 'Create segment',
  save: 'Save changes',
  discard: 'Discard',
  unchanged: 'Nothing has been changed yet.',
  created: ({ name }: { name: string }) => `${name} is there.`,
  saved: 'Saved',
  remove: 'Delete',
  removeReason: ({ counts }: { counts: [UseType, number][] }) =>
    `${listed(counts.map(([type, total]) => uses[type](total)))} still ${
      counts.length === 1 && counts[0]?.[1] === 1 ? 'uses' : 'use'
    } it. Give them another segment first.`,
  more: ({ name }: { name: string }) => `More for ${name}`,
  removeQuestion: ({ name }: { name: string }) => `Delete the segment ${name}?`,
  removeWill: ({ total }: { total: number }) =>
    total === 0
      ? 'Only the segment goes; nobody is in it.'
      : `Only the segment goes: its ${contacts(total)} stay, with their texts.`,
  removeCannot: 'What the segment said of who is meant cannot be brought back.',
  removeWayOut: 'Keep it',
  removed: ({ name }: { name: string }) => `${name} is deleted.`,

  changedTitle: 'Somebody else changed this segment meanwhile.',
  changedText: 'What you changed is kept here and is not saved yet.',
  theirs: ({ name, rule }: { name: string; rule: string }) => `Theirs: ${name}, ${rule}.`,
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',

  needsName: 'Give the segment a name.',
  needsRule: 'Add a condition, a country or a continent.',
  needsKey: ({ row }: { row: number }) => `Condition ${row} has no field.`,
  needsValue: ({ row }: { row: number }) => `Condition ${row} needs a value.`,

  contactsTitle: ({ name }: { name: string }) => `Contacts of ${name}`,
  contactsSearch: 'Name or number',
  contactsNone: 'Nobody is in this segment now.',
  columnContact: 'Name',
  columnNumber: 'Number',
  columnAdded: 'Added',
}
