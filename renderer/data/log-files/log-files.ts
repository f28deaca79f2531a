import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Damage, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { openDamage } from '#shared/documents/log-coverage.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { deviceOfSource, type LogFile, type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Database } from '../database.ts';
import type { LogPort } from '../journal/log-port.ts';

/** Whose a log file is: this PC's, another's, or a copy that said something else and was kept. */
export type FileOwner = 'own' | 'other' | 'fork';

/** One log file as it lies on the disk. */
export type ListedFile = LogFile & { readonly owner: FileOwner; readonly device: DeviceId };

/**
 * How a file stands once it was read whole. `torn`: its end is a write that never finished, of which nobody was
 * told that it was saved; `healed`: what damage hides stands in a whole state, in the file itself or on this PC;
 * `lost`: some of it stands nowhere that is known here.
 */
export type FileHealth = 'sound' | 'torn' | 'healed' | 'lost' | 'newer' | 'misplaced';

export type FileCheck = {
  readonly health: FileHealth;
  readonly head: Head;
  readonly damage: readonly Damage[];
  /** The damage that nothing makes good. */
  readonly open: readonly Damage[];
};

/** The log files as the settings' expert view looks at them. Nothing is written. */
export type LogFilesView = {
  readonly list: () => Promise<
    Result<{ readonly files: readonly ListedFile[]; readonly problems: readonly Problem[] }>
  >;
  /** Reads one file whole. */
  readonly check: (document: DocumentId, source: SourceName) => Promise<Result<FileCheck>>;
};

export const createLogFilesView = (
  database: Database,
  port: LogPort,
  device: DeviceId,
): LogFilesView => ({
  list: async () => {
    const heads = await port.heads();
    if (!heads.ok) return heads;
    const { files, closed, problems } = heads.value;
    const listed = files.map((file): ListedFile => {
      const { source } = file;
      const owner = source.includes('~') ? 'fork' : source === sourceOf(device) ? 'own' : 'other';
      return { ...file, owner, device: deviceOfSource(source) };
    });
    return ok({ files: listed, problems: [...problems, ...closed.map(({ problem }) => problem)] });
  },
  check: async (document, source) => {
    const [part, record] = await Promise.all([
      port.read({ document, source, known: NO_HEAD }),
      database.documents.get(document),
    ]);
    if (!part.ok) return part;
    const { head, held, damage, isMisplaced, isNewer } = part.value;
    const cached = record?.sources[source]?.held ?? NO_HEAD;
    // What this PC has of the file counts only while the file is still the one that it was read from.
    const isSame = cached.generation === head.generation;
    const open = openDamage(damage, isSame && cached.seq > held.seq ? cached : held);
    return ok({ health: healthOf(damage, open, { isMisplaced, isNewer }), head, damage, open });
  },
});

const healthOf = (
  damage: readonly Damage[],
  open: readonly Damage[],
  { isMisplaced, isNewer }: { readonly isMisplaced: boolean; readonly isNewer: boolean },
): FileHealth => {
  if (isMisplaced) return 'misplaced';
  if (open.length > 0) return 'lost';
  if (isNewer) return 'newer';
  if (damage.length === 0) return 'sound';
  return damage.every(({ kind }) => kind === 'torn-tail') ? 'torn' : 'healed';
};
