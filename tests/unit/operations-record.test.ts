import { describe, expect, it } from 'vitest';
import { emptyRecords, restoreRecords } from '#data/operations/record/bin.ts';
import { type Decision, decideConflict } from '#data/operations/record/decide-conflict.ts';
import { ordersAt } from '#data/operations/record/place.ts';
import {
  addRecord,
  type Beside,
  labelOfChange,
  moveBeside,
  moveRecord,
  onCase,
  recordActs,
  removeRecord,
  setRecord,
} from '#data/operations/record/records.ts';
import { restoreField, restoreRecord } from '#data/operations/record/restore-then.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { meetings, programmeItems } from '#shared/domain/meeting/meeting.ts';
import { organizations, themes } from '#shared/domain/office/office.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { ok } from '#shared/result.ts';
import { CASE, CASE_ID, type DraftDesk, draftDesk } from '#tests/support/drafts.ts';

/** Meetings m1, m2 … and one in the bin. */
const withMeetings = (count = 3): DraftDesk => {
  const desk = draftDesk();
  desk.write((draft) => {
    for (let number = 1; number <= count; number += 1) {
      draft.create(CASE, meetings, { title: `会合${number}`, place: '役場' }, `m${number}`);
    }
    draft.create(CASE, meetings, { title: '削除' }, 'bin');
  });
  desk.write((draft) => draft.remove(CASE, meetings, 'bin'));
  return desk;
};
const order = (desk: DraftDesk) => desk.rows(meetings).map(({ id }) => id);
const GONE = 'この会合は見つかりません。';

describe('a record', () => {
  it('is made of checked values, the last of its list', () => {
    const desk = withMeetings(1);
    const id = desk.done((draft) => addRecord(draft, CASE, meetings, { title: ' 視察\n' }));
    expect(order(desk)).toEqual(['m1', id]);
    expect(desk.row(meetings, id)?.title).toBe('視察');
    expect(desk.refused((draft) => addRecord(draft, OFFICE, themes, { name: '' }))).not.toBe('');
    expect(desk.refused((draft) => addRecord(draft, OFFICE, themes, {}))).not.toBe('');
    expect(desk.rows(themes)).toEqual([]);
  });

  it('is changed as a whole or not at all', () => {
    const desk = withMeetings();
    desk.done((draft) => setRecord(draft, CASE, meetings, 'm1', { title: ' 視察' }));
    expect(desk.row(meetings, 'm1')).toMatchObject({ title: '視察', place: '役場' });
    const wrong = { title: '別', date: 'いつか' };
    expect(desk.refused((draft) => setRecord(draft, CASE, meetings, 'm1', wrong))).not.toBe('');
    expect(desk.row(meetings, 'm1')?.title).toBe('視察');
  });

  it.each(['bin', 'never'])(
    'that is not in use is neither changed, removed nor moved: %s',
    (id) => {
      const desk = withMeetings();
      const before = desk.updates();
      expect(desk.refused((draft) => setRecord(draft, CASE, meetings, id, { title: 'x' }))).toBe(
        GONE,
      );
      expect(desk.refused((draft) => removeRecord(draft, CASE, meetings, id))).toBe(GONE);
      expect(desk.refused((draft) => moveRecord(draft, CASE, meetings, id, 0))).toBe(GONE);
      expect(desk.refused((draft) => moveBeside(draft, CASE, meetings, id, { after: 'm1' }))).toBe(
        GONE,
      );
      expect(desk.updates()).toBe(before);
    },
  );

  it('goes into the bin and comes out of it', () => {
    const desk = withMeetings();
    desk.done((draft) => removeRecord(draft, CASE, meetings, 'm1'));
    expect(order(desk)).toEqual(['m2', 'm3']);
    const both = ['m1', 'bin'].map((id) => ({ collection: meetings, id }));
    desk.done((draft) => restoreRecords(draft, CASE, both));
    expect(order(desk).toSorted()).toEqual(['bin', 'm1', 'm2', 'm3']);
  });

  it('leaves the bin for good only while it lies there', () => {
    const desk = withMeetings();
    const all = ['m1', 'bin'].map((id) => ({ collection: meetings, id, document: CASE }));
    desk.done((draft) => emptyRecords(draft, all));
    expect(desk.row(meetings, 'm1')?.deletedAt).toBe('');
    expect(desk.row(meetings, 'bin')?.deletedAt).toMatch(/^emptied /);
  });
});

describe('the place of a record', () => {
  it.each([
    ['m1', 2, ['m2', 'm3', 'm1']],
    ['m3', 0, ['m3', 'm1', 'm2']],
    ['m3', 1, ['m1', 'm3', 'm2']],
    ['m1', 9, ['m2', 'm3', 'm1']],
    ['m2', -1, ['m2', 'm1', 'm3']],
  ])('of %s is %i', (id, index, expected) => {
    const desk = withMeetings();
    desk.done((draft) => moveRecord(draft, CASE, meetings, id, index));
    expect(order(desk)).toEqual(expected);
  });

  it.each<[string, Beside, readonly string[] | null]>([
    ['m1', { after: 'm3' }, ['m2', 'm3', 'm1']],
    ['m1', { after: 'm2' }, ['m2', 'm1', 'm3']],
    ['m3', { before: 'm1' }, ['m3', 'm1', 'm2']],
    ['m3', { before: 'm2' }, ['m1', 'm3', 'm2']],
    ['m1', { after: 'bin' }, null],
    ['m1', { before: 'm1' }, null],
  ])('of %s is %j', (id, beside, expected) => {
    const desk = withMeetings();
    const refusal = desk.refused((draft) => moveBeside(draft, CASE, meetings, id, beside));
    expect(refusal).toBe(expected === null ? GONE : '');
    expect(order(desk)).toEqual(expected ?? ['m1', 'm2', 'm3']);
  });

  it('of what stands within another is counted among its own', () => {
    const desk = draftDesk();
    desk.write((draft) => {
      for (const id of ['i1', 'x1', 'i2', 'x2', 'i3']) {
        const meeting = (id.startsWith('i') ? 'm1' : 'm2') as never;
        draft.create(CASE, programmeItems, { meeting, title: id }, id);
      }
    });
    desk.done((draft) => moveRecord(draft, CASE, programmeItems, 'i1', 2));
    const own = desk.rows(programmeItems).filter(({ meeting }) => meeting === ('m1' as never));
    expect(own.map(({ id }) => id)).toEqual(['i2', 'i3', 'i1']);
  });

  it.each([
    [['a1', 'a1'], 1, 3],
    [['a1', 'a2'], 1, 1],
    [['a1', 'a2'], 0, 1],
    [['a1', 'a2'], 2, 1],
    [['', ''], 0, 3],
    [['a1', 'no key'], 2, 3],
    [['no key', 'a1'], 2, 1],
  ])('between %j at %i gives %i records a key', (keys, index, count) => {
    const siblings = keys.map((key, at) => ({ id: `s${at}`, order: key }));
    expect(ordersAt(siblings, 'new', index).size).toBe(count);
  });
});

describe('a command on records', () => {
  const acts = recordActs(CASE, meetings);
  it.each([
    ['会合を追加', acts.add({ title: '視察' })],
    ['会合を変更', acts.set('m1', { title: '視察' })],
    ['会合の順番を変更', acts.move('m1', 2)],
    ['会合の順番を変更', acts.moveBeside('m1', { after: 'm3' })],
    ['会合を削除', acts.remove('m1')],
  ])('is called %s, and writes to its document', (label, command) => {
    const desk = withMeetings();
    const before = desk.updates();
    expect([command.label, command.documents]).toEqual([label, [CASE]]);
    expect(desk.command(command as Parameters<typeof desk.command>[0]).ok).toBe(true);
    expect(desk.updates()).toBe(before + 1);
  });

  it('on a case names its document, and gives on what it is given', () => {
    const command = onCase(CASE_ID, '移す', (_, document, id: string) => ok([document, id]), 'm1');
    expect([command.label, command.documents]).toEqual(['移す', [CASE]]);
    expect(withMeetings().command(command)).toEqual(ok([CASE, 'm1']));
  });

  it.each([
    [{ place: '' }, '場所を変更'],
    [{ place: '', title: '' }, '会合を変更'],
    [{}, '会合を変更'],
  ])('is called by what it changes: %j', (values, label) => {
    expect(labelOfChange(meetings, values)).toBe(label);
  });
});

describe('a disagreement', () => {
  const PLACE = { document: CASE, id: 'x', collection: 'meetings', record: 'm1' } as const;
  const side = (value: unknown, isShown = false) => ({ value: { kind: 'set', value }, isShown });
  const field = (change: object = {}) =>
    ({
      ...{ ...PLACE, kind: 'field', field: 'place', member: undefined, edited: [] },
      sides: [side('体育館'), side('役場', true)],
      ...change,
    }) as unknown as Conflict;
  const passage = (change: object = {}) =>
    ({
      ...{ ...PLACE, kind: 'passage', field: 'aim', at: 0, base: '', merged: '県と町で。' },
      ...{ parts: [{ from: 0, to: 5 }], sides: [{ text: '県で。' }, { text: '町で。' }] },
      ...change,
    }) as unknown as Conflict;
  const CHANGED = 'この部分は、そのあとで書き換えられています。';
  const KEEP: Decision = { kind: 'keep' };
  const SIDE = (index: number): Decision => ({ kind: 'side', index });

  it.each<[string, Conflict, Decision, string, string]>([
    ['one side', field(), SIDE(0), '体育館', ''],
    ['the other side', field(), SIDE(1), '役場', ''],
    ['what is shown', field(), KEEP, '役場', ''],
    ['a side that is none', field(), SIDE(2), '役場', CHANGED],
    ['what nobody shows', field({ sides: [side('体育館')] }), KEEP, '役場', CHANGED],
    ['what no collection is', field({ collection: 'none' }), KEEP, '役場', CHANGED],
    ['what lives elsewhere', field({ collection: 'people' }), KEEP, '役場', CHANGED],
    ['what lives here', field({ document: OFFICE }), KEEP, '役場', CHANGED],
  ])('over a value is decided by %s', (_, conflict, decision, value, refusal) => {
    const desk = withMeetings();
    const before = desk.updates();
    const command = decideConflict(conflict, decision);
    expect([command.label, command.documents]).toEqual(['食い違いを確認', [conflict.document]]);
    expect(desk.refused(command.run)).toBe(refusal);
    expect(desk.row(meetings, 'm1')?.place).toBe(value);
    // What stands there already is written all the same: only an edit has seen all sides.
    expect(desk.updates()).toBe(refusal === '' ? before + 1 : before);
  });

  it.each<[string, Conflict, Decision, string, string]>([
    ['one side', passage(), SIDE(0), '県で。続き', ''],
    ['the other side', passage(), SIDE(1), '町で。続き', ''],
    ['what stands', passage(), KEEP, '県と町で。続き', ''],
    ['a side that is none', passage(), SIDE(2), '県と町で。続き', CHANGED],
    ['what was rewritten', passage({ merged: '昨日の。' }), SIDE(0), '県と町で。続き', CHANGED],
  ])('over a sentence is decided by %s', (_, conflict, decision, text, refusal) => {
    const desk = withMeetings();
    desk.write((draft) => draft.set(CASE, meetings, 'm1', { aim: '県と町で。続き' }));
    const before = desk.updates();
    expect(desk.refused(decideConflict(conflict, decision).run)).toBe(refusal);
    expect(desk.row(meetings, 'm1')?.aim).toBe(text);
    expect(desk.updates() > before).toBe(refusal === '');
  });
});

describe('a record is set back to what it was', () => {
  const SAME = 'いまも同じ内容です。';
  const MODES = [{ id: 'mail', name: 'メール' }];
  const NOTE = [{ kind: 'element', name: 'paragraph', attributes: {}, children: [] }] as const;
  /** m1 as it was, and a desk where it has gone on. */
  const changed = () => {
    const desk = withMeetings();
    desk.write((draft) => {
      draft.set(CASE, meetings, 'm1', { aim: 'ねらい', date: '2022-08-03', order: 'a5' });
      draft.setMembers(CASE, meetings, 'm1', 'modes', MODES);
      draft.setNoteTree(CASE, meetings, 'm1', NOTE);
    });
    const row = desk.row(meetings, 'm1') ?? expect.fail('no meeting');
    const then = { row, note: NOTE, noteText: '' } as unknown as Parameters<typeof restoreField>[5];
    desk.write((draft) => {
      draft.set(CASE, meetings, 'm1', { title: '視察', aim: '別', date: '', order: 'a9' });
      draft.setMembers(CASE, meetings, 'm1', 'modes', []);
      draft.setNoteTree(CASE, meetings, 'm1', []);
    });
    return { desk, then, row };
  };

  it.each(['title', 'aim', 'date', 'modes', 'note'])('in one field: %s', (name) => {
    const { desk, then, row } = changed();
    const before = desk.row(meetings, 'm1');
    const restore = () =>
      desk.refused((draft) => restoreField(draft, CASE, meetings, 'm1', name, then));
    expect(restore()).toBe('');
    const now = desk.row(meetings, 'm1');
    expect(now).toEqual(name === 'note' ? before : { ...before, [name]: row[name as 'title'] });
    expect(desk.doc(CASE).getXmlFragment('meetings.m1.note').length).toBe(name === 'note' ? 1 : 0);
    expect(restore()).toBe(SAME);
  });

  it('in all but its place, and out of the bin', () => {
    const { desk, then, row } = changed();
    desk.write((draft) => draft.remove(CASE, meetings, 'm1'));
    const restore = () => desk.refused((draft) => restoreRecord(draft, CASE, meetings, 'm1', then));
    expect(restore()).toBe('');
    expect(desk.row(meetings, 'm1')).toEqual({ ...row, order: 'a9' });
    expect(desk.doc(CASE).getXmlFragment('meetings.m1.note').length).toBe(1);
    expect(restore()).toBe(SAME);
    desk.write((draft) => draft.remove(CASE, meetings, 'm1'));
    expect(restore()).toBe('');
  });

  it.each([
    ['is gone since', 'never', {}, GONE, GONE],
    ['was not there', 'm1', { row: null }, GONE, GONE],
    ['lies in the bin', 'bin', {}, GONE, ''],
    [
      'has a day that is none',
      'm1',
      { date: 'いつか' },
      '「いつか」という日はありません。',
      '「いつか」という日はありません。',
    ],
    [
      'lay in the bin',
      'm1',
      { deletedAt: '2022' },
      '',
      'この時点では、この会合は削除されていました。',
    ],
  ])('where it %s', (_, id, change, ofField, ofRecord) => {
    const { then } = changed();
    const given =
      'row' in change ? { ...then, ...change } : { ...then, row: { ...then.row, ...change } };
    const refusal = (act: typeof restoreField | typeof restoreRecord) =>
      changed().desk.refused((draft) =>
        act === restoreRecord
          ? restoreRecord(draft, CASE, meetings, id, given as typeof then)
          : restoreField(draft, CASE, meetings, id, 'date', given as typeof then),
      );
    expect([refusal(restoreField), refusal(restoreRecord)]).toEqual([ofField, ofRecord]);
  });

  it.each([{ parent: 'o2', parentName: '別の課' }, { parentName: '別の課' }])(
    'with the record that its name is of, whether that changed or not: %j',
    (change) => {
      const desk = draftDesk();
      const BEFORE = { name: '係', parent: 'o1', parentName: '長寿課' } as never;
      desk.write((draft) => draft.create(OFFICE, organizations, BEFORE, 'x'));
      const row = desk.row(organizations, 'x');
      const then = { row, note: null, noteText: '' } as unknown as Parameters<
        typeof restoreField
      >[5];
      desk.write((draft) => draft.set(OFFICE, organizations, 'x', change as never));
      desk.done((draft) => restoreField(draft, OFFICE, organizations, 'x', 'parentName', then));
      expect(desk.row(organizations, 'x')).toEqual(row);
    },
  );

  it('with what its name is the name of', () => {
    const { desk } = changed();
    desk.write((draft) => {
      const values = { meeting: 'm1', person: 'p1', speaker: '山田' } as never;
      draft.create(CASE, programmeItems, values, 'i1');
    });
    const row = desk.row(programmeItems, 'i1');
    const then = { row, note: null, noteText: '' } as unknown as Parameters<typeof restoreField>[5];
    desk.write((draft) =>
      draft.set(CASE, programmeItems, 'i1', { person: 'p2', speaker: '生駒' } as never),
    );
    desk.done((draft) => restoreField(draft, CASE, programmeItems, 'i1', 'speaker', then));
    expect(desk.row(programmeItems, 'i1')).toEqual(row);
    const unknown = (draft: Parameters<typeof restoreField>[0]) =>
      restoreField(draft, CASE, programmeItems, 'i1', 'none', then);
    expect(desk.refused(unknown)).toBe(SAME);
  });
});
