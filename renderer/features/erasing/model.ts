import type { FoundIn } from '#data/erasing/erasing.ts';
import { readGenerationName } from '#shared/backup/manifest.ts';
import { expiryOf } from '#shared/backup/retention.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { fieldName } from '#shared/domain/record/collection.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import type { Generation } from '#shared/ipc/backup.ts';
import type { HandedOver } from '#shared/ipc/erasing.ts';
import { clip } from '#shared/text/limits.ts';
import { type AttachedFile, type Names, nameKey } from './queries.ts';

/** One place in which something stands that is to be erased. */
export type PlaceLine = {
  readonly id: string;
  /** 益城町（令和4年度）, 共通の記録 */
  readonly document: string;
  /** 会合「第1回支援」 */
  readonly record: string;
  readonly field: string;
  /** `aside`: only what a restore moved aside says it. */
  readonly when: 'now' | 'before' | 'aside';
};

export const WHEN_WORDS = {
  now: 'いまの記録',
  before: '変更履歴',
  aside: '復元前の控え',
} as const satisfies Readonly<Record<PlaceLine['when'], string>>;

/** What is typed to confirm. */
export const CONFIRMATION = '完全に消す';

const LONGEST_NAME = 30;

const titleOf = (document: DocumentId, cases: Names['cases']): string => {
  const row = cases.find((each) => each.document === document);
  return document === OFFICE ? '共通の記録' : row ? caseTitle(row) : '案件（名前なし）';
};

export const placeLines = (
  found: readonly FoundIn[],
  { cases, records }: Names,
): readonly PlaceLine[] =>
  found.flatMap(({ document, places, labels, authors, stamp }) => {
    const title = titleOf(document, cases);
    const fields = places.map(({ collection: name, record, field, when: at }): PlaceLine => {
      const when = stamp === undefined ? at : 'aside';
      const collection = collectionNamed(name);
      const called = records.get(nameKey(name, record)) ?? '';
      return {
        id: [document, stamp, name, record, field, when].join(' '),
        document: title,
        record:
          called === '' ? collection.what : `${collection.what}「${clip(called, LONGEST_NAME)}」`,
        field: field === 'deletedAt' ? '削除の記録' : fieldName(collection, field),
        when,
      };
    });
    return [
      // A set, and the letters of a field, may lie in several keys.
      ...new Map(fields.map((line) => [line.id, line])).values(),
      ...counted(document, title, '操作の名前', labels, stamp),
      ...counted(document, title, '書いた人の名前', authors, stamp),
    ];
  });

const counted = (
  document: string,
  title: string,
  field: string,
  count: number,
  stamp: string | undefined,
): readonly PlaceLine[] =>
  count === 0
    ? []
    : [
        {
          id: `${document} ${stamp} ${field}`,
          document: title,
          record: `変更履歴 ${count.toLocaleString('ja-JP')}件`,
          field,
          when: stamp === undefined ? 'before' : 'aside',
        },
      ];

export const countWords = (lines: readonly PlaceLine[]): string => {
  const count = (when: PlaceLine['when']): number =>
    lines.filter((line) => line.when === when).length;
  const aside = count('aside') === 0 ? '' : `、復元前の控えだけ ${count('aside')}`;
  return `${lines.length}か所（いま ${count('now')}、履歴だけ ${count('before')}${aside}）`;
};

/** Attached files whose bytes say a word. */
export const fileLines = (
  files: readonly AttachedFile[],
  { cases }: Pick<Names, 'cases'>,
): readonly PlaceLine[] =>
  files.map(({ hash, name, record }) => ({
    id: `${record?.document} ${record?.id} ${hash}`,
    document: record === undefined ? 'どの記録にもついていません' : titleOf(record.document, cases),
    record: name === '' ? '添付ファイル' : `添付ファイル「${clip(name, LONGEST_NAME)}」`,
    field: 'ファイルの中',
    when: 'now',
  }));

/** Backups in one folder that still hold what is erased. */
export type HeldBy = { readonly path: string; readonly generations: readonly Generation[] };

/** All that the app cannot erase, or will not without being asked. */
export type Held = {
  readonly backups: readonly HeldBy[];
  /** Hand-over files that were made here of what is erased. */
  readonly handed: readonly HandedOver[];
  /** Attached files that cannot be looked into. */
  readonly closed: readonly AttachedFile[];
  /** Names of files that were set aside, and cannot be looked into. */
  readonly setAside: readonly string[];
};

/** 2026年11月27日 … by the PC's clock. */
const dayWords = (at: number): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long' }).format(at);

export type BackupLine = { readonly id: string; readonly words: string };

/** When each backup of a folder goes by itself, the latest first. */
export const backupLines = ({ generations }: HeldBy, now: number): readonly BackupLine[] => {
  const offset = -new Date(now).getTimezoneOffset();
  const byPc = groupBy(generations, ({ name }) => readGenerationName(name)?.installation);
  const expiry = new Map([...byPc.values()].flatMap((own) => [...expiryOf(own, now, offset)]));
  return generations
    .toSorted((a, b) => b.at - a.at)
    .map((generation) => {
      const goes = expiry.get(generation);
      const end = goes === undefined ? '自動では消えません' : `${dayWords(goes)}に消えます`;
      return { id: generation.name, words: `${dayWords(generation.at)}のバックアップ：${end}` };
    });
};

/** 「\\server\banso-backup に12件（2026年1月1日〜2026年11月27日）」 */
export const heldWords = ({ path, generations }: HeldBy): string => {
  const times = generations.map(({ at }) => at);
  const span = [Math.min(...times), Math.max(...times)].map(dayWords).join('〜');
  return `${path} に${generations.length}件（${span}）`;
};

/** 「2026年11月27日に E:\引継ぎ.banso へ書き出したもの」 */
export const handedWords = ({ at, path }: HandedOver): string =>
  path === ''
    ? `${dayWords(at)}に書き出したもの（場所の名前は消しました）`
    : `${dayWords(at)}に ${path} へ書き出したもの`;
