/** Why a backup cannot be made or restored; the message is for the person who asked for it. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export function notOurs(): BackupError {
  return new BackupError('This file is no backup of Simcast.')
}
