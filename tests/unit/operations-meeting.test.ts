import { describe, expect, it } from 'vitest';
import { moveDays, setDayPlace, withMovedEnd } from '#data/operations/meeting/meeting-days.ts';
import { checkDays, checkTimes, modeMembers } from '#data/operations/meeting/meeting-values.ts';
import {
  addMeeting,
  checkOrdinal,
  reDate,
  removeMeeting,
  resolveSupporters,
  setMeeting,
  setModes,
  setState,
  setSupporters,
  setVariant,
} from '#data/operations/meeting/meetings.ts';
import { meetingDays, meetings, rounds, variants } from '#shared/domain/meeting/meeting.ts';
import { organizations } from '#shared/domain/office/office.ts';
import { deskWith, type Loose, values } from '#tests/support/case-desk.ts';
import { CASE } from '#tests/support/drafts.ts';
import { meetingRow } from '#tests/support/rows.ts';

const GONE = 'この会合は見つかりません。';
const NO_ROUND = 'この支援の回は見つかりません。';

describe('a meeting', () => {
  const PRE = { kind: 'preMeeting', state: 'held' };
  const known = () =>
    deskWith({
      rounds: { r1: { number: 1 } },
      meetings: {
        p1: { ...PRE, ordinal: '1.5', title: '' },
        gone: { ...PRE, ordinal: '2.5', state: 'cancelled' },
        named: { ...PRE, ordinal: '', title: '事前' },
        other: { kind: 'exchange', ordinal: '3.5' },
      },
    });

  it.each<[Loose, string]>([
    [{ kind: 'exchange' }, ''],
    [{ kind: 'session', round: 'r1' }, ''],
    [{ kind: 'session' }, NO_ROUND],
    [{ kind: 'session', round: 'rx' }, NO_ROUND],
    [{ kind: 'preMeeting', ordinal: '0.5' }, ''],
    [{ kind: 'preMeeting', ordinal: '1.50' }, '1.50次ミーティングはすでにあります。'],
    [{ kind: 'preMeeting', ordinal: '1.5', state: 'cancelled' }, ''],
    [{ kind: 'preMeeting', ordinal: '2.5' }, ''],
    [{ kind: 'preMeeting', ordinal: '3.5' }, ''],
    [{ kind: 'exchange', ordinal: '1.5' }, ''],
    [{ kind: 'preMeeting', ordinal: ' ', title: '事前ミーティング' }, ''],
    [
      { kind: 'exchange', startTime: '10:00', endTime: '09:59' },
      '終わりの時刻（09:59）が始まり（10:00）より前です。',
    ],
    [
      {
        kind: 'exchange',
        startTime: '10:00',
        endTime: '09:59',
        date: '2022-12-26',
        endDate: '2022-12-27',
      },
      '',
    ],
    [
      { kind: 'exchange', endDate: '2022-12-27' },
      '終わりの日が、始まりの日のあとになっていません。',
    ],
    [{ kind: 'exchange', date: '2022-13' }, '「2022-13」という日はありません。'],
  ])('that is %j is made, or refused: %s', (given, refusal) => {
    const desk = known();
    const before = desk.rows(meetings).length;
    expect(desk.refused((draft) => addMeeting(draft, CASE, values(given)))).toBe(refusal);
    expect(desk.rows(meetings).length).toBe(refusal === '' ? before + 1 : before);
  });

  it('before a round needs a number or a name', () => {
    for (const ordinal of ['', 'abc']) {
      expect(
        known().refused((draft) =>
          addMeeting(draft, CASE, values({ kind: 'preMeeting', ordinal })),
        ),
      ).not.toBe('');
    }
    expect(
      known().refused((draft) => addMeeting(draft, CASE, values({ kind: 'preMeeting' }))),
    ).not.toBe('');
  });

  it.each<[string, Loose, string]>([
    ['p1', { ordinal: '1.5' }, ''],
    ['p1', { title: '別' }, ''],
    ['named', { ordinal: '1.5' }, '1.5次ミーティングはすでにあります。'],
    ['named', { place: '役場' }, ''],
    ['other', { kind: 'preMeeting', ordinal: '1.5' }, '1.5次ミーティングはすでにあります。'],
    ['other', { kind: 'preMeeting' }, ''],
    ['gone', { state: 'held' }, ''],
    ['gone', { ordinal: '1.5' }, ''],
    ['none', { place: '役場' }, GONE],
  ])('%s is changed by %j, or refused: %s', (id, given, refusal) => {
    const desk = known();
    expect(desk.refused((draft) => setMeeting(draft, CASE, id, values(given)))).toBe(refusal);
    if (refusal === '') expect(desk.row(meetings, id)).toMatchObject(given);
  });

  it('keeps a number that was taken twice meanwhile, until it is touched', () => {
    const desk = deskWith({
      meetings: { a: { ...PRE, ordinal: '1.5' }, b: { ...PRE, ordinal: '1.5' } },
    });
    const change = (given: Loose) =>
      desk.refused((draft) => setMeeting(draft, CASE, 'a', values(given)));
    expect(change({ place: '役場' })).toBe('');
    for (const given of [{ ordinal: '1.5' }, { kind: 'preMeeting' }, { state: 'held' }]) {
      expect(change(given)).toBe('1.5次ミーティングはすでにあります。');
    }
  });

  it('is made and changed with how people met and who supports', () => {
    const desk = known();
    const supporters = [{ id: 'o1', name: '厚生局' }];
    const id = desk.done((draft) =>
      addMeeting(draft, CASE, values({ kind: 'exchange', modes: ['mail', 'mail'], supporters })),
    );
    const sets = () => {
      const row = desk.row(meetings, id);
      return [row?.modes.map((each) => each.name), row?.supporters.map((each) => each.name)];
    };
    expect(sets()).toEqual([['メール'], ['厚生局']]);
    desk.done((draft) => setMeeting(draft, CASE, id, { place: '役場' }));
    expect(sets()).toEqual([['メール'], ['厚生局']]);
    desk.done((draft) => setModes(draft, CASE, id, ['phone', 'office']));
    expect(sets()).toEqual([['電話', '県庁'], ['厚生局']]);
    desk.done((draft) => setMeeting(draft, CASE, id, { supporters: [] }));
    expect(sets()).toEqual([['電話', '県庁'], []]);
  });

  it.each([
    ['postponed', '台風'],
    ['cancelled', '台風'],
    ['planned', ''],
    ['held', ''],
  ] as const)('that is %s says why: %j', (state, reason) => {
    const desk = known();
    desk.done((draft) => setState(draft, CASE, 'other', state, '台風'));
    expect(desk.row(meetings, 'other')).toMatchObject({ state, stateReason: reason });
    desk.done((draft) => setState(draft, CASE, 'other', state));
    expect(desk.row(meetings, 'other')?.stateReason).toBe('');
  });

  it('takes its round with it when it was the last of its sessions', () => {
    const S = { kind: 'session', round: 'r1' };
    const desk = deskWith({
      rounds: { r1: { number: 1 }, r2: { number: 2 } },
      meetings: { a: S, b: S, c: { ...S, kind: 'exchange' }, d: { ...S, round: 'r2' } },
    });
    const left = (id: string) => {
      desk.done((draft) => removeMeeting(draft, CASE, id));
      return desk.rows(rounds).map((row) => row.id);
    };
    expect(left('a')).toEqual(['r1', 'r2']);
    expect(left('c')).toEqual(['r1', 'r2']);
    expect(left('b')).toEqual(['r2']);
    expect(desk.refused((draft) => removeMeeting(draft, CASE, 'b'))).toBe(GONE);
    expect(left('d')).toEqual([]);
  });

  it('that names a round without being its session leaves it alone', () => {
    const desk = deskWith({
      rounds: { r1: { number: 1 } },
      meetings: { a: { kind: 'exchange', round: 'r1' } },
    });
    desk.done((draft) => removeMeeting(draft, CASE, 'a'));
    expect(desk.rows(rounds)).toHaveLength(1);
  });

  it.each([
    ['1.5', '', '1.5次ミーティングはすでにあります。'],
    ['1.5', 'p1', ''],
    ['2.5', '', ''],
    ['4.5', '', ''],
  ])('may have the number %s beside others, as %j: %s', (text, self, refusal) => {
    expect(known().refused((draft) => checkOrdinal(draft, CASE, text, self))).toBe(refusal);
  });
});

describe('the days of a meeting', () => {
  const of = (date: string, endDate = '') => meetingRow('m1', { date, endDate });
  it.each<[string, string, Loose, Loose]>([
    [
      '2022-12-26',
      '2022-12-27',
      { date: '2023-01-05' },
      { date: '2023-01-05', endDate: '2023-01-06' },
    ],
    ['2022-12-26', '2022-12-27', { date: '2023-01' }, { date: '2023-01', endDate: '' }],
    ['2022-12-26', '2022-12-27', { date: '' }, { date: '', endDate: '' }],
    ['2022-12-26', '', { date: '2023-01-05' }, { date: '2023-01-05' }],
    ['2022-12', '2022-12-27', { date: '2023-01-05' }, { date: '2023-01-05', endDate: '' }],
    ['2022-12-26', '2022-12-25', { date: '2023-01-05' }, { date: '2023-01-05', endDate: '' }],
    ['2022-12-26', '2022-12-27', { place: '役場' }, { place: '役場' }],
    ['2022-12-26', '', { endDate: '2022-12-26' }, { endDate: '' }],
    ['2022-12-26', '', { endDate: '2022-12-28' }, { endDate: '2022-12-28' }],
    [
      '2022-12-26',
      '',
      { date: '2022-12-28', endDate: '2022-12-28' },
      { date: '2022-12-28', endDate: '' },
    ],
  ])('from %s to %j, given %j, become %j', (date, endDate, given, expected) => {
    expect(withMovedEnd(of(date, endDate), values(given))).toEqual(expected);
  });

  const withDays = () => {
    const desk = deskWith({ meetings: { m1: { date: '2022-12-26' } } });
    desk.write((draft) => {
      const day = (meeting: string, date: string, id: string) =>
        draft.create(CASE, meetingDays, { meeting, date, place: '役場' } as never, id);
      [day('m1', '2022-12-27', 'd1'), day('m1', '2022-12', 'd2'), day('m2', '2022-12-27', 'd3')];
    });
    return desk;
  };
  it.each([
    ['2022-12-26', '2023-01-05', '2023-01-06'],
    ['2022-12-26', undefined, '2022-12-27'],
    ['2022-12-26', '2023-01', '2022-12-27'],
    ['2022-12', '2023-01-05', '2022-12-27'],
    ['2022-12-26', '2022-12-26', '2022-12-27'],
  ])('move along from %s to %s: %s', (before, date, expected) => {
    const desk = withDays();
    desk.write((draft) => moveDays(draft, CASE, of(before), date));
    expect(desk.rows(meetingDays).map((row) => row.date)).toEqual([
      expected,
      '2022-12',
      '2022-12-27',
    ]);
  });

  it('move along when the meeting is given another day', () => {
    const desk = withDays();
    desk.done((draft) => reDate(draft, CASE, 'm1', '2022-12-28'));
    expect(desk.row(meetingDays, 'd1')?.date).toBe('2022-12-29');
  });

  it('say where they take place; nothing is said where the meeting does', () => {
    const desk = withDays();
    const set = (date: string, place: string) =>
      desk.done((draft) => setDayPlace(draft, CASE, 'm1' as never, date as never, place));
    set('2022-12-30', ' ');
    expect(desk.rows(meetingDays)).toHaveLength(3);
    set('2022-12-30', '公民館');
    set('2022-12-27', '');
    const days = desk.rows(meetingDays).map((row) => [row.meeting, row.date, row.place]);
    expect(days).toContainEqual(['m1', '2022-12-30', '公民館']);
    expect(days).toContainEqual(['m1', '2022-12-27', '']);
    expect(days).toContainEqual(['m2', '2022-12-27', '役場']);
  });

  it.each([
    ['', '09:00', true],
    ['10:00', '', true],
    ['10:00', '10:00', true],
    ['10:00', '09:59', false],
  ])('from %j to %j o’clock: %s', (start, end, fits) => {
    expect(checkTimes(start, end).ok).toBe(fits);
  });

  it.each([
    ['2022-12-26', '', true],
    ['2022-12-26', '2022-12-27', true],
    ['2022-12-26', '2022-12-26', false],
    ['2022-12', '2022-12-27', false],
    ['2022-12-26', '2023-01', false],
  ])('from %j to %j: %s', (date, endDate, fits) => {
    expect(checkDays(date, endDate).ok).toBe(fits);
  });

  it('are told with each way of meeting once', () => {
    expect(modeMembers(['office', 'online', 'office'])).toEqual([
      { id: 'office', name: '県庁' },
      { id: 'online', name: 'オンライン' },
    ]);
  });
});

describe('who supports, and what else is said', () => {
  it('is picked or made, and stands once', () => {
    const desk = deskWith({ meetings: { m1: {} } });
    const picks = [
      { id: 'o1', name: '厚生局' },
      { name: '町社協' },
      { name: '町社協' },
      { id: 'o1', name: '厚生局' },
    ];
    desk.done((draft) => setSupporters(draft, CASE, 'm1', picks));
    expect(desk.row(meetings, 'm1')?.supporters.map(({ name }) => name)).toEqual([
      '厚生局',
      '町社協',
    ]);
    expect(desk.rows(organizations)).toHaveLength(1);
    expect(desk.refused((draft) => resolveSupporters(draft, [{ name: '' }]))).not.toBe('');
    expect(desk.refused((draft) => setSupporters(draft, CASE, 'm1', [{ name: '' }]))).not.toBe('');
  });

  it('another source says stays beside the field, once for each, until it is taken back', () => {
    const desk = deskWith();
    const set = (value: string, change: Loose = {}) =>
      desk.done((draft) =>
        setVariant(draft, CASE, {
          ...{ record: 'm1', field: 'date', source: '表' },
          value,
          ...change,
        }),
      );
    const all = () =>
      desk.rows(variants).map((row) => [row.record, row.field, row.source, row.value].join(' '));
    set('8/3');
    set('8/4');
    expect(all()).toEqual(['m1 date 表 8/4']);
    for (const change of [{ record: 'm2' }, { field: 'place' }, { source: '別' }]) set('x', change);
    expect(all()).toHaveLength(4);
    set('  ');
    expect(all().toSorted()).toEqual(['m1 date 別 x', 'm1 place 表 x', 'm2 date 表 x']);
    set('', { record: 'none' });
    expect(all()).toHaveLength(3);
  });
});
