import { plural } from './sentences.ts'
import { simsInWords as sims } from './editor.ts'

export const sendWords = {
  sendMeATest: 'Send me a test',
  changeWhat: ({ what }: { what: string }) => `Change: ${what}`,
  testTitle: 'Send a test',
  testText:
    'One text to one number, as it is now, from the first SIM of the campaign. It counts nowhere in the campaign.',
  testNumber: 'Number',
  testNumberNote: 'With its country, such as +44 7700 900123.',
  testAct: 'Send the test',
  testOnItsWay: ({ number }: { number: string }) => `A test is on its way to ${number}.`,
  notStored: 'The draft could not be saved, so nothing was sent. See what is marked.',

  sendTo: ({ total }: { total: number }) =>
    plural(total, { one: 'Send to # contact…', other: 'Send to # contacts…' }),
  scheduleTo: ({ total }: { total: number }) =>
    plural(total, { one: 'Schedule for # contact…', other: 'Schedule for # contacts…' }),
  sendQuestion: ({ total }: { total: number }) =>
    plural(total, { one: 'Send to # contact?', other: 'Send to # contacts?' }),
  sendAct: ({ total }: { total: number }) =>
    plural(total, { one: 'Send to # contact', other: 'Send to # contacts' }),
  sendWill: (values: { total: number; sims: number; start: string; done?: string }) =>
    values.done === undefined
      ? `${plural(values.total, { one: '# part leaves', other: '# parts leave' })} from ${sims(values.sims)}, starting ${values.start}.`
      : `${plural(values.total, { one: '# part leaves', other: '# parts leave' })} from ${sims(values.sims)}, starting ${values.start}, done ${values.done}.`,
  leftOut: ({ total }: { total: number }) =>
    plural(total, { one: '# contact is left out.', other: '# contacts are left out.' }),
  sendCannot:
    'You can pause or cancel while it runs. A text that a phone has already sent cannot be called back.',
  notYet: 'Not yet',
  launched: ({ name }: { name: string }) => `${name} is on its way.`,
  scheduledFor: ({ name, at }: { name: string; at: string }) => `${name} starts ${at}.`,
}
