import { amount, duration, rateInWords } from './formats.ts'
import { groupedNumber } from './phone-number.ts'
import { listed, plural } from './sentences.ts'

const texts = (total: number) => plural(total, { one: '# text', other: '# texts' })

export const deviceWords = {
  title: 'Devices',
  list: 'Devices',
  pages: 'devices',
  answer: ({
    online,
    total,
    rate,
    waiting,
  }: {
    online: number
    total: number
    rate: number | null
    waiting: number
  }) => {
    const there =
      online === total ? allOnline(total) : `${amount(online)} of ${amount(total)} online`
    const sending = rate === null || rate === 0 ? [] : [`sending ${rateInWords(rate)}`]
    const left = waiting === 0 ? 'nothing waits' : `${texts(waiting)} waiting`
    return [there, ...sending, left].join(', ')
  },
  searchName: 'Name of a phone',
  noneFound: 'No phone is called like that.',
  noneYet: 'Phones send your texts. Connect the first one.',
  emptyTitle: 'No phone yet',
  emptyText:
    'Texts leave through the SIM cards of Android phones that run a free app. Connecting one takes about ten minutes.',
  connect: 'Connect a phone',

  pretendTitle: 'No phone at hand?',
  pretendText:
    'A pretend phone runs inside Simcast and behaves like a real one. Nobody gets what it sends.',
  startPretend: 'Start a pretend phone',
  pretendStarted: 'A pretend phone is on its way. It is there within a few seconds.',
  insideSimcast: 'Runs inside Simcast. Nobody gets what it sends.',
  pretendProgram: 'A pretend phone. Nobody gets what it sends.',

  menu: ({ name }: { name: string }) => `More for ${name}`,
  model: ({ model, version }: { model: string; version: string | null }) =>
    version === null ? model : `${model}, app ${version}`,
  unknownModel: 'Phone',
  oldApp: '(old)',
  oldAppHint: 'A newer app is recommended. “Check its set-up” says why.',

  battery: ({ percent, isCharging }: { percent: number; isCharging: boolean }) =>
    isCharging ? `Battery ${percent}%, charging` : `Battery ${percent}%`,
  percent: ({ percent }: { percent: number }) => `${percent}%`,
  networks: {
    none: 'No network',
    wifi: 'Wi-Fi',
    ethernet: 'Ethernet',
    cellular: 'Mobile network',
    '2g': '2G',
    '3g': '3G',
    '4g': '4G',
    '5g': '5G',
  },
  heardNow: 'just now',
  heardAgo: ({ seconds }: { seconds: number }) => `${duration(seconds)} ago`,
  heardHint: 'Last heard of',
  waiting: ({ total }: { total: number }) => `${amount(total)} waiting`,

  offlineMovable: ({ total }: { total: number }) =>
    plural(total, {
      one: 'Charge it or bring it into coverage. Its one text can be moved: no phone has taken it yet.',
      other:
        'Charge it or bring it into coverage. Its # texts can be moved: no phone has taken them yet.',
    }),
  offline: 'Charge it or bring it into coverage.',
  offlinePretend: 'Its program does not run. Start it again, or remove it.',
  starting: 'It is being started.',
  whyOffline: 'Why offline?',
  moveTexts: ({ total }: { total: number }) =>
    plural(total, { one: 'Move # text', other: 'Move # texts' }),
  newNote: 'Its token waits to be put into the app.',
  goOnConnecting: 'Go on connecting',
  pausedNote: ({ waiting }: { waiting: number }) =>
    waiting === 0
      ? 'It is given nothing to send until you resume it.'
      : plural(waiting, {
          one: 'One text waits on it until you resume it.',
          other: '# texts wait on it until you resume it.',
        }),
  pausedUnheard: ({ when }: { when: string }) => `It has not been heard of since ${when}.`,
  drainingNote: ({ waiting }: { waiting: number }) =>
    waiting === 0
      ? 'It has sent all that it had and takes no more.'
      : plural(waiting, {
          one: 'It finishes one text and takes no more.',
          other: 'It finishes # texts and takes no more.',
        }),
  notListening: 'Not listening for new work: texts start up to 15 minutes late.',
  whatToDo: 'What to do',
  clockOff: ({ seconds }: { seconds: number }) =>
    `Its clock is ${duration(Math.abs(seconds))} ${seconds > 0 ? 'ahead' : 'behind'}. Let Android set the time by itself.`,

  sim: ({ number }: { number: number }) => `SIM ${number}`,
  noSims: 'Its SIM cards are seen when it connects.',
  periods: { minute: 'Minute', hour: 'Hour', day: 'Day', month: 'Month' },
  budget: ({ period, used, limit }: { period: string; used: number; limit: number }) =>
    `${period}: ${amount(used)} of ${plural(limit, { one: '# part', other: '# parts' })} used`,
  noLimit: ({ period, used }: { period: string; used: number }) =>
    `${period}: ${plural(used, { one: '# part', other: '# parts' })}, no limit`,
  of: ({ used, limit }: { used: number; limit: number }) => ({
    used: amount(used),
    limit: `/${amount(limit)}`,
  }),
  dayUsed: ({ when }: { when: string }) => `It has used its day. It goes on ${when}.`,
  monthUsed: 'It has used its month.',
  slowed: ({ rate, when }: { rate: number; when: string }) =>
    `The network refused texts, so it sends ${rateInWords(rate)} until ${when}.`,
  held: ({ when }: { when: string }) => `A long text waits for room until ${when}.`,
  simDraining: ({ heir }: { heir: string | null }) =>
    heir === null ? 'Takes no more texts.' : `Takes no more texts; ${heir} does.`,
  undrain: 'Let it take texts again',
  undrainAct: 'Take it back into use',
  undrained: ({ name }: { name: string }) => `${name} takes new texts again.`,

  editLimits: ({ name, sim }: { name: string; sim: number }) => `Limits of ${name}, SIM ${sim}`,
  limits: 'Limits',
  perMinute: 'Parts a minute',
  perHour: 'An hour',
  perDay: 'A day',
  perMonth: 'A month',
  gapMin: 'Shortest pause',
  gapMax: 'Longest pause',
  seconds: 's',
  simNumber: 'Its phone number',
  simNumberNote: 'The app mostly hides it.',
  simName: 'What you call it',
  limitsNote: 'An empty field or 0 is no limit. A long text has several parts.',
  paceOf: ({ minute, hour }: { minute: number; hour: number }) => {
    if (minute === 0)
      return 'No limit a minute: as fast as the phone can. Android stops most apps at 30.'
    const most = hour > 0 ? Math.min(hour, minute * 60) : minute * 60
    return `At most ${amount(minute)} a minute: about ${amount(most)} an hour.`
  },
  paceTooFast: 'Android commonly stops an app at 30 parts a minute.',
  notANumber: 'This has to be a whole number.',
  saveLimits: 'Save the limits',
  leaveLimits: 'Leave them',
  limitsSaved: ({ name, sim }: { name: string; sim: number }) =>
    `The limits of ${name}, SIM ${sim} are saved.`,

  pause: 'Pause',
  resume: 'Resume',
  paused: ({ name, waiting }: { name: string; waiting: number }) =>
    waiting === 0 ? `${name} is paused.` : `${name} is paused. ${texts(waiting)} wait on it.`,
  resumed: ({ name }: { name: string }) => `${name} goes on.`,
  check: 'Check its set-up',
  test: 'Send a test',
  write: 'Write to it as a customer',
  move: 'Move its texts',
  drain: 'Drain',
  rename: 'Name and notices',
  token: 'New token',
  remove: 'Remove',

  checkTitle: ({ name }: { name: string }) => `The set-up of ${name}`,
  checks: 'What we see of it',
  states: { ok: 'Fine', waiting: 'Waiting', warning: 'Look at this', problem: 'A problem' },
  closeCheck: 'Close',

  testTitle: ({ name }: { name: string }) => `Send a test from ${name}`,
  testNote: 'It goes before everything else that waits.',
  testPretendNote: 'It is a pretend phone: nobody gets it.',
  testNumber: 'To which number',
  testNumberNote: 'A phone in your hand.',
  testAct: 'Send the test',
  testOnItsWay: 'The test is on its way. The last check says when it has left.',
  cancelTest: 'Not now',
  testSent: ({ name }: { name: string }) => `The test is on its way from ${name}.`,

  writeTitle: ({ name }: { name: string }) => `Write to ${name} as a customer`,
  writeNote: 'What you write comes in as if somebody had sent it to this phone.',
  writeNumber: 'Who writes',
  writeNumberNote: 'Any number, such as that of a contact.',
  writeText: 'What is written',
  writeTextNote: 'STOP opts out; anything else is an answer.',
  writeAct: 'Let it come in',
  written: ({ text, number }: { text: string; number: string }) =>
    `“${text}” from ${groupedNumber(number)} comes in.`,

  cancel: 'Leave it as it is',
  nameLabel: 'Name',
  tellOffline: 'Tell me when it goes offline, and when it is back',
  tellReceived: 'Tell me of each text that it receives',
  tellNote: 'By e-mail or webhook, as Settings, Notifications says.',
  saveName: 'Save',
  renamed: ({ name }: { name: string }) => `${name} is saved.`,
  renameTitle: ({ name }: { name: string }) => `Name and notices of ${name}`,

  tokenQuestion: ({ name }: { name: string }) => `Make a new token for ${name}?`,
  tokenWill: 'The old one stops at once; the phone sends nothing until you enter the new one.',
  tokenHeld: ({ total }: { total: number }) =>
    total === 0
      ? undefined
      : plural(total, {
          one: 'One text that the phone holds counts as failed: it may have gone out.',
          other: '# texts that the phone holds count as failed: they may have gone out.',
        }),
  tokenWayOut: 'Keep the old one',
  tokenAct: 'Make a new token',

  otherSims: 'Who takes them',
  otherSimsNote: 'With several they share by the room that each has.',
  chooseSim: 'Choose at least one SIM.',
  noOtherSims: 'There is no other SIM that could take its texts. Connect another phone first.',
  simLeft: ({ left }: { left: number | null }) =>
    left === null ? 'no limit a day' : `${amount(left)} left of its day`,
  simIsOff: ({ status }: { status: string }) => status.toLowerCase(),

  moveQuestion: ({ name, total }: { name: string; total: number }) =>
    plural(total, { one: `Move # text of ${name}?`, other: `Move # texts of ${name}?` }),
  moveWill: 'What no phone has taken yet goes to the SIMs below. What comes later stays here.',
  moveCannot: ({ held }: { held: number }) =>
    held === 0
      ? undefined
      : plural(held, {
          one: 'One text that the phone holds stays with it: nobody knows whether it went out.',
          other: '# texts that the phone holds stay with it: nobody knows whether they went out.',
        }),
  moveWayOut: 'Leave them here',
  moved: ({ name, total }: { name: string; total: number }) =>
    plural(total, {
      one: `# text of ${name} moves to the others.`,
      other: `# texts of ${name} move to the others.`,
    }),

  drainQuestion: ({ name }: { name: string }) => `Drain ${name}?`,
  drainWill: ({ total }: { total: number }) =>
    total === 0
      ? 'It takes no more texts. What names it, such as scheduled campaigns and flows, names the SIMs below from now on.'
      : plural(total, {
          one: 'It sends what it holds and takes no more. One waiting text, and what names it, such as scheduled campaigns and flows, go to the SIMs below.',
          other:
            'It sends what it holds and takes no more. # waiting texts, and what names it, such as scheduled campaigns and flows, go to the SIMs below.',
        }),
  drainCannot: 'It can take texts again later; what has moved stays moved.',
  drainWayOut: 'Keep it in use',
  drainAct: ({ name }: { name: string }) => `Drain ${name}`,
  drained: ({ name }: { name: string }) => `${name} finishes what it has and takes no more.`,

  removeQuestion: ({ name }: { name: string }) => `Remove ${name}?`,
  removeWill: ({ total, to }: { total: number; to: string | null }) => {
    const rest = 'Its token stops working. Sent texts stay in the reports.'
    if (total === 0) return rest
    const what =
      to === null
        ? plural(total, { one: 'One waiting text fails.', other: '# waiting texts fail.' })
        : plural(total, {
            one: `One waiting text moves to ${to}.`,
            other: `# waiting texts move to ${to}.`,
          })
    return `${what} ${rest}`
  },
  removeCannot: 'This cannot be undone. Connected again, it is a new device.',
  removeTo: 'Its texts, and what names it, go to',
  removeToNobody: 'Nobody: they fail',
  removeToNone: 'Nobody',
  removeWayOut: 'Keep it',
  removeAct: ({ name }: { name: string }) => `Remove ${name}`,
  removed: ({ name }: { name: string }) => `${name} is removed.`,
  simOption: ({ device, sim, status }: { device: string; sim: number; status: string | null }) =>
    status === null ? `${device}, SIM ${sim}` : `${device}, SIM ${sim} (${status.toLowerCase()})`,

  names: (names: readonly string[]) => listed(names),
}

function allOnline(total: number): string {
  return total === 1 ? 'The only phone is online' : `All ${amount(total)} online`
}
