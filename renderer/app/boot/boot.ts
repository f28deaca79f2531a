import { invoke, on } from '#adapters/host/host.ts';
import type { ErasedAgain } from '#data/database.ts';
import { createSignal } from '#data/signal.ts';
import { start } from '#data/startup/start.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Catching, Session } from '../session-type.ts';
import { adoptInWorker } from './adopt-in-worker.ts';
import { conflictsInWorker } from './conflicts-in-worker.ts';
import { editorOrigins, loadEditorOrigins } from './editor-origins.ts';
import { createHostPort, hostErasePort } from './host-port.ts';
import { idle } from './idle.ts';
import { inspectInWorker } from './inspect-in-worker.ts';
import { type AskState, openCache } from './open-cache.ts';

/**
 * Starts the data core on what main and the cache hold. The screens can be shown as soon as this
 * resolves: rows of before are there, and edits wait until the logs have been caught up with.
 * @param isShown resolves when they stand; the logs wait for it
 * @param askState asks which state is wanted where the records were put back by hand
 */
export const bootSession = async (
  isShown: Promise<unknown>,
  askState: AskState,
): Promise<Result<Session>> => {
  const lost: Problem[] = [];
  let report = (problem: Problem): void => {
    lost.push(problem);
  };
  const opened = await openCache((problem) => report(problem), askState);
  if (!opened.ok) return opened;
  const { database, notices, boot } = opened.value;

  /** What has been erased is out of the files, and still in the cache. */
  const forgetErased = async (by: ErasedAgain): Promise<void> => {
    const asked = await invoke('forgetCache', undefined);
    report(asked.ok ? erasedProblem(by) : asked.error);
  };
  const settings = createSignal(boot.settings);
  const catching = createSignal<Catching>({ kind: 'working', done: 0, all: 0 });
  const { workspace, banso, caughtUp, verified } = start({
    database,
    port: createHostPort(isShown, loadEditorOrigins),
    erasePort: hostErasePort,
    device: boot.device,
    author: () => ({ id: settings.get().userId, name: settings.get().userName }),
    now: Date.now,
    editorOrigins,
    inspect: inspectInWorker,
    adopt: adoptInWorker,
    find: conflictsInWorker,
    onProgress: (done, all) => catching.set({ kind: 'working', done, all }),
    onErased: (by) => void forgetErased(by),
    pause: idle,
  });
  report = workspace.report;
  for (const problem of [...boot.notices, ...notices, ...lost]) report(problem);
  on('notice', report);
  caughtUp.catch(() => report(catchUpProblem())).finally(() => catching.set({ kind: 'done' }));
  verified.catch(() => undefined);
  // Asks the browser not to clear the cache when the disk is nearly full; it may refuse.
  navigator.storage?.persist?.().catch(() => false);
  return ok({ workspace, boot, banso, settings, catching, concerns: createSignal(0) });
};

const ERASED = {
  elsewhere: 'ほかのパソコンで完全に消去された内容を、このパソコンの記録ファイルからも消しました。',
  before: '前に完全に消去した内容が、もとに戻した記録に入っていたので、もう一度消しました。',
} as const satisfies Readonly<Record<ErasedAgain, string>>;

const erasedProblem = (by: ErasedAgain): Problem => ({
  code: 'damaged',
  happened: ERASED[by],
  safe: 'ほかの記録はそのままです。',
  todo: '伴走ノートを一度閉じて開き直すと、画面用のデータからも消えます。',
});

const catchUpProblem = (): Problem => ({
  code: 'unexpected',
  happened: '記録ファイルの読み込みが、途中で止まりました。',
  safe: '記録ファイルはそのまま残っています。',
  todo: '伴走ノートを開き直してください。くり返すときは、システムの担当者にご相談ください。',
});
