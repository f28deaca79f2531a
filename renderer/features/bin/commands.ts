import type { ErasedRecord } from '#data/erasing/erasure.ts';
import { emptyRecords, restoreRecords } from '#data/operations/record/bin.ts';
import { act } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { BinLine } from './model.ts';

const recordsOf = ({ restored }: BinLine) =>
  restored.map(({ collection, row }) => ({ collection, id: row.id }));

export const restoreCommand = (line: BinLine): Command<null> =>
  act(
    `${line.kind}をごみ箱から戻す（${line.name}）`,
    [line.document],
    restoreRecords,
    line.document,
    recordsOf(line),
  );

/** What was deleted together, without what it belongs to. */
const deleted = ({ head, restored }: BinLine) =>
  restored.filter(({ row }) => row.deletedAt === head.row.deletedAt);

/** The records of a line as they are erased for good. */
export const deletedIn = (line: BinLine): readonly ErasedRecord[] =>
  deleted(line).map(({ collection, row }) => ({
    document: line.document,
    collection: collection.name,
    id: row.id,
  }));

/** Takes lines out of the bin for good; what they belong to stays in it. */
export const emptyCommand = (lines: readonly BinLine[]): Command<null> =>
  act(
    'ごみ箱を空にする',
    [...new Set(lines.map(({ document }) => document))],
    emptyRecords,
    lines.flatMap((line) =>
      deleted(line).map(({ collection, row }) => ({
        document: line.document,
        collection,
        id: row.id,
      })),
    ),
  );
