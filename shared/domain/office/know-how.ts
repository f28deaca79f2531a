import { AUDIENCES, REACH_NAMES } from '../record/audience.ts';
import { defineCollection, type Row } from '../record/collection.ts';
import {
  choice,
  line,
  longText,
  memberRecords,
  members,
  order,
  partialDate,
  reference,
  SENTENCE_LIMIT,
} from '../record/field.ts';

/** Ids of the members of the set `kinds`; none of them means any. */
export const MUNICIPALITY_KINDS = ['city', 'town', 'village'] as const;
export type MunicipalityKind = (typeof MUNICIPALITY_KINDS)[number];
export const MUNICIPALITY_KIND_NAMES: Readonly<Record<MunicipalityKind, string>> = {
  city: '市',
  town: '町',
  village: '村',
};

/** By inhabitants. Ids of the members of the set `sizes`; none of them means any. */
export const MUNICIPALITY_SIZES = ['small', 'middle', 'large'] as const;
export type MunicipalitySize = (typeof MUNICIPALITY_SIZES)[number];
export const MUNICIPALITY_SIZE_NAMES: Readonly<Record<MunicipalitySize, string>> = {
  small: '1万人未満',
  middle: '1万～5万人',
  large: '5万人以上',
};

/** ノウハウ: a lesson worth keeping, tied to where it was learnt. */
export const knowHows = defineCollection({
  name: 'knowHows',
  home: 'office',
  what: 'ノウハウ',
  fields: {
    title: line('題名', {
      called: 'ノウハウの題名',
      isRequired: true,
      example: '例：理念より先に、実績を一つ見せる',
    }),
    what: longText('内容'),
    worksWhen: longText('うまくいくとき'),
    avoid: longText('避けること'),
    themes: memberRecords('テーマ', 'themes'),
    kinds: members('向いている市町村', MUNICIPALITY_KIND_NAMES),
    sizes: members('向いている人口規模', MUNICIPALITY_SIZE_NAMES),
    contact: line('聞く相手', {
      limit: SENTENCE_LIMIT,
      example: '例：益城町 いきいき長寿課',
      reach: 'municipalities',
    }),
    visibility: choice('公開の範囲', AUDIENCES, 'office', REACH_NAMES, {
      reaches: { office: 'office', municipalities: 'municipalities', public: 'public' },
    }),
    confirmedOn: partialDate('最後に確かめた日'),
    /** Where it was learnt: the words stay readable when what they name is gone. */
    sourceCase: reference('もとの案件', 'cases', { named: 'sourceCaseName' }),
    sourceCaseName: line('もとの案件の名前', { reach: 'municipalities' }),
    // Either may have been the office's own (課内協議, 反省), which their names alone do not tell.
    sourceMeetings: memberRecords('もとの会合', 'meetings', { reach: 'office' }),
    sourceFindings: memberRecords('もとの課題・気づき', 'findings', { reach: 'office' }),
    order: order(),
  },
});
export type KnowHowRow = Row<typeof knowHows>;
