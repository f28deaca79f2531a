import { folderOf } from '#shared/documents/document-id.ts';
import type { FolderId } from '#shared/domain/record/ids.ts';
import {
  BACKUP_PLACES,
  type BackupPlace,
  type BackupProgress,
  type BackupState,
  type BackupTarget,
  type NamedDocument,
  type ProofFound,
} from '#shared/ipc/backup.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { codeOf } from '../log/problems.ts';
import type { BackupSettings, TargetSettings } from './backup-settings.ts';
import type { WorkKind, WorkOf, WorkResults } from './backup-work.ts';
import type { Follow } from './make-backup.ts';
import { backupProblem, unreadProblem } from './problems.ts';
import { createRestoreDesk, placed, type RestoreDesk } from './restore-desk.ts';
import { isDue, isDueAtQuitting, isLow } from './schedule.ts';

export type BackupDeskDependencies = {
  readonly records: string;
  readonly folder: FolderId;
  readonly app: string;
  readonly by: () => string;
  readonly now: () => number;
  readonly settings: BackupSettings;
  /** @throws the system's error */
  readonly save: (settings: BackupSettings) => void;
  readonly run: <Kind extends WorkKind>(
    work: WorkOf<Kind>,
    follow: Follow,
  ) => Promise<WorkResults[Kind]>;
  readonly onState: (state: BackupState) => void;
  readonly onFault: (what: string, error: unknown) => void;
};

export type BackupDesk = RestoreDesk & {
  readonly state: () => BackupState;
  /** Backs up into each place that is due, one after the other. */
  readonly backUpDue: () => Promise<void>;
  readonly backUpAtQuitting: () => Promise<void>;
  /** Backs up into every place now. @returns the first problem there was */
  readonly backUpNow: () => Promise<Result<BackupState>>;
  readonly cancel: () => void;
  /** @param passphrase seals what comes into it; '' for none */
  readonly choose: (
    place: BackupPlace,
    chosen: string,
    passphrase: string,
  ) => Promise<Result<BackupState>>;
  readonly drop: (place: BackupPlace) => Result<BackupState>;
  /** Remembers that it was read to its end. */
  readonly prove: (found: ProofFound) => BackupState;
  readonly nameDocuments: (documents: readonly NamedDocument[]) => void;
};

/** What the app does with its backups; one piece of work at a time. */
export const createBackupDesk = (dependencies: BackupDeskDependencies): BackupDesk => {
  const { records, folder, app, by, now, save, run, onState, onFault } = dependencies;
  let settings = dependencies.settings;
  let working: BackupProgress | undefined;
  let cancelling: AbortController | undefined;
  let titles: Readonly<Record<string, string>> = {};
  let queue: Promise<unknown> = Promise.resolve();

  const state = (): BackupState => ({
    targets: BACKUP_PLACES.flatMap((place) => {
      const found = settings[place];
      return found === undefined ? [] : [targetOf(place, found)];
    }),
    ...(working === undefined ? {} : { working }),
    ...(settings.proof === undefined ? {} : { proof: settings.proof }),
  });
  const tell = (): void => onState(state());

  const change = (place: BackupPlace, target: TargetSettings | undefined): void =>
    keep({ ...settings, [place]: target });

  const keep = (changed: BackupSettings): void => {
    settings = changed;
    try {
      save(settings);
    } catch (error) {
      onFault('backup.settings', error);
    }
    tell();
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const follow = <Kind extends WorkKind>(
    work: WorkOf<Kind>,
    shown: Pick<BackupProgress, 'place' | 'work'> | undefined,
  ): Promise<WorkResults[Kind]> =>
    inTurn(async () => {
      const controller = new AbortController();
      const show = (done: number, all: number): void => {
        if (shown === undefined) return;
        working = { ...shown, done, all };
        tell();
      };
      if (shown !== undefined) cancelling = controller;
      show(0, 0);
      try {
        return await run<Kind>(work, { signal: controller.signal, onProgress: show });
      } finally {
        if (shown !== undefined) {
          working = undefined;
          cancelling = undefined;
          tell();
        }
      }
    });

  const backUp = async (place: BackupPlace, isWanted: boolean): Promise<Problem | undefined> => {
    const target = settings[place];
    if (target === undefined) return undefined;
    const at = now();
    const job = {
      ...placed(target),
      ...{ records, installation: settings.installation },
      ...{ folder, by: by(), app, titles, at, isWanted },
      offset: -new Date(at).getTimezoneOffset(),
    };
    try {
      const done = await follow<'backup'>({ kind: 'backup', job }, { place, work: 'backup' });
      const { bytes, free, unread } = done;
      const { root, id, key, chosenAt } = target;
      change(place, { root, id, key, chosenAt, lastAt: at, triedAt: at, bytes, free, unread });
      return unread > 0 ? unreadProblem(unread) : undefined;
    } catch (error) {
      onFault('backup', error);
      const failure = codeOf(error);
      if (failure !== 'CANCELLED') {
        const failingSince = target.failingSince ?? at;
        change(place, { ...target, triedAt: at, failingSince, failure });
      }
      return backupProblem(error);
    }
  };

  const each = async (
    isWanted: boolean,
    isChosen: (target: TargetSettings) => boolean,
  ): Promise<readonly Problem[]> => {
    const problems: Problem[] = [];
    for (const place of BACKUP_PLACES) {
      const target = settings[place];
      if (target === undefined || !isChosen(target)) continue;
      const problem = await backUp(place, isWanted);
      if (problem !== undefined) problems.push(problem);
      if (problem?.code === 'cancelled') break;
    }
    return problems;
  };

  const restoring = createRestoreDesk({
    ...{ records, now, follow, onFault },
    settings: () => settings,
    backUpAll: async () => {
      await each(false, () => true);
    },
  });

  return {
    ...restoring,
    state,
    backUpDue: async () => {
      await each(false, (target) => isDue(target, now()));
    },
    backUpAtQuitting: async () => {
      await each(false, (target) => isDueAtQuitting(target, now()));
    },
    backUpNow: async () => {
      const [problem] = await each(true, () => true);
      return problem === undefined ? ok(state()) : fail(problem);
    },
    cancel: () => cancelling?.abort(),
    choose: async (place, chosen, passphrase) => {
      try {
        const work = { kind: 'makeTarget', chosen, passphrase } as const;
        const { root, id, key } = await follow<'makeTarget'>(work, undefined);
        const other = settings[place === 'first' ? 'second' : 'first'];
        if (other?.id === id) return fail(sameFolderProblem());
        change(place, { root, id, key, chosenAt: now() });
        return ok(state());
      } catch (error) {
        onFault('backup.choose', error);
        return fail(backupProblem(error));
      }
    },
    drop: (place) => {
      change(place, undefined);
      return ok(state());
    },
    prove: ({ backupAt, cases, meetings }) => {
      keep({ ...settings, proof: { at: now(), backupAt, cases, meetings } });
      return state();
    },
    nameDocuments: (documents) => {
      titles = Object.fromEntries(
        documents.map(({ document, title }) => [folderOf(document), title]),
      );
    },
  };
};

const targetOf = (place: BackupPlace, target: TargetSettings): BackupTarget => {
  const { root, lastAt, failingSince, failure, unread = 0 } = target;
  const problem =
    failure !== undefined
      ? backupProblem(Object.assign(new Error(failure), { code: failure }))
      : unread > 0
        ? unreadProblem(unread)
        : undefined;
  return {
    ...{ place, path: root, isLow: isLow(target), isSealed: target.key !== undefined },
    ...(target.chosenAt === undefined ? {} : { chosenAt: target.chosenAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
    ...(failingSince === undefined ? {} : { failingSince }),
    ...(problem === undefined ? {} : { problem }),
  };
};

const sameFolderProblem = (): Problem => ({
  code: 'taken',
  happened: '二つのバックアップ先に、同じフォルダーは選べません。',
  safe: 'バックアップ先は変わっていません。',
  todo: '別のディスクかサーバーのフォルダーを選んでください。',
});
