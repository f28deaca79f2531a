import { type PathLike, promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What the system does to the files of one desk while it lasts. */
export type Trouble =
  /** A write ends after so many bytes, and fails. */
  | { readonly kind: 'short-write'; readonly bytes: number; readonly code: string }
  | { readonly kind: 'sync'; readonly code: string }
  /** Written short, and what was written cannot be cut off again. */
  | { readonly kind: 'stuck'; readonly bytes: number }
  /** Written whole, the flush fails, and what was written cannot be cut off again. */
  | { readonly kind: 'stuck-sync' }
  | { readonly kind: 'open'; readonly code: string }
  /** The process ends within the next write: nothing reaches the disk any more. */
  | { readonly kind: 'killed'; readonly bytes: number };

type Rule = { readonly folder: string; readonly only: RegExp; readonly trouble: Trouble };

const real = promises.open;
let rules: readonly Rule[] = [];
const gone = new Set<string>();

const fault = (code: string): Error => Object.assign(new Error(code), { code });

const fails = (code: string) => async (): Promise<never> => {
  throw fault(code);
};

type Handle = Awaited<ReturnType<typeof real>>;

const shorten = (handle: Handle, bytes: number, code: string, ended: () => void): void => {
  handle.writeFile = async (content) => {
    const all = content as Uint8Array;
    await handle.write(all.subarray(0, bytes % (all.length + 1)));
    ended();
    throw fault(code);
  };
};

const disturb = (handle: Handle, { folder, trouble }: Rule): void => {
  const nothing = (): void => undefined;
  switch (trouble.kind) {
    case 'short-write':
      shorten(handle, trouble.bytes, trouble.code, nothing);
      return;
    case 'sync':
      handle.datasync = fails(trouble.code);
      return;
    case 'stuck':
      shorten(handle, trouble.bytes, 'EIO', nothing);
      handle.truncate = fails('EIO');
      return;
    case 'stuck-sync':
      handle.datasync = fails('EIO');
      handle.truncate = fails('EIO');
      return;
    case 'killed':
      shorten(handle, trouble.bytes, 'EIO', () => gone.add(folder));
      handle.truncate = fails('EIO');
      return;
    case 'open':
      return;
  }
};

const openInTrouble = async (path: PathLike, ...rest: [flags?: string | number, mode?: number]) => {
  const file = String(path);
  const isGone = [...gone].some((folder) => file.startsWith(folder));
  if (isGone) throw fault('EIO');
  const rule = rules.find(({ folder, only }) => file.startsWith(folder) && only.test(file));
  if (rule === undefined) return real(path, ...rest);
  if (rule.trouble.kind === 'open') throw fault(rule.trouble.code);
  const handle = await real(path, ...rest);
  disturb(handle, rule);
  return handle;
};

/** From now on the system refuses what is done to these files. */
export const trouble = (folder: string, only: RegExp, what: Trouble): void => {
  rules = [...rules, { folder, only, trouble: what }];
  promises.open = openInTrouble as typeof real;
  syncBuiltinESMExports();
};

/** The trouble in one desk's folder, or everywhere, is over. */
export const endTrouble = (folder = ''): void => {
  rules = rules.filter((rule) => !rule.folder.startsWith(folder));
  for (const each of gone) if (each.startsWith(folder)) gone.delete(each);
  if (rules.length > 0 || gone.size > 0) return;
  promises.open = real;
  syncBuiltinESMExports();
};
