import { invoke, on } from '#adapters/host/host.ts';
import { openDatabase } from '#data/open-database.ts';
import { createSignal } from '#data/signal.ts';
import { start } from '#data/startup/start.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Catching, Session } from '../session-type.ts';
import { conflictsInWorker } from './conflicts-in-worker.ts';
import { editorOrigins, loadEditorOrigins } from './editor-origins.ts';
import { createHostPort } from './host-port.ts';
import { idle } from './idle.ts';
import { inspectInWorker } from './inspect-in-worker.ts';

/**
 * Starts the data core on what main and the cache hold. The screens can be shown as soon as this
 * resolves: rows of before are there, and edits wait until the logs have been caught up with.
 * @param isShown resolves when they stand; the logs wait for it
 */
export const bootSession = async (isShown: Promise<unknown>): Promise<Result<Session>> => {
  const lost: Problem[] = [];
  let report = (problem: Problem): void => {
    lost.push(problem);
  };
  const [boot, opened] = await Promise.all([
    invoke('boot', undefined),
    openDatabase((problem) => report(problem)),
  ]);
  if (!boot.ok) return boot;
  if (!opened.ok) return opened;

  const settings = createSignal(boot.value.settings);
  const catching = createSignal<Catching>({ kind: 'working', done: 0, all: 0 });
  const { workspace, caughtUp, verified } = start({
    database: opened.value.database,
    port: createHostPort(isShown, loadEditorOrigins),
    device: boot.value.device,
    author: () => ({ id: settings.get().userId, name: settings.get().userName }),
    now: Date.now,
    editorOrigins,
    inspect: inspectInWorker,
    find: conflictsInWorker,
    onProgress: (done, all) => catching.set({ kind: 'working', done, all }),
    pause: idle,
  });
  report = workspace.report;
  for (const problem of [...boot.value.notices, ...lost]) report(problem);
  if (opened.value.rebuilt) report(rebuiltProblem());
  on('notice', report);
  caughtUp.catch(() => report(catchUpProblem())).finally(() => catching.set({ kind: 'done' }));
  verified.catch(() => undefined);
  // Asks the browser not to clear the cache when the disk is nearly full; it may refuse.
  navigator.storage?.persist?.().catch(() => false);
  return ok({ workspace, boot: boot.value, settings, catching, concerns: createSignal(0) });
};

const rebuiltProblem = (): Problem => ({
  code: 'damaged',
  happened: '画面に表示するためのデータが壊れていたので、つくり直しました。',
  safe: '保存済みの記録は、記録ファイルからすべて読み直しています。',
  todo: '操作は要りません。',
});

const catchUpProblem = (): Problem => ({
  code: 'unexpected',
  happened: '記録ファイルの読み込みが、途中で止まりました。',
  safe: '記録ファイルはそのまま残っています。',
  todo: '伴走ノートを開き直してください。くり返すときは、システムの担当者にご相談ください。',
});
