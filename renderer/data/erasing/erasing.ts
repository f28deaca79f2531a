import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Author, Frame } from '#shared/documents/frame.ts';
import { type CommandId, type DeviceId, randomCommandId } from '#shared/domain/record/ids.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import type { AsideLog } from '#shared/ipc/erasing.ts';
import { type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Database, ErasedAgain } from '../database.ts';
import type { OpenDocument } from '../documents/open-documents.ts';
import { loadPieces } from '../journal/cache.ts';
import type { LogPort } from '../journal/log-port.ts';
import type { Standings } from '../journal/standings.ts';
import { type Erased, erasedOfUpdate, heldBy, joinErased, updateOfErased } from './blank-update.ts';
import type { ErasePort } from './erase-port.ts';
import { type Erasure, type Sought, soughtIn } from './erasure.ts';
import { fieldsOf } from './fields.ts';
import { listSources, readWhole, type WholeFile } from './read-whole.ts';
import { filesWithout, framesBehind, stateWithout } from './rewrite.ts';
import { type Scanned, scan } from './scan.ts';
import { emptyField, markEmptied, recordsOf, scrubWords } from './scrub.ts';

/** What writes to documents under this origin can't be undone. */
const ERASING: unique symbol = Symbol('erasing');
/** A file that has changed under each of so many tries is left for later. */
const TRIES = 5;

export type FoundIn = Omit<Scanned, 'erased'> & {
  readonly document: DocumentId;
  /** Of what a restore has moved aside: when it did. */
  readonly stamp?: string;
};

export type ErasingDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly aside: Pick<ErasePort, 'asideLogs' | 'readAside'>;
  readonly device: DeviceId;
  readonly author: () => Author;
  readonly now: () => number;
  readonly open: (document: DocumentId) => Promise<Result<OpenDocument>>;
  readonly standings: Standings;
  /** Sends all that waits to disk; false when something could not be saved. */
  readonly flush: () => Promise<boolean>;
  /** Runs writes as an edit of its own. */
  readonly underLabel: (label: string, apply: () => void) => Promise<void>;
  /** Forgets every step of undo. */
  readonly forgetSteps: () => void;
};

export type OnProgress = (done: number, all: number) => void;

/** Finding and rewriting, document by document; `erase-all.ts` puts it together. */
export type Erasing = {
  /**
   * Everything that is to be erased, document by document; those with nothing of it are left out.
   * @param isWanted false ends the search
   */
  readonly find: (
    erasure: Erasure,
    onProgress: OnProgress,
    isWanted?: () => boolean,
  ) => Promise<Result<readonly FoundIn[]>>;
  /** Whether all edits are on the disk: what stands in the cache alone would go with it. */
  readonly allSaved: () => Promise<Result<null>>;
  /** Takes it out of one document, and rewrites its files without it. What was done already stays as it is. */
  readonly eraseIn: (document: DocumentId, erasure: Erasure) => Promise<Result<boolean>>;
  /**
   * Does in all files of a document what their `erased` frames say, another device's too.
   * @param aside logs that a restore has moved aside: what was erased in them is erased here as well
   * @returns whether anything had to be rewritten
   */
  readonly carryOut: (
    document: DocumentId,
    aside?: readonly AsideLog[],
  ) => Promise<Result<boolean>>;
  /**
   * What was ever erased in a document here, in use or moved aside by a restore, as the updates of its `erased`
   * frames: whoever reads an older state of it is held to that.
   */
  readonly erasedIn: (document: DocumentId) => Promise<Result<readonly Uint8Array[]>>;
};

export const createErasing = (dependencies: ErasingDependencies): Erasing => {
  const { database, port, device, author, now } = dependencies;
  const own = sourceOf(device);

  const allSaved = async (): Promise<Result<null>> => {
    if (!(await dependencies.flush())) return fail(unsavedProblem());
    const waiting = await database.updates.where('acked').notEqual(1).count();
    return waiting > 0 ? fail(unsavedProblem()) : ok(null);
  };

  const find: Erasing['find'] = async (erasure, onProgress, isWanted = () => true) => {
    await dependencies.flush();
    const listed = await listSources(port);
    if (!listed.ok) return listed;
    const aside = await dependencies.aside.asideLogs();
    if (!aside.ok) return aside;
    const parts: readonly Part[] = [
      ...[...listed.value].map(([document, sources]) => ({ document, sources })),
      ...partsOf(aside.value),
    ];
    const found: FoundIn[] = [];
    for (const [done, part] of parts.entries()) {
      if (!isWanted()) break;
      onProgress(done, parts.length);
      const { document, sources, stamp } = part;
      const files = await readWhole(readerOf(stamp), document, sources);
      if (!files.ok) return files;
      const { erased: _, ...scanned } = scan(files.value, soughtIn(document, erasure));
      const { places, labels, authors } = scanned;
      if (places.length + labels + authors === 0) continue;
      found.push({ document, ...scanned, ...(stamp !== undefined && { stamp }) });
    }
    return ok(found);
  };

  const readerOf = (stamp: string | undefined) => readerIn(dependencies, stamp);

  /** An ordinary edit, as other devices see it: what is erased must be deleted before it can be taken out. */
  const takeOut = async ({ document, pattern, isRecord }: Sought): Promise<Result<null>> => {
    const opened = await dependencies.open(document);
    if (!opened.ok) return opened;
    const { doc } = opened.value;
    const isoTime = new Date(now()).toISOString();
    await dependencies.underLabel('完全に消去', () =>
      doc.transact(() => {
        for (const field of fieldsOf(document, doc)) {
          if (isRecord(field)) emptyField(field, isoTime);
          else if (pattern !== undefined) scrubWords(field, pattern);
        }
      }, ERASING),
    );
    return ok(null);
  };

  type Rewriting = {
    readonly document: DocumentId;
    readonly files: readonly WholeFile[];
    readonly erased: Erased;
    readonly pattern: RegExp | undefined;
    /** The commands of the `erased` frames that our own file is given. */
    readonly commands: readonly CommandId[];
  };

  const rewrite = async (work: Rewriting): Promise<Result<'erased' | 'changed'>> => {
    const { document, files, erased, pattern, commands } = work;
    const ours = files.find(({ source }) => source === own);
    const { updates } = await loadPieces(database, document);
    const frames = files.flatMap((file) => file.frames.map(({ update }) => update));
    const state = stateWithout(document, [...updates, ...frames], erased, pattern);
    if (!state.ok) return state;
    const { seen } = dependencies.standings.get(document);
    const base = { format: FORMAT, time: now(), author: author(), seen };
    const parts = {
      commands,
      checkpoint: randomCommandId(),
      erased: updateOfErased(erased),
      state: state.value,
    };
    return port.erase({
      document,
      files: filesWithout(files, erased, pattern, own),
      drafts: ours === undefined ? [] : framesBehind(base, ours, parts),
    });
  };

  /** Reads, and writes what was read without what is erased, until nobody has written between. */
  const untilRewritten = async (
    document: DocumentId,
    plan: (files: readonly WholeFile[]) => Omit<Rewriting, 'document' | 'files'> | undefined,
    by?: ErasedAgain,
  ): Promise<Result<boolean>> => {
    for (let count = 0; count < TRIES; count += 1) {
      await dependencies.flush();
      const listed = await listSources(port);
      if (!listed.ok) return listed;
      const files = await readWhole(port, document, listed.value.get(document) ?? []);
      if (!files.ok) return files;
      const work = plan(files.value);
      if (work === undefined) return ok(false);
      // Before it is done: whoever goes on after the app has ended could not tell any more that it was.
      if (by !== undefined) await database.documents.update(document, { erasedUntold: by });
      const answer = await rewrite({ document, files: files.value, ...work });
      if (!answer.ok) return answer;
      if (answer.value === 'erased') {
        // An older copy that is taken in later is held to it.
        await database.documents.update(document, { hasErased: 1 });
        return ok(true);
      }
    }
    return fail(changingProblem());
  };

  const eraseIn: Erasing['eraseIn'] = async (document, erasure) => {
    const sought = soughtIn(document, erasure);
    const saved = await allSaved();
    if (!saved.ok) return saved;
    const taken = await takeOut(sought);
    if (!taken.ok) return taken;
    dependencies.forgetSteps();
    const kept = await allSaved();
    if (!kept.ok) return kept;
    const command = randomCommandId();
    return untilRewritten(document, (files) => {
      const { erased } = scan(files, sought);
      return { erased, pattern: sought.pattern, commands: [command] };
    });
  };

  /**
   * An ordinary edit: what stands there again is deleted before it can be taken out. A record of which nothing
   * is left is known as erased, as it was before.
   */
  const deleteAgain = async ({ id, doc }: OpenDocument, said: readonly Frame[]): Promise<void> => {
    const update = updateOfErased(heldBy(doc, erasedIn(said)));
    const isoTime = new Date(now()).toISOString();
    const before = recordsOf(id, doc);
    await dependencies.underLabel('完全に消去', () => {
      Y.applyUpdate(doc, update, ERASING);
      doc.transact(() => markEmptied(before, doc, isoTime), ERASING);
    });
    dependencies.forgetSteps();
    await dependencies.flush();
  };

  const carryOut: Erasing['carryOut'] = async (document, aside = []) => {
    const before = await erasedAside(dependencies, document, aside);
    if (!before.ok) return before;
    if (aside.length > 0 && before.value.length === 0) return ok(false);
    const opened = await dependencies.open(document);
    if (!opened.ok) return opened;
    const { doc } = opened.value;
    const by = aside.length > 0 ? 'before' : 'elsewhere';
    if (before.value.length > 0) await deleteAgain(opened.value, before.value);
    return untilRewritten(
      document,
      (files) => {
        const said = [...before.value, ...files.flatMap(erasedFrames)];
        if (said.length === 0) return undefined;
        const erased = heldBy(doc, erasedIn(said));
        const ours = files.find(({ source }) => source === own);
        const known = new Set((ours === undefined ? [] : erasedFrames(ours)).map(commandOf));
        const commands = [...new Set(said.map(commandOf))].filter((each) => !known.has(each));
        const needed = filesWithout(files, erased, undefined, own).some(
          ({ redactions }) => redactions.length > 0,
        );
        const isNews = ours !== undefined && commands.length > 0;
        return needed || isNews ? { erased, pattern: undefined, commands } : undefined;
      },
      by,
    );
  };

  const erasedFor: Erasing['erasedIn'] = async (document) => {
    await dependencies.flush();
    const [listed, aside] = [await listSources(port), await dependencies.aside.asideLogs()];
    if (!listed.ok) return listed;
    if (!aside.ok) return aside;
    const files = await readWhole(port, document, listed.value.get(document) ?? []);
    if (!files.ok) return files;
    const before = await erasedAside(
      dependencies,
      document,
      aside.value.filter((log) => log.document === document),
    );
    if (!before.ok) return before;
    return ok([...before.value, ...files.value.flatMap(erasedFrames)].map(({ update }) => update));
  };

  return { find, allSaved, eraseIn, carryOut, erasedIn: erasedFor };
};

/** Log files of one document that lie in one place. */
type Part = {
  readonly document: DocumentId;
  readonly sources: readonly SourceName[];
  readonly stamp?: string;
};

const readerIn = (
  { port, aside }: Pick<ErasingDependencies, 'port' | 'aside'>,
  stamp: string | undefined,
): Pick<LogPort, 'read'> =>
  stamp === undefined ? port : { read: (log) => aside.readAside({ stamp, log: { ...log } }) };

const partsOf = (logs: readonly AsideLog[]): readonly Part[] =>
  [...groupBy(logs, ({ stamp, document }) => `${stamp} ${document}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { stamp, document } = first;
    return [{ stamp, document, sources: group.map(({ source }) => source) }];
  });

/** What was erased in logs that a restore has moved aside, as far as what took their place has it. */
const erasedAside = async (
  dependencies: Pick<ErasingDependencies, 'port' | 'aside'>,
  document: DocumentId,
  logs: readonly AsideLog[],
): Promise<Result<readonly Frame[]>> => {
  const said: Frame[] = [];
  for (const { stamp, sources } of partsOf(logs)) {
    const files = await readWhole(readerIn(dependencies, stamp), document, sources);
    if (!files.ok) return files;
    said.push(...files.value.flatMap(erasedFrames));
  }
  return ok(said);
};

const erasedFrames = ({ frames }: WholeFile): readonly Frame[] =>
  frames.filter(({ kind }) => kind === 'erased');

const commandOf = ({ command }: Frame): CommandId => command;

const erasedIn = (said: readonly Frame[]): Erased =>
  joinErased(said.map(({ update }) => erasedOfUpdate(update)));

const unsavedProblem = (): Problem => ({
  code: 'disk-error',
  happened: '保存の終わっていない入力があるため、消去を始められません。',
  safe: '何も消していません。',
  todo: '右上に「保存済み」と出てから、もう一度お試しください。',
});

const changingProblem = (): Problem => ({
  code: 'taken',
  happened: '消去しているあいだに、記録ファイルが書きかえられ続けました。',
  safe: '書き直せなかったファイルは、前のまま残っています。',
  todo: 'しばらく待って、もう一度消去してください。',
});
