import type { DocumentId } from '#shared/documents/document-id.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import type { ErasePlan } from '#shared/ipc/erasing.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Database } from '../database.ts';
import { filesIn, filesOf, unnamedFiles } from './attached-files.ts';
import type { ErasePort } from './erase-port.ts';
import type { Erasing, OnProgress } from './erasing.ts';
import { type Erasure, erasureOfPlan } from './erasure.ts';

/** Erasing for good, in every file of every document. */
export type Eraser = Pick<Erasing, 'find' | 'carryOut' | 'erasedIn'> & {
  /**
   * Takes it out of documents, rewrites their files without it, and removes what lies beside them and holds it.
   * A power cut ends nothing: the next start goes on where it was. The cache still holds it until then.
   */
  readonly erase: (
    erasure: Erasure,
    documents: readonly DocumentId[],
    onProgress: OnProgress,
    beside?: ErasedBeside,
  ) => Promise<Result<null>>;
  /** Goes on with what an earlier run had begun, and tells so. @returns whether there was something to go on with */
  readonly goOn: () => Promise<Result<boolean>>;
  /**
   * Erases in what a restore has put back all that had been erased in what it moved aside.
   * @returns whether anything had come back
   */
  readonly carryAsides: () => Promise<Result<boolean>>;
};

/** What goes though no record of today says a word. */
export type ErasedBeside = {
  /** Documents that only what was moved aside has. */
  readonly documents: readonly DocumentId[];
  /** Files whose bytes say a word; one that a record still names stays. */
  readonly attachments: readonly string[];
};

const NOTHING: ErasedBeside = { documents: [], attachments: [] };

type Dependencies = {
  readonly erasing: Erasing;
  readonly database: Database;
  readonly port: ErasePort;
  readonly flush: () => Promise<boolean>;
  readonly report: (problem: Problem) => void;
};

export const createEraser = (dependencies: Dependencies): Eraser => {
  const { erasing, database, port, flush, report } = dependencies;
  let turn: Promise<unknown> = Promise.resolve();

  /** There is one plan: what goes on is ended before another begins. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  };

  const carryThrough = async (plan: ErasePlan, onProgress: OnProgress): Promise<Result<null>> => {
    // Before anything is rewritten: whatever happens meanwhile, the next start throws the cache away.
    const forgotten = await port.forgetCache();
    if (!forgotten.ok) return forgotten;
    const erasure = erasureOfPlan(plan);
    const all = plan.left.length;
    for (const [at, document] of plan.left.entries()) {
      onProgress(at, all);
      const done = await erasing.eraseIn(document, erasure);
      if (!done.ok) return done;
      const kept = await port.keepPlan({ ...plan, left: plan.left.slice(at + 1) });
      if (!kept.ok) return kept;
    }
    onProgress(all, all);
    await flush();
    const attachments = await unnamedFiles(database, plan.attachments);
    const cleared = await port.clearTraces({
      ...{ documents: plan.documents, words: plan.words },
      attachments: [...attachments],
    });
    return cleared.ok ? port.keepPlan(null) : cleared;
  };

  const goOn = async (): Promise<Result<boolean>> => {
    const plan = await port.readPlan();
    if (!plan.ok) {
      report(plan.error);
      return plan;
    }
    if (plan.value === null) return ok(false);
    report(goingOnProblem());
    const done = await carryThrough(plan.value, () => undefined);
    report(done.ok ? endedProblem() : stoppedProblem(done.error));
    return done.ok ? ok(true) : done;
  };

  const carryAsides = async (): Promise<Result<boolean>> => {
    const listed = await port.asideLogs();
    if (!listed.ok) return listed;
    if (listed.value.every(({ isCarried }) => isCarried)) return ok(false);
    // What was carried out before is, too: the document may not have been there then, and have come back since.
    const aside = groupBy(listed.value, ({ document }) => document);
    const files = await filesIn(database, new Set(aside.keys()));
    let isBack = false;
    for (const [document, logs] of aside) {
      const done = await erasing.carryOut(document, logs);
      if (!done.ok) return done;
      isBack ||= done.value;
    }
    await flush();
    const settled = await port.settleAsides(await unnamedFiles(database, files));
    return settled.ok ? ok(isBack) : settled;
  };

  return {
    find: erasing.find,
    carryOut: erasing.carryOut,
    erasedIn: erasing.erasedIn,
    goOn: () => inTurn(goOn),
    carryAsides: () => inTurn(carryAsides),
    erase: (erasure, documents, onProgress, beside = NOTHING) =>
      inTurn(async () => {
        const before = await goOn();
        if (!before.ok) return before;
        const saved = await erasing.allSaved();
        if (!saved.ok) return saved;
        const { words, records, cases } = erasure;
        const plan: ErasePlan = {
          kind: 'banso-erasing',
          ...{ words: [...words], records: [...records], cases: [...cases] },
          documents: [...new Set([...documents, ...beside.documents])],
          left: [...documents],
          attachments: [...new Set([...(await filesOf(database, erasure)), ...beside.attachments])],
        };
        const kept = await port.keepPlan(plan);
        return kept.ok ? carryThrough(plan, onProgress) : kept;
      }),
  };
};

const goingOnProblem = (): Problem => ({
  code: 'unexpected',
  happened: '前回、途中で止まった「完全に消す」の続きを行っています。',
  safe: 'ほかの記録は変わりません。そのまま使えます。',
  todo: '終わったらお知らせします。それまでアプリを閉じないでください。',
});

const endedProblem = (): Problem => ({
  code: 'unexpected',
  happened: '途中で止まっていた「完全に消す」を、最後まで終えました。',
  safe: 'ほかの記録はそのままです。',
  todo: '伴走ノートを一度閉じて開き直すと、画面用のデータからも消えます。',
});

const stoppedProblem = ({ code, detail }: Problem): Problem => ({
  code,
  happened: '途中で止まった「完全に消す」の続きが、まだ終わっていません。',
  safe: '消し終えていない記録ファイルは、前のまま残っています。ほかの記録はそのままです。',
  todo: 'ディスクの空きを確かめて、伴走ノートを開き直してください。続きから行います。',
  ...(detail !== undefined && { detail }),
});
