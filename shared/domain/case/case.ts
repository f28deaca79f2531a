import { defineCollection, type Row } from '../record/collection.ts';
import {
  choice,
  flag,
  line,
  longText,
  memberRecords,
  order,
  paragraph,
  partialDate,
  plainNumber,
  reference,
  SENTENCE_LIMIT,
  yearField,
} from '../record/field.ts';

export const PROGRAMMES = ['national', 'prefectural', 'other'] as const;
export type Programme = (typeof PROGRAMMES)[number];
export const PROGRAMME_NAMES: Readonly<Record<Programme, string>> = {
  national: '国の伴走支援',
  prefectural: '県事業',
  other: 'その他',
};

export const ENTRIES = ['unknown', 'volunteered', 'push', 'continued'] as const;
export type Entry = (typeof ENTRIES)[number];
export const ENTRY_NAMES: Readonly<Record<Entry, string>> = {
  unknown: '未定',
  volunteered: '手挙げ',
  push: 'プッシュ型',
  continued: '継続',
};

/** 案件: one municipality's support in one fiscal year; the only record of its id in its document. */
export const cases = defineCollection({
  name: 'cases',
  home: 'case',
  what: '案件',
  fields: {
    municipalityCode: reference('市町村', 'municipalities'),
    /** Kept beside the code, so that the case stays readable without the office document. */
    municipalityName: line('市町村', { called: '市町村の名前', isRequired: true }),
    prefectureName: line('都道府県'),
    /** Year of the April in which the fiscal year begins. */
    fiscalYear: yearField('年度'),
    programme: choice('事業', PROGRAMMES, 'other', PROGRAMME_NAMES),
    /** The programme's own name: 地域包括ケア推進市町村支援事業. */
    programmeName: line('事業の名前'),
    entry: choice('きっかけ', ENTRIES, 'unknown', ENTRY_NAMES),
    entryDate: partialDate('きっかけの日付'),
    entryReason: paragraph('きっかけの理由', { limit: 2000 }),
    /** The theme in the municipality's own words. */
    themeText: paragraph('テーマの書き方', { limit: 2000 }),
    /** 担当班 */
    section: line('担当'),
    /** The case of an earlier year that this one continues. */
    continuesCase: reference('前年度の案件', 'cases'),
    /** The case whose document holds the roadmap that this one goes on with; none: its own does. */
    roadmapCase: reference('ロードマップのある案件', 'cases'),
    /** The day on which the support came to an end; '' while it goes on. */
    endedOn: partialDate('終了日'),
    /** Of an ended case: records that were still owed are not asked for any more. */
    waivesRecords: flag('書かれていない記録を求めない'),
    source: paragraph('出典'),
    themes: memberRecords('テーマ', 'themes'),
    situation: longText('現状'),
    issues: longText('課題'),
    vision: longText('目指す姿'),
    strengths: longText('強み'),
    trigger: longText('支援のきっかけ'),
    reception: longText('受援体制'),
    plan: longText('検討していた取組み'),
    /** 年間のまとめ, under the three headings that reports have. */
    felt: longText('感じたこと'),
    learned: longText('学んだこと'),
    regretted: longText('反省したこと'),
    /** 暗黙知: what no record tells a successor. */
    minded: longText('この町で気をつけること', { reach: 'office' }),
    deciders: longText('実際に決めている人', { reach: 'office' }),
    unsaid: longText('言ってはいけないこと', { reach: 'office' }),
    failed: longText('試してうまくいかなかったこと', { reach: 'office' }),
  },
});
export type CaseRow = Row<typeof cases>;

/** 年間のまとめ, under the headings that the reports of a year have. */
export const YEAR_TEXTS = ['felt', 'learned', 'regretted'] as const;

/** Who supports the municipality in this case, and the role that was agreed with them. */
export const caseSupporters = defineCollection({
  name: 'caseSupporters',
  home: 'case',
  what: '支援者',
  fields: {
    organizationId: reference('支援者', 'organizations'),
    /** Who supports as a person (AD); then no organisation is named. */
    person: reference('支援者（人）', 'people'),
    name: line('支援者', { isRequired: true, personIn: 'person' }),
    role: line('役割', { limit: SENTENCE_LIMIT }),
    order: order(),
  },
});
export type CaseSupporterRow = Row<typeof caseSupporters>;

/** What the year's summary says under a heading of one's own. */
export const yearNotes = defineCollection({
  name: 'yearNotes',
  home: 'case',
  what: '年間のまとめ',
  fields: {
    heading: line('見出し', { isRequired: true, example: '例：今後の支援に向けて' }),
    text: longText('本文'),
    order: order(),
  },
});

export type YearNoteRow = Row<typeof yearNotes>;

/** A step between rounds that is no meeting: what is done 【2回目支援に向けて】. */
export const preparations = defineCollection({
  name: 'preparations',
  home: 'case',
  what: '支援に向けた取組み',
  fields: {
    /** The number of the round that it leads to. */
    towards: plainNumber('向かう回'),
    text: line('取組み', { limit: SENTENCE_LIMIT, isRequired: true, example: '例：対象者の選定' }),
    date: partialDate('日付'),
    order: order(),
  },
});
export type PreparationRow = Row<typeof preparations>;
