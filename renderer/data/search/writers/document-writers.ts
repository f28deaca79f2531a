import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Frame, type Head, NO_HEAD, sameHead } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import type { WritersOfRecords } from '#shared/domain/search/writers.ts';
import type { SourceName } from '#shared/ipc/logs.ts';
import type { Database, StoredWriters } from '../../database.ts';
import type { LogPort } from '../../journal/log-port.ts';
import { assemble } from '../../projection/project.ts';
import { recordWriters } from './record-writers.ts';
import { rangesOfFrames, type WrittenRange } from './written-ranges.ts';

/**
 * Who wrote the records of a document. What the frames of its log files say is kept in the cache, file by
 * file, so that only what was written since is read again, and so is what came of it, until the document
 * changes. A file that cannot be read now says what it said.
 */
export const documentWriters = async (
  database: Database,
  read: LogPort['read'],
  document: DocumentId,
): Promise<WritersOfRecords> => {
  const { pieces, made, sources, stored, standing, known } = await piecesOf(database, document);
  if (known?.standing === standing) return known.writers;
  const ranges: WrittenRange[] = [...rangesOfFrames(made)];
  let isAllRead = true;
  for (const { source, head } of sources) {
    const before = stored.find((each) => each.source === source);
    const now =
      before !== undefined && sameHead(before.head, head)
        ? before
        : await readOn(read, document, source, before);
    if (now !== undefined && now !== before) await database.writers.put(now);
    isAllRead &&= now !== undefined;
    ranges.push(...rangesOf(now ?? before));
  }
  const doc = assemble(pieces);
  try {
    const writers = recordWriters(document, doc, ranges);
    if (isAllRead) await database.recordWriters.put({ document, standing, writers });
    return writers;
  } finally {
    doc.destroy();
  }
};

/** What was made here stands in its log once that has taken it; until then it stands in the cache. */
const piecesOf = (database: Database, document: DocumentId) => {
  const { snapshots, updates, documents, writers, recordWriters: records } = database;
  const tables = [snapshots, updates, documents, writers, records];
  return database.transaction('r', tables, async () => {
    const snapshot = await snapshots.get(document);
    const made = await updates.where('document').equals(document).toArray();
    const record = await documents.get(document);
    const stored = await writers.where('document').equals(document).toArray();
    const sources = Object.entries(record?.sources ?? {}).map(([name, { head }]) => ({
      // The cache names sources by their files.
      source: name as SourceName,
      head,
    }));
    return {
      pieces: [...(snapshot ? [snapshot.state] : []), ...made.map(({ update }) => update)],
      ...{ made, sources, stored },
      // The heads say what all files hold, the commands what stands beside the state.
      standing: JSON.stringify([sources, made.map(({ command }) => command)]),
      known: await records.get(document),
    };
  });
};

/** What a file says, those frames too that a checkpoint saves reading; undefined where it cannot be read. */
const readOn = async (
  read: LogPort['read'],
  document: DocumentId,
  source: SourceName,
  before: StoredWriters | undefined,
): Promise<StoredWriters | undefined> => {
  if (before !== undefined) {
    const rest = await read({ document, source, known: before.head });
    if (!rest.ok) return undefined;
    const frames = unpackFrames(rest.value.packed);
    const { relation, head } = rest.value;
    if (relation === 'continues' && isAll(before.head, head, frames)) {
      return storedOf(document, source, head, rangesOfFrames(frames, rangesOf(before)));
    }
  }
  const whole = await read({ document, source, known: NO_HEAD, whole: true });
  if (!whole.ok) return undefined;
  const { packed, head } = whole.value;
  return storedOf(document, source, head, rangesOfFrames(unpackFrames(packed)));
};

/** Behind a checkpoint, or damage, not every frame is given. */
const isAll = (before: Head, head: Head, frames: readonly Frame[]): boolean =>
  frames.length === head.seq - before.seq;

const rangesOf = (stored: StoredWriters | undefined): readonly WrittenRange[] =>
  stored?.ranges.map(([client, clock, end, name]) => ({
    ...{ client, clock, end },
    name: stored.names[name] ?? '',
  })) ?? [];

const storedOf = (
  document: DocumentId,
  source: SourceName,
  head: Head,
  ranges: readonly WrittenRange[],
): StoredWriters => {
  const names = [...new Set(ranges.map(({ name }) => name))];
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    ...{ document, source, head, names },
    ranges: ranges.map(({ client, clock, end, name }) => [
      ...([client, clock, end] as const),
      places.get(name) ?? 0,
    ]),
  };
};
