import { defineCollection, type Row } from '../record/collection.ts';
import { hidden, line, longText, partialDate } from '../record/field.ts';
import type { Id } from '../record/ids.ts';

/** A part of a 引継書 that somebody wrote over; its id is the section's, so that two desks write the same one. */
const part = {
  name: line('見出し', { called: '引継書の見出し', isRequired: true }),
  /** Anything may stand in it: for others the draft stands, which knows how far each record may go. */
  text: longText('引継書の本文', { reach: 'office' }),
  /** The draft as it was when somebody last looked: what differs from today's has to be looked at. */
  basis: hidden('もとにした記録', { isQuiet: true, isWatched: false }),
};

/** Who signs, and when; names stay with those who work together. */
const sign = {
  from: line('前任', { example: '例：山田 花子', reach: 'municipalities' }),
  to: line('後任', { example: '例：佐藤 太郎', reach: 'municipalities' }),
  witness: line('確認者', { example: '例：班長の名前', reach: 'municipalities' }),
  date: partialDate('引き継いだ日', { example: '例：R5.4.3' }),
};

/** 引継書 of a case. */
export const handoverParts = defineCollection({
  name: 'handoverParts',
  home: 'case',
  what: '引継書の項目',
  fields: part,
});
export type HandoverPartRow = Row<typeof handoverParts>;

/** 引継書 of the whole office. */
export const officeHandoverParts = defineCollection({
  name: 'officeHandoverParts',
  home: 'office',
  what: '引継書の項目',
  fields: part,
});

export const handoverSigns = defineCollection({
  name: 'handoverSigns',
  home: 'case',
  what: '引継書の署名',
  fields: sign,
});
export type HandoverSignRow = Row<typeof handoverSigns>;

export const officeHandoverSigns = defineCollection({
  name: 'officeHandoverSigns',
  home: 'office',
  what: '引継書の署名',
  fields: sign,
});

/** The one signature of a 引継書. */
export const SIGN_ID = 'sign' as Id<'handoverSigns'> & Id<'officeHandoverSigns'>;
