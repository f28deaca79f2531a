import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopsOf } from '#features/walk/model.ts';
import { goTo, isWalked, restoreProgress } from '#features/walk/progress.ts';
import type { WalkRows } from '#features/walk/queries.ts';
import { STOP_IDS, type StopId } from '#features/walk/stop.ts';
import { day } from '#shared/dates/types.ts';
import {
  actionRow,
  anyCaseRows,
  attendanceRow,
  caseRow,
  caseSupporterRow,
  findingRow,
  firstRounds,
  knowHowRow,
  meetingRow,
  personRow,
  preMeeting,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-04-03');
const NONE: WalkRows = {
  case: caseRow('c1', { fiscalYear: 2022, municipalityName: '益城町' }),
  rounds: [],
  meetings: [],
  meetingDays: [],
  attendances: [],
  programmeItems: [],
  findings: [],
  actions: [],
  variants: [],
  supporters: [],
  assignments: [],
  people: [],
  posts: [],
  organizations: [],
  lessons: [],
  notes: new Set(),
  noteTexts: new Map(),
};

/** What a stop says, a line each: the head, what it is, the note. */
const said = (id: StopId, rows: Partial<WalkRows>): readonly string[] =>
  stopsOf({ ...NONE, ...rows }, TODAY)
    .filter((stop) => stop.id === id)
    .flatMap(({ sections }) => sections.flatMap(({ lines }) => lines))
    .map(({ head, text, note }) => [head, text, note].filter(Boolean).join(' | '));

describe('A walk through a case', () => {
  it('says how it began and where it is to go', () => {
    const row = caseRow('c1', { entry: 'push', entryDate: '2022-06-01', vision: '歩いて通える' });
    expect(said('about', { case: row })).toEqual([
      '事業 | その他',
      'きっかけ | プッシュ型・令和4年6月1日(水)',
      '目指す姿 | 歩いて通える',
    ]);
  });

  it('says why a meeting was put off, and what came of those that were held', () => {
    const meetings = [
      preMeeting('0.5', { date: '2022-08-03', summary: '方針を\nそろえた' }),
      session(1, { date: '2022-08-24', state: 'postponed', stateReason: 'コロナのため' }),
      meetingRow('m', { kind: 'internal', state: 'held', date: '2022-09-01' }),
    ];
    const noteTexts = new Map([['m', '分担']]);
    expect(said('turns', { rounds: firstRounds(1), meetings, noteTexts })).toEqual([
      'R4.8.3 | 0.5次ミーティング（実施） | 方針を そろえた',
      'R4.8.24 | 第1回支援（延期） | コロナのため',
      'R4.9.1 | 課内協議（実施） | 分担',
    ]);
  });

  it('says who its AD is, and whom one meets most', () => {
    const people = [
      personRow('ad', { name: '鈴木', role: 'adviser', phone: '096-000' }),
      personRow('sc', { name: '田中', role: 'coordinator' }),
    ];
    const attendances = ['a', 'b'].map((id) => attendanceRow(id, { meeting: 's1', person: 'sc' }));
    const supporters = [caseSupporterRow('u', { person: 'ad', name: '鈴木', role: '助言' })];
    expect(said('people', { people, attendances, supporters, meetings: [session(1)] })).toEqual([
      'AD | 鈴木 | 助言・電話 096-000',
      'SC（第1層・第2層） | 田中 | 出席2回',
    ]);
  });

  it('says what was promised, the earliest first, and what came of the rest', () => {
    const actions = [
      actionRow('later', {
        ...{ text: '視察先をさがす', owner: '県', due: '2023-06', promisedTo: '町の課長' },
      }),
      actionRow('none', { text: '名簿' }),
      actionRow('late', { text: '動画', owner: '町', due: '2023-03-31', state: 'going' }),
      actionRow('done', { text: '試行', state: 'done', result: '3事業所' }),
    ];
    expect(said('promises', { actions })).toEqual([
      'R5.3.31 | 動画 | 町・期限切れ',
      'R5.6 | 視察先をさがす | 県・町の課長に約束・未',
      '期限なし | 名簿 | 未',
      '期限なし | 試行 | 済・3事業所',
    ]);
  });

  it('says what to mind, with lessons and what they say to avoid', () => {
    const findings = [
      findingRow('f1', { kind: 'care', text: '先に係長に話す', meeting: 's1' }),
      findingRow('f2', { kind: 'decision', text: '試行する', reason: '費用がかからない' }),
    ];
    const lessons = [knowHowRow('k', { title: '実績を見せる', avoid: '理念から' })];
    const meetings = [session(1, { date: '2022-08-24' })];
    const row = caseRow('c1', { unsaid: '前の計画のこと', failed: ' ' });
    const rounds = firstRounds(1);
    expect(said('cautions', { case: row, findings, lessons, meetings, rounds })).toEqual([
      '言ってはいけないこと | 前の計画のこと',
      'R4.8.24 | 先に係長に話す | 第1回支援',
      '実績を見せる | 避けること：理念から',
    ]);
    expect(said('decisions', { findings, meetings })).toEqual([
      '決定 | 試行する | 理由：費用がかからない',
    ]);
  });

  it('ends with the next step, what is planned, and the records that are owed', () => {
    const meetings = [
      session(1, { date: '2022-08-24' }),
      preMeeting('1.5', { date: '2023-04-20', state: 'planned', place: '役場' }),
    ];
    expect(said('next', { meetings, rounds: firstRounds(1) })).toEqual([
      '次の会合: 第2回支援を計画',
      'R5.4.20 | 1.5次ミーティング | 役場',
      'R4.8.24 | 第1回支援 | 前任に内容を聞いておきましょう',
    ]);
  });

  it('can be drawn of whatever two legal edits merge into', () => {
    fc.assert(
      fc.property(anyCaseRows, ({ case: row, caseSupporters: supporters, ...rows }) => {
        const whole = { ...NONE, ...rows, supporters, case: row ?? NONE.case };
        expect(stopsOf(whole, TODAY).map(({ id }) => id)).toEqual(STOP_IDS);
      }),
      { numRuns: 60 },
    );
  });
});

describe('How far somebody has come', () => {
  it('begins at the first stop, whatever is kept', () => {
    for (const kept of [undefined, null, 3, 'x', [], { at: 'gone', seen: 'x' }]) {
      expect(restoreProgress(kept)).toEqual({ at: 'about', seen: [] });
    }
    const kept = { at: 'next', seen: ['about', 7, 'gone'] };
    expect(restoreProgress(kept)).toEqual({ at: 'next', seen: ['about'] });
  });

  it('counts a stop that was left as seen, and is whole when all were', () => {
    const [first = 'about', ...others] = STOP_IDS;
    const at = others.reduce((progress, id) => goTo(progress, id), restoreProgress({ at: first }));
    expect(at).toEqual({ at: 'next', seen: STOP_IDS.slice(0, -1) });
    expect(isWalked(at)).toBe(false);
    expect(isWalked(goTo(at, 'about'))).toBe(true);
  });
});
