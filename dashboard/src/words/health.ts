import { amount } from './formats.ts'
import { listed, plural } from './sentences.ts'

/** `5.4 GB`; disks and databases are counted in thousands. */
function bytesOf(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB']
  let size = bytes / 1000
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${amount(size >= 10 ? Math.round(size) : Math.round(size * 10) / 10)} ${units[unit]}`
}

export const healthWords = {
  allWell: 'All is well',
  someWrong: ({ total }: { total: number }) =>
    plural(total, { one: '# thing needs a look', other: '# things need a look' }),
  version: ({ version }: { version: string }) => `Simcast ${version}`,
  tones: { ok: 'Well:', idle: 'Not yet:', warn: 'Look:', bad: 'Wrong:' },
  healthPhones: 'Phones',
  noPhones: 'No phone is connected.',
  phonesWell: ({ total }: { total: number }) =>
    plural(total, {
      one: 'The one phone is not offline.',
      other: 'None of the # phones is offline.',
    }),
  phonesOffline: ({ names, total }: { names: string[]; total: number }) =>
    `${amount(names.length)} of ${amount(total)} offline: ${listed(names.slice(0, 5))}.`,
  offlineSince: 'The first since',
  healthDatabase: 'Database',
  databaseText: ({ bytes, milliseconds }: { bytes: number; milliseconds: number }) =>
    `It holds ${bytesOf(bytes)} and answers in ${amount(Math.max(1, Math.round(milliseconds)))} ms.`,
  databaseNote: ({ version }: { version: string }) => `PostgreSQL ${version}`,
  healthDisk: 'Disk',
  diskText: ({ free, total }: { free: number; total: number }) =>
    `${bytesOf(free)} of ${bytesOf(total)} are free.`,
  diskScarce:
    'When it is full nothing can be stored any more. Free some, or give it a larger disk.',
  healthCheck: 'Nightly check',
  noCheck: 'It has not run yet.',
  nextCheck: 'Next at',
  lastCheck: 'Last at',
  checkText: ({ checked, differences }: { checked: number; differences: number }) =>
    differences === 0
      ? `All ${amount(checked)} totals are what the texts say.`
      : plural(differences, {
          one: '# total is not what the texts say. This is a mistake of Simcast; please report it.',
          other:
            '# totals are not what the texts say. This is a mistake of Simcast; please report it.',
        }),
  healthBackup: 'Backup',
  noBackup: 'No backup is known.',
  backupHow: 'On the server: npm run simcast -- backup FILE',
  oldBackup: 'The last backup is more than a week old.',
  backupText: 'There is a backup of the last week.',
  healthNotices: 'Notices',
  noMail: 'No mail server is set.',
  noticesWell: 'No notice waits, and none of the last week failed.',
  noticesWaiting: ({ waiting }: { waiting: number }) =>
    plural(waiting, { one: '# notice is on its way.', other: '# notices are on their way.' }),
  noticesFailed: ({ failed }: { failed: number }) =>
    plural(failed, {
      one: '# notice of the last week could not be told.',
      other: '# notices of the last week could not be told.',
    }),
}
