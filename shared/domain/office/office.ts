import { defineCollection, type Row } from '../record/collection.ts';
import {
  choice,
  hidden,
  line,
  memberRecords,
  order,
  paragraph,
  partialDate,
  reference,
} from '../record/field.ts';

/** Roles of people and organisations; the words are those of the reports. */
export const ROLES = [
  /** Nobody has said yet: it is asked for, quietly. */
  'unknown',
  'municipality',
  'prefecture',
  'regionalOffice',
  'ministry',
  'bureau',
  'adviser',
  'prefecturalAdviser',
  'supportCentre',
  'coordinator',
  'careManager',
  'provider',
  'welfareCouncil',
  'residents',
  'other',
] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  unknown: '未設定',
  municipality: '市町村',
  prefecture: '県（本庁）',
  regionalOffice: '広域本部・振興局',
  ministry: '厚生労働省',
  bureau: '地方厚生局',
  adviser: 'AD',
  prefecturalAdviser: '県AD',
  supportCentre: '地域包括支援センター',
  coordinator: 'SC（第1層・第2層）',
  careManager: '居宅ケアマネ',
  provider: '事業所',
  welfareCouncil: '社協',
  residents: '住民代表',
  other: 'その他',
};

/** What beside a name tells of a role; nothing of one that nobody has said. */
export const roleNote = (role: Role): string => (role === 'unknown' ? '' : ROLE_NAMES[role]);

export const organizations = defineCollection({
  name: 'organizations',
  home: 'office',
  what: '機関・団体',
  fields: {
    name: line('名前', { called: '機関の名前', isRequired: true }),
    kana: line('よみ', { example: '例：いきいきちょうじゅか' }),
    formerNames: line('以前の名前', { example: '例：高齢者支援課' }),
    role: choice('種別', ROLES, 'unknown', ROLE_NAMES),
    /** The body that it is a part of. */
    parent: reference('上位の機関', 'organizations', { named: 'parentName' }),
    parentName: line('上位の機関の名前'),
    municipality: reference('市町村', 'municipalities', { named: 'municipalityName' }),
    municipalityName: line('市町村の名前'),
    /** The prefecture's office that is in charge of it. */
    regionalOffice: reference('管轄の広域本部・振興局', 'organizations', {
      named: 'regionalOfficeName',
    }),
    regionalOfficeName: line('管轄の広域本部・振興局の名前'),
    address: line('所在地'),
    phone: line('電話'),
    remarks: paragraph('備考', { reach: 'office' }),
    source: paragraph('出典'),
    /** Those alike of which somebody has said that they are others. */
    apart: memberRecords('別の機関', 'organizations', { isQuiet: true }),
    /** The one that it was merged into: what mentions this one means that one, while this one is in the bin. */
    mergedInto: reference('まとめた先', 'organizations', { isQuiet: true }),
  },
});
export type OrganizationRow = Row<typeof organizations>;

/** Who somebody is, whatever the post: that is told by their posts (`posts`). */
export const people = defineCollection({
  name: 'people',
  home: 'office',
  what: '人',
  fields: {
    name: line('名前', { isRequired: true, personIn: 'id' }),
    kana: line('よみ', { example: '例：いこま はなこ', personIn: 'id' }),
    formerNames: line('旧姓・以前の名前', { reach: 'office' }),
    /** Their own (AD), where it is not that of the body which they belong to. */
    role: choice('立場', ROLES, 'unknown', ROLE_NAMES),
    phone: line('電話', { reach: 'office' }),
    email: line('メール', { reach: 'office' }),
    expertise: paragraph('専門・得意なこと', { example: '例：通所型サービスC、移動支援' }),
    remarks: paragraph('備考（内部用）', {
      example: '外に出す資料には載りません',
      reach: 'office',
    }),
    /** Those alike of whom somebody has said that they are others. */
    apart: memberRecords('別の人', 'people', { isQuiet: true }),
    /** As of a body. */
    mergedInto: reference('まとめた先', 'people', { isQuiet: true }),
  },
});
export type PersonRow = Row<typeof people>;

/** 経歴: where somebody was in which post, from when to when. */
export const posts = defineCollection({
  name: 'posts',
  home: 'office',
  what: '所属・役職',
  within: 'person',
  fields: {
    person: reference('人', 'people'),
    organization: reference('機関・団体', 'organizations', { named: 'organizationName' }),
    organizationName: line('機関・団体の名前'),
    /** 係長, 保健師 … */
    post: line('役職', { example: '例：係長' }),
    from: partialDate('着任', { example: '例：R4.4' }),
    to: partialDate('離任', { example: '例：R6.3' }),
    /** Who came after. */
    successor: reference('後任', 'people', { named: 'successorName' }),
    successorName: line('後任の名前', { personIn: 'successor' }),
    order: order(),
  },
});
export type PostRow = Row<typeof posts>;

/** A municipality's profile; its id is its 全国地方公共団体コード. */
export const municipalities = defineCollection({
  name: 'municipalities',
  home: 'office',
  what: '市町村',
  fields: {
    name: line('名前', { called: '市町村の名前', isRequired: true }),
    kana: line('よみ'),
    prefecture: line('都道府県'),
    district: line('郡・地域'),
    remarks: paragraph('備考'),
    source: paragraph('出典'),
  },
});
export type MunicipalityRow = Row<typeof municipalities>;

/** One figure of a municipality, worded as its source words it, with its own date and source. */
export const figures = defineCollection({
  name: 'figures',
  home: 'office',
  what: '数値',
  within: 'municipality',
  fields: {
    municipality: reference('市町村', 'municipalities'),
    label: line('項目', { called: '項目の名前', isRequired: true }),
    value: line('値', { isRequired: true }),
    asOf: line('時点'),
    source: line('出典'),
    order: order(),
  },
});
export type FigureRow = Row<typeof figures>;

export const themes = defineCollection({
  name: 'themes',
  home: 'office',
  what: 'テーマ',
  fields: {
    name: line('名前', { called: 'テーマ', isRequired: true }),
    /** As of a body. */
    mergedInto: reference('まとめた先', 'themes', { isQuiet: true }),
  },
});
export type ThemeRow = Row<typeof themes>;

/** How staff mapped the columns of a table that they took in, so that the next one like it is known. */
export const importMappings = defineCollection({
  name: 'importMappings',
  home: 'office',
  what: '取り込みの設定',
  fields: {
    /** The table's headings (`signatureOf`). */
    signature: hidden('見出し', { isQuiet: true }),
    /** A field for each column (`writeMapping`). */
    mapping: hidden('列の内容', { isQuiet: true }),
  },
});
export type ImportMappingRow = Row<typeof importMappings>;
