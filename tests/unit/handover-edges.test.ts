import { describe, expect, it } from 'vitest';
import { attachments, officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { supporterLines } from '#shared/domain/handover/draft-people.ts';
import { CASE, linesOf, meeting, OTHER, rowsOf, SECOND } from '../support/handover.ts';
import {
  actionRow,
  attendanceRow,
  builder,
  caseSupporterRow,
  findingRow,
  knowHowRow,
  members,
  organizationRow,
  personRow,
  postRow,
} from '../support/rows.ts';

describe('where a case stands', () => {
  it.each([
    [{}, '益城町（令和4年度・国の伴走支援）'],
    [{ fiscalYear: null }, '益城町（国の伴走支援）'],
    [{ section: '推進班' }, '益城町（令和4年度・国の伴走支援）　担当：推進班'],
  ])('is said of it by name: %j', (values, line) => {
    expect(linesOf('state', { cases: [{ ...CASE, ...values }] })[0]).toBe(line);
  });

  it.each([
    ['themeText', { themeText: '移動', themes: members('通所C') }, 'テーマ：移動'],
    ['themes', { themes: members('通所C', '移動') }, 'テーマ：通所C、移動'],
    ['entry', { entry: 'push', entryReason: ' \n案内 \n二行目' }, 'きっかけ：プッシュ型。案内'],
    ['entry', { entry: 'push' }, 'きっかけ：プッシュ型'],
    ['situation', { situation: '\n 増えた \n' }, '現状：増えた'],
    ['unknown entry', { entry: 'unknown', entryReason: '案内' }, null],
  ] as const)('and by what is written of it: %s', (_, values, line) => {
    const lines = linesOf('state', { cases: [{ ...CASE, ...values } as typeof CASE] });
    // Beside it stand its name, its stage, what was and what comes.
    expect(lines.slice(1, -3)).toEqual(line === null ? [] : [line]);
  });

  it.each([
    [
      [],
      'これまで：実施した会合はありません',
      'これから：予定された会合はありません。対応事項 0件',
    ],
    [
      [meeting('甲', { date: '2022-08-01' }), meeting('乙', { date: '2022-09-01' })],
      'これまで：会合 2回。最後は R4.9.1 乙',
      'これから：予定された会合はありません。対応事項 0件',
    ],
    [
      [meeting('甲', { state: 'planned' }), meeting('乙', { state: 'planned', date: '2022-09' })],
      'これまで：実施した会合はありません',
      'これから：R4.9 乙、甲。対応事項 0件',
    ],
    [
      [meeting('丙', { document: OTHER }), meeting('丁', { document: OTHER, state: 'planned' })],
      'これまで：実施した会合はありません',
      'これから：予定された会合はありません。対応事項 0件',
    ],
  ])('and by what was and what comes: %#', (meetings, before, next) => {
    expect(linesOf('state', { meetings }).slice(-2)).toEqual([before, next]);
  });

  it('and whether it came to its end', () => {
    const stage = (endedOn: string) =>
      linesOf('state', { cases: [{ ...CASE, endedOn }] }).find((line) => line.startsWith('段階'));
    expect(stage('2023-03-01')).toMatch(/（終了した案件）$/);
    expect(stage('')).not.toContain('終了');
  });
});

describe('the cases of an office', () => {
  it('are told each with its own next meeting and what is left to do', () => {
    expect(
      linesOf(
        'cases',
        {
          cases: [CASE, SECOND],
          meetings: [meeting('次', { state: 'planned', date: '2023-01', document: OTHER })],
          actions: [actionRow('a', { text: '甲' }), actionRow('b', { text: '乙' })],
        },
        'office',
      ).map((line) => line.split('　').slice(1)),
    ).toEqual([
      ['次の会合 なし', '対応事項 2件'],
      ['次の会合 R5.1 次', '対応事項 0件'],
    ]);
  });

  it('say before each line whose it is', () => {
    const rows = {
      cases: [CASE, SECOND],
      actions: [
        actionRow('a', { text: '甲' }),
        actionRow('b', { text: '乙', document: OTHER }),
        actionRow('c', { text: '丙', document: 'case:gone' }),
      ],
    };
    expect(linesOf('actions', rows, 'office')).toEqual([
      ...['益城町　期限なし　甲', '氷川町　期限なし　乙', '　期限なし　丙'],
    ]);
    expect(linesOf('actions', rows)[0]).toBe('期限なし　甲');
  });

  it.each([
    [{ municipalityName: '益城町' }, '■ 益城町'],
    [{ municipalityName: '' }, '■ （令和4年度・国の伴走支援）'],
  ])('are called %j in groups', (values, head) => {
    const findings = [findingRow('f', { kind: 'decision', text: '甲' })];
    expect(linesOf('decisions', { cases: [{ ...CASE, ...values }], findings }, 'office')[0]).toBe(
      head,
    );
  });
});

describe('what is to be done', () => {
  it.each([
    [{ text: '甲' }, '期限なし　甲'],
    [{ text: '甲', due: '年度内' }, '期限 年度内　甲'],
    [
      { text: '甲', owner: ' 県 ', waitingFor: '町' },
      '期限なし　甲（だれが：県／待っている相手：町）',
    ],
  ])('%j: %s', (values, line) => {
    expect(linesOf('actions', { actions: [actionRow('a', values)] })).toEqual([line]);
  });

  it('comes with the most urgent first, then as it stands', () => {
    const actions = [
      actionRow('a', { text: '後', due: '2023-03', order: 'a0' }),
      actionRow('b', { text: '先', due: '2023-02', order: 'a3' }),
      actionRow('c', { text: '二', due: '2023-02', order: 'a4' }),
      actionRow('d', { text: '済', state: 'done' }),
    ];
    expect(linesOf('actions', { actions }).map((line) => line.at(-1))).toEqual(['先', '二', '後']);
  });

  it('names a meeting of its own case alone', () => {
    const meetings = [
      meeting('m', { title: '別の町', document: OTHER }),
      meeting('m', { title: '会', date: '2022-08-01' }),
    ];
    const actions = [actionRow('a', { text: '甲', meeting: 'm' })];
    expect(linesOf('actions', { meetings, actions })).toEqual(['期限なし　甲（R4.8.1 会）']);
    expect(linesOf('actions', { meetings: [meeting('m')], actions })).toEqual([
      '期限なし　甲（m）',
    ]);
  });
});

describe('who is who', () => {
  const office = {
    people: [
      personRow('p', { name: '例 花子', role: 'adviser' }),
      personRow('q', { name: '例 太郎', phone: '090' }),
      personRow('nameless'),
    ],
    organizations: [
      organizationRow('o', { name: '包括', role: 'supportCentre', phone: '096' }),
      organizationRow('ken', { name: '県', role: 'prefecture', phone: '095' }),
    ],
    posts: [
      // As its body was called when it was written down.
      postRow('x', { person: 'p', organizationName: '長寿課', organization: 'o' }),
      postRow('y', { person: '', organizationName: '誰の役職でもない', organization: 'ken' }),
      postRow('z', { person: 'q', post: '係長' }),
    ],
  };
  it.each([
    [{ name: '' }, null],
    [{ name: '例 花子', person: 'p' }, '例 花子（AD・包括）　電話 096'],
    [{ name: '例 太郎', person: 'q', role: '助言' }, '例 太郎（係長）：助言　電話 090'],
    [{ name: '包括', organizationId: 'o' }, '包括（地域包括支援センター）　電話 096'],
    [{ name: '熊本県', organizationId: 'ken' }, '熊本県（県 本庁）　電話 095'],
    [
      { name: '例 太郎', person: 'q', organizationId: 'o' },
      '例 太郎（地域包括支援センター・係長）　電話 090',
    ],
    [{ name: 'AD', person: 'p' }, 'AD（包括）　電話 096'],
    [{ name: '見えない人' }, '見えない人'],
  ])('%j: %s', (values, line) => {
    const rows = rowsOf({ ...office, caseSupporters: [caseSupporterRow('s', values)] });
    expect(supporterLines('case', rows)).toEqual(line === null ? [] : [line]);
  });

  it('comes with those who came to meetings most often first, by the name of today', () => {
    const came = (person: string, name: string) => attendanceRow(name, { person, name });
    const rows = {
      ...office,
      attendances: [
        came('nameless', ''),
        came('q', '前の名'),
        came('gone', '消えた人'),
        came('gone', '消えた人'),
        came('', '民生委員'),
        came('p', '例 花子'),
        came('p', '例 花子'),
        came('p', '例 花子'),
      ],
    };
    const lines = [
      '例 花子（AD・包括）：会合に3回　電話 096',
      '消えた人：会合に2回',
      '例 太郎（係長）：会合に1回　電話 090',
    ];
    expect(linesOf('people', rows)).toEqual(lines);
    expect(linesOf('people', rows, 'office')).toEqual([]);
    const caseSupporters = [caseSupporterRow('s', { name: '例 花子', person: 'p' })];
    expect(linesOf('people', { ...rows, caseSupporters })[1]).toBe(lines[1]);
  });
});

describe('what was decided, and what to mind', () => {
  const meetings = [meeting('後', { date: '2022-09-01' }), meeting('先', { date: '2022-08-01' })];
  const finding = (id: string, at: string, order: string, kind: 'decision' | 'care' = 'decision') =>
    findingRow(id, { kind, text: id, meeting: at, order });
  it('comes as the meetings follow each other, what stands at none before', () => {
    const findings = [
      finding('三', '後', 'a1'),
      finding('二', '先', 'a9'),
      finding('一', '先', 'a2'),
      finding('零', '', 'a5'),
      finding('四', '後', 'a3'),
    ];
    expect(linesOf('decisions', { meetings, findings }).map((line) => line[0])).toEqual([
      ...['零', '一', '二', '三', '四'],
    ]);
    // Of the office the latest five, with what was put off among them.
    const off = meeting('延', { state: 'cancelled', date: '2022-08-15' });
    expect(
      linesOf('decisions', { meetings: [...meetings, off], findings }, 'office').slice(1),
    ).toEqual([
      '・一（R4.8.1 先）',
      '・二（R4.8.1 先）',
      '・中止：R4.8.15 延（理由は書かれていません）',
      '・三（R4.9.1 後）',
      '・四（R4.9.1 後）',
      '・ほか1件は、案件の引継書にあります',
    ]);
  });

  it('tells reflections by their kind behind what to take care of', () => {
    const findings = [
      findingRow('f', { kind: 'reflection', text: '早く始める' }),
      findingRow('g', { kind: 'care', text: '係長へ' }),
    ];
    expect(linesOf('cautions', { findings })).toEqual(['心掛け：係長へ', '反省：早く始める']);
  });

  it('of an office puts each in one line', () => {
    const findings = [findingRow('f', { kind: 'decision', text: ' 甲 \n\n乙 ' })];
    expect(linesOf('decisions', { findings }, 'office')).toEqual(['■ 益城町', '・甲　乙']);
  });
});

describe('what comes when', () => {
  it('tells of each case its own, and nothing that has no date or was cancelled', () => {
    const rows = {
      cases: [CASE, SECOND],
      meetings: [
        meeting('甲', { date: '2022-08-01' }),
        meeting('乙', { date: '2022-08-20' }),
        meeting('丙', { date: '2022-08-05', document: OTHER }),
        meeting('丁', { date: '2022-08-06', state: 'cancelled' }),
        meeting('戊'),
      ],
    };
    expect(linesOf('calendar', rows, 'office')).toEqual([
      ...['■ 8月', '・益城町　甲（R4.8.1）、乙（R4.8.20）', '・氷川町　丙（R4.8.5）'],
    ]);
    expect(linesOf('coming', rows)).toEqual([
      '令和5年度の目安（昨年度の日付から）。日は決まっていません。',
      '8月　昨年度は 甲（8/1）、丙（8/5）、乙（8/20）',
    ]);
    expect(linesOf('coming', { meetings: [meeting('戊')] })).toEqual([]);
  });
});

describe('lessons and files', () => {
  it.each([
    [{ title: '係長から', what: '係長から' }, '【係長から】'],
    [{ title: '係長から', what: '先に話す\n続き' }, '【係長から】先に話す'],
    [
      { title: '甲', worksWhen: '春\n続き', avoid: '秋' },
      '【甲】　うまくいくとき：春　避けること：秋',
    ],
  ])('%j: %s', (values, line) => {
    expect(linesOf('knowhow', { knowHows: [knowHowRow('k', values)] }, 'office')).toEqual([line]);
  });

  it('of a case are its own before those of its themes; of an office all as they stand', () => {
    const rows = {
      cases: [{ ...CASE, themes: members('通所C') }],
      knowHows: [
        knowHowRow('a', { title: '他', order: 'a0' }),
        knowHowRow('b', { title: '題', order: 'a1', themes: members('通所C') }),
        knowHowRow('c', { title: '己二', order: 'a3', sourceCase: 'c1' }),
        knowHowRow('d', { title: '己一', order: 'a2', sourceCase: 'c1' }),
        knowHowRow('e', { title: '隣', order: 'a4', sourceCase: 'c2' }),
      ],
    };
    expect(linesOf('knowhow', rows)).toEqual(['【己一】', '【己二】', '【題】']);
    expect(linesOf('knowhow', rows, 'office')).toEqual([
      ...['【他】', '【題】', '【己一】', '【己二】', '【隣】'],
    ]);
    // Without a case none is its own.
    expect(linesOf('knowhow', { ...rows, cases: [] })).toEqual([]);
  });

  const file = builder(attachments);
  const rows = {
    meetings: [meeting('会', { date: '2022-08-01' })],
    attachments: [
      file('x', { name: '次第.pdf', meeting: '会', remark: '当日版' }),
      file('y', { name: '計画.pdf' }),
    ],
    officeAttachments: [builder(officeAttachments)('z', { name: '様式.docx' })],
  };
  it('files are told with where they hang, those of the office in its own book', () => {
    const own = ['次第.pdf（当日版）　R4.8.1 会', '計画.pdf　案件の添付ファイル'];
    expect(linesOf('files', rows)).toEqual(own);
    expect(linesOf('files', rows, 'office')).toEqual([
      ...own.map((line) => `益城町　${line}`),
      '様式.docx',
    ]);
  });
});
