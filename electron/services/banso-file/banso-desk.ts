import path from 'node:path';
import type { MessagePortMain } from 'electron';
import { type BansoManifest, documentOf } from '#shared/banso-file/manifest.ts';
import { folderOf } from '#shared/documents/document-id.ts';
import type { Author } from '#shared/documents/frame.ts';
import type { DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import type {
  BansoMadeAnswer,
  BansoOpened,
  BansoProgress,
  BansoRequest,
  BansoSpan,
  BansoTaken,
  LastBanso,
  UndoneBanso,
} from '#shared/ipc/banso.ts';
import type { LogPart, LogRequest } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { WorkKind, WorkOf, WorkResults } from '../backup/backup-work.ts';
import type { Follow } from '../backup/make-backup.ts';
import type { LogReader } from '../log/log-reader.ts';
import { type LogStore, openLogStore } from '../log/log-store.ts';
import { codeOf } from '../log/problems.ts';
import { rememberUndone } from './import-span.ts';
import { INCOMING } from './incoming.ts';
import { dropIncoming, type Opened } from './open-banso.ts';
import type { Placing } from './place-incoming.ts';
import {
  busyProblem,
  makeProblem,
  nothingOpenProblem,
  openProblem,
  undoProblem,
} from './problems.ts';
import { refuseLarge } from './refuse-large.ts';
import { lastImport, prepareUndo } from './undo-import.ts';

export type BansoDeskDependencies = {
  readonly records: string;
  readonly device: DeviceId;
  readonly folder: FolderId;
  readonly app: string;
  readonly author: () => Author;
  readonly now: () => number;
  readonly run: <Kind extends WorkKind>(
    work: WorkOf<Kind>,
    follow: Follow,
    ports?: readonly MessagePortMain[],
  ) => Promise<WorkResults[Kind]>;
  readonly read: LogReader;
  readonly onProgress: (progress: BansoProgress | null) => void;
  readonly onFault: (what: string, error: unknown) => void;
};

/** Makes, opens and takes in hand-over files, one at a time. */
export type BansoDesk = {
  /** @param ports to the workers that make the pieces */
  readonly make: (
    request: BansoRequest,
    to: string,
    ports: readonly MessagePortMain[],
  ) => Promise<Result<BansoMadeAnswer>>;
  /** @param passphrase of a sealed file; '' for none */
  readonly open: (file: string, passphrase: string) => Promise<Result<BansoOpened>>;
  readonly read: (request: LogRequest) => Promise<Result<LogPart>>;
  readonly take: () => Promise<Result<readonly BansoTaken[]>>;
  readonly close: () => Promise<Result<null>>;
  readonly cancel: () => void;
  readonly last: () => Promise<Result<LastBanso | null>>;
  readonly undo: () => Promise<Result<null>>;
  readonly span: (at: number | null) => Promise<Result<readonly BansoSpan[]>>;
  readonly remember: (undone: UndoneBanso) => Promise<Result<null>>;
};

type Open = { readonly manifest: BansoManifest; readonly store: LogStore };

export const createBansoDesk = (dependencies: BansoDeskDependencies): BansoDesk => {
  const { records, device, folder, author, now, run, onProgress, onFault } = dependencies;
  let opened: Open | undefined;
  let working: AbortController | undefined;

  /** Does one thing; a second one while it goes on is refused. */
  const alone = async <T>(
    what: string,
    toProblem: (error: unknown) => Problem,
    act: (follow: Follow) => Promise<T>,
  ): Promise<Result<T>> => {
    if (working !== undefined) return fail(busyProblem());
    const controller = new AbortController();
    working = controller;
    try {
      return ok(
        await act({
          signal: controller.signal,
          onProgress: (done, all) => onProgress({ done, all }),
        }),
      );
    } catch (error) {
      if (codeOf(error) !== 'CANCELLED') onFault(what, error);
      return fail(toProblem(error));
    } finally {
      working = undefined;
      onProgress(null);
    }
  };

  return {
    make: (request, to, ports) =>
      alone('banso.make', makeProblem, async (follow) => {
        const { variant, extent, documents, passphrase } = request;
        const { id, name } = author();
        const job = {
          ...{ records, to, device, folder, app: dependencies.app, at: now() },
          ...{ by: name, author: id, variant, extent, passphrase },
          documents: documents.map(({ document, title }) => ({
            folder: folderOf(document),
            title,
          })),
        };
        const made = await run<'makeBanso'>({ kind: 'makeBanso', job }, follow, ports);
        return { kind: 'made', ...made };
      }),
    open: (file, passphrase) =>
      alone('banso.open', openProblem, async (follow) => {
        opened = undefined;
        await refuseLarge(file);
        const job = { file, records, device, passphrase };
        const found = await run<'openBanso'>({ kind: 'openBanso', job }, follow);
        const { manifest } = found;
        const store = openLogStore({
          records: path.join(records, INCOMING),
          // Nothing is ever written there.
          ...{ device: 'incoming' as DeviceId, folder, read: dependencies.read },
        });
        opened = { manifest, store };
        return openedOf(found);
      }),
    read: async (request) =>
      opened === undefined ? fail(nothingOpenProblem()) : opened.store.read(request),
    take: async () => {
      if (opened === undefined) return fail(nothingOpenProblem());
      const { manifest } = opened;
      return alone('banso.take', openProblem, async (follow) => {
        const job = { records, device, at: now(), manifest };
        const placings = await run<'takeBanso'>({ kind: 'takeBanso', job }, follow);
        opened = undefined;
        return takenOf(placings);
      });
    },
    close: async () => {
      opened = undefined;
      if (working === undefined) await dropIncoming(records).catch(() => undefined);
      return ok(null);
    },
    cancel: () => working?.abort(),
    last: async () => {
      try {
        const last = await lastImport(records);
        if (last === undefined) return ok(null);
        const { at, made, by, documents } = last.record;
        const titles = documents.map(({ title }) => title);
        return ok({ at, made, by, titles, way: last.way });
      } catch (error) {
        onFault('banso.last', error);
        return ok(null);
      }
    },
    undo: () =>
      alone('banso.undo', undoProblem, async () => {
        await prepareUndo(records, now());
        return null;
      }),
    span: (at) =>
      alone('banso.span', undoProblem, async (follow) => {
        const work = { kind: 'importSpan' as const, records, at };
        return (await run<'importSpan'>(work, follow)).documents;
      }),
    remember: ({ at, isUndone }) =>
      alone('banso.remember', undoProblem, async () => {
        await rememberUndone(records, at, isUndone);
        return null;
      }),
  };
};

const openedOf = ({ manifest, placings, undone }: Opened): BansoOpened => {
  const { at, by, app, variant, extent, attachments, documents, leftOut } = manifest;
  return {
    ...{ at, by, app, variant, extent, attachments: attachments.length, leftOut },
    documents: documents.map(({ folder, title }) => ({
      document: documentOf(folder),
      title,
      files: placings
        .filter((placing) => placing.folder === folder)
        .map(({ source, as }) => ({ source, as })),
      undone: undone.flatMap((each) => (each.folder === folder ? [each.at] : [])),
    })),
  };
};

const takenOf = (placings: readonly Placing[]): readonly BansoTaken[] =>
  [...new Set(placings.map(({ document }) => document))].map((document) => ({
    document,
    sources: placings.filter((each) => each.document === document).map(({ as }) => as),
  }));
