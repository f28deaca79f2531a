import { describe, expect, it } from 'vitest';
import { buildLadder, type LadderRows, type RoundRung } from '#shared/domain/ladder/ladder.ts';
import { headCountOf, headsOf } from '#shared/domain/meeting/attendance.ts';
import { meetingLabel } from '#shared/domain/meeting/meeting-label.ts';
import {
  compareOrdinals,
  isOrdinal,
  type Ordinal,
  parseOrdinal,
  suggestOrdinal,
} from '#shared/domain/meeting/ordinal.ts';
import { checkOwnProfile } from '#shared/domain/office/own-profile.ts';
import {
  isCommandId,
  isFolderId,
  isId,
  randomCommandId,
  randomHex,
  randomId,
} from '#shared/domain/record/ids.ts';
import {
  attendanceRow,
  caseRow,
  firstRounds,
  meetingRow,
  roundRow,
  session,
  variantRow,
} from '#tests/support/rows.ts';
import { asId } from '../support/ids.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const ordinal = (text: string): Ordinal =>
  isOrdinal(text) ? text : expect.fail(`${text} is no ordinal`);

describe('what is the number of a pre-meeting', () => {
  it.each([
    ['0.5', true],
    ['1.25', true],
    ['999.5', true],
    ['1000.5', false],
    ['01.5', false],
    ['1.0', false],
    ['1.05', true],
    ['1.50', true],
    ['1.', false],
    ['.5', false],
    ['1', false],
    ['x1.5', false],
    ['1.5x', false],
    ['-1.5', false],
  ])('%s: %s', (text, is) => {
    expect(isOrdinal(text)).toBe(is);
  });
});

describe('a typed number', () => {
  it.each([
    ['.5', '0.5'],
    ['００1.5', '1.5'],
    ['第1.5次ミーティング', '1.5'],
    ['1.5次MTG', '1.5'],
    ['1.5次会議', '1.5'],
    ['1.5次', '1.5'],
    ['999.5', '999.5'],
    ['1.123456789', '1.123456789'],
  ])('%s is %s', (text, read) => {
    expect(parseOrdinal(text)).toEqual({ ok: true, value: read });
  });

  it.each([
    ['', 'ミーティングの番号が入っていません。', '「0.5」「1.25」'],
    ['　', 'ミーティングの番号が入っていません。', '「0.5」「1.25」'],
    ['第次', '「第次」はミーティングの番号として読み取れません。', '「0.5」「1.25」'],
    ['.', '「.」はミーティングの番号として読み取れません。', '「0.5」「1.25」'],
    ['いつか', '「いつか」はミーティングの番号として読み取れません。', '「0.5」「1.25」'],
    ['1000.5', '「1000.5」はミーティングの番号として読み取れません。', '「0.5」「1.25」'],
    ['1.1234567891', '「1.1234567891」は小数の桁が多すぎます。', '小数は9桁まで'],
    ['2', '「2」は整数です。', '「0.5」「1.25」'],
    ['2.0', '「2.0」は整数です。', '「0.5」「1.25」'],
    ['0', '「0」は整数です。', '「0.5」「1.25」'],
  ])('%j is refused: %s', (text, happened, todo) => {
    const read = parseOrdinal(text);
    expect(read.ok ? '' : read.error.happened).toContain(happened);
    expect(read.ok ? '' : read.error.todo).toContain(todo);
  });

  it.each([
    ['1.5', '1.5', 0],
    ['1.5', '1.500', 0],
    ['1.05', '1.5', -1],
    ['1.5', '1.05', 1],
    ['1.9', '2.1', -1],
    ['10.5', '9.5', 1],
    ['1.25', '1.5', -1],
    ['1.05', '1.005', 1],
  ])('%s beside %s: %i', (a, b, order) => {
    expect(Math.sign(compareOrdinals(ordinal(a), ordinal(b)))).toBe(order);
  });

  it.each([
    [[], 1, '0.5'],
    [['0.5'], 1, '0.75'],
    [['0.50', '0.750'], 1, '0.875'],
    [['0.75'], 1, '0.5'],
    [['0.5'], 2, '1.5'],
  ])('beside %j before round %i, %s is suggested', (taken, round, suggested) => {
    expect(suggestOrdinal(taken.map(ordinal), round)).toBe(suggested);
  });
});

describe('ids', () => {
  it.each([
    ['a', true],
    ['0123456789abcdefghijklmnopqrstuv', true],
    ['0123456789abcdefghijklmnopqrstuvw', false],
    ['', false],
    ['A', false],
    ['a.b', false],
    ['a/', false],
    ['/a', false],
  ])('%j may stand in keys and file names: %s', (value, is) => {
    expect(isId(value)).toBe(is);
  });

  it.each([
    [16, true, false],
    [15, false, false],
    [17, false, false],
    [32, false, true],
    [31, false, false],
    [33, false, false],
  ])('%i hexadecimal digits are a command: %s, a folder: %s', (length, command, folder) => {
    const digits = 'a0'.repeat(20).slice(0, length);
    expect([isCommandId(digits), isFolderId(digits)]).toEqual([command, folder]);
    expect([isCommandId(digits.replace('a', 'g')), isFolderId(digits.replace('a', 'g'))]).toEqual([
      ...[false, false],
    ]);
  });

  it('that are made are such, and never the same', () => {
    const ids = Array.from({ length: 200 }, () => randomId());
    expect(ids.every((id) => /^[0-9a-hjkmnp-tv-z]{16}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(200);
    expect(new Set(ids.join('')).size).toBe(32);
    expect(isCommandId(randomCommandId())).toBe(true);
    const bytes = Array.from({ length: 50 }, () => randomHex(16));
    expect(bytes.every(isFolderId)).toBe(true);
    expect(new Set(bytes).size).toBe(50);
  });
});

describe('who works on this PC', () => {
  const whole = { prefecture: '43', section: '班', userName: '山田' };
  it.each([
    [{}, []],
    [{ prefecture: '' }, ['prefecture']],
    [{ section: ' ' }, ['section']],
    [{ userName: '' }, ['userName']],
    [{ prefecture: '', userName: '' }, ['prefecture', 'userName']],
    [{ section: '', userName: '' }, ['section', 'userName']],
    [{ section: 'あ'.repeat(10_000) }, ['section']],
  ])('with %j lacks %j', (change, wrong) => {
    const checked = checkOwnProfile({ ...whole, ...change });
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(wrong);
  });

  it('is told by name what is missing', () => {
    const checked = checkOwnProfile({ prefecture: '', section: '', userName: '' });
    expect(checked.ok ? {} : checked.errors).toEqual({
      prefecture: '都道府県を選んでください。',
      section: expect.stringMatching(/^課・班の名前.+。.+。$/),
      userName: expect.stringMatching(/^あなたの名前.+。.+。$/),
    });
  });
});

describe('heads', () => {
  it.each([
    [[], 0],
    [[null], 1],
    [[49, null], 50],
    [[0], 0],
    [[-1], 1],
    [[1.5], 1],
  ])('of a list %j are %i', (counts, heads) => {
    expect(headsOf(counts.map((count, at) => attendanceRow(`${at}`, { count })))).toBe(heads);
  });

  it.each([
    [
      'only those of the meeting in use',
      46,
      { shown: 46, computed: 3, override: 46, differs: true },
    ],
    ['without a total', null, { shown: 3, computed: 3, override: null, differs: false }],
    ['with the same total', 3, { shown: 3, computed: 3, override: 3, differs: false }],
    ['with a total that is none', -1, { shown: 3, computed: 3, override: null, differs: false }],
    ['with nobody', 0, { shown: 0, computed: 3, override: 0, differs: true }],
  ])('count %s', (_, headCount, expected) => {
    const attendances = [
      attendanceRow('a', { meeting: 'm', count: 3 }),
      attendanceRow('b', { meeting: 'other', count: 10 }),
      attendanceRow('c', { meeting: 'm', count: 100, ...BIN }),
    ];
    expect(headCountOf({ id: asId('m'), headCount }, attendances)).toEqual(expected);
  });
});

describe('a meeting inside a sentence', () => {
  it.each([
    [{ date: '2022-08-24' }, '「第1回支援」（8/24）'],
    [{ date: '2022-08' }, '「第1回支援」（8月）'],
    [{ date: '' }, '「第1回支援」'],
    [{ date: '2/30' }, '「第1回支援」'],
  ])('%j is %s', (values, label) => {
    expect(meetingLabel(session(1, values), firstRounds(2))).toBe(label);
  });
});

describe('a round on the ladder', () => {
  const rowsOf = (change: Partial<LadderRows>): LadderRows => ({
    ...{ case: caseRow('c1', { fiscalYear: 2022 }), rounds: firstRounds(1), meetings: [] },
    ...{ attendances: [], findings: [], variants: [], notes: new Set<string>() },
    ...change,
  });
  const roundIn = (change: Partial<LadderRows>): RoundRung => {
    const rung = buildLadder(rowsOf(change)).rungs.find(({ kind }) => kind === 'round');
    return rung?.kind === 'round' ? rung : expect.fail('no round');
  };
  const parts = (...states: readonly ('planned' | 'held' | 'postponed' | 'cancelled')[]) =>
    states.map((state, at) => session(1, { id: `s${at}`, state }));

  it.each([
    [[], 'planned'],
    [['planned'], 'planned'],
    [['held', 'planned'], 'held'],
    [['cancelled', 'held'], 'held'],
    [['postponed', 'planned'], 'planned'],
    [['cancelled', 'postponed'], 'postponed'],
    [['cancelled', 'cancelled'], 'cancelled'],
  ] as const)('with sessions %j is %s', (states, state) => {
    expect(roundIn({ meetings: parts(...states) }).state).toBe(state);
  });

  it.each([
    ['', [], [], 'notYet'],
    ['', ['planned'], [], 'notYet'],
    ['', ['held'], [], 'missing'],
    ['', ['held', 'held'], ['s0'], 'missing'],
    ['', ['held', 'planned'], ['s0'], 'written'],
    ['', ['held', 'held'], ['s0', 's1'], 'written'],
    ['まとめ', ['held'], [], 'written'],
  ] as const)(
    'with the summary %j, sessions %j and notes %j is %s',
    (summary, states, notes, is) => {
      const rounds = [roundRow('r1', { number: 1, summary })];
      const meetings = parts(...states);
      expect(roundIn({ rounds, meetings, notes: new Set(notes) }).written).toBe(is);
    },
  );

  it.each([
    [
      'its first session that takes place',
      [
        ['2022-08-24', 'held'],
        ['2022-08-03', 'postponed'],
      ],
      '2022-08-24',
    ],
    [
      'what was put off where nothing takes place',
      [
        ['2022-08-24', 'cancelled'],
        ['2022-08-03', 'postponed'],
      ],
      '2022-08-03',
    ],
    [
      'the dated where another is not',
      [
        ['', 'planned'],
        ['2022-08-24', 'planned'],
      ],
      '2022-08-24',
    ],
    ['nothing where none has a date', [['', 'planned']], ''],
    [
      'a planned one as well',
      [
        ['2022-08-24', 'planned'],
        ['2022-08-25', 'held'],
      ],
      '2022-08-24',
    ],
  ] as const)('stands by %s', (_, sessions, date) => {
    const meetings = sessions.map(([on, state], at) =>
      session(1, { id: `s${at}`, date: on, state }),
    );
    expect(roundIn({ meetings }).date).toBe(date);
  });

  it.each([
    [[1, 1], true],
    [[1, 2], false],
    [[null, null], false],
    [[1], false],
  ])('of %j has a double: %s', (numbers, duplicate) => {
    const rounds = numbers.map((number, at) => roundRow(`r${at}`, { number }));
    expect(roundIn({ rounds }).duplicate).toBe(duplicate);
  });

  it('bears what other sources say of it, not of others, nor what lies in the bin', () => {
    const variants = [
      variantRow('b', { record: 'r1' }),
      variantRow('a', { record: 'r1' }),
      variantRow('c', { record: 'r1', ...BIN }),
      variantRow('d', { record: 's0' }),
    ];
    const rung = roundIn({ variants, meetings: parts('held') });
    expect(rung.variants.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rung.sessions[0]?.variants.map(({ id }) => id)).toEqual(['d']);
    expect(roundIn({ meetings: parts('held') }).variants).toEqual([]);
  });

  it('holds its sessions alone: another contact of the round stands by itself', () => {
    const contact = meetingRow('x', { kind: 'exchange', round: 'r1' });
    const lost = session(2);
    const { rungs } = buildLadder(rowsOf({ meetings: [...parts('held'), contact, lost] }));
    expect(rungs.map((rung) => [rung.id, rung.kind === 'contact' && rung.lostRound])).toEqual([
      ['r1', false],
      ['s2', true],
      ['x', false],
    ]);
  });

  it('counts the people of its sessions, none of the bin', () => {
    const attendances = [
      attendanceRow('a', { meeting: 's0', count: 3 }),
      attendanceRow('b', { meeting: 's0', count: 4, ...BIN }),
    ];
    expect(roundIn({ meetings: parts('held', 'held'), attendances }).sessions).toMatchObject([
      { headCount: { shown: 3 }, findings: { issue: 0 } },
      { headCount: { shown: null } },
    ]);
  });
});
