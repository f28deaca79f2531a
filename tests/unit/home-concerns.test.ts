import { describe, expect, it } from 'vitest';
import { type Concern, concernsOf } from '#features/home/concerns.ts';
import { day } from '#shared/dates/types.ts';
import type { DigestRows } from '#shared/domain/digest/build-digest.ts';
import { concernRowsOf, digestOf } from '#tests/support/digests.ts';
import {
  actionRow,
  attendanceRow,
  caseRow,
  firstRounds,
  meetingRow,
  preMeeting,
  session,
} from '#tests/support/rows.ts';
import { asId } from '../support/ids.ts';

const TODAY = day('2023-01-19');

const CASE = caseRow('c1', { fiscalYear: 2022, municipalityName: '益城町' });

/** But for その後の確認 of years that are over, of which follow-ups.test.ts tells. */
const concernsBut = (...[rows, today]: Parameters<typeof concernsOf>): readonly Concern[] =>
  concernsOf(rows, today).filter(({ id }) => !id.endsWith(' followUp'));

const found = (rows: Partial<DigestRows>, today = TODAY): readonly Concern[] =>
  concernsBut(concernRowsOf(digestOf(rows)), today);
const said = (rows: Partial<DigestRows>, today = TODAY): readonly string[] =>
  found(rows, today).map(({ kind, title, detail, button }) =>
    [kind, title, detail, button].join(' | '),
  );

describe('気になること', () => {
  it('has nothing to say of a case in order', () => {
    const meetings = [preMeeting('0.5', { date: '2023-01-10' })];
    expect(said({ meetings, notes: new Set(['p0.5']) })).toEqual([]);
  });

  it('asks for each record that is owed, the longest owed first, but not for a mail', () => {
    const meetings = [
      preMeeting('1.75', { date: '2022-12-30' }),
      preMeeting('1.5', { date: '2022-11-02' }),
      meetingRow('mail', { kind: 'information', state: 'held', date: '2022-12-31' }),
      preMeeting('2.5', { date: '2023-02-02', state: 'planned' }),
    ];
    expect(said({ meetings })).toEqual([
      '記録 | 益城町 1.5次ミーティング（11/2）の記録がまだです | 78日前の会合 | 書く',
      '記録 | 益城町 1.75次ミーティング（12/30）の記録がまだです | 20日前の会合 | 書く',
    ]);
    expect(found({ meetings }).map(({ place }) => place)).toEqual([
      { kind: 'meeting', meetingId: 'p1.5' },
      { kind: 'meeting', meetingId: 'p1.75' },
    ]);
  });

  it('counts silence from the last contact, or from the day on which the town came in', () => {
    const meetings = [preMeeting('0.5', { date: '2022-12-09' })];
    expect(said({ meetings, notes: new Set(['p0.5']) })).toEqual([
      '連絡 | 益城町と41日 連絡がありません | 最後: 12/9 0.5次ミーティング | 連絡を記録',
    ]);
    expect(said({ case: { ...CASE, entryDate: '2022-12-10' } })).toEqual([
      '連絡 | 益城町と40日 連絡がありません | 12/10の申込みから まだ会合がありません | 連絡を記録',
    ]);
    expect(said({ case: { ...CASE, entryDate: '2023-01-10' } })).toEqual([]);
  });

  it('names the first of the actions that are late, with whose it is', () => {
    const actions = [
      actionRow('t1', { text: '動画', due: '2023-01-15' }),
      actionRow('t2', { text: '対象者像のたたき台', owner: '町', due: '2023-01-10' }),
      actionRow('t3', { text: '要領案', due: '2023-01-01', state: 'done' }),
      actionRow('t4', { text: '講師', due: '2023-01-19' }),
    ];
    expect(said({ actions })).toEqual([
      '期限 | 益城町 対応事項2件が期限を過ぎました | 対象者像のたたき台（町・1/10）ほか | 見る',
    ]);
  });

  it('leads from a contradiction to where it is put right', () => {
    const places = (rows: Partial<DigestRows>) =>
      found(rows).flatMap(({ kind, place }) => (kind === '確認' ? [place] : []));
    const notes = new Set(['s1', 'p0.5', 'x']);
    const date = '2023-01-10';
    expect(
      places({
        notes,
        rounds: firstRounds(1).map((row) => ({ ...row, summary: '' })),
        meetings: [session(1, { date, headCount: 46 })],
        attendances: [attendanceRow('a', { meeting: 's1', count: 44, person: 'gone' })],
      }),
    ).toEqual(Array(3).fill({ kind: 'meeting', meetingId: 's1' }));
    expect(
      places({
        notes,
        meetings: [preMeeting('0.5', { date }), preMeeting('0.50', { id: 'x', date })],
        attendances: [attendanceRow('a', { meeting: 'gone' })],
        case: { ...CASE, continuesCase: asId('gone') },
      }),
    ).toEqual([{ kind: 'flow', meetingId: 'p0.5' }, { kind: 'bin' }, { kind: 'overview' }]);
  });

  it('presses nobody about a year that is over, and forgets nothing of it: a line for each kind', () => {
    const rows = {
      meetings: [
        preMeeting('0.5', { date: '2022-08-03' }),
        preMeeting('1.5', { date: '2022-11-02' }),
        preMeeting('1.75', { date: '2023-01-30', state: 'planned' }),
        preMeeting('2.5', { date: '2023-02', state: 'planned' }),
      ],
      actions: [actionRow('t', { text: '動画', owner: '町', due: '2022-12-01' })],
    };
    const later = day('2024-05-01');
    expect(said(rows, later)).toEqual([
      '記録 | 益城町（令和4年度） 記録がまだの会合が2件あります | 0.5次ミーティング（8/3）ほか | 見る',
      '予定 | 益城町（令和4年度） 予定のまま日付を過ぎた会合が2件あります | 1.75次ミーティング（1/30）ほか | 見る',
      '期限 | 益城町（令和4年度） 対応事項1件が期限を過ぎました | 動画（町・12/1） | 見る',
    ]);
    expect(found(rows, later).map(({ place }) => place)).toEqual([
      { kind: 'flow', meetingId: 'p0.5' },
      { kind: 'flow', meetingId: 'p1.75' },
      { kind: 'findings' },
    ]);
  });

  it('asks what became of each planned meeting whose day or month has passed', () => {
    const planned = (ordinal: string, date: string) =>
      preMeeting(ordinal, { date, state: 'planned' });
    const meetings = [
      planned('0.5', '2023-01-18'),
      planned('0.75', '2022-12'),
      planned('1.5', '2023-01-19'),
      planned('1.75', ''),
    ];
    expect(said({ meetings })).toEqual(
      ['0.75次ミーティング（12月）', '0.5次ミーティング（1/18）'].map(
        (name) =>
          `予定 | 益城町 ${name}は日付を過ぎましたが、予定のままです | 実施した・延期した・中止したのどれかを選んでください | 見る`,
      ),
    );
  });

  it('looks at the cases of all years at once', () => {
    const of = (id: string, fiscalYear: number) =>
      digestOf({
        case: caseRow(id, { fiscalYear, municipalityName: id, document: `case:${id}` }),
        actions: [actionRow('t', { text: '動画', due: '2022-12-01' })],
      });
    const rows = concernRowsOf(of('人吉市', 2020), of('益城町', 2022), of('五木村', 2023));
    expect(concernsBut(rows, TODAY).map(({ title }) => title)).toEqual([
      '五木村 対応事項1件が期限を過ぎました',
      '人吉市（令和2年度） 対応事項1件が期限を過ぎました',
      '益城町 対応事項1件が期限を過ぎました',
    ]);
  });

  it('tells contradictions of the cases that run, or of the latest year where none does', () => {
    const wrong = { meetings: [session(1, { date: '2023-01-10', headCount: 46 })] };
    const rows = {
      ...wrong,
      notes: new Set(['s1']),
      attendances: [attendanceRow('a', { meeting: 's1' })],
    };
    const kinds = (...digests: readonly ReturnType<typeof digestOf>[]) =>
      concernsBut(concernRowsOf(...digests), day('2024-05-01')).map(({ kind }) => kind);
    const current = digestOf({ case: caseRow('c2', { fiscalYear: 2024, document: 'case:c2' }) });
    expect(kinds(digestOf(rows))).toEqual(['確認', '確認']);
    expect(kinds(digestOf(rows), current)).toEqual([]);
    const details = (today: string) =>
      concernsBut(concernRowsOf(digestOf(rows)), day(today)).map(({ detail }) => detail);
    expect(details('2024-05-01')).toEqual(Array(2).fill('益城町（令和4年度）'));
    expect(details('2023-01-20')).toEqual(Array(2).fill('益城町'));
  });
});
