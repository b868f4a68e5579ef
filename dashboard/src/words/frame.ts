import { amount, rateInWords } from './formats.ts'
import { plural } from './sentences.ts'

export const frameWords = {
  product: 'Simcast',
  mainNavigation: 'Main',
  skip: 'Go to the page',
  home: 'Home',
  campaigns: 'Campaigns',
  audience: 'Audience',
  contacts: 'Contacts',
  segments: 'Segments',
  imports: 'Imports',
  optOuts: 'Opt-outs',
  devices: 'Devices',
  settings: 'Settings',
  more: 'More',
  toHome: 'Go to Home',

  personMenu: ({ name }: { name: string }) => `${name}: settings and signing out`,
  personSettings: 'Your settings',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere…',
  initialsOf: ({ name }: { name: string }) =>
    name
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 2)
      .map((word) => [...word][0]?.toLocaleUpperCase() ?? '')
      .join(''),

  notFoundTitle: 'Nothing is here',
  notFound: 'There is nothing at this address',
  notFoundText: 'It may have been deleted, or the address has a slip in it.',
  pageFailedTitle: 'This page could not be shown',
  pageFailed: 'The page could not be shown',

  connection: 'Connection',
  offlineSince: ({ time }: { time: string }) =>
    `No connection since ${time}. You see what was last known.`,
  tryingIn: ({ seconds }: { seconds: number }) => `Trying again in ${amount(seconds)} s.`,
  tryingNow: 'Trying now.',
  tryNow: 'Try now',

  keysTitle: 'Keys',
  keysNote: 'Single keys are off while you type. They can be switched off in Settings, Account.',
  keyNames: {
    search: 'Search, or go to a page',
    searchList: 'Search the list of this page',
    goTo: ({ place }: { place: string }) => `Go to ${place}`,
    create: 'Make a new one',
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open the row',
    choose: 'Choose the row',
    close: 'Close what is open',
    keys: 'Show this list',
  },

  searchOrGo: 'Search or go to',
  searchTitle: 'Search or go to',
  searchHint: 'A name, a number, a page',
  searchResults: 'What was found',
  pages: 'Pages',
  doing: 'Do',
  searching: 'Looking…',
  nothingFound: ({ text }: { text: string }) => `Nothing is called “${text}”.`,
  searchFailed: 'Names and numbers cannot be searched just now.',
  foundContacts: 'Contacts',
  foundCampaigns: 'Campaigns',
  foundSegments: 'Segments',
  foundDevices: 'Phones',
  newCampaign: 'New campaign',
  newSegment: 'New segment',
  bringContacts: 'Import contacts',
  connectPhone: 'Connect a phone',
  holdSending: 'Hold all sending, or let it go on',
  showKeys: 'Show all keys',

  sendingAt: ({ rate }: { rate: number }) => `Sending, ${rateInWords(rate)}`,
  sending: 'Sending',
  nothingToSend: 'Nothing to send',
  noPhoneYet: 'No phone is connected',
  noPhoneOnline: 'No phone is online',
  held: 'All sending is held',
  heldAtSince: ({ time }: { time: string }) => `Held since ${time}`,
  heldSince: ({ time }: { time: string }) => `Held by you since ${time}`,
  heldBySince: ({ name, time }: { name: string; time: string }) => `Held by ${name} since ${time}`,
  waitingFor: ({ reason }: { reason: string }) => `Waiting: ${reason}`,
  waitingUntil: ({ reason, time }: { reason: string; time: string }) =>
    `Waiting: ${reason} until ${time}`,
  waitingClear: ({ waiting, time }: { waiting: number; time: string }) =>
    `${amount(waiting)} waiting, clear about ${time}`,
  waiting: ({ waiting }: { waiting: number }) => `${amount(waiting)} waiting`,
  phonesOnline: ({ online, total }: { online: number; total: number }) =>
    `${amount(online)} of ${plural(total, { one: '# phone', other: '# phones' })} online`,

  /** Why nothing leaves, by the API's word. */
  reasons: {
    restored: 'restored from a backup',
    phone_missing: 'no phone is connected',
    phone_offline: 'the phone is offline',
    phone_paused: 'the phone is paused',
    quiet_hours: 'quiet hours',
    month_limit: 'the SIM has used its month',
    day_limit: 'the SIM has used its day',
    hour_limit: 'the SIM has used its hour',
    slowed_down: 'the network asked the SIM to rest',
    scheduled: 'its time has not come',
  } as Record<string, string>,

  queuedCampaigns: 'Under way, with what waits',
  allQueued: ({ total }: { total: number }) => `All ${amount(total)} under way`,
  holdAll: 'Hold all sending',
  letGoOn: 'Let sending go on',
  holdMeans:
    'Holding keeps back every campaign, flow, answer and text of the API, at once. Nothing is lost; it waits until you let it go on.',
  inHand: ({ total }: { total: number }) =>
    total === 0
      ? 'No phone holds a text. Nothing leaves until you let it go on.'
      : plural(total, {
          one: '# text is already on a phone and may still leave. Nothing else does.',
          other: '# texts are already on phones and may still leave. Nothing else does.',
        }),
  nowHeld: 'All sending is held. Nothing new goes to the phones.',
  goesOn: 'Sending goes on.',
}
