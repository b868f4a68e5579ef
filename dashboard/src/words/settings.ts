import { plural } from './sentences.ts'

export const settingsWords = {
  title: 'Settings',
  titleOf: ({ part }: { part: string }) => `${part}, Settings`,
  partsName: 'Parts of the settings',
  noPart: 'There is no such part of the settings',
  noPartText: 'Choose one of the others.',

  parts: {
    account: { title: 'Account', answer: 'What you are called, and by which clock you work.' },
    sending: { title: 'Sending', answer: 'At which hours nobody is written to.' },
    'opt-out-words': {
      title: 'Opt-out words',
      answer: 'What people write to stop, to come back, or for help.',
    },
    texts: { title: 'Texts', answer: 'What is answered by itself, and what is added to texts.' },
    templates: { title: 'Templates', answer: 'Texts that you keep to use them again.' },
    retention: { title: 'Keeping', answer: 'Which texts are kept, and for how long.' },
    notifications: { title: 'Notices', answer: 'Where you are told of what happens.' },
    keys: { title: 'API keys', answer: 'What programs show to work in this account.' },
    'sign-ins': { title: 'Signing in', answer: 'Your password, and the browsers that know you.' },
    health: { title: 'Health', answer: 'How this installation is.' },
  },

  accountTitle: 'The account',
  accountName: 'Name',
  timezone: 'Time zone',
  timezoneNote: 'The clock by which the day and month limits of SIMs are counted.',
  country: 'Country',
  countryNote: 'Numbers without a + are read as numbers of this country.',
  noCountry: 'None: numbers have to begin with +',
  threshold: 'Ask for the number above',
  thresholdNote: 'An act on more contacts than this is confirmed by typing how many they are.',
  contacts: 'contacts',
  youTitle: 'You',
  yourName: 'Your name',
  yourNameNote: 'It stands beside what you do, such as an opt-out that you enter.',
  shortcuts: 'Single keys',
  shortcutsNote: 'Such as G and then C for the campaigns. Press ? to see them all.',

  quietTitle: 'Quiet hours',
  quiet: 'Write to nobody at night',
  quietNote:
    'By the clock of each recipient. What would leave waits for the morning. Answers to people, confirmations and tests go at any hour.',
  quietStart: 'Quiet from',
  quietEnd: 'Quiet until',
  bothTimes: 'Not saved: quiet hours have a start and an end.',
  clockTitle: 'The clock of a contact',
  clockText:
    'It is read from the number: from its country, or its area where a country has several.',
  clockField: 'A field that says it better',
  clockFieldNote:
    'The name of a field with time zones such as Europe/Rome. It goes before the number.',
  paceTitle: 'Pace',
  paceText: 'How many texts leave each minute, hour, day and month is set for each SIM.',
  toDevices: 'Go to the phones',

  tryTitle: 'Try it out',
  tryLabel: 'If somebody writes',
  tryExample: 'Stop!',
  tryAct: 'Try',
  tryHint: 'A text counts as a word of the lists only where it is that word as a whole.',
  tryFound: {
    opt_out: ({ text, word }: { text: string; word: string }) =>
      `“${text}” opts out, by the word ${word}.`,
    opt_in: ({ text, word }: { text: string; word: string }) =>
      `“${text}” undoes an opt-out, by the word ${word}.`,
    help: ({ text, word }: { text: string; word: string }) =>
      `“${text}” is answered with your help text, by the word ${word}.`,
    none: ({ text }: { text: string; word: string }) =>
      `“${text}” is a text like any other: nothing happens by itself.`,
  },
  wordsTitle: 'The words',
  wordsNote: 'One a line. Letter case, accents and punctuation do not matter.',
  wordLists: {
    opt_out: { label: 'To opt out', note: 'Nothing more is sent to the number.' },
    opt_in: { label: 'To come back', note: 'The number may be written to again.' },
    help: { label: 'To ask for help', note: 'Answered with the help text.' },
  },
  usualWords: 'Take our words again',

  confirmationTitle: 'When somebody opts out',
  confirmed: 'Confirm it once',
  confirmedNote: 'The only text that still goes to a number that has opted out.',
  confirmationText: 'The confirmation',
  helpTitle: 'When somebody asks for help',
  helped: 'Answer',
  helpText: 'The answer',
  manyTitle: 'Texts to many',
  footer: 'A line at the end',
  footerNote:
    'Under campaigns and flows, such as: Reply STOP to opt out. It counts in their parts.',
  smart: 'Write curly quotes and long dashes plainly',
  smartNote: 'Where that makes a text fit in fewer parts. Nothing else is changed.',

  newTemplate: 'New template',
  searchTemplates: 'Search templates',
  noTemplates: 'No template yet',
  noTemplatesText:
    'A template is a text that you keep under a name. When you write a campaign you can begin with it.',
  noTemplateFound: 'No template is called that.',
  columnName: 'Name',
  columnText: 'Text',
  columnChanged: 'Changed',
  columnActs: 'More',
  moreOfTemplate: ({ name }: { name: string }) => `More for ${name}`,
  edit: 'Edit',
  remove: 'Delete…',
  newTemplateTitle: 'New template',
  editTemplateTitle: 'Change the template',
  templateName: 'Name',
  templateText: 'Text',
  templateTextNote:
    '{{ name }} stands for the name of the contact, {{ custom_parameters.city }} for a field.',
  templateLengthHint: 'How long it is stands here as soon as there is a text.',
  templateLength: ({ parts, encoding }: { parts: number; encoding: 'gsm7' | 'ucs2' | null }) =>
    encoding === 'ucs2'
      ? plural(parts, {
          one: '# part, in Unicode: a part holds 70 characters instead of 160.',
          other: '# parts, in Unicode: a part holds 67 characters instead of 153.',
        })
      : plural(parts, { one: '# part.', other: '# parts.' }),
  saveTemplate: 'Save',
  deleteTemplateQuestion: ({ name }: { name: string }) => `Delete the template ${name}?`,
  deleteTemplateWill: 'Campaigns that were written with it keep their text.',
  deleteTemplateCannot: 'The template itself cannot be brought back.',
  deleteTemplateAct: 'Delete the template',
  templateDeleted: ({ name }: { name: string }) => `The template ${name} is deleted.`,
  keep: 'Keep it',

  retentionTitle: 'How long texts are kept',
  retentionText:
    'Totals stay true when texts are deleted. What proves an opt-out is kept in any case. What still waits is never deleted.',
  textDays: 'Delete the words after',
  textDaysNote: 'Who, when and what became of it stays. Empty: never.',
  smsDays: 'Delete all of a text after',
  smsDaysNote: 'It is gone from conversations too. Empty: never.',
  days: 'days',
  forEver: 'never',
  retentionAct: 'Save',
  retentionQuestion: 'Delete old texts from now on?',
  retentionWill: ({ texts, all }: { texts: string; all: string }) => {
    if (texts !== '' && all !== '')
      return `Words are deleted ${texts} days after a text is over, and all of it after ${all} days. What is older already goes within about an hour.`
    return all === ''
      ? `Words are deleted ${texts} days after a text is over. What is older already goes within about an hour.`
      : `Texts are deleted ${all} days after they are over. What is older already goes within about an hour.`
  },
  retentionCannot: 'What is deleted cannot be brought back, save from a backup.',
  retentionWayOut: 'Keep them',
  retentionConfirmed: 'Delete old texts',
  inboundTitle: 'Texts that come in',
  inbound: 'Whose texts are kept',
  inboundOptions: [
    {
      value: 'anyone',
      label: 'Everybody’s',
      note: 'A phone tells of every text that reaches it, codes and private ones too.',
    },
    {
      value: 'contacts',
      label: 'Those of contacts only',
      note: 'An opt-out of somebody else is minded all the same.',
    },
  ],

  noMailTitle: 'No mail server is set.',
  noMail:
    'E-mail cannot be sent from here. Whoever runs the server sets SMTP_URL and MAIL_FROM; a webhook works without.',
  whereTitle: 'Where you are told',
  emails: 'E-mail addresses',
  emailsNote:
    'One a line, five at most. Of phones that go offline, imports that fail, and the like.',
  webhook: 'Webhook',
  webhookNote: 'An address of your own program, which gets the same as JSON.',
  webhookSecret: 'The secret that it is signed with:',
  tryNotices: 'Send a test',
  nowhere: 'There is no address yet.',
  tried: ({ total }: { total: number }) =>
    plural(total, {
      one: 'A test is on its way to # address.',
      other: 'A test is on its way to # addresses.',
    }),
  toldTitle: 'What you were told',
  toldNote: 'The last 50',
  toldNone: 'Nothing yet. What is told appears here with what became of it.',
  columnWhat: 'What',
  columnState: 'Where it went',
  columnWhen: 'When',
  toNobody: 'Nowhere: there was no address.',
  toldTo: ({ address }: { address: string }) => `Told to ${address}.`,
  toldLater: ({ address, error }: { address: string; error: string }) =>
    error === '' ? `On its way to ${address}.` : `Not yet to ${address}: ${error}.`,
  toldNot: ({ address, error }: { address: string; error: string }) =>
    error === '' ? `Not to ${address}.` : `Not to ${address}: ${error}.`,

  keysTitle: 'Keys',
  newKey: 'New key',
  noKeys: 'No key',
  noKeysText:
    'A program shows a key to work in this account, such as a shop that sends a text for each order.',
  columnMade: 'Made',
  columnUsed: 'Last used',
  keyBegins: ({ prefix }: { prefix: string }) => `${prefix}…`,
  neverUsed: 'Not yet',
  moreOfKey: ({ name }: { name: string }) => `More for the key ${name}`,
  rename: 'Rename',
  revoke: 'Revoke…',
  newKeyTitle: 'New API key',
  keyName: 'Name',
  keyNameNote: 'What it is for, such as Shop. It stands beside what is done with it.',
  makeKey: 'Make the key',
  keyMade: 'Here is the key',
  keyOnce: 'Copy it now. You will not see it again: only a fingerprint of it is kept.',
  keyKept: 'I have kept it',
  renameTitle: 'Rename the key',
  renameAct: 'Rename',
  revokeQuestion: ({ name }: { name: string }) => `Revoke the key ${name}?`,
  revokeWill: 'Every program that shows it is refused from now on.',
  revokeCannot: 'This cannot be undone; you can make another key.',
  revokeAct: ({ name }: { name: string }) => `Revoke ${name}`,
  revoked: ({ name }: { name: string }) => `The key ${name} is revoked.`,

  passwordTitle: 'Your password',
  currentPassword: 'Your password now',
  newPassword: 'The new one',
  newPasswordNote: 'At least 10 characters, of any kind. Other browsers are signed out.',
  passwordAct: 'Change the password',
  passwordSaved: 'The password is changed. Your other browsers are signed out.',
  addressTitle: 'Your e-mail',
  address: 'E-mail that you sign in with',
  addressAct: 'Change the e-mail',
  addressSaved: ({ email }: { email: string }) => `You sign in as ${email} from now on.`,
  browsersTitle: 'Browsers that are signed in',
  everywhere: 'Sign out everywhere…',
  columnBrowser: 'Browser',
  columnPerson: 'Who',
  columnPlace: 'Address',
  unknownPlace: 'not known',
  thisBrowser: ({ browser }: { browser: string }) => `${browser}, this one`,
  signInBelow: ({ name, ip }: { name: string; ip: string }) => `${name}, ${ip}`,
  signOut: 'Sign out',
  signOutOf: ({ browser }: { browser: string }) => `Sign out of ${browser}`,
  signedOut: ({ browser }: { browser: string }) => `${browser} is signed out.`,
  everywhereQuestion: 'Sign out on all your browsers?',
  everywhereWill:
    'Every browser that you are signed in with has to sign in again, this one too. Sending goes on.',
  everywhereAct: 'Sign out everywhere',
  stay: 'Stay signed in',
}
