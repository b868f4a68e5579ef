// Makes or restores a backup, and stands still at a step, for tests that kill it there.
// Usage: backup-program.ts backup|restore DATABASE_URL FILE STEP
import { pino } from 'pino'
import { restoreBackup } from '../src/backup/restore.ts'
import { writeBackup } from '../src/backup/write.ts'

const [command, connectionString = '', file = '', last = ''] = process.argv.slice(2)
const shared = { connection: { connectionString }, file }

if (command === 'backup') {
  await writeBackup({ ...shared, onProgress: ({ table }) => standStillAt(table) })
} else {
  const log = pino({ level: 'silent' })
  await restoreBackup({ ...shared, log, onProgress: ({ step }) => standStillAt(step) })
}

function standStillAt(step: string): void {
  if (step !== last) return
  process.stdout.write(`${step}\n`)
  // For good: nothing of this process runs any more, and nothing is cleaned up.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
