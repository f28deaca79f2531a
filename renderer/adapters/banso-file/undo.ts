import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { DocumentTurns } from '#data/banso-file/turns.ts';
import { type SetBackCount, setBack } from '#data/operations/record/set-back.ts';
import type { Workspace } from '#data/workspace.ts';
import type { BansoNews, BansoOpened, LastBanso } from '#shared/ipc/banso.ts';
import { ok, type Result } from '#shared/result.ts';
import { timeWords } from '#shared/text/clock-and-size.ts';
import { invoke } from '../host/host.ts';
import type { BansoWorker } from './in-worker.ts';

/** A few documents stay loaded at a time: more than these are set back by several commands. */
const AT_ONCE = 20;

const AGAIN = '取り消した取り込みを戻す';

/**
 * Undoes the last import by edits: what it brought and nobody has changed since says again what it said. It
 * is remembered, so that the next import offers it again.
 */
export const undoByEdits = async (
  source: BansoSource,
  worker: BansoWorker,
  workspace: Workspace,
  { at }: LastBanso,
): Promise<Result<SetBackCount>> => {
  // What is still being typed was written since.
  await workspace.flush();
  const spans = await invoke('bansoSpan', null);
  if (!spans.ok) return spans;
  const all: DocumentTurns[] = [];
  for (const { document, before, after } of spans.value) {
    const files = await source.files(document);
    if (!files.ok) return files;
    const turns = await worker.turns({
      ...{ kind: 'turns', way: 'undo', document, files: files.value, before, after },
    });
    if (!turns.ok) return turns;
    all.push(turns.value);
  }
  const label = `${timeWords(at)}の取り込みを取り消す`;
  // Remembered first: an import that is offered again in vain says so, one that is not offered is lost.
  const remembered = await invoke('rememberUndone', { at, isUndone: true });
  if (!remembered.ok) return remembered;
  return setBackAll(workspace, label, all);
};

/** What was undone by edits of a document that comes again, as far as nobody has changed it since. */
export const undoneTurns = async (
  source: BansoSource,
  worker: BansoWorker,
  { document, undone }: BansoNews,
): Promise<Result<readonly DocumentTurns[]>> => {
  if (undone.length === 0) return ok([]);
  const files = await source.files(document);
  if (!files.ok) return files;
  const all: DocumentTurns[] = [];
  for (const at of undone) {
    const spans = await invoke('bansoSpan', at);
    // Where its logs were rewritten since, nobody can say any more what it had brought.
    const span = spans.ok ? spans.value.find((each) => each.document === document) : undefined;
    if (span === undefined) continue;
    const { before, after } = span;
    const turns = await worker.turns({
      ...{ kind: 'turns', way: 'again', document, files: files.value, before, after },
    });
    if (!turns.ok) return turns;
    if (turns.value.records.length > 0) all.push(turns.value);
  }
  return ok(all);
};

/** Takes in again what was undone by edits. */
export const takeAgain = async (
  workspace: Workspace,
  { documents }: BansoOpened,
  again: readonly DocumentTurns[],
): Promise<Result<SetBackCount>> => {
  const done = await setBackAll(workspace, AGAIN, again);
  if (!done.ok) return done;
  const times = new Set(documents.flatMap(({ undone }) => undone));
  for (const at of times) {
    const forgotten = await invoke('rememberUndone', { at, isUndone: false });
    if (!forgotten.ok) return forgotten;
  }
  return done;
};

const setBackAll = async (
  workspace: Workspace,
  label: string,
  all: readonly DocumentTurns[],
): Promise<Result<SetBackCount>> => {
  let [written, kept] = [0, 0];
  const waiting = all.filter(({ records, opened }) => records.length + opened.length > 0);
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const turns = waiting.slice(at, at + AT_ONCE);
    const documents = [...new Set(turns.map(({ document }) => document))];
    const done = await workspace.run({
      ...{ label, documents },
      run: (draft) => ok(setBack(draft, turns)),
    });
    if (!done.ok) return done;
    written += done.value.written;
    kept += done.value.kept;
  }
  return ok({ written, kept });
};
