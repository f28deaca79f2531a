import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewFiles } from '#data/startup/take-in.ts';
import { type BansoJob, makeBanso } from '#electron/services/banso-file/make-banso.ts';
import { openBanso } from '#electron/services/banso-file/open-banso.ts';
import type { Placing } from '#electron/services/banso-file/place-incoming.ts';
import { takeBanso } from '#electron/services/banso-file/take-banso.ts';
import type { BansoPiece } from '#shared/banso-file/piece.ts';
import type { FolderId } from '#shared/domain/record/ids.ts';
import { follow } from './backups.ts';
import type { Desk } from './desk.ts';

/** A stick with hand-over files on it. */
export type Stick = { readonly folder: string; readonly remove: () => Promise<void> };

export const createStick = async (): Promise<Stick> => {
  const folder = await mkdtemp(join(tmpdir(), 'stick-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

let clock = Date.UTC(2027, 2, 31, 8, 0);
const later = (): number => {
  clock += 60_000;
  return clock;
};

/** What a worker would make: a copy of some words, and which attached files go along. */
export const piecesWith = (
  attachments: readonly string[],
  state?: BansoPiece['state'],
): readonly BansoPiece[] => [
  { page: Buffer.from('<!doctype html><title>控え</title>'), attachments, state },
];

/** Makes a hand-over file of all that a desk has, history and all. @returns its path */
export const handOver = async (
  { folder: records, device, logs }: Pick<Desk, 'folder' | 'device' | 'logs'>,
  { folder }: Pick<Stick, 'folder'>,
  change: Partial<BansoJob> & {
    readonly attachments?: readonly string[];
    readonly state?: BansoPiece['state'];
  } = {},
): Promise<string> => {
  const { attachments = [], state, ...job } = change;
  const at = later();
  const to = join(folder, `${at}.banso`);
  const folders = await readdir(logs).catch(() => [] as string[]);
  await makeBanso(
    {
      ...{ records, to, at, device, app: '1.0.0', by: '前任 太郎', author: '0123456789abcdef' },
      ...{ folder: 'f1'.repeat(16) as FolderId, variant: 'office', extent: 'history' },
      documents: folders.sort().map((name) => ({ folder: name, title: `案件 ${name}` })),
      passphrase: '',
      ...job,
    },
    follow(),
    piecesWith(attachments, state),
  );
  return to;
};

/** Opens a file and takes it in, as after 取り込む. */
export const takeInFile = async (
  { folder: records, device }: Pick<Desk, 'folder' | 'device'>,
  file: string,
  passphrase = '',
): Promise<readonly Placing[]> => {
  const { manifest } = await openBanso({ file, records, device, passphrase }, follow());
  return takeBanso({ records, device, at: later(), manifest });
};

/** What the running app is told of what has come. */
export const newFilesOf = (placings: readonly Placing[]): readonly NewFiles[] =>
  [...new Set(placings.map(({ document }) => document))].map((document) => ({
    document,
    sources: placings.flatMap((each) => (each.document === document ? [each.as] : [])),
  }));
