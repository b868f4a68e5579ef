import { AppError } from './errors.ts'
import { ConfigError, readConfig } from './config.ts'
import { createAccountHere, listAccounts } from './cli/accounts.ts'
import { backupHere, restoreHere } from './cli/backup.ts'
import { checkHere } from './cli/check.ts'
import { CommandError, helpText, readCommand, type Command } from './cli/command-line.ts'
import { releaseHere } from './cli/holds.ts'
import { importContacts } from './cli/import-contacts.ts'
import { createKeyHere, listKeys, revokeKeyHere } from './cli/keys.ts'
import { deletePersonHere, invitePerson, listPeople, resetPerson } from './cli/people.ts'

/** As shells count a program that Ctrl-C has ended. */
const interrupted = 130

await main(process.argv.slice(2))

async function main(words: string[]): Promise<void> {
  const stop = new AbortController()
  // The second signal ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  try {
    await run(readCommand(words), stop.signal)
  } catch (error) {
    const isMistake = error instanceof CommandError || error instanceof ConfigError
    process.exitCode = stop.signal.aborted ? interrupted : isMistake ? 2 : 1
    process.stderr.write(`${sentencesOf(error).join('\n')}\n`)
  }
}

async function run(command: Command, signal: AbortSignal): Promise<void> {
  const say = (text: string) => void process.stdout.write(`${text}\n`)
  switch (command.name) {
    case 'help':
      return say(helpText.trimEnd())
    case 'import contacts':
      return importContacts(command, { env: process.env, screen: process.stdout, signal })
    case 'key create':
      return createKeyHere(readConfig(process.env), command, say)
    case 'key list':
      return listKeys(readConfig(process.env), command, say)
    case 'key revoke':
      return revokeKeyHere(readConfig(process.env), command, say)
    case 'account create':
      return createAccountHere(readConfig(process.env), command, say)
    case 'account list':
      return listAccounts(readConfig(process.env), say)
    case 'person create':
      return invitePerson(readConfig(process.env), command, say)
    case 'person list':
      return listPeople(readConfig(process.env), command, say)
    case 'person reset':
      return resetPerson(readConfig(process.env), command, say)
    case 'person delete':
      return deletePersonHere(readConfig(process.env), command, say)
    case 'backup':
      return backupHere(readConfig(process.env), command, { screen: process.stdout, signal })
    case 'restore':
      return restoreHere(readConfig(process.env), command, { screen: process.stdout, signal })
    case 'check':
      return checkHere(readConfig(process.env), command, say)
    case 'release':
      return releaseHere(readConfig(process.env), command, say)
  }
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof AppError) return error.problems.map(({ title }) => title)
  // A refused connection has no words of its own, only those of each address that was tried.
  if (error instanceof AggregateError && error.message === '')
    return error.errors.flatMap(sentencesOf)
  return [error instanceof Error ? error.message : String(error)]
}
