import { isDeepStrictEqual } from 'node:util';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { hasPending } from '#data/documents/open-documents.ts';
import { loadPieces } from '#data/journal/cache.ts';
import { assemble } from '#data/projection/project.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { framesAfter } from '#shared/documents/log-coverage.ts';
import { deviceOfSource } from '#shared/ipc/logs.ts';
import { rowsFromScratch, rowsOf } from '../support/desk.ts';
import { filesOn, holdingOf, type LogCopy, readCopy } from './holdings.ts';
import { Fault, type Mishap, type Seat, type World } from './world.ts';

const ensure = (holds: boolean, what: string): void => {
  if (!holds) throw new Fault(what);
};

/** Every edit that was called saved is on this desk. */
export const checkAcknowledged = async (world: World, { desk, name }: Seat): Promise<void> => {
  for (const document of world.documents) {
    const own = world.acknowledged.filter((made) => made.document === document);
    if (own.length === 0) continue;
    const held = holdingOf(assemble((await loadPieces(desk.database(), document)).updates));
    const missing = own.find(({ update }) => !held.has(update));
    ensure(
      missing === undefined,
      `a saved edit of step ${missing?.step} in ${document} is missing at ${name}`,
    );
  }
};

/** The rows on the screens are those of the documents. */
export const checkRows = async ({ desk, name }: Seat): Promise<void> => {
  const [shown, made] = [await rowsOf(desk), await rowsFromScratch(desk)];
  ensure(isDeepStrictEqual(shown, made), `rows at ${name} are not those of its documents`);
};

export const checkEqual = async ({ seats }: World): Promise<void> => {
  const [first, ...others] = seats;
  if (first === undefined) return;
  const rows = await rowsOf(first.desk);
  for (const other of others) {
    const same = isDeepStrictEqual(await rowsOf(other.desk), rows);
    ensure(same, `rows at ${first.name} and at ${other.name} differ after exchange`);
  }
};

/** What can be said of one file by itself, unless it was damaged. */
const checkFile = (document: DocumentId, copy: LogCopy, where: string): void => {
  const { frames, damage, state, unknownFrom } = readCopy(document, copy);
  if (state !== 'read' || damage.length > 0 || unknownFrom !== undefined) return;
  const all = assemble(frames.map(({ update }) => update));
  ensure(!hasPending(all), `${where} does not rebuild the document alone`);
  const short = assemble(framesAfter(frames, 0).map(({ update }) => update));
  const held = holdingOf(short);
  const hidden = frames.find(({ update }) => !held.has(update));
  ensure(hidden === undefined, `a checkpoint in ${where} hides frame ${hidden?.seq}`);
};

export const checkFiles = async (world: World): Promise<void> => {
  for (const { desk, name } of world.seats) {
    for (const document of world.documents) {
      for (const copy of await filesOn(desk, document)) {
        checkFile(document, copy, `${document}/${copy.source} at ${name}`);
      }
    }
  }
};

/** What may be told, by its first words, and what must have happened before. */
const TOLD: readonly (readonly [string, readonly Mishap[]])[] = [
  [
    '記録ファイルの一部が壊れていました',
    [
      ...(['damaged', 'log lost', 'log older', 'misplaced', 'forked'] as const),
      ...(['second process', 'later frame', 'stale copy', 'cache older'] as const),
    ],
  ],
  [
    '記録ファイルの一部が壊れていて',
    ['damaged', 'misplaced', 'killed', 'unwritable', 'later frame', 'stale copy'],
  ],
  ['前の編集が欠けている', ['damaged', 'later frame']],
  [
    '記録ファイルが、別のところでも',
    ['forked', 'second process', 'log older', 'log lost', 'damaged', 'misplaced', 'cache older'],
  ],
  ['ほかのパソコンの記録に、新しい版', ['later frame']],
  ['この記録は、新しい版', ['later frame']],
  ['別の案件の記録ファイルが', ['misplaced']],
  ['ほかのパソコンの記録ファイルを読み取れません', ['unreadable']],
  ['記録ファイルの一部を読み取れません', ['unreadable', 'killed', 'unwritable']],
];

/** Nothing is told that did not happen. */
export const checkTold = ({ happened }: World, { run, name }: Seat): void => {
  for (const { happened: words, detail } of run?.workspace.problems.get() ?? []) {
    const known = TOLD.find(([start]) => words.startsWith(start));
    const isTrue = known?.[1].some((mishap) => happened.has(mishap)) ?? false;
    ensure(isTrue, `${name} tells what did not happen: ${words} ${detail ?? ''}`);
  }
};

/** Desks with the same files list the same conflicts, those of the files. */
export const checkConflicts = async (world: World): Promise<void> => {
  for (const document of world.documents) {
    const files = await Promise.all(world.seats.map(({ desk }) => filesOn(desk, document)));
    const plain = files.map((copies) => copies.map(({ source, bytes }) => [source, bytes]));
    if (!plain.every((each) => isDeepStrictEqual(each, plain[0]))) continue;
    const found = findConflicts(
      document,
      (files[0] ?? []).map((copy) => ({
        source: copy.source,
        device: deviceOfSource(copy.source),
        frames: readCopy(document, copy).frames,
      })),
    );
    for (const { desk, name } of world.seats) {
      const listed = await desk.database().conflicts.where('document').equals(document).toArray();
      const same = isDeepStrictEqual(
        listed.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        found,
      );
      ensure(same, `${name} lists other conflicts of ${document} than its files hold`);
    }
  }
};
