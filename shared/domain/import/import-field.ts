import { fold } from '../../text/fold.ts';

/** What a column of a table can hold. */
export const IMPORT_FIELDS = [
  'when',
  'time',
  'content',
  'kind',
  'part',
  'place',
  'modes',
  'supporters',
  'attendance',
  'programme',
  'aim',
  'summary',
  'remarks',
  'ignore',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const IMPORT_FIELD_NAMES: Readonly<Record<ImportField, string>> = {
  when: '時期・日にち',
  time: '時刻',
  content: '内容（会合の名前）',
  kind: '会合の種類',
  part: '部（午前の部など）',
  place: '場所',
  modes: '備考（形式）',
  supporters: '支援者',
  attendance: '参加者・人数',
  programme: '当日の次第',
  aim: 'ねらい',
  summary: 'まとめ',
  remarks: '備考（文章）',
  ignore: '取り込まない',
};

/** Which field each column holds, by column. */
export type Mapping = readonly ImportField[];

const WORDS: readonly (readonly [ImportField, RegExp])[] = [
  ['when', /^(?:時期|日にち|日程|日付|月日|年月日|年月|月|日時|開催日時?|実施日時?|期日)$/],
  ['time', /^(?:時間|時刻|開催時間|開始時刻)$/],
  [
    'content',
    /^(?:内容|支援内容|会合|会合名|会議名|名称|件名|事項|項目|区分|回|支援回|取組内容?)$/,
  ],
  ['kind', /^(?:種類|種別|会合の種類)$/],
  ['part', /^(?:部|午前.?午後)$/],
  ['place', /^(?:場所|会場|開催場所)$/],
  ['modes', /^(?:備考|形式|方法|実施方法|開催方法|開催形式|手段)$/],
  ['supporters', /^(?:支援者|支援機関|参加機関|支援側)$/],
  ['attendance', /^(?:参加者|出席者|参加人数|人数|参加者数|出席)$/],
  ['programme', /^(?:次第|当日の次第|プログラム)$/],
  ['aim', /^(?:ねらい|目的|狙い)$/],
  ['summary', /^(?:支援の)?(?:まとめ|結果|成果|概要)$/],
  ['remarks', /^(?:注|注記|メモ|特記事項|その他)$/],
];

/** A heading without what only decorates it: spaces, brackets, ・. */
export const headingKey = (text: string): string =>
  fold(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s・･:：※]/g, '');

/** The words as `headingKey` leaves a heading. */
const KEYED = WORDS.map(([field, words]) => [field, new RegExp(fold(words.source), 'u')] as const);

/** No heading is longer. */
export const HEADING_LIMIT = 100;

/** The field that a heading names, or null. */
export const fieldOfHeading = (text: string): ImportField | null => {
  if (text === '' || text.length > HEADING_LIMIT) return null;
  const key = headingKey(text);
  return KEYED.find(([, words]) => words.test(key))?.[0] ?? null;
};

/** By what a table of the same kind is known again: its headings. */
export const signatureOf = (headings: readonly string[]): string =>
  headings.map(headingKey).join('|').slice(0, 500);

/** A mapping as it is kept, and back; null where a stored one does not fit the columns any more. */
export const writeMapping = (mapping: Mapping): string => mapping.join(',');

export const readMapping = (text: string, columns: number): Mapping | null => {
  const fields = text.split(',');
  const known = fields.flatMap((each) => IMPORT_FIELDS.find((field) => field === each) ?? []);
  return known.length === columns && fields.length === columns ? known : null;
};
