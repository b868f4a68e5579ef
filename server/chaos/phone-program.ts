// One pretend phone in a process of its own, which may be killed. What it saw of Simcast it writes down before it acts.
// Usage: phone-program.ts OPTIONS (JSON); takes orders over the channel to its parent.
import { join } from 'node:path'
import { EnrolmentRefused } from '../src/pretend-phone/enrolment.ts'
import { createHttpClient, type HttpClient } from '../src/pretend-phone/http-client.ts'
import { openLinesFile } from '../src/pretend-phone/lines-file.ts'
import type { Outcome } from '../src/pretend-phone/outcome.ts'
import { Phone } from '../src/pretend-phone/phone.ts'
import { settleOptions } from '../src/pretend-phone/phone-options.ts'
import { createDice } from './dice.ts'
import type { PhoneOrder, PhoneProgramOptions, PhoneWord, Sight } from './phone-words.ts'
import { watch } from './watch-calls.ts'

// Given by phones.ts, in this shape.
const options = JSON.parse(process.argv[2] ?? '') as PhoneProgramOptions
const dice = createDice(options.seed)
const log = openLinesFile(join(options.folder, 'seen.jsonl'))
const see = (sight: Sight) => log.append({ run: options.run, ...sight })
const lost = { share: 0 }
const http: HttpClient = watch(createHttpClient(), { see, isLost: () => dice.isLucky(lost.share) })

const phone = new Phone(
  settleOptions({
    ...options,
    http,
    // The app's own pauses would take most of the time.
    timeScale: 0.01,
    pollSeconds: 5,
    faults: { late: options.late, lateMs: 200_000, doubled: options.doubled },
    decide,
  }),
)
see({ about: 'start', at: Date.now(), installation: phone.installation })

process.on('disconnect', () => process.exit(0))
process.on('message', (order) => take(order as PhoneOrder))
try {
  await phone.start()
  tell({ about: 'started' })
} catch (error) {
  if (!(error instanceof EnrolmentRefused)) throw error
  tell({ about: 'refused' })
}

function decide(): Outcome {
  const lot = dice.share()
  const { fail, unreported, unconfirmed } = options
  if (lot < fail) return 'failed'
  if (lot < fail + unreported) return 'unreported'
  return lot < fail + unreported + unconfirmed ? 'unconfirmed' : 'sent'
}

function take(order: PhoneOrder): void {
  switch (order.do) {
    case 'pull':
      return phone.pull()
    case 'lose answers':
      lost.share = order.share
      return
    case 'go offline':
      return phone.goOffline()
    case 'go online':
      return phone.goOnline()
    case 'set clock':
      return phone.setClockOffset(order.offset_ms)
    case 'receive':
      for (const { sender, text } of order.texts) phone.receive(sender, text)
      return
    case 'count':
      return tell({ about: 'counts', counts: phone.counts(), is_connected: phone.isConnected() })
    case 'stop':
      void phone.stop().then(() => process.exit(0))
  }
}

function tell(word: PhoneWord): void {
  if (process.connected) process.send?.(word)
}
