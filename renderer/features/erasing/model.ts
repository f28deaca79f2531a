import type { FoundIn } from '#data/erasing/erasing.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { fieldName } from '#shared/domain/record/collection.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import type { Generation } from '#shared/ipc/backup.ts';
import { clip } from '#shared/text/limits.ts';
import { type Names, nameKey } from './queries.ts';

/** One place in which something stands that is to be erased. */
export type PlaceLine = {
  readonly id: string;
  /** 益城町（令和4年度）, 共通の記録 */
  readonly document: string;
  /** 会合「第1回支援」 */
  readonly record: string;
  readonly field: string;
  readonly when: 'now' | 'before';
};

/** What is typed to confirm. */
export const CONFIRMATION = '完全に消す';

const LONGEST_NAME = 30;

export const placeLines = (
  found: readonly FoundIn[],
  { cases, records }: Names,
): readonly PlaceLine[] =>
  found.flatMap(({ document, places, labels, authors }) => {
    const row = cases.find((each) => each.document === document);
    const title = document === OFFICE ? '共通の記録' : row ? caseTitle(row) : '案件（名前なし）';
    const fields = places.map(({ collection: name, record, field, when }): PlaceLine => {
      const collection = collectionNamed(name);
      const called = records.get(nameKey(name, record)) ?? '';
      return {
        id: [document, name, record, field, when].join(' '),
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
      ...counted(document, title, '操作の名前', labels),
      ...counted(document, title, '書いた人の名前', authors),
    ];
  });

const counted = (
  document: string,
  title: string,
  field: string,
  count: number,
): readonly PlaceLine[] =>
  count === 0
    ? []
    : [
        {
          id: `${document} ${field}`,
          document: title,
          record: `変更履歴 ${count.toLocaleString('ja-JP')}件`,
          field,
          when: 'before',
        },
      ];

export const countWords = (lines: readonly PlaceLine[]): string => {
  const now = lines.filter(({ when }) => when === 'now').length;
  return `${lines.length}か所（いま ${now}、履歴だけ ${lines.length - now}）`;
};

/** Backups in one folder that still hold what is erased. */
export type HeldBy = { readonly path: string; readonly generations: readonly Generation[] };

/** 令和8年11月27日 … by the PC's clock. */
const dayWords = (at: number): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium' }).format(at);

/** 「\\server\banso-backup に12件（2026/01/01〜2026/11/27）」 */
export const heldWords = ({ path, generations }: HeldBy): string => {
  const times = generations.map(({ at }) => at);
  const span = [Math.min(...times), Math.max(...times)].map(dayWords).join('〜');
  return `${path} に${generations.length}件（${span}）`;
};
