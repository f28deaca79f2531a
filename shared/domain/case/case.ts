import { defineCollection, type Row } from '../record/collection.ts';
import { choiceField, numberField, orderField, textField } from '../record/fields.ts';

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
  fields: {
    municipalityCode: textField,
    /** Kept beside the code, so that the case stays readable without the office document. */
    municipalityName: textField,
    prefectureName: textField,
    /** Year of the April in which the fiscal year begins. */
    fiscalYear: numberField,
    programme: choiceField(PROGRAMMES, 'other'),
    /** The programme's own name: 地域包括ケア推進市町村支援事業. */
    programmeName: textField,
    entry: choiceField(ENTRIES, 'unknown'),
    entryDate: textField,
    entryReason: textField,
    /** The theme in the municipality's own words. */
    themeText: textField,
    /** 担当班 */
    section: textField,
    /** The case of an earlier year that this one continues. */
    continuesCase: textField,
    source: textField,
  },
  sets: ['themes'],
  texts: ['situation', 'issues', 'vision', 'strengths', 'trigger', 'reception', 'plan'],
});
export type CaseRow = Row<typeof cases>;

/** Who supports the municipality in this case, and the role that was agreed with them. */
export const caseSupporters = defineCollection({
  name: 'caseSupporters',
  home: 'case',
  fields: { organizationId: textField, name: textField, role: textField, order: orderField },
});
export type CaseSupporterRow = Row<typeof caseSupporters>;
