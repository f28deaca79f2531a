import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, RECORD_NAMES, valueName } from '#shared/domain/field-names.ts';
import { isQuiet } from '#shared/domain/record/quiet-fields.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';

describe.each(COLLECTIONS.map((collection) => [collection.name, collection] as const))(
  'a conflict in %s',
  (name, collection) => {
    it('names its record and each of its fields in Japanese', () => {
      const note: readonly string[] = collection.note ? ['note'] : [];
      const all = [
        ...Object.keys(collection.fields),
        ...collection.sets,
        ...collection.texts,
        ...note,
      ].filter((field) => !isQuiet(name, field));
      const unnamed = all.filter(
        (field) => !/[ぁ-んァ-ヶ一-龠]/.test(FIELD_NAMES[name][field] ?? ''),
      );
      expect(unnamed).toEqual([]);
      expect(RECORD_NAMES[name]).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    });
  },
);

it('A choice is told by its words, anything else as it is', () => {
  expect(valueName('meetings', 'state', 'cancelled')).toBe('中止');
  expect(valueName('meetings', 'place', 'cancelled')).toBe('cancelled');
});
