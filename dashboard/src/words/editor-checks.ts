import { plural } from './sentences.ts'

const parts = (total: number) => plural(total, { one: '# part', other: '# parts' })

export const checkWords = {
  starter: 'The text is still the one that it began with',
  starterNote: 'Write what your contacts are to read.',
  noText: 'There is no text yet',
  noName: 'There is no name yet',
  nobody: 'Nobody would get it',
  nobodyMatches: 'Nobody matches.',
  allLeftOut: 'All who match have opted out or cannot be texted.',
  noSim: 'No SIM is chosen',
  textFails: 'Some contacts would get no text',
  partsEach: ({ each }: { each: string }) => each,
  unicode: ({ named, total }: { named: string; total: number }) =>
    plural(total, { one: `${named} makes it Unicode.`, other: `${named} make it Unicode.` }),
  script: 'Its script is not in the SMS alphabet, so a part holds 70 characters.',
  longText: 'A part holds 160 characters, or 153 each where there are several.',
  quiet: 'Runs into quiet hours',
  quietNote: ({ total, from, until }: { total: number; from: string; until: string }) =>
    `${parts(total)} wait from ${from} until ${until}.`,
  budget: 'Uses up the limits of its SIMs',
  budgetNote: ({ total, until }: { total: number; until: string }) =>
    `${parts(total)} wait until ${until}.`,
  phone: ({ name }: { name: string }) => `${name} does not answer`,
  phoneNote: 'Its texts wait until it is back.',
  pretend: 'Nobody gets this',
  pretendNote: 'It goes through a pretend phone.',
  never: 'It is not done within a year',
  neverNote: 'Choose more SIMs, or raise their limits.',
  expires: 'It gives up before all has left',
  held: 'All sending is held',
  heldNote: 'Nothing leaves until somebody lets it go on.',
  wayOut: ({ word }: { word: string }) => `Says how to leave: “${word}”.`,
  noWayOut: 'Does not say how to leave',
  noWayOutNote: ({ word }: { word: string }) => `Such as “Reply ${word} to leave”.`,
  fieldsFine: ({ fields }: { fields: string }) => `Every field exists: ${fields}.`,
  nobodyHas: ({ field }: { field: string }) => `Nobody has ${field}`,
  nobodyHasNote: 'It stays empty for all.',
  somebodyLacks: ({ field, total }: { field: string; total: number }) =>
    `${plural(total, { one: '# contact lacks', other: '# contacts lack' })} ${field}`,
  somebodyLacksNote: 'They get the text without it.',
  hasDefault: ({ field, total }: { field: string; total: number }) =>
    plural(total, {
      one: `One contact lacks ${field} and gets its default.`,
      other: `# contacts lack ${field} and get its default.`,
    }),
  simsFine: 'The SIMs are online.',
  noTest: 'No test sent yet',
  noTestNote: 'See it on your own phone first.',
  testOld: 'The text has changed since the test',
  testWaits: 'The test is on its way',
  testSent: ({ number, at }: { number: string; at: string }) => `Test sent to ${number}, ${at}`,
  testFailed: 'The test failed',
  sendTest: 'Send a test',
}
