import { createWorkspace, type Workspace, type WorkspaceDependencies } from '../workspace.ts';
import { type CatchUpDependencies, catchUp } from './catch-up.ts';
import { verifyLogs } from './verify-logs.ts';

export type StartDependencies = Omit<WorkspaceDependencies, 'ready'> &
  Pick<CatchUpDependencies, 'inspect' | 'onProgress'> & {
    /** Waits between two logs that are checked behind the screens. */
    readonly pause: () => Promise<void>;
  };

export type Started = {
  /** Usable at once: rows of before can be read, and edits wait until the cache is caught up. */
  readonly workspace: Workspace;
  /** Resolves when log and cache hold the same again, and what the log lacked is on its way. */
  readonly caughtUp: Promise<void>;
  /** Resolves when every log has been read once and found whole, or healed. */
  readonly verified: Promise<void>;
};

/** Starts the data core on what the last run, or a power cut, has left. */
export const start = (dependencies: StartDependencies): Started => {
  const { database, port, device, pause } = dependencies;
  const catching = catchUp(dependencies);
  const heads = catching.then((result) => result.heads);
  const workspace = createWorkspace({ ...dependencies, ready: heads });

  const finish = async (): Promise<void> => {
    const { restore, problems } = await catching;
    for (const problem of problems) workspace.report(problem);
    for (const document of restore) await workspace.appendCheckpoint(document);
    const outbox = await database.updates.where('acked').equals(0).sortBy('time');
    workspace.resend(outbox.map(({ document, acked: _, ...draft }) => ({ document, draft })));
  };

  const caughtUp = finish();
  const verified = caughtUp.then(async () =>
    verifyLogs({ port, device, pause, heads: await heads, ...workspace }),
  );
  return { workspace, caughtUp, verified };
};
