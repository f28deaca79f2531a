import { fold } from '../../text/fold.ts';
import { TABLE_FIELDS, type TableFieldId } from '../meeting/table-fields.ts';

/** What takes more than one field, or rules of its own, to read. */
const OWN_RULES = {
  when: '時期・日にち',
  year: '年（日付の年）',
  month: '月（日付の月）',
  day: '日（日付の日）',
  weekday: '曜日',
  time: '時刻',
  content: '内容（会合の名前）',
  kind: '会合の種類',
  part: '部（午前の部など）',
  modes: '備考（形式）',
  where: '場所・形式',
  supporters: '支援者',
  attendance: '参加者・人数',
  programme: '当日の次第',
  ignore: '取り込まない',
} as const;
type OwnRule = keyof typeof OWN_RULES;

/** What a column of a table can hold. */
export type ImportField = OwnRule | TableFieldId;

/** 備考 in the tables of the field says how people met. */
const PLAIN_NAMES: Readonly<Partial<Record<TableFieldId, string>>> = { remarks: '備考（文章）' };

/** What each is called where staff choose, in the order in which they are offered. */
const NAMES: ReadonlyMap<ImportField, string> = new Map<ImportField, string>([
  ...(Object.entries(OWN_RULES) as [OwnRule, string][]).filter(([id]) => id !== 'ignore'),
  ...TABLE_FIELDS.map(({ id, field }): [ImportField, string] => [
    id,
    PLAIN_NAMES[id] ?? field.name,
  ]),
  ['ignore', OWN_RULES.ignore],
]);
export const IMPORT_FIELDS: readonly ImportField[] = [...NAMES.keys()];

export const importFieldName = (field: ImportField): string => NAMES.get(field) ?? '';

/** Which field each column holds, by column. */
export type Mapping = readonly ImportField[];

const WORDS: readonly (readonly [OwnRule, RegExp])[] = [
  ['year', /^年度?$/],
  ['month', /^月$/],
  ['day', /^日$/],
  ['weekday', /^曜日?$/],
  [
    'when',
    /^(?:時期|日にち|日程|日付|月日|年月日|年月|日時|日時場所|期日|期間|予定日|訪問日|支援日|活動日|支援時期|予定時期|(?:開催|実施)(?:年?月?日時?|日程|時期|年月|月|予定日?|期間))$/,
  ],
  ['time', /^(?:時間|時刻|開催時間|実施時間|開始|終了|(?:開始|終了)時[間刻])$/],
  [
    'content',
    /^(?:主な)?(?:(?:支援|活動|実施|打合せ|会議|取り?組み?)の?)?内容$|^(?:会合|会議|研修|会議研修|行事|打合せ|支援)名$|^(?:会合|名称|件名|事項|支援事項|項目|区分|回|支援回|取り?組み?)$/,
  ],
  ['kind', /^(?:種類|種別|会合の種類)$/],
  ['part', /^(?:部|午前.?午後)$/],
  [
    'where',
    /^(?:開催|実施)?(?:場所|会場)(?:及び|と)?(?:開催|実施)?(?:方法|形式|形態|手段)$|^(?:方法|形式|形態)(?:場所|会場)$/,
  ],
  ['modes', /^(?:備考|手段|手法|(?:実施|開催)?(?:方法|形式|形態))$/],
  [
    'supporters',
    /^(?:支援者|支援機関|参加機関|出席機関|関係機関|支援側|支援メンバー|支援チーム|助言者|派遣者|アドバイザー|講師|同行者)$/,
  ],
  [
    'attendance',
    /^(?:参加者|出席者|参加人数|出席人数|人数|参加者数|出席者数|出席|参加|参集者|参集範囲|対象者|参加メンバー)$/,
  ],
  ['programme', /^(?:次第|当日の次第|プログラム|議題|議事)$/],
];

/** A heading without what only decorates it: spaces, brackets, ・. */
export const headingKey = (text: string): string =>
  fold(text)
    .replace(/\([^()]{0,40}\)/g, '')
    .replace(/[\s・･:：※]/g, '');

/** The words as `headingKey` leaves a heading. */
const KEYED = WORDS.map(([field, words]) => [field, new RegExp(fold(words.source), 'u')] as const);
const PLAIN_KEYS: ReadonlyMap<string, TableFieldId> = new Map(
  TABLE_FIELDS.flatMap(({ id, field }) =>
    [field.name, ...field.headings].map((words) => [headingKey(words), id] as const),
  ),
);

/** No heading is longer. */
export const HEADING_LIMIT = 100;

/** The field that a heading names, or null. */
export const fieldOfHeading = (text: string): ImportField | null => {
  if (text === '' || text.length > HEADING_LIMIT) return null;
  const key = headingKey(text);
  // 出席者等 and 会議名など say no less than 出席者 and 会議名; 会議等名 is 会議名.
  const bare = key.replace(/(?:等|など)$/, '').replace(/等名$/, '名');
  const own = KEYED.find(([, words]) => words.test(key) || words.test(bare))?.[0];
  return own ?? PLAIN_KEYS.get(key) ?? PLAIN_KEYS.get(bare) ?? null;
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
