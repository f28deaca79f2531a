import { describe, expect, it } from 'vitest';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { diffRoadmaps } from '#shared/domain/roadmap/changes/diff.ts';
import type {
  Bar,
  DependencyId,
  GroupId,
  LaneId,
  Milestone,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';
import {
  COMPANY,
  COUNCIL,
  changed,
  DOING,
  FIRST,
  MAKING,
  newBar,
  newLane,
  newMark,
  OLD,
  PLAN,
  PLANS,
  PREFECTURE,
  PUBLIC,
  STATE,
  SUPPORT,
  span,
  told,
  without,
} from '../support/changed-roadmap.ts';

describe('what holds for the whole', () => {
  it.each([
    [{ title: '取組み' }, '表題を「取組み」に変更'],
    [{ caption: '益城町' }, '説明文を「益城町」に変更'],
    [{ provisional: true }, '「暫定版」の印を追加'],
    [
      { firstMonth: month('2023-04') },
      '表示する期間を 令和4年11月～令和9年3月 から 令和5年度～令和8年度 に変更',
    ],
    [
      { lastMonth: month('2023-03') },
      '表示する期間を 令和4年11月～令和9年3月 から 令和4年11月～令和5年3月 に変更',
    ],
  ])('is told once, and nothing beside it: %j', (values, text) => {
    expect(told(values)).toEqual([['changed', text]]);
  });

  it.each([
    ['folds a year', [], [2023]],
    ['unfolds a year', [2023], []],
    ['folds another year', [2023], [2024]],
  ])('differs where one %s, of which nothing is said', (_, before, after) => {
    const of = (years: readonly number[]): Roadmap => ({
      ...OLD,
      foldedYears: years.map((year) => fiscalYear(year)),
    });
    expect(told(of(after), of(before))).toEqual([]);
    expect(diffRoadmaps(of(before), of(after))).toEqual([
      {
        kind: 'settings',
        before: expect.objectContaining({ foldedYears: before }),
        after: expect.objectContaining({ foldedYears: after }),
      },
    ]);
  });
});

describe('a field', () => {
  const more = { id: 'g9' as GroupId, name: '連携' };

  it.each([
    ['came', [...OLD.groups, more], [['added', '分野「連携」を追加', more.id]]],
    [
      'got a name',
      changed(OLD.groups, PLANS.id, { name: '第9期計画' }),
      [['changed', '分野「計画」の名前を「第9期計画」に変更', PLANS.id]],
    ],
    ['stands elsewhere', [PLANS, SUPPORT], [['changed', '分野の並びを変更']]],
  ])('is told where it %s', (_, groups, sentences) => {
    expect(told({ groups })).toEqual(sentences);
  });

  const of = (lanes: readonly { readonly id: LaneId }[]) => new Set(lanes.map(({ id }) => id));
  /** Without these lanes and what stood in them. */
  const withoutLanes = (...gone: Roadmap['lanes']): Partial<Roadmap> => ({
    lanes: OLD.lanes.filter((lane) => !gone.includes(lane)),
    bars: OLD.bars.filter(({ lane }) => !of(gone).has(lane)),
    milestones: OLD.milestones.filter(({ lane }) => !of(gone).has(lane)),
    dependencies: [],
  });

  it.each([
    [
      'all that stood in it',
      { groups: [SUPPORT], ...withoutLanes(PLAN) },
      [['removed', '分野「計画」を削除（取組み1件、帯2本も）', PLANS.id]],
    ],
    [
      'its lanes, while a lane of another field went, too',
      { groups: [SUPPORT], ...withoutLanes(PLAN, PREFECTURE) },
      [
        ['removed', '分野「計画」を削除（取組み1件、帯2本も）', PLANS.id],
        ['removed', '取組み「県の支援」を削除（「伴走」も）', PREFECTURE.id, COMPANY.id],
      ],
    ],
    [
      'its lanes, while a bar of another lane went, too',
      { groups: [PLANS], ...withoutLanes(STATE, PREFECTURE), bars: [MAKING] },
      [
        ['removed', '分野「支援」を削除（取組み2件、帯1本も）', SUPPORT.id],
        ['removed', '「第9期」から「実施」を削除', DOING.id],
      ],
    ],
  ])('that went is told with %s', (_, after, sentences) => {
    expect(told(after, { dependencies: [] })).toEqual(sentences);
  });

  it.each([
    ['nothing', [], '分野「連携」を削除'],
    ['a lane without bars', [newLane('動画', more.id)], '分野「連携」を削除（取組み1件も）'],
  ])('that went is told where it held %s', (_, lanes, text) => {
    const before = { groups: [...OLD.groups, more], lanes: [...OLD.lanes, ...lanes] };
    expect(told({}, before)).toEqual([['removed', text, more.id]]);
  });
});

describe('a milestone', () => {
  it.each([
    [
      { date: day('2022-09-05') },
      'moved',
      'を12日うしろへ移動（令和4年8月24日(水) → 令和4年9月5日(月)）',
    ],
    [
      { date: day('2022-08-23') },
      'moved',
      'を1日前へ移動（令和4年8月24日(水) → 令和4年8月23日(火)）',
    ],
    [{ date: month('2022-09') }, 'moved', 'を 令和4年8月24日(水) から 令和4年9月 に変更'],
    [{ lane: PLAN.id }, 'moved', 'を「第9期」へ移動'],
    [{ label: '第1回' }, 'changed', 'の名前を「第1回」に変更'],
    [{ label: '' }, 'changed', 'の名前を空欄に変更'],
    [{ meeting: 'm1' as MeetingId }, 'changed', 'の連動する会合を変更'],
    [{ note: '補う' }, 'changed', 'の備考を変更'],
    [{ source: '計画書' }, 'changed', 'の出典を変更'],
    [{ lane: PLAN.id, note: '補う' }, 'moved', 'を「第9期」へ移動し、備考を変更'],
  ])('is told by what differs: %j', (values, kind, words) => {
    expect(told({ milestones: changed(OLD.milestones, FIRST.id, values) })).toEqual([
      [kind, `節目「初回」${words}`, FIRST.id],
    ]);
  });

  it('that had a month and got a day is told by both', () => {
    const milestones = changed(OLD.milestones, COUNCIL.id, { date: day('2023-03-10') });
    expect(told({ milestones })).toEqual([
      ['moved', '節目「議会」を 令和5年3月 から 令和5年3月10日(金) に変更', COUNCIL.id],
    ]);
  });

  it('that is marked as one of the ladder says nothing new', () => {
    expect(told({ milestones: changed(OLD.milestones, FIRST.id, { derived: true }) })).toEqual([]);
  });

  const [one, two] = [newMark('一', PREFECTURE.id), newMark('二', PREFECTURE.id)];
  const third = newMark('三', PLAN.id);

  it.each<[string, readonly Milestone[], readonly (readonly string[])[]]>([
    [
      'two came to a lane, and one to another',
      [...OLD.milestones, one, third, two],
      [
        ['added', '「県の支援」に節目「一」「二」を追加', one.id, two.id],
        ['added', '「第9期」に節目「三」を追加', third.id],
      ],
    ],
    [
      'one went',
      without(OLD.milestones, PUBLIC.id),
      [['removed', '「第9期」から節目「公表」を削除', PUBLIC.id]],
    ],
    [
      'one without a name came',
      [...OLD.milestones, { ...one, label: '' }],
      [['added', '「県の支援」に節目（名前なし）を追加', one.id]],
    ],
    [
      'four came',
      [...OLD.milestones, one, two, ...['四', '五'].map((name) => newMark(name, PREFECTURE.id))],
      [
        [
          'added',
          '「県の支援」に節目「一」「二」「四」ほか1件を追加',
          one.id,
          two.id,
          'new四',
          'new五',
        ],
      ],
    ],
    ['they stand in another order', OLD.milestones.toReversed(), []],
  ])('is told with its lane: %s', (_, milestones, sentences) => {
    expect(told({ milestones })).toEqual(sentences);
  });

  it('of a lane that went or came is not told by itself', () => {
    const lane = newLane('動画', PLANS.id);
    const before = {
      lanes: [...OLD.lanes, lane],
      milestones: [...OLD.milestones, newMark('公開', lane.id)],
    };
    expect(told({}, before)).toEqual([['removed', '取組み「動画」を削除', lane.id]]);
    expect(told(before)).toEqual([['added', '取組み「動画」を追加', lane.id]]);
  });
});

describe('a link of bars', () => {
  const link = (before: Bar, after: Bar) => [
    { id: 'd9' as DependencyId, before: before.id, after: after.id },
  ];

  it.each([
    [
      'came',
      { dependencies: [...OLD.dependencies, ...link(DOING, COMPANY)] },
      [['added', '「実施」→「伴走」のつながりを追加', DOING.id, COMPANY.id]],
    ],
    [
      'went',
      { dependencies: [] },
      [['removed', '「策定」→「実施」のつながりを削除', MAKING.id, DOING.id]],
    ],
    [
      'leads from another bar now',
      { dependencies: OLD.dependencies.map((each) => ({ ...each, before: COMPANY.id })) },
      [],
    ],
  ])('is told where it %s', (_, after, sentences) => {
    expect(told(after)).toEqual(sentences);
  });

  it('is told between bars without a name', () => {
    const bars = changed(OLD.bars, DOING.id, { label: '' });
    expect(told({ bars, dependencies: [] }, { bars })).toEqual([
      ['removed', '「策定」→名前のない帯のつながりを削除', MAKING.id, DOING.id],
    ]);
  });

  it.each([0, 1])('that came with its bar is not told', (side) => {
    const bar = newBar('評価', PLAN.id);
    const ends = side === 0 ? link(bar, COMPANY) : link(COMPANY, bar);
    const after = { bars: [...OLD.bars, bar], dependencies: [...OLD.dependencies, ...ends] };
    expect(told(after)).toEqual([['added', '「第9期」に「評価」を追加', bar.id]]);
  });
});

describe('the steps from one roadmap to another', () => {
  const bar = newBar('評価', PLAN.id);

  it.each([
    ['in front', [bar, COMPANY, MAKING, DOING], [{ kind: 'added', item: bar, index: 0 }]],
    ['last', [COMPANY, MAKING, DOING, bar], [{ kind: 'added', item: bar, index: 3 }]],
    ['gone', [COMPANY, DOING], [{ kind: 'removed', item: MAKING }]],
    [
      'other months',
      [COMPANY, { ...MAKING, span: span('2023-05', '2024-03') }, DOING],
      [
        {
          kind: 'changed',
          before: MAKING,
          after: { ...MAKING, span: span('2023-05', '2024-03') },
        },
      ],
    ],
    [
      'no months',
      [COMPANY, { ...MAKING, span: null }, DOING],
      [{ kind: 'changed', before: MAKING, after: { ...MAKING, span: null } }],
    ],
    [
      'another order',
      [MAKING, COMPANY, DOING],
      [{ kind: 'reordered', ids: [MAKING.id, COMPANY.id, DOING.id] }],
    ],
    [
      'another order without one that went',
      [DOING, COMPANY],
      [
        { kind: 'removed', item: MAKING },
        { kind: 'reordered', ids: [DOING.id, COMPANY.id] },
      ],
    ],
  ])('are no more than it takes: a bar %s', (_, bars, steps) => {
    const expected = steps.map((step) => ({ list: 'bars', ...step }));
    expect(diffRoadmaps(OLD, { ...OLD, bars })).toEqual(expected);
  });

  it('lead from no months to some', () => {
    const bars = changed(OLD.bars, MAKING.id, { span: null });
    expect(diffRoadmaps({ ...OLD, bars }, OLD)).toEqual([
      { list: 'bars', kind: 'changed', before: { ...MAKING, span: null }, after: MAKING },
    ]);
  });
});
