import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';
import { fold } from '#shared/text/fold.ts';

const packageNotice = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX: MIT, Apache-2.0 … */
  licence: z.string(),
  text: z.string(),
});
const licences = z.object({ own: z.string(), packages: z.array(packageNotice) });

/** A package of which something is in the app. */
export type PackageNotice = Readonly<z.infer<typeof packageNotice>>;

/** The app's own licence, and those of all that is in it. */
export type Licences = { readonly own: string; readonly packages: readonly PackageNotice[] };

/** Reads the list that the build has put beside the screens. */
export const readLicences = async (): Promise<Result<Licences>> => {
  try {
    const answer = await fetch('/licences.json');
    const read = licences.safeParse(await answer.json());
    return read.success ? ok(read.data) : fail(unread(read.error.name));
  } catch (error) {
    return fail(unread(error instanceof Error ? error.name : ''));
  }
};

const unread = (detail: string) => ({
  code: 'unexpected' as const,
  happened: 'ライセンスの一覧を読み込めませんでした。',
  safe: '記録には影響しません。',
  todo: 'アプリのフォルダーの THIRD-PARTY-LICENSES.txt にも同じ内容があります。',
  detail,
});

/** Packages whose name or licence has all the words, whatever their width and case. */
export const findPackages = (
  packages: readonly PackageNotice[],
  words: string,
): readonly PackageNotice[] => {
  const wanted = fold(words).split(' ').filter(Boolean);
  return packages.filter(({ name, licence }) => {
    const text = fold(`${name} ${licence}`);
    return wanted.every((word) => text.includes(word));
  });
};
