import { amount } from './formats.ts'
import { plural } from './sentences.ts'

export const welcomeWords = {
  title: 'Your first campaign, in about five minutes',
  titleDone: 'Your first campaign is on its way',
  answer: ({ done }: { done: number }) =>
    done === 0 ? 'Four steps. Each is ticked when it has happened.' : `${amount(done)} of 4 done.`,
  answerDone: 'All four steps are done. Home shows how it goes on.',
  documentTitle: 'First steps',
  steps: 'First steps',
  done: 'Done',
  open: 'Now',
  later: 'Later',

  phoneTitle: 'Connect a phone',
  phoneText:
    'Texts leave through the SIM card of an Android phone that runs a free app. It takes three steps, and each is checked live.',
  phoneAct: 'Connect a phone',
  phoneDone: ({ name, isOnline }: { name: string; isOnline: boolean }) =>
    isOnline ? `${name} is online.` : `${name} is connected. It is offline just now.`,

  contactsTitle: 'Bring your contacts',
  contactsText:
    'A CSV file from a spreadsheet, a shop or another tool. It is tried first, and nothing is changed before you say so.',
  contactsAct: 'Import a file',
  contactsOne: 'Write one by hand',
  contactsDone: ({ total, isMore }: { total: number; isMore: boolean }) =>
    isMore
      ? `More than ${amount(total)} contacts are here.`
      : plural(total, { one: '# contact is here.', other: '# contacts are here.' }),

  testTitle: 'Send yourself a test',
  testText: 'A text to your own number, so that you have seen one arrive before anybody else does.',
  testPretend: 'The phone only pretends: nobody gets the text, and it is reported as delivered.',
  testNumber: 'Your number',
  testNumberNote: 'With its country, such as +44 7700 900142',
  testAct: 'Send the test',
  testNeedsPhone: 'Connect a phone first: something has to send it.',
  testSent: ({ number }: { number: string }) =>
    `On its way to ${number}. The step is ticked when the network says that it arrived, or when you answer it.`,
  testFailed: ({ number }: { number: string }) =>
    `The test to ${number} failed. Look at the phone on the Devices page, then try again.`,
  testDone: ({ number, isAnswered }: { number: string; isAnswered: boolean }) =>
    isAnswered ? `${number} wrote back.` : `It arrived at ${number}.`,

  campaignTitle: 'Send your first campaign',
  campaignText:
    'Choose who gets it, write it, see what it comes to. Before it leaves you confirm the number of contacts.',
  campaignAct: 'New campaign',
  campaignOpen: ({ name }: { name: string }) => `Go on with ${name}`,
  campaignDone: ({ name }: { name: string }) => `${name} was launched.`,
  campaignLink: 'Open the campaign',

  pretendTitle: 'No phone at hand?',
  pretendText:
    'A pretend phone runs inside Simcast and behaves like a real one. Nobody gets what it sends, and all that it touches is marked.',
  pretendAct: 'Start a pretend phone',
  pretendStarted: 'A pretend phone is on its way. It is there within a few seconds.',
  toHome: 'Go to Home',
}
