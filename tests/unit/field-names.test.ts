import { describe, expect, it } from 'vitest';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { changeLabel, choiceWords, fieldName } from '#shared/domain/record/collection.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';

const JAPANESE = /[ぁ-んァ-ヶ一-龠〃]/;

describe.each(COLLECTIONS.map((collection) => [collection.name, collection] as const))(
  'a record of %s',
  (_, collection) => {
    it('names itself and each of its fields in Japanese', () => {
      const unnamed = Object.entries(collection.fields)
        .filter(([, { name }]) => !JAPANESE.test(name))
        .map(([field]) => field);
      expect(unnamed).toEqual([]);
      expect(collection.what).toMatch(JAPANESE);
    });
  },
);

describe('what a field is called', () => {
  it('is what undo says of a change to it', () => {
    expect(changeLabel(meetings, 'place')).toBe('場所を変更');
    expect(changeLabel(meetings, 'stateReason')).toBe('延期・中止の理由を変更');
  });

  it('is no more than 内容 for one that a later app has made', () => {
    expect(fieldName(meetings, 'weather')).toBe('内容');
  });
});

it('A choice is told by its words, anything else as it is', () => {
  expect(choiceWords(meetings, 'state', 'cancelled')).toBe('中止');
  expect(choiceWords(meetings, 'state', 'unknown')).toBe('unknown');
  expect(choiceWords(meetings, 'place', 'cancelled')).toBe('cancelled');
});
