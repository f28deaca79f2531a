import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { fieldOfHeading } from '#shared/domain/import/import-field.ts';
import { readPlain } from '#shared/domain/import/plain-columns.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { factsOf } from '#shared/domain/meeting/record-facts.ts';
import { TABLE_FIELDS } from '#shared/domain/meeting/table-fields.ts';
import type { ValueField } from '#shared/domain/record/field.ts';
import { partsOf } from '#shared/domain/search/parts.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import { TABLE_IDS } from '#shared/domain/tables/material.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { columnName, offeredFields } from '#shared/domain/tables/shown-fields.ts';
import { meetingRow } from '../support/rows.ts';

/*
 * A field is said once: whoever adds one to the meeting, with its headings, has it taken in from tables,
 * confirmed, found and printed without a word more. These are the laws by which that is so.
 */

/** A text that a field of this kind can hold. */
const sampleOf = ({ kind, names }: { kind: string; names?: ValueField['names'] }): string => {
  switch (kind) {
    case 'date':
      return '2022年8月24日';
    case 'time':
      return '13:30';
    case 'count':
    case 'number':
      return '12';
    case 'flag':
      return 'はい';
    case 'choice':
      return Object.values(names ?? {})[0] ?? '';
    default:
      return '晴れのち曇り';
  }
};

it('There are such fields', () => {
  expect(TABLE_FIELDS.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['place', 'aim', 'summary', 'remarks', 'audience']),
  );
});

describe.each(TABLE_FIELDS.map((column) => [column.field.name, column] as const))(
  'the declared field %s',
  (_, column) => {
    const { id, field } = column;
    const typed = sampleOf({ kind: field.kind, names: 'names' in field ? field.names : undefined });
    const { values } = readPlain((name) => (name === id ? typed : ''), fiscalYear(2022));
    const meeting = meetingRow('m', {
      kind: 'exchange',
      date: '2022-08-24',
      ...(values as object),
    });

    it('is known by each of its headings', () => {
      for (const heading of field.headings) expect(fieldOfHeading(heading)).toBe(id);
      expect(fieldOfHeading(columnName(column))).toBe(id);
    });

    it('is read out of a cell', () => {
      expect(Object.keys(values)).toEqual([id]);
    });

    it('is watched in a confirmed record', () => {
      const rows = {
        rounds: [],
        attendances: [],
        programmeItems: [],
        findings: [],
        actions: [],
        meetingDays: [],
      };
      expect(factsOf({ ...rows, meeting, note: '' }).fields[id]).toBeTruthy();
    });

    it('is found by its words', () => {
      if (field.kind === 'line' || field.kind === 'paragraph' || field.kind === 'text') {
        const parts = partsOf(meetings, meeting, '');
        expect(parts.find((part) => part.field === id)?.text).toBe(typed);
      }
    });

    const tables = TABLE_IDS.filter(
      (table) => table !== 'comparison' && offeredFields(table).includes(column),
    );
    it.each(tables)('is printed in %s where it is wanted', (table) => {
      const rows = {
        ...{ case: null, rounds: [], meetings: [meeting], attendances: [], programmeItems: [] },
        ...{ variants: [], organizations: [], people: [], posts: [] },
      };
      const printed = buildTable(
        table,
        rows,
        { ...usualOptions(table), shownFields: [id] },
        'office',
      );
      expect(printed.columns.map(({ label }) => label)).toContain(columnName(column));
      expect(JSON.stringify(printed.body)).toContain(
        field.kind === 'text' ? typed : field.words(values[id] as never),
      );
    });
  },
);
