import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRecordReader } from '#data/documents/record-reader.ts';
import { createDraft } from '#data/records/draft.ts';
import { orderAfter, orderBetween, ordersBetween } from '#data/records/order.ts';
import { remembered } from '#data/records/remembered.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

const CASE = caseDocument('c1' as CaseId);
const NOW = Date.UTC(2023, 0, 19, 1, 2, 3);

const prepared = () => {
  const doc = new Y.Doc();
  const reader = createRecordReader(CASE, doc);
  doc.on('afterTransaction', (transaction) => reader.touched(transaction));
  const act = <T>(use: (draft: ReturnType<typeof createDraft>['draft']) => T): T => {
    const { draft, writes } = createDraft(
      () => ({ doc, reader }),
      () => NOW,
    );
    const value = use(draft);
    doc.transact(() => {
      for (const { apply } of writes) apply();
    });
    return value;
  };
  const countOf = (use: Parameters<typeof act>[0]): number => {
    let updates = 0;
    const count = () => {
      updates += 1;
    };
    doc.on('update', count);
    act(use);
    doc.off('update', count);
    return updates;
  };
  return { doc, act, countOf };
};

describe('a draft', () => {
  it('writes nothing before the command has returned, and sees all that it has written', () => {
    const { act, doc } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, { title: '視察', aim: '先進地' }, 'm1');
      draft.setMembers(CASE, meetings, 'm1', 'modes', [{ id: 'onsite', name: '現地' }]);
      expect(draft.row(CASE, meetings, 'm1')).toMatchObject({
        ...{ title: '視察', aim: '先進地', state: 'planned', supporters: [] },
        modes: [{ id: 'onsite', name: '現地' }],
      });
      draft.set(CASE, meetings, 'm1', { title: '視察（延期）' });
      expect(draft.rows(CASE, meetings).map(({ title }) => title)).toEqual(['視察（延期）']);
      draft.remove(CASE, meetings, 'm1');
      expect(draft.row(CASE, meetings, 'm1')).toBeUndefined();
      expect(draft.rows(CASE, meetings)).toEqual([]);
      draft.restore(CASE, meetings, 'm1');
      expect(doc.getMap('meetings').size).toBe(0);
    });
    act((draft) => {
      const row = draft.row(CASE, meetings, 'm1');
      expect(row?.title).toBe('視察（延期）');
      expect(row?.modes.map(({ id }) => id)).toEqual(['onsite']);
    });
  });

  it('shows what it made as the next command reads it', () => {
    const { act } = prepared();
    const made = act((draft) => {
      draft.create(CASE, meetings, { title: '視察', headCount: 3, aim: 'ねらい' }, 'm1');
      draft.setMembers(CASE, meetings, 'm1', 'modes', [
        { id: 'mail', name: 'メール' },
        { id: 'phone', name: '電話' },
      ]);
      return draft.row(CASE, meetings, 'm1');
    });
    expect(act((draft) => draft.row(CASE, meetings, 'm1'))).toEqual(made);
  });

  it('makes records one behind the other, in commands of their own and in one', () => {
    const { act } = prepared();
    act((draft) => draft.create(CASE, meetings, {}, 'z'));
    act((draft) => ['y', 'x', 'w'].map((id) => draft.create(CASE, meetings, {}, id)));
    const ids = act((draft) => draft.rows(CASE, meetings).map(({ id }) => id));
    expect(ids).toEqual(['z', 'y', 'x', 'w']);
  });

  it('gives a record the place that it is given, and none where there is no order', () => {
    const { act, doc } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, { order: 'a5' }, 'm1');
      draft.create(CASE, rounds, { number: 1 }, 'r1');
      draft.create(CASE, meetings, {}, 'm2');
    });
    expect(doc.getMap('meetings').get('m1.order')).toBe('a5');
    expect(doc.getMap('rounds').has('r1.order')).toBe(false);
    act((draft) => draft.create(CASE, meetings, {}, 'm3'));
    expect(doc.getMap('meetings').get('m3.order')).toBe('a6');
  });

  it('places a new record behind those in use, whatever lies in the bin', () => {
    const { act, doc } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, { order: 'a1' }, 'm1');
      draft.create(CASE, meetings, { order: 'a9' }, 'm9');
      draft.create(CASE, meetings, { order: 'a0' }, 'm0');
    });
    act((draft) => draft.remove(CASE, meetings, 'm9'));
    act((draft) => draft.create(CASE, meetings, {}, 'new'));
    expect(doc.getMap('meetings').get('new.order')).toBe('a2');
  });

  it('shows records in use only, and puts them into the bin and back', () => {
    const { act, doc } = prepared();
    act((draft) => draft.create(CASE, meetings, {}, 'm1'));
    act((draft) => draft.remove(CASE, meetings, 'm1'));
    expect(doc.getMap('meetings').get('m1.deletedAt')).toBe('2023-01-19T01:02:03.000Z');
    act((draft) => {
      expect(draft.row(CASE, meetings, 'm1')).toBeUndefined();
      expect(draft.rows(CASE, meetings)).toEqual([]);
      draft.restore(CASE, meetings, 'm1');
    });
    act((draft) => expect(draft.row(CASE, meetings, 'm1')?.id).toBe('m1'));
  });

  it('writes what differs and nothing else', () => {
    const { act, countOf } = prepared();
    act((draft) => draft.create(CASE, meetings, { title: '視察', aim: 'ねらい' }, 'm1'));
    const same = { title: '視察', aim: 'ねらい' };
    expect(countOf((draft) => draft.set(CASE, meetings, 'm1', same))).toBe(0);
    expect(countOf((draft) => draft.set(CASE, meetings, 'm1', { ...same, title: '別' }))).toBe(1);
    expect(countOf((draft) => draft.set(CASE, meetings, 'm1', {}))).toBe(0);
    expect(countOf((draft) => draft.set(CASE, meetings, 'm1', { title: undefined } as never))).toBe(
      0,
    );
  });

  it('refuses a field that a record has not, and mends letters that are cut in half', () => {
    const { act, doc } = prepared();
    expect(() => act((draft) => draft.set(CASE, cases, 'c', { nope: 1 } as never))).toThrow(
      'cases has no field nope',
    );
    act((draft) => draft.create(CASE, meetings, { title: '𠮷'.slice(0, 1) }, 'm1'));
    expect(doc.getMap('meetings').get('m1.title')).toBe('\ufffd');
  });

  const MEMBERS = [
    { id: 'b', name: 'B' },
    { id: 'a', name: 'A' },
  ];
  const namesIn = (act: ReturnType<typeof prepared>['act']) =>
    act((draft) => draft.row(CASE, meetings, 'm1')?.supporters.map(({ name }) => name));

  it('makes a set hold its members in their order, touching those that come, go or move', () => {
    const { act, countOf, doc } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, {}, 'm1');
      draft.setMembers(CASE, meetings, 'm1', 'supporters', MEMBERS);
      draft.setMembers(CASE, meetings, 'm1', 'modes', [{ id: 'mail', name: 'メール' }]);
    });
    expect(namesIn(act)).toEqual(['B', 'A']);
    const again = (draft: Parameters<Parameters<typeof act>[0]>[0]) =>
      draft.setMembers(CASE, meetings, 'm1', 'supporters', MEMBERS);
    expect(countOf(again)).toBe(0);
    const before = doc.getMap('meetings').get('m1.supporters.b');
    act((draft) =>
      draft.setMembers(CASE, meetings, 'm1', 'supporters', [
        { id: 'b', name: 'B' },
        { id: 'c', name: 'C' },
      ]),
    );
    expect(namesIn(act)).toEqual(['B', 'C']);
    expect(doc.getMap('meetings').get('m1.supporters.b')).toBe(before);
    act((draft) => expect(draft.row(CASE, meetings, 'm1')?.modes).toHaveLength(1));
  });

  it('takes out what a set was given before in the same command', () => {
    const { act } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, {}, 'm1');
      draft.setMembers(CASE, meetings, 'm1', 'supporters', MEMBERS);
      draft.setMembers(CASE, meetings, 'm1', 'supporters', MEMBERS.slice(1));
    });
    expect(namesIn(act)).toEqual(['A']);
  });

  it('renames a member that stays', () => {
    const { act } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, {}, 'm1');
      draft.setMembers(CASE, meetings, 'm1', 'supporters', MEMBERS);
    });
    act((draft) => {
      const renamed = MEMBERS.map(({ id, name }) => ({ id, name: `${name}2` }));
      draft.setMembers(CASE, meetings, 'm1', 'supporters', renamed);
    });
    expect(namesIn(act)).toEqual(['B2', 'A2']);
  });

  it('decides a key as an edit, also where it says so already or is not there', () => {
    const { act, countOf, doc } = prepared();
    act((draft) => draft.create(CASE, meetings, { place: '県庁' }, 'm1'));
    const place = { record: 'm1', field: 'place', member: undefined };
    const member = { record: 'm1', field: 'supporters', member: 'ad' };
    const set = { kind: 'set', value: '県庁' } as const;
    const absent = { kind: 'absent' } as const;
    expect(countOf((draft) => draft.decideKey(CASE, meetings, place, set))).toBe(1);
    expect(doc.getMap('meetings').get('m1.place')).toBe('県庁');
    expect(countOf((draft) => draft.decideKey(CASE, meetings, member, absent))).toBe(1);
    expect(doc.getMap('meetings').has('m1.supporters.ad')).toBe(false);
    act((draft) => draft.decideKey(CASE, meetings, member, { kind: 'set', value: 'AD' }));
    expect(doc.getMap('meetings').get('m1.supporters.ad')).toBe('AD');
  });

  it('writes a note in place of the one before, and reads it line by line', () => {
    const { act } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, {}, 'm1');
      draft.setNote(CASE, meetings, 'm1', [{ type: 'paragraph', text: '前' }]);
    });
    act((draft) =>
      draft.setNote(CASE, meetings, 'm1', [
        { type: 'heading', text: '議題' },
        { type: 'bullets', items: ['一', '二'] },
      ]),
    );
    expect(act((draft) => draft.noteText(CASE, meetings, 'm1'))).toBe('議題\n一\n二');
    expect(act((draft) => draft.noteText(CASE, meetings, 'gone'))).toBe('');
  });

  it('decides a passage of a long text and of a note', () => {
    const { act } = prepared();
    act((draft) => {
      draft.create(CASE, meetings, { summary: '甲。乙。' }, 'm1');
      draft.setNote(CASE, meetings, 'm1', [{ type: 'paragraph', text: '丙。' }]);
    });
    const summary = { record: 'm1', field: 'summary' };
    const note = { record: 'm1', field: 'note' };
    const passage = (at: number, merged: string) => ({ at, merged, parts: [] });
    act((draft) => {
      expect(draft.hasPassage(CASE, meetings, summary, passage(2, '乙。'))).toBe(true);
      expect(draft.hasPassage(CASE, meetings, summary, passage(2, '丁。'))).toBe(false);
      expect(draft.hasPassage(CASE, meetings, note, passage(0, '丙。'))).toBe(true);
      draft.decidePassage(CASE, meetings, summary, passage(2, '乙。'), '丁。');
      draft.decidePassage(CASE, meetings, note, passage(0, '丙。'), '戊。\n');
    });
    act((draft) => {
      expect(draft.row(CASE, meetings, 'm1')?.summary).toBe('甲。丁。');
      expect(draft.noteText(CASE, meetings, 'm1')).toBe('戊。');
    });
  });
});

describe('an order key', () => {
  it.each([
    [undefined, 'a0'],
    ['', 'a0'],
    ['a', 'a0'],
    ['a0', 'a1'],
    ['Zz', 'a0'],
  ])('behind %j is %s', (last, key) => {
    expect(orderAfter(last)).toBe(key);
  });

  it.each([
    [undefined, undefined, 'a0'],
    ['a0', undefined, 'a1'],
    [undefined, 'a0', 'Zz'],
    ['a0', 'a1', 'a0V'],
    ['a1', 'a1', 'a2'],
    ['a2', 'a1', 'a3'],
    ['a', 'a1', 'a0'],
    ['a0', 'a', 'a1'],
  ])('between %j and %j is %s', (before, after, key) => {
    expect(orderBetween(before, after)).toBe(key);
    expect(ordersBetween(before, after, 1)).toEqual([key]);
  });

  it('of many stand in turn between two', () => {
    const keys = ordersBetween('a0', 'a1', 50);
    expect(['a0', ...keys, 'a1']).toEqual(['a0', ...keys, 'a1'].toSorted());
    expect(new Set(keys).size).toBe(50);
  });
});

it('a remembered query is the same while the same is asked', () => {
  const query = remembered((argument: string) => async () => argument);
  const first = query('a');
  expect(query('a')).toBe(first);
  const other = query('b');
  expect(other).not.toBe(first);
  expect(query('a')).not.toBe(first);
});
