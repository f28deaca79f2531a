import { defineCollection, type Row } from '../record/collection.ts';
import { choiceField, orderField, textField } from '../record/fields.ts';

/** Roles of people and organisations; the words are those of the reports. */
export const ROLES = [
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

export const organizations = defineCollection({
  name: 'organizations',
  home: 'office',
  fields: {
    name: textField,
    role: choiceField(ROLES, 'other'),
    remarks: textField,
    source: textField,
  },
});
export type OrganizationRow = Row<typeof organizations>;

export const people = defineCollection({
  name: 'people',
  home: 'office',
  fields: {
    name: textField,
    organization: textField,
    organizationName: textField,
    role: choiceField(ROLES, 'other'),
    post: textField,
    from: textField,
    to: textField,
  },
});
export type PersonRow = Row<typeof people>;

/** A municipality's profile; its id is its 全国地方公共団体コード. */
export const municipalities = defineCollection({
  name: 'municipalities',
  home: 'office',
  fields: {
    name: textField,
    kana: textField,
    prefecture: textField,
    district: textField,
    remarks: textField,
    source: textField,
  },
});
export type MunicipalityRow = Row<typeof municipalities>;

/** One figure of a municipality, worded as its source words it, with its own date and source. */
export const figures = defineCollection({
  name: 'figures',
  home: 'office',
  fields: {
    municipality: textField,
    label: textField,
    value: textField,
    asOf: textField,
    source: textField,
    order: orderField,
  },
});
export type FigureRow = Row<typeof figures>;

export const themes = defineCollection({
  name: 'themes',
  home: 'office',
  fields: { name: textField },
});
export type ThemeRow = Row<typeof themes>;

/** How staff mapped the columns of a table that they took in, so that the next one like it is known. */
export const importMappings = defineCollection({
  name: 'importMappings',
  home: 'office',
  fields: {
    /** The table's headings (`signatureOf`). */
    signature: textField,
    /** A field for each column (`writeMapping`). */
    mapping: textField,
  },
});
export type ImportMappingRow = Row<typeof importMappings>;
