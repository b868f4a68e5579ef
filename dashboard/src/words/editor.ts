import { amount } from './formats.ts'
import { inWords, plural } from './sentences.ts'

const contacts = (total: number) => plural(total, { one: '# contact', other: '# contacts' })
const parts = (total: number) => plural(total, { one: '# part', other: '# parts' })
/** `three SIMs`. */
export const simsInWords = (total: number) =>
  total < 10
    ? plural(total, { one: 'one SIM', other: `${inWords(total)} SIMs` })
    : `${amount(total)} SIMs`

export const editorWords = {
  documentTitle: ({ name }: { name: string }) => `${name}, editing`,
  campaign: 'Campaign',
  untitled: 'Campaign without a name',
  toCampaigns: 'To the campaigns',
  steps: 'Steps of the campaign',
  audience: 'Audience',
  message: 'Message',
  sending: 'Sending',
  review: 'Review',
  stepDone: ', complete',
  stepWrong: ', something has to be changed',
  back: 'Back',
  leave: 'Close',
  canStop: 'You can pause or cancel at any time.',

  who: 'Who gets it',
  everybody: 'Everybody',
  everybodyNote: 'All contacts that may be texted when it starts.',
  aSegment: 'A segment',
  aSegmentNote: 'Who is in it when it starts.',
  noSegments: 'There is no segment yet.',
  makeSegment: 'Make a segment',
  findSegment: 'Find a segment',

  contactsIn: ({ total }: { total: number }) => contacts(total),
  chosen: 'Contacts that you choose',
  chosenNote: 'A few, one by one. For many, a segment is better.',
  findContact: 'Name or number',
  remove: ({ name }: { name: string }) => `Leave out ${name}`,
  useChosen: ({ total }: { total: number }) =>
    plural(total, { one: 'Use this contact', other: 'Use these # contacts' }),
  pasted: 'Numbers that you paste',
  pastedNote: 'One on each line, or between commas. A number that is new becomes a contact.',
  numbers: 'Numbers',
  usePasted: 'Use these numbers',
  usedPasted: 'These numbers are stored with the draft. What you paste here replaces them.',
  usedChosen: ({ total }: { total: number }) =>
    plural(total, {
      one: 'One contact is stored with the draft. Who you choose here replaces it.',
      other: '# contacts are stored with the draft. Who you choose here replaces them.',
    }),
  filter: 'A filter for this campaign',
  filterNote: 'Who matches it when it starts. To use it again, make a segment.',
  usedFilter: 'This filter is stored with the draft. Another one replaces it.',

  subtraction: ({ total }: { total: number }) =>
    plural(total, { one: '# contact gets it', other: '# contacts get it' }),
  matched: {
    all: 'Contacts now',
    segment: 'In the segment now',
    chosen: 'Chosen',
  },
  optedOut: 'Opted out, never texted',
  cannotBeTexted: 'Number cannot be texted',
  getIt: 'Get it',
  seeThem: 'See them',
  fixedAtStart: 'The list is fixed when it starts. Who opts out until their turn is left out too.',
  minus: ({ value }: { value: number }) => `− ${amount(value)}`,

  name: 'Name',
  nameNote: 'Only you see it.',
  nameMissing: 'Give it a name.',
  text: 'Text',
  textMissing: 'Write a text.',
  addField: 'Field',
  template: 'Template',
  noTemplates: 'No template yet. Settings, Templates has them.',
  templateTaken: ({ name }: { name: string }) => `The text is that of the template ${name} now.`,
  fieldHelp: 'Type {{ to put in a field of the contact.',
  fields: 'Fields of the contact',
  fieldName: 'Name of the contact',
  fieldNumber: 'Phone number',
  fieldCountry: 'Country, in two letters',
  fieldNote: ({ example, total }: { example: string | undefined; total: number }) =>
    example === undefined
      ? `${contacts(total)} have it`
      : `Such as ${example}; ${contacts(total)} have it`,
  lacking: ({ field, total, whole }: { field: string; total: number; whole: number }) =>
    `${field} is missing for ${amount(total)} of ${amount(whole)}.`,
  counter: ({
    characters,
    isUnicode,
    total,
  }: {
    characters: number
    isUnicode: boolean
    total: number
  }) =>
    isUnicode
      ? `${plural(characters, { one: '# character', other: '# characters' })}, Unicode, ${parts(total)}`
      : `${plural(characters, { one: '# character', other: '# characters' })}, ${parts(total)}`,
  footerIs: ({ footer }: { footer: string }) => `Add the line “${footer}”`,
  footerNote: 'It counts in the length.',
  writeSomething: 'Write something, and it is shown here as it arrives.',

  costly: ({ total }: { total: number }) =>
    plural(total, {
      one: 'One character costs parts.',
      other: 'Some characters cost parts.',
    }),
  costlyDoubles: 'One character doubles the price.',
  costlyWhy: ({ named }: { named: string }) =>
    `${named} is not in the SMS alphabet, so a part holds 70 characters rather than 160.`,
  costlyWhyMany: ({ named }: { named: string }) =>
    `${named} are not in the SMS alphabet, so a part holds 70 characters rather than 160.`,
  without: ({ fewer, done }: { fewer: number; done: string | undefined }) =>
    done === undefined
      ? plural(fewer, { one: 'Without: # part fewer.', other: 'Without: # parts fewer.' })
      : plural(fewer, {
          one: `Without: # part fewer, done ${done}.`,
          other: `Without: # parts fewer, done ${done}.`,
        }),
  noFewer: 'Here it costs nothing more.',
  replaceIt: ({ total }: { total: number }) =>
    plural(total, { one: 'Replace it', other: 'Replace them' }),
  named: {
    '’': 'a curly apostrophe',
    '‘': 'a curly quotation mark',
    '“': 'a curly quotation mark',
    '”': 'a curly quotation mark',
    '–': 'a long dash',
    '—': 'a long dash',
    '…': 'three dots in one character',
    '\u00a0': 'a blank that does not break',
    '•': 'a bullet',
  } as Readonly<Record<string, string>>,
  characterIs: ({ character, what }: { character: string; what: string | undefined }) =>
    what === undefined ? character : `${character} (${what})`,

  asItReaches: 'As it reaches',
  somebody: 'somebody new',
  previousContact: 'The contact before',
  nextContact: 'The next contact',
  otherContact: 'Show another contact',
  theLongest: 'The longest text',
  withoutField: ({ field }: { field: string }) => `Without ${field}`,
  findOther: 'Find a contact',
  beforeMistake: 'This is the text as it was before the mistake.',
  notMade: 'There is no text for this contact.',
  oneText: 'One part.',
  asOne: ({ total }: { total: number }) =>
    total === 2
      ? '2 parts, shown as one text. The line marks where the second begins.'
      : `${parts(total)}, shown as one text. The lines mark where each begins.`,
  yourSim: 'Your number',

  contacts: 'Contacts',
  partsEach: 'Parts each',
  partsInAll: 'Parts in all',
  about: ({ value }: { value: number }) => `about ${amount(value)}`,
  partsRange: ({ least, most }: { least: number; most: number }) =>
    least === most ? amount(most) : `${amount(least)} to ${amount(most)}`,
  partsSpread: ({ spread }: { spread: string }) => `${spread}.`,
  spreadOf: ({ count, texts }: { count: number; texts: number }) =>
    `${parts(count)} for ${amount(texts)}`,
  doneWhen: ({ total, done }: { total: number; done: string }) =>
    `From ${simsInWords(total)} it is done ${done}.`,
  noEnd: 'Choose a SIM to see when it is done.',
  neverDone: 'At this pace it is not done within a year.',

  when: 'When',
  sendNow: 'As soon as I confirm it',
  sendAt: 'At a time',
  time: 'Time',
  timeNote: ({ zone }: { zone: string }) => `By your clock, ${zone}.`,
  timePast: 'This time has passed: it would start at once.',
  timeMissing: 'Choose a time.',
  from: 'From',
  leftToday: ({ left, limit }: { left: number; limit: number }) =>
    `${amount(left)} of ${amount(limit)} parts left today`,
  noDayLimit: 'No limit a day',
  pace: ({ rate }: { rate: string }) => `at most ${rate}`,
  noPace: 'as fast as the phone can',
  offline: 'The phone is offline. What it is given waits until it is back.',
  paused: 'The phone is paused. What it is given waits until it is resumed.',
  draining: 'It is being drained and takes nothing new.',
  pretend: 'A pretend phone: nobody gets what it sends.',
  notConnected: 'No phone has been connected with this token yet.',
  noSims: 'The phone has not told of a SIM yet.',
  lastSim: 'A campaign needs one SIM at least.',
  severalSims:
    'They share it by what each can take. What a silent phone has not taken goes to the others.',
  limitsAt: 'Limits are set with the phones.',
  quiet: 'Quiet hours',
  quietAccount: ({ start, end }: { start: string; end: string }) =>
    `Those of the account, ${start} to ${end} where the contact lives`,
  quietAccountNone: 'Those of the account, which has none',
  quietOwn: 'Other ones for this campaign',
  quietOff: 'None: texts leave at any hour',
  quietFrom: 'From',
  quietUntil: 'Until',
  giveUp: 'Give up after a time',
  giveUpNote: 'What has not left by then is cancelled.',
  giveUpAt: 'Until',

  doneAt: ({ done }: { done: string }) => `Done ${done}`,
  atRate: ({ total, rate }: { total: number; rate: string }) => `${parts(total)}, about ${rate}`,
  inAll: ({ total }: { total: number }) => parts(total),
  stretch: {
    sending: 'sending',
    quiet_hours: 'quiet',
    budget: 'budget used',
    others_first: 'others first',
    before: 'not begun',
  },
  stretchOf: ({
    kind,
    from,
    to,
    total,
  }: {
    kind: string
    from: string
    to: string
    total: number
  }) => (total > 0 ? `${from} to ${to}: ${kind}, ${parts(total)}` : `${from} to ${to}: ${kind}`),
  leaveOn: ({ today, later }: { today: number; later: number }) =>
    later === 0
      ? `All ${parts(today)} leave today.`
      : `${parts(today)} leave today, ${amount(later)} later.`,

  sentence: (values: {
    recipients: number
    each: string
    sims: number
    start: string
    done?: string
  }) =>
    values.done === undefined
      ? `${contacts(values.recipients)} get ${values.each}, from ${simsInWords(values.sims)}, starting ${values.start}.`
      : `${contacts(values.recipients)} get ${values.each}, from ${simsInWords(values.sims)}, starting ${values.start}, done ${values.done}.`,
  oneContactSentence: (values: { each: string; sims: number; start: string; done?: string }) =>
    values.done === undefined
      ? `One contact gets ${values.each}, from ${simsInWords(values.sims)}, starting ${values.start}.`
      : `One contact gets ${values.each}, from ${simsInWords(values.sims)}, starting ${values.start}, done ${values.done}.`,
  eachSame: ({ count }: { count: number }) => parts(count),
  eachSameMany: ({ count }: { count: number }) => `${parts(count)} each`,
  eachVaries: ({ least, most }: { least: number; most: number }) =>
    `${amount(least)} to ${parts(most)} each`,
  startsNow: 'at once',
  aboutDone: ({ at }: { at: string }) => `about ${at}`,
  counting: 'It is being counted.',
  notReady: 'This campaign cannot be sent yet',
  nothingYet: 'What is marked below has to be settled first.',

  change: 'Change',
  checks: 'Checks',
  must: 'Has to be changed',
  should: 'Worth a look',
  open: 'Open',
  fine: 'Fine',
  newTitle: 'New campaign',
  newName: ({ date }: { date: string }) => `Campaign of ${date}`,
  /** It greets by name, so that one sees at once what a field does; the check asks for more before it can be sent. */
  starterText: 'Hi {{ name | default: "there" }}, ',
  noPhone: 'Connect a phone first',
  noPhoneText:
    'A campaign leaves from the SIM of a phone. Connect one, or start a pretend phone to try everything out.',
  connect: 'Connect a phone',
  making: 'Making a draft',
  couldNotMake: 'The draft could not be made',

  isScheduled: ({ at }: { at: string }) => `This campaign starts by itself ${at}.`,
  isScheduledText:
    'To change it, take it back to a draft. Nothing is sent until you schedule it again.',
  backToDraft: 'Take it back to a draft',
  toCampaign: 'To the campaign',
  isOver: 'This campaign can no longer be edited',
  isOverText: 'It has been started. Duplicate it to send something like it again.',
  notThere: 'This campaign is not there',
  notThereText: 'It may have been deleted.',
}
