/** Why a backup or a restore stopped, where the system's own code would not say it. */
export type BackupFault =
  /** The chosen folder, or the backup in it, is not there: a drive that is unplugged, a server that is off. */
  | 'AWAY'
  /** Another backup's folder stands in the place of the one that was chosen. */
  | 'OTHER'
  /** What was written does not read back as it was written. */
  | 'UNTRUE'
  /** It is sealed, and nobody has said the passphrase. */
  | 'LOCKED'
  /** Another passphrase has sealed it. */
  | 'WRONG_PASSPHRASE'
  /** A passphrase was given for a folder whose backups have none. */
  | 'UNSEALED'
  /** Another PC is working in the folder just now. */
  | 'TAKEN'
  /** A piece of a generation is missing, or is not what its name says. */
  | 'DAMAGED'
  /** A file of the records can't be read. */
  | 'UNREAD'
  /** A newer app has made it. */
  | 'NEWER'
  /** The records changed all the while. */
  | 'RESTLESS'
  /** Not as much room as is needed. */
  | 'NO_ROOM'
  | 'CANCELLED';

/** Carries its code where system errors carry theirs. */
export class BackupError extends Error {
  readonly code: BackupFault;
  constructor(code: BackupFault, detail = '') {
    super(`${code} ${detail}`.trim());
    this.code = code;
  }
}

/** @throws CANCELLED once somebody has cancelled */
export const goOn = (signal: AbortSignal): void => {
  if (signal.aborted) throw new BackupError('CANCELLED');
};
