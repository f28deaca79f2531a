import { ENTRY_NAMES, PROGRAMME_NAMES } from './case/case.ts';
import {
  ACTION_STATE_NAMES,
  FINDING_KIND_NAMES,
  MEETING_KIND_NAMES,
  MEETING_STATE_NAMES,
} from './meeting/meeting.ts';
import { ROLE_NAMES } from './office/office.ts';
import type { CollectionName } from './record/collection.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES, LANE_FOLLOWS_NAMES } from './roadmap/collections.ts';

type Names = Readonly<Record<string, string>>;

/** What a record of each collection is called where nothing else tells it. */
export const RECORD_NAMES: Readonly<Record<CollectionName, string>> = {
  cases: '案件',
  caseSupporters: '支援者',
  rounds: '支援の回',
  meetings: '会合',
  attendances: '出席',
  programmeItems: '次第',
  findings: '課題・気づき',
  actions: '対応事項',
  variants: '別の記述',
  confirmations: '記録の確定',
  roadmaps: 'ロードマップ',
  laneGroups: '分野',
  lanes: '取組み',
  bars: '帯',
  milestones: '節目',
  dependencies: '帯のつながり',
  roadmapVersions: 'ロードマップの版',
  tableOptions: '表の設定',
  people: '人',
  organizations: '機関・団体',
  municipalities: '市町村',
  figures: '市町村の数値',
  themes: 'テーマ',
  importMappings: '取り込みの設定',
};

/** What each field, set and text is called on the screen. */
export const FIELD_NAMES: Readonly<Record<CollectionName, Names>> = {
  cases: {
    ...{ municipalityCode: '市町村', municipalityName: '市町村', prefectureName: '都道府県' },
    ...{ fiscalYear: '年度', programme: '事業', programmeName: '事業の名前' },
    ...{ entry: 'きっかけ', entryDate: 'きっかけの日付', entryReason: 'きっかけの経緯' },
    ...{ themeText: 'テーマの書き方', themes: 'テーマ', section: '担当', source: '出典' },
    ...{ continuesCase: '前年度の案件', situation: '現状', issues: '課題', vision: '目指す姿' },
    ...{ strengths: '強み', trigger: '支援のきっかけ', reception: '受援体制' },
    plan: '検討していた取組み',
  },
  caseSupporters: { organizationId: '支援者', name: '支援者', role: '役割' },
  rounds: { number: '回の番号', source: '出典', summary: '支援のまとめ' },
  meetings: {
    ...{ kind: '種類', round: '支援の回', partLabel: '部の名前', ordinal: '番号' },
    ...{ title: '会合の名称', date: '日付', startTime: '始まりの時刻', endTime: '終わりの時刻' },
    ...{ timeNote: '時間帯', place: '場所', modes: '形式', modeNote: '形式の補足', state: '状態' },
    ...{ stateReason: '延期・中止の理由', independent: '独自開催', audience: '対象' },
    ...{ headCount: '出席の計', attendanceText: '出席の書き方', remarks: '備考', source: '出典' },
    ...{ supporters: '支援者', aim: 'ねらい', summary: 'まとめ', note: '記録の本文' },
  },
  attendances: {
    ...{ meeting: '会合', person: '人', organization: '機関・団体', name: '名前' },
    ...{ role: '立場', count: '人数' },
  },
  programmeItems: { meeting: '会合', time: '時刻', title: '内容', speaker: '話す人' },
  findings: { kind: '種類', text: '内容', meeting: '会合', source: '出典' },
  actions: {
    ...{ text: '内容', owner: '担当', due: '期限', state: '状態', meeting: '会合' },
    source: '出典',
  },
  variants: { record: '記録', field: '項目', value: '値', source: '出典' },
  confirmations: {
    meeting: '会合',
    by: '確定した人',
    at: '確定した日時',
    snapshot: '確定した内容',
  },
  roadmaps: {
    ...{ title: '表題', caption: '説明', firstMonth: '始まりの月', lastMonth: '終わりの月' },
    provisional: '暫定版',
  },
  laneGroups: { name: '名前' },
  lanes: { group: '分野', name: '名前', follows: '表示' },
  bars: {
    ...{ lane: '取組み', label: '名前', start: '始まり', end: '終わり', kind: '種類' },
    ...{ state: '状態', progress: '進み', owner: '担当', note: '補足', source: '出典' },
    ...{ actualStart: '始まりの実績', actualEnd: '終わりの実績' },
  },
  milestones: {
    ...{ lane: '取組み', label: '名前', date: '日付', meeting: '会合', note: '補足' },
    source: '出典',
  },
  dependencies: { before: '前の帯', after: '後の帯' },
  roadmapVersions: { name: '名前', date: '日付', reason: '理由', snapshot: '内容' },
  tableOptions: {},
  people: {
    ...{ name: '名前', organization: '機関・団体', organizationName: '機関・団体の名前' },
    ...{ role: '立場', post: '役職', from: '着任', to: '離任' },
  },
  organizations: { name: '名前', role: '立場', remarks: '備考', source: '出典' },
  municipalities: {
    ...{ name: '名前', kana: 'よみ', prefecture: '都道府県', district: '郡・地域' },
    ...{ remarks: '備考', source: '出典' },
  },
  figures: { municipality: '市町村', label: '項目', value: '値', asOf: '時点', source: '出典' },
  themes: { name: '名前' },
  importMappings: {},
};

const VALUE_NAMES: Readonly<Partial<Record<CollectionName, Readonly<Record<string, Names>>>>> = {
  cases: { programme: PROGRAMME_NAMES, entry: ENTRY_NAMES },
  meetings: { kind: MEETING_KIND_NAMES, state: MEETING_STATE_NAMES },
  findings: { kind: FINDING_KIND_NAMES },
  actions: { state: ACTION_STATE_NAMES },
  attendances: { role: ROLE_NAMES },
  people: { role: ROLE_NAMES },
  organizations: { role: ROLE_NAMES },
  bars: { kind: BAR_KIND_NAMES, state: BAR_STATE_NAMES },
  lanes: { follows: LANE_FOLLOWS_NAMES },
};

/** The words of a choice's stored value; the value itself where it is no choice. */
export const valueName = (collection: CollectionName, field: string, value: string): string =>
  VALUE_NAMES[collection]?.[field]?.[value] ?? value;
