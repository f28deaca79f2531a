import { describe, expect, it } from 'vitest';
import { momentsSince } from '#shared/domain/history/changed-since.ts';
import type { HistoryEntry, RecordChange } from '#shared/domain/history/entry.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';

const RECORD = { confirmation: 'k', meeting: 'm', round: 'r' };

type Change = Omit<Partial<RecordChange>, 'fields'> & { readonly fields?: readonly string[] };

const change = ({ fields = [], ...values }: Change): RecordChange => ({
  ...{ collection: 'meetings', record: 'm', name: '', parent: '', parentName: '', fate: 'changed' },
  ...values,
  fields: fields.map((field) => ({
    ...{ field, before: { words: '' }, after: { words: '' }, isOverruled: false, isErased: false },
  })),
});

const entry = (to: number, ...records: readonly Change[]): HistoryEntry => ({
  ...{ id: `e${to}`, document: 'office', kind: 'edit', from: to - 1, to, label: '', moment: '' },
  ...{ author: { id: 'a', name: `記入者${to}` }, device: 'd' as DeviceId, isErased: false },
  records: records.map(change),
});

const CONFIRMED: Change = { collection: 'confirmations', record: 'k', fate: 'made' };
const times = (entries: readonly HistoryEntry[], id = 'title'): readonly number[] =>
  (momentsSince(entries, RECORD, [{ id, what: '', before: '', after: '' }]).get(id) ?? []).map(
    ({ time }) => time,
  );

describe('when something was changed after it had been confirmed', () => {
  const titled = (to: number) => entry(to, { fields: ['title'] });
  it.each([
    ['is the edits behind it, the latest first', [1, 'k', 3, 4], [4, 3]],
    ['is all that was read where the confirmation was not', [1, 2], [2, 1]],
    ['is nothing where nobody changed it', [1, 'k'], []],
    ['is what lies behind the last', [1, 'k', 3, 'k', 5], [5]],
  ] as const)('%s', (_, steps, expected) => {
    const entries = steps.map((step, at) =>
      step === 'k' ? entry(at + 1, {}, CONFIRMED) : titled(step),
    );
    expect(times(entries)).toEqual(expected);
  });

  it.each([
    ['another record that was made', { record: 'x', fate: 'made' }],
    ['the confirmation put into the bin', { record: 'k', fate: 'binned' }],
  ] as const)('does not begin with %s', (_, values) => {
    expect(times([titled(1), entry(2, values), titled(3)])).toEqual([3, 1]);
  });

  it('says who, for each change', () => {
    const changes = ['title', 'aim'].map((id) => ({ id, what: '', before: '', after: '' }));
    const entries = [entry(1, CONFIRMED), titled(2), entry(3, { fields: ['aim', 'title'] })];
    expect(Object.fromEntries(momentsSince(entries, RECORD, changes))).toEqual({
      title: [
        { time: 3, author: '記入者3' },
        { time: 2, author: '記入者2' },
      ],
      aim: [{ time: 3, author: '記入者3' }],
    });
  });
});

describe('a change is one of', () => {
  const finding = { collection: 'findings', record: 'f', parent: 'm' } as const;
  it.each([
    ['a field of the meeting', 'title', { fields: ['title'] }, true],
    ['no other field', 'title', { fields: ['aim'] }, false],
    ['any of several fields', 'title', { fields: ['aim', 'title'] }, true],
    ['no field of another meeting', 'title', { record: 'n', fields: ['title'] }, false],
    ['the number of the round, by the meeting', 'roundNumber', { fields: ['round'] }, true],
    [
      'the number of the round, by itself',
      'roundNumber',
      { record: 'r', fields: ['number'] },
      true,
    ],
    ['no number of the meeting', 'roundNumber', { fields: ['number'] }, false],
    ['no round of the round', 'roundNumber', { record: 'r', fields: ['round'] }, false],
    ['no number of another round', 'roundNumber', { record: 's', fields: ['number'] }, false],
    ['no field called so', 'roundNumber', { fields: ['roundNumber'] }, false],
    ['the summary of the round', 'roundSummary', { record: 'r', fields: ['summary'] }, true],
    ['not that of the meeting', 'roundSummary', { fields: ['summary'] }, false],
    ['no other text of the round', 'roundSummary', { record: 'r', fields: ['number'] }, false],
    ['a line of a list', 'findings f', { ...finding, fields: ['text'] }, true],
    ['a line that was made', 'findings f', { ...finding, fate: 'made' }, true],
    ['a line that was binned', 'findings f', { ...finding, fate: 'binned' }, true],
    ['no line that was only moved', 'findings f', finding, false],
    ['no other line', 'findings g', { ...finding, fields: ['text'] }, false],
    ['no line of another list', 'actions f', { ...finding, fields: ['text'] }, false],
    ['no line of what is no list', 'x f', { ...finding, fields: ['text'] }, false],
    ['the order of a list', 'findings order', finding, true],
    ['no order where a value changed', 'findings order', { ...finding, fields: ['text'] }, false],
    ['no order of another meeting', 'findings order', { ...finding, parent: 'n' }, false],
    ['no order of another list', 'actions order', finding, false],
  ] as readonly (readonly [string, string, Change, boolean])[])('%s', (_, id, values, expected) => {
    expect(times([entry(1, { record: 'other' }, values)], id)).toEqual(expected ? [1] : []);
  });
});
