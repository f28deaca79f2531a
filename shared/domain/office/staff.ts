import { defineCollection, type Row } from '../record/collection.ts';
import { line, order, partialDate } from '../record/field.ts';

/** 課の職員: those of the prefecture's office who run the support, with the time that they are there. */
export const staff = defineCollection({
  name: 'staff',
  home: 'office',
  what: '課の職員',
  fields: {
    name: line('名前', { called: '職員の名前', isRequired: true }),
    duty: line('分担', { example: '例：総合事業・県南' }),
    from: partialDate('着任', { example: '例：R5.4.1' }),
    to: partialDate('離任', { example: '例：R8.3.31' }),
    order: order(),
  },
});
export type StaffRow = Row<typeof staff>;
