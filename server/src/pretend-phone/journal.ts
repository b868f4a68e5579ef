import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readLinesFile } from './lines-file.ts'

/** One SMS that a pretend phone handed to its radio. A network takes it for sent from then on. */
export type JournalEntry = {
  at: string
  installation: string
  wire_id: string
  phone_number: string
  text: string
  sim: number
  parts: number
}

/** The SMS of one file. */
export function readJournal(path: string): JournalEntry[] {
  // Written by the radio alone, so each line is an entry.
  return readLinesFile(path) as JournalEntry[]
}

/** Every SMS that left through any phone under a folder, of the present installations and of earlier ones. */
export function* readJournals(folder: string): Generator<JournalEntry> {
  if (!existsSync(folder)) return
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    if (item.isDirectory()) yield* readJournals(path)
    else if (item.name.endsWith('.sent.jsonl')) yield* readJournal(path)
  }
}
