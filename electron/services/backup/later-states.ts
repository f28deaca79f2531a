import {
  CHUNK_BYTES,
  type DocumentEntry,
  type GenerationName,
  type LogFileEntry,
  type Manifest,
} from '#shared/backup/manifest.ts';
import { HEADER_SPACE, readFileHeader } from '#shared/documents/file-header.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { NODE_TOOLS } from '../log/node-tools.ts';
import { BackupError, goOn } from './backup-error.ts';
import { readGeneration } from './generations.ts';
import { inParallel } from './in-parallel.ts';
import { readObject } from './objects.ts';
import { listGenerationFiles, type Target } from './target.ts';

/*
 * A generation knows nothing of what was erased for good after it was made. What other generations in the same
 * folder hold of its documents does: a file from which something was erased is of a higher generation than before,
 * and the file of whoever erased it has an `erased` frame.
 */

/** So much of a log file as tells which of two states is the later one. */
export type FileState = Pick<LogFileEntry, 'name' | 'head'>;

/** A log file that was rewritten after a generation was made. */
export type Rewritten = { readonly folder: string; readonly file: LogFileEntry };

/** One of them that says what was erased. */
export type TellingLog = {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The updates of its `erased` frames. */
  readonly erased: readonly Uint8Array[];
};

const WIDTH = 8;

/** Looks at every other generation of a folder that can be read, whoever has made it. @throws the system's error */
export const eachOther = async (
  target: Target,
  chosen: GenerationName,
  look: (manifest: Manifest) => void,
): Promise<void> => {
  const others = (await listGenerationFiles(target)).filter(({ name }) => name !== chosen);
  await inParallel(others, WIDTH, async (generation) => {
    // One that is damaged keeps nobody from another one.
    const reading = await readGeneration(target, generation).catch(() => undefined);
    if (reading?.kind === 'manifest') look(reading.manifest);
  });
};

/** Whether a state of a document holds all that another one does, and would know what was erased in it since. */
export const isLater = (state: readonly FileState[], than: readonly FileState[]): boolean => {
  const heads = new Map(state.map(({ name, head }) => [name, head]));
  return than.every(({ name, head }) => {
    if (!heads.has(name)) return false;
    const other = heads.get(name);
    if (head === undefined) return true;
    if (other === undefined) return false;
    return other.generation === head.generation
      ? other.seq >= head.seq
      : other.generation > head.generation;
  });
};

/** Files of some documents that were rewritten since, as all other generations of the folder have them. */
export const rewrittenSince = async (
  target: Target,
  chosen: GenerationName,
  documents: readonly DocumentEntry[],
): Promise<readonly Rewritten[]> => {
  const known = new Map(
    documents.map(({ folder, files }) => [
      folder,
      new Map(files.map(({ name, head }) => [name, head?.generation ?? 0])),
    ]),
  );
  const found = new Map<string, Rewritten>();
  await eachOther(target, chosen, (manifest) => {
    for (const { folder, files } of manifest.documents) {
      const generations = known.get(folder);
      if (generations === undefined) continue;
      for (const file of files) {
        const { generation = 0, seq = 0, hash = '' } = file.head ?? {};
        if (generation <= (generations.get(file.name) ?? 0)) continue;
        found.set(`${folder}/${file.name} ${generation} ${seq} ${hash}`, { folder, file });
      }
    }
  });
  return [...found.values()];
};

/**
 * Those of them that say what was erased, of each file the latest that is whole: an `erased` frame is never taken
 * out of a file again.
 * @throws the system's error, CANCELLED
 */
export async function* tellingLogs(
  target: Target,
  rewritten: readonly Rewritten[],
  signal: AbortSignal,
): AsyncGenerator<TellingLog> {
  const told = new Set<string>();
  for (const { folder, file } of latestFirst(rewritten)) {
    const key = `${folder}/${file.name}`;
    if (told.has(key)) continue;
    const bytes = await bytesOf(target, file, signal);
    if (bytes === undefined) continue;
    told.add(key);
    const erased = erasedIn(bytes);
    if (erased.length > 0) yield { folder, name: file.name, bytes, erased };
  }
}

const latestFirst = (rewritten: readonly Rewritten[]): readonly Rewritten[] =>
  rewritten.toSorted(({ file: a }, { file: b }) => {
    const [one, other] = [a.head, b.head];
    if (one === undefined || other === undefined) return 0;
    return other.generation - one.generation || other.seq - one.seq;
  });

/** Undefined where pieces are missing or wrong: an earlier one may be whole. */
const bytesOf = async (
  target: Target,
  { chunks, bytes }: LogFileEntry,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  try {
    for (const hash of chunks) {
      goOn(signal);
      parts.push(await readObject(target, hash, CHUNK_BYTES));
    }
  } catch (error) {
    if (error instanceof BackupError && error.code === 'DAMAGED') return undefined;
    throw error;
  }
  const whole = Buffer.concat(parts);
  return whole.length === bytes ? whole : undefined;
};

const erasedIn = (bytes: Uint8Array): readonly Uint8Array[] => {
  const start = readFileHeader(bytes.subarray(0, HEADER_SPACE));
  if (start.kind !== 'header') return [];
  return readLog(bytes, start.header, NODE_TOOLS).frames.flatMap(({ kind, update }) =>
    kind === 'erased' ? [update] : [],
  );
};
