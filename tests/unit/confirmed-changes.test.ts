import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmations, confirmationsInForce } from '#shared/domain/meeting/confirmation.ts';
import {
  changesSince,
  confirmedChanges,
  isChangedSinceConfirmed,
} from '#shared/domain/meeting/confirmed-changes.ts';
import {
  FACT_FIELD_NAMES,
  FACT_LISTS,
  type FactItem,
  factListName,
  factsOf,
  type RecordFacts,
  type RecordRows,
  readFacts,
  writeFacts,
} from '#shared/domain/meeting/record-facts.ts';
import {
  actionRow,
  anyCaseRows,
  attendanceRow,
  confirmationRow,
  findingRow,
  firstRounds,
  members,
  programmeItemRow,
  session,
} from '#tests/support/rows.ts';

const FACT_FIELDS = [...FACT_FIELD_NAMES.keys()];

const RECORD: RecordRows = {
  meeting: session(1, { date: '2022-08-24', place: '役場', supporters: members('AD', '厚労省') }),
  rounds: firstRounds(1),
  meetingDays: [],
  attendances: [
    attendanceRow('a1', { meeting: 's1', name: '民生委員', count: 49, order: 'a0' }),
    attendanceRow('a2', { meeting: 's1', name: '町', order: 'a1' }),
    attendanceRow('other', { meeting: 's2', name: '別の会合', order: 'a2' }),
  ],
  programmeItems: [programmeItemRow('i1', { meeting: 's1', time: '13:30', title: '町説明' })],
  findings: [findingRow('f1', { meeting: 's1', kind: 'issue', text: '広報の見直し' })],
  actions: [actionRow('t1', { meeting: 's1', text: '要領案', owner: '町', due: '2023-01-10' })],
  note: '町説明\n方針を示した\n質疑',
};

const since = (change: Partial<RecordRows>) =>
  confirmedChanges(factsOf(RECORD), factsOf({ ...RECORD, ...change })).map(
    ({ what, before, after }) => [what, before, after],
  );

describe('確定後の変更', () => {
  it('says in words what a field said and says', () => {
    const { meeting } = RECORD;
    expect(since({ meeting: { ...meeting, date: '2022-08-25' } })).toEqual([
      ['日付', '令和4年8月24日(水)', '令和4年8月25日(木)'],
    ]);
    expect(since({ meeting: { ...meeting, headCount: 46 } })).toEqual([['出席の計', '', '46人']]);
    expect(since({ meeting: { ...meeting, supporters: members('AD') } })).toEqual([
      ['支援者', 'AD、厚労省', 'AD'],
    ]);
    expect(since({ meeting: { ...meeting, state: 'postponed' } })).toEqual([
      ['状態', '実施', '延期'],
    ]);
  });

  it('shows of a note only the lines that differ', () => {
    expect(since({ note: '町説明\n方針を共有した\n質疑' })).toEqual([
      ['記録の本文', '方針を示した', '方針を共有した'],
    ]);
    expect(since({ note: `${RECORD.note}\n閉会` })).toEqual([['記録の本文', '', '閉会']]);
  });

  it('knows the lines of a list that came, went, changed and moved', () => {
    const [first, second] = RECORD.attendances;
    if (!first || !second) throw new Error('no attendances');
    expect(since({ attendances: [second] })).toEqual([['出席', '民生委員 49人', '']]);
    expect(since({ attendances: [{ ...first, count: 48 }, second] })).toEqual([
      ['出席', '民生委員 49人', '民生委員 48人'],
    ]);
    expect(since({ attendances: [{ ...first, order: 'a5' }, second] })).toEqual([
      ['出席の順番', '民生委員 49人、町', '町、民生委員 49人'],
    ]);
    const more = findingRow('f2', { meeting: 's1', kind: 'decision', text: '来年2月から試行' });
    expect(since({ findings: [...RECORD.findings, more] })).toEqual([
      ['課題・気づき', '', '決定：来年2月から試行'],
    ]);
  });

  it('is not that an action was done, nor what other meetings say', () => {
    const done = RECORD.actions.map((row) => ({ ...row, state: 'done' as const }));
    expect(since({ actions: done })).toEqual([]);
    expect(since({ attendances: RECORD.attendances.slice(0, 2) })).toEqual([]);
  });

  it('counts the summary of the round among what its sessions say', () => {
    const rounds = RECORD.rounds.map((row) => ({ ...row, summary: '規範的統合' }));
    expect(since({ rounds })).toEqual([['支援のまとめ', '', '規範的統合']]);
  });
});

const text = fc.string({ maxLength: 12, unit: fc.constantFrom('あ', '町', '1', '\n', ' ', '、') });
const items = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9]{1,4}$/),
    values: fc.record({ name: text, text, count: text }),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
);
const anyFacts: fc.Arbitrary<RecordFacts> = fc.record({
  fields: fc.record(Object.fromEntries(FACT_FIELDS.map((name) => [name, text]))),
  lists: fc.record(Object.fromEntries(FACT_LISTS.map((name) => [name, items]))),
});

const withList = (facts: RecordFacts, list: string, lines: readonly FactItem[]): RecordFacts => ({
  ...facts,
  lists: { ...facts.lists, [list]: lines },
});

describe('comparing a record with what was confirmed', () => {
  it('finds nothing where nothing was changed, also after it was written and read', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(readFacts(writeFacts(facts))).toEqual(facts);
        expect(confirmedChanges(facts, facts)).toEqual([]);
      }),
    );
  });

  it('finds exactly the one field that was changed', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...FACT_FIELDS), text, (facts, field, next) => {
        fc.pre(facts.fields[field] !== next);
        const after = { ...facts, fields: { ...facts.fields, [field]: next } };
        const changes = confirmedChanges(facts, after);
        expect(changes.map(({ what }) => what)).toEqual([FACT_FIELD_NAMES.get(field)]);
        expect(changes[0]?.before).not.toBe(changes[0]?.after);
      }),
    );
  });

  it('finds exactly the one line that came, went or was changed', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...FACT_LISTS),
        fc.nat(),
        fc.constantFrom('add', 'remove', 'change'),
        (facts, list, at, how) => {
          const lines = facts.lists[list] ?? [];
          const index = at % (lines.length + 1);
          const line = lines[index];
          fc.pre(how === 'add' || line !== undefined);
          const made: readonly FactItem[] =
            how === 'remove'
              ? []
              : how === 'add'
                ? [{ id: 'added', values: { name: '町' } }, ...(line ? [line] : [])]
                : [{ id: line?.id ?? '', values: { ...line?.values, name: 'ほか', text: 'ほか' } }];
          const next = [...lines.slice(0, index), ...made, ...lines.slice(index + 1)];
          const changes = confirmedChanges(facts, withList(facts, list, next));
          const id = how === 'add' ? 'added' : line?.id;
          expect(changes.map((change) => [change.id, change.what])).toEqual([
            [`${list} ${id}`, factListName(list)],
          ]);
        },
      ),
    );
  });

  it('leaves alone what another version of the app did not know', () => {
    const facts = factsOf(RECORD);
    const { remarks: _, ...fields } = facts.fields;
    expect(confirmedChanges({ fields, lists: {} }, facts)).toEqual([]);
    const newer = JSON.stringify({ ...facts, fields: { ...facts.fields, weather: '雨' } });
    expect(readFacts(newer)).toEqual(facts);
  });

  it('says that it cannot tell where a snapshot is damaged', () => {
    for (const snapshot of ['', '{', 'null', '{"fields":[],"lists":1}', '{"fields":{"date":1}}']) {
      expect(changesSince({ snapshot }, RECORD)).toBeNull();
      expect(isChangedSinceConfirmed({ snapshot }, RECORD)).toBe(false);
    }
  });

  it('reads whatever edits merge into', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        for (const meeting of rows.meetings) {
          const record = { ...rows, meeting, note: '' };
          const snapshot = writeFacts(factsOf(record));
          expect(changesSince({ snapshot }, record)).toEqual([]);
        }
      }),
    );
  });
});

describe('two confirmations of one record', () => {
  it('let the later one stand, however they come', () => {
    const rows = [
      confirmationRow('b', { meeting: 's1', at: '2023-02-14T01:00:00.000Z' }),
      confirmationRow('a', { meeting: 's1', at: '2023-02-14T02:00:00.000Z' }),
      confirmationRow('c', { meeting: 's1', at: '2023-02-15T02:00:00.000Z', deletedAt: 'x' }),
    ];
    for (const order of [rows, rows.toReversed()]) {
      expect(confirmationsInForce(order).get('s1')?.id).toBe('a');
    }
    expect(confirmations.home).toBe('case');
  });
});
