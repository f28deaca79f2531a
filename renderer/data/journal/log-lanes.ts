import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Head } from '#shared/documents/frame.ts';
import type { CommandId } from '#shared/domain/record/ids.ts';
import type { AppendAnswer } from '#shared/ipc/logs.ts';
import { assertNever, fail, type Problem, type Result } from '#shared/result.ts';
import { newerFormatProblem } from '../documents/format.ts';
import type { Outgoing } from './cache.ts';
import { createMending, type MendingDependencies } from './lane-mending.ts';
import { accept, groupOf, hasWork, type Lane, newLane, nextOf, takeRefused } from './log-lane.ts';
import type { LogPort } from './log-port.ts';

const RETRY_MS = [500, 2_000, 5_000, 15_000];
/** A file that has changed under each of so many tries is given time. */
const MERGES_IN_A_ROW = 4;

type LanesDependencies = MendingDependencies & {
  readonly port: LogPort;
  readonly head: (document: DocumentId) => Head;
  readonly onAcked: (outgoing: Outgoing, head: Head) => void;
  readonly onRefused: (outgoing: Outgoing, problem: Problem) => void;
  readonly onState: () => void;
};

/** Frames on their way to the disk, in order for each document; one that is held up holds up no other. */
export type LogLanes = {
  readonly push: (outgoing: readonly Outgoing[]) => void;
  /** Appends the whole state. @returns false where it must not be written now */
  readonly pushCheckpoint: (document: DocumentId) => Promise<boolean>;
  /** These commands stand in the file already. */
  readonly drop: (document: DocumentId, commands: ReadonlySet<CommandId>) => void;
  readonly waits: (document: DocumentId) => boolean;
  readonly isEmpty: () => boolean;
  /** The problem of whichever document cannot be saved now. */
  readonly problem: () => Problem | undefined;
  /** Resolves with true when nothing waits any more, with false when the last try failed. */
  readonly settle: () => Promise<boolean>;
  readonly retryNow: () => void;
};

export const createLogLanes = (dependencies: LanesDependencies): LogLanes => {
  const { port, head, merge, checkpoint, onAcked, onRefused, onState } = dependencies;
  const mending = createMending(dependencies);
  const lanes = new Map<DocumentId, Lane>();
  let sending: Promise<void> | undefined;
  const watchers = new Set<() => void>();

  const laneOf = (document: DocumentId): Lane => {
    const lane = lanes.get(document) ?? newLane(document);
    lanes.set(document, lane);
    return lane;
  };

  const told = (): void => {
    onState();
    for (const watcher of watchers) watcher();
  };

  const resume = (lane: Lane): void => {
    clearTimeout(lane.timer);
    if (lane.state === 'paused') lane.state = lane.isOpened ? 'ready' : 'new';
  };

  const failed = (lane: Lane, problem: Problem): void => {
    lane.problem = problem;
    lane.state = 'paused';
    const delay = RETRY_MS[Math.min(lane.failures, RETRY_MS.length - 1)];
    lane.failures += 1;
    clearTimeout(lane.timer);
    lane.timer = setTimeout(() => {
      resume(lane);
      pump();
    }, delay);
  };

  /** The lane waits while something is done about it, and goes on, or tries again later. */
  const whileBusy = (lane: Lane, work: () => Promise<Result<null>>): void => {
    lane.state = 'busy';
    void work()
      .catch((error: unknown) => fail(unexpected(error)))
      .then((result) => {
        if (result.ok) {
          lane.state = 'ready';
          lane.isOpened = true;
        } else failed(lane, result.error);
        told();
        pump();
      });
  };

  const refuse = (lane: Lane, sent: readonly Outgoing[], index: number, problem: Problem): void => {
    const refused = takeRefused(lane, sent[index], problem);
    if (refused === 'mending') failed(lane, problem);
    else if (refused !== 'later') onRefused(refused, problem);
  };

  const take = (lane: Lane, sent: readonly Outgoing[], answer: AppendAnswer): void => {
    switch (answer.kind) {
      case 'appended':
        accept(lane, sent, answer.heads, onAcked);
        if (answer.isCheckpointDue) void pushCheckpoint(lane.document);
        return;
      case 'behind':
        lane.merges += 1;
        if (lane.merges > MERGES_IN_A_ROW) failed(lane, changingProblem());
        else whileBusy(lane, () => merge(lane.document));
        return;
      case 'shorter':
      case 'forked':
        lane.mending = undefined;
        lane.merges += 1;
        if (lane.merges > MERGES_IN_A_ROW) failed(lane, changingProblem());
        else whileBusy(lane, () => mending.goOn(lane));
        return;
      case 'newer':
        failed(lane, newerFormatProblem());
        return;
      case 'refused':
        refuse(lane, sent, answer.index, answer.problem);
        return;
      case 'failed':
        failed(lane, answer.problem);
        return;
      default:
        assertNever(answer);
    }
  };

  const send = async (chosen: readonly Lane[]): Promise<void> => {
    const sent = chosen.map(nextOf);
    const groups = chosen.map((lane, index) =>
      groupOf(lane, head(lane.document), sent[index] ?? []),
    );
    const result = await port.append(groups).catch((error: unknown) => fail(unexpected(error)));
    for (const [index, lane] of chosen.entries()) {
      const answer = result.ok ? result.value[index] : undefined;
      if (answer !== undefined) take(lane, sent[index] ?? [], answer);
      else if (!result.ok) failed(lane, result.error);
    }
  };

  /** One message at a time, with all documents that may be sent; the office first. */
  const pump = (): void => {
    for (const lane of lanes.values()) {
      if (lane.state === 'new' && hasWork(lane)) whileBusy(lane, () => mending.open(lane));
    }
    if (sending !== undefined) return;
    const chosen = [...lanes.values()]
      .filter((lane) => lane.state === 'ready' && hasWork(lane))
      .sort((a, b) => Number(b.document === 'office') - Number(a.document === 'office'));
    if (chosen.length === 0) return;
    sending = send(chosen).then(() => {
      sending = undefined;
      told();
      pump();
    });
  };

  const push = (outgoing: readonly Outgoing[]): void => {
    for (const each of outgoing) laneOf(each.document).queue.push(each);
    told();
    pump();
  };

  const pushCheckpoint = (document: DocumentId): Promise<boolean> => {
    const lane = laneOf(document);
    lane.checkpoint ??= checkpoint(document)
      .then(
        (draft) => {
          if (draft.ok) push([{ document, draft: draft.value, place: 0 }]);
          return draft.ok;
        },
        () => false,
      )
      .finally(() => {
        lane.checkpoint = undefined;
        told();
      });
    return lane.checkpoint;
  };

  const retryNow = (): void => {
    for (const lane of lanes.values()) {
      if (lane.state !== 'paused') continue;
      lane.problem = undefined;
      resume(lane);
    }
    told();
    pump();
  };

  const isEmpty = (): boolean =>
    ![...lanes.values()].some((lane) => hasWork(lane) || lane.checkpoint !== undefined);

  return {
    push,
    pushCheckpoint,
    drop: (document, commands) => {
      const { queue } = laneOf(document);
      queue.splice(0, queue.length, ...queue.filter(({ draft }) => !commands.has(draft.command)));
    },
    waits: (document) => {
      const lane = lanes.get(document);
      return lane !== undefined && hasWork(lane);
    },
    isEmpty,
    problem: () =>
      [...lanes.values()].map(({ problem, refused }) => problem ?? refused).find(Boolean),
    settle: () => {
      retryNow();
      return new Promise((resolve) => {
        const look = (): void => {
          const busy = [...lanes.values()].filter(
            (lane) => hasWork(lane) || lane.checkpoint !== undefined,
          );
          if (busy.some(({ problem }) => problem === undefined)) return;
          watchers.delete(look);
          resolve(busy.length === 0 && ![...lanes.values()].some(({ refused }) => refused));
        };
        watchers.add(look);
        look();
      });
    },
    retryNow,
  };
};

const changingProblem = (): Problem => ({
  code: 'disk-error',
  happened: '記録ファイルが、ほかのところから続けて書きかえられています。',
  safe: '入力した内容はこの画面に残っています。アプリを閉じないでください。',
  todo: '同じ記録フォルダーを、ほかのパソコンで開いていないかご確認ください。自動でもう一度保存します。',
});

const unexpected = (error: unknown): Problem => ({
  code: 'unexpected',
  happened: '保存の途中で問題が起きました。',
  safe: '入力した内容はこの画面に残っています。',
  todo: '自動でもう一度保存します。',
  detail: error instanceof Error ? error.name : 'unknown',
});
