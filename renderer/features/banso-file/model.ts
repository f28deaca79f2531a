import type { Comparison, RecordChange } from '#data/banso-file/compare.ts';
import type { SetBackCount } from '#data/operations/record/set-back.ts';
import type { BansoExtent, BansoVariant } from '#shared/banso-file/manifest.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { AUDIENCE_NAMES } from '#shared/domain/record/audience.ts';
import { type KindCounts, kindWords } from '#shared/domain/record/outgoing.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { BansoOpened } from '#shared/ipc/banso.ts';
import { assertNever } from '#shared/result.ts';
import { timeWords } from '#shared/text/clock-and-size.ts';
import type { HandedCase } from './queries.ts';

export const VARIANT_NAMES: Readonly<Record<BansoVariant, string>> = {
  office: AUDIENCE_NAMES.office,
  municipalities: AUDIENCE_NAMES.municipalities,
};

export const EXTENT_NAMES: Readonly<Record<BansoExtent, string>> = {
  history: '書きかえの履歴もすべて',
  state: 'いまの内容だけ',
};

/** One document of an opened file, as the list has it. */
export type IncomingLine = {
  readonly comparison: Comparison;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
};

export const incomingLines = (
  { documents }: BansoOpened,
  compared: readonly Comparison[],
): readonly IncomingLine[] => {
  const titles = new Map(documents.map(({ document, title }) => [document, title]));
  return compared.map((comparison) => {
    const { document, counts } = comparison;
    return { comparison, title: documentTitle(titles.get(document) ?? '', document), ...counts };
  });
};

/** What a file says that a document is called; the office is called the same everywhere. */
const documentTitle = (title: string, document: string): string => {
  if (document === 'office') return OFFICE_TITLE;
  return title === '' ? '名前の分からない案件' : title;
};

export const OFFICE_TITLE = '人・機関、テーマ、ノウハウ';

export const relationWords = ({ relation, again }: Comparison): string => {
  switch (relation) {
    case 'new':
      return 'このパソコンにはありません';
    case 'ahead':
      return '続きがあります';
    case 'both':
      return '両方で書かれています';
    case 'same':
      return again.length > 0 ? '取り消した記録があります' : 'いまと同じです';
    default:
      return assertNever(relation);
  }
};

/** Records that were taken in before and undone, each once. */
export const againOf = ({ again }: Comparison): readonly Omit<RecordChange, 'kind'>[] => [
  ...new Map(
    again
      .flatMap(({ records }) => records)
      .map(({ collection, id, name }) => [`${collection} ${id}`, { collection, id, name }]),
  ).values(),
];

export const KIND_NAMES: Readonly<Record<RecordChange['kind'], string>> = {
  added: '追加',
  changed: '変更',
  deleted: '削除',
};

/** 会合「第2回支援」 */
export const changeName = ({ collection, name }: Omit<RecordChange, 'kind'>): string => {
  const { what } = collectionNamed(collection);
  return name === '' ? what : `${what}「${name}」`;
};

/** 前任 太郎さんが2027/03/31 17:00につくったもの（内部用、書きかえの履歴もすべて） */
export const madeWords = ({
  by,
  at,
  variant,
  extent,
  attachments,
  leftOut,
}: BansoOpened): string => {
  const files = attachments === 0 ? '' : `、添付ファイル${attachments.toLocaleString('ja-JP')}件`;
  const who = by === '' ? '' : `${by}さんが`;
  return `${who}${timeWords(at)}につくったもの（${VARIANT_NAMES[variant]}、${EXTENT_NAMES[extent]}${files}${leftOutIn(leftOut)}）`;
};

const leftOutIn = (leftOut: number | undefined): string =>
  leftOut === undefined || leftOut === 0
    ? ''
    : `、内部の項目${leftOut.toLocaleString('ja-JP')}件を省いたもの`;

/** What stays behind for a municipality, while it is counted, or where it could not be. */
export type Staying = KindCounts | 'counting' | 'failed';

/** 内部の項目 3件（課内協議 1件、心掛け 2件）は入りません。; what is counted is records, and fields of others. */
export const staysWords = (counts: Staying): string => {
  if (counts === 'counting') return '入らない内部の項目を数えています。';
  if (counts === 'failed') {
    return '内部の項目を数えられませんでした。数は分かりませんが、内部の項目は入りません。';
  }
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return all === 0
    ? '選んだ案件に、省く内部の項目はありません。'
    : `内部の項目 ${all.toLocaleString('ja-JP')}件（${kindWords(counts)}）は入りません。`;
};

/** Whether nobody has written here what the file's maker does not have, so that nothing has to be weighed. */
export const isOnlyAhead = (compared: readonly Comparison[]): boolean =>
  compared.some(({ relation }) => relation === 'ahead') &&
  compared.every(({ relation }) => relation !== 'both');

/** Whether there is anything to take in: history, too, where no record changes, and what was undone. */
export const hasNews = ({ documents }: BansoOpened, compared: readonly Comparison[]): boolean =>
  documents.some(({ files }) => files.length > 0) || compared.some(({ again }) => again.length > 0);

/** What the save dialog proposes: 引継ぎ_山田 花子_益城町（令和4年度） */
export const proposedName = (userName: string, titles: readonly string[]): string => {
  const what = titles.length === 1 ? titles[0] : `${titles.length}案件`;
  return ['引継ぎ', userName, what].filter(Boolean).join(' ');
};

/** Of which cases the office's 引継書 tells: those of the latest year that has several; a single one has its own. */
export const casesTogether = (
  chosen: readonly Pick<HandedCase, 'document' | 'year'>[],
): readonly DocumentId[] => {
  const years = [...groupBy(chosen, ({ year }) => year ?? Number.NEGATIVE_INFINITY)];
  const [latest] = years
    .filter(([, cases]) => cases.length > 1)
    .toSorted(([a], [b]) => (a < b ? 1 : -1));
  return latest === undefined ? [] : latest[1].map(({ document }) => document);
};

/** 12件を取り込む前の内容に書き戻しました。そのあとに変わった3件はそのままです。 */
export const setBackWords = ({ written, kept }: SetBackCount): string => {
  const done =
    written === 0
      ? '書き戻すところはありませんでした。'
      : `${written.toLocaleString('ja-JP')}件を取り込む前の内容に書き戻しました。`;
  const left =
    kept === 0 ? '' : `そのあとに変わった${kept.toLocaleString('ja-JP')}件はそのままです。`;
  return `${done}${left}`;
};
