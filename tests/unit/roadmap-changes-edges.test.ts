import { describe, expect, it } from 'vitest';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import type { ChangeSentence } from '#shared/domain/roadmap/changes/change-words.ts';
import {
  type Bar,
  type GroupId,
  type Lane,
  LOST_GROUP,
  LOST_LANE,
} from '#shared/domain/roadmap/model.ts';
import {
  COMPANY,
  changed,
  DOING,
  MAKING,
  newBar,
  newLane,
  newMark,
  OLD,
  PLAN,
  PLANS,
  PREFECTURE,
  STATE,
  span,
  told,
  without,
} from '../support/changed-roadmap.ts';

describe('a bar that changed', () => {
  it.each([
    [{ note: '補う' }, 'changed', 'の備考を変更'],
    [{ source: '計画書' }, 'changed', 'の出典を変更'],
    [{ owner: ' ' }, 'changed', 'の担当を空欄に変更'],
    [{ actualStart: '2023-04-T2' as SpanEdge }, 'changed', 'の実績の開始を令和5年4月中旬に変更'],
    [{ span: null }, 'moved', 'を期間なしに変更'],
    [
      { span: span('2023-05', '2024-04') },
      'moved',
      'を1か月うしろへ移動（令和5年度 → 令和5年5月～令和6年4月）',
    ],
    [
      { span: span('2023-05', '2024-03') },
      'moved',
      'を 令和5年度 から 令和5年5月～令和6年3月 に変更',
    ],
    [{ span: span('2023-04', '2023-12') }, 'moved', 'を 令和5年度 から 令和5年4月～12月 に変更'],
    // As long as it was, from the same day on.
    [
      { span: span('2023-04-T1', '2024-03') },
      'moved',
      'を 令和5年度 から 令和5年4月上旬～令和6年3月 に変更',
    ],
    [
      { span: span('2023-04', '2023-12'), note: '補う' },
      'moved',
      'を 令和5年度 から 令和5年4月～12月 に変更し、備考を変更',
    ],
  ])('is told by what differs: %j', (values, kind, words) => {
    expect(told({ bars: changed(OLD.bars, MAKING.id, values) })).toEqual([
      [kind, `第9期「策定」${words}`, MAKING.id],
    ]);
  });

  it.each([
    [{ span: null }, 'moved', 'を 令和5年度 に変更'],
    [{ actualEnd: '2024-03' as SpanEdge }, 'changed', 'の実績の終了を削除'],
    [{ actualStart: '2024-03' as SpanEdge }, 'changed', 'の実績の開始を削除'],
    [{ progress: 40 }, 'changed', 'の進みを40%から未入力に変更'],
  ])('is told by what it was: %j', (values, kind, words) => {
    expect(told({}, { bars: changed(OLD.bars, MAKING.id, values) })).toEqual([
      [kind, `第9期「策定」${words}`, MAKING.id],
    ]);
  });

  it.each([
    [{}, '「策定」を「県の支援」へ移動'],
    [{ label: '検討' }, '「策定」を「県の支援」へ移動し、名前を「検討」に変更'],
    [
      { span: span('2023-04', '2023-12') },
      '「策定」を「県の支援」へ移動し、令和5年度 から 令和5年4月～12月 に変更',
    ],
  ])('is told with the lane to which it went: %j', (values, text) => {
    const bars = changed(OLD.bars, MAKING.id, { lane: PREFECTURE.id, ...values });
    expect(told({ bars })).toEqual([['moved', text, MAKING.id]]);
  });

  it('without a name is told all the same', () => {
    const before = { bars: changed(OLD.bars, MAKING.id, { label: '' }) };
    expect(told({}, before)).toEqual([
      ['changed', '第9期名前のない帯の名前を「策定」に変更', MAKING.id],
    ]);
  });
});

describe('bars that came or went', () => {
  const note = (bars: readonly Bar[], bar: Bar) => changed(bars, bar.id, { note: '補う' });
  const added = newBar('評価', PLAN.id);
  const other = newBar('公募', PREFECTURE.id);

  it.each([
    ['one came', [...OLD.bars, added], [['added', '「第9期」に「評価」を追加', added.id]]],
    [
      'one came beside one that changed',
      [...note(OLD.bars, MAKING), added],
      [['changed', '第9期「策定」の備考を変更し、「評価」を追加', MAKING.id, added.id]],
    ],
    [
      'one came beside two that changed',
      [...note(note(OLD.bars, MAKING), DOING), added],
      [
        ['changed', '第9期「策定」の備考を変更', MAKING.id],
        ['changed', '第9期「実施」の備考を変更', DOING.id],
        ['added', '「第9期」に「評価」を追加', added.id],
      ],
    ],
    [
      'one came, in another lane than one that changed',
      [...note(OLD.bars, MAKING), other],
      [
        ['added', '「県の支援」に「公募」を追加', other.id],
        ['changed', '第9期「策定」の備考を変更', MAKING.id],
      ],
    ],
    [
      'one went beside one that changed, and one came',
      [...note(without(OLD.bars, MAKING.id), DOING), added],
      [
        ['changed', '第9期「実施」の備考を変更し、「評価」を追加', DOING.id, added.id],
        ['removed', '「第9期」から「策定」を削除', MAKING.id],
      ],
    ],
    [
      'two went',
      without(OLD.bars, MAKING.id, DOING.id),
      [['removed', '「第9期」から「策定」「実施」を削除', MAKING.id, DOING.id]],
    ],
    ['they stand in another order', OLD.bars.toReversed(), []],
  ])('are told lane by lane: %s', (_, bars, sentences) => {
    expect(told({ bars })).toEqual(sentences);
  });
});

describe('a lane', () => {
  const video = newLane('動画', PLANS.id);

  it.each([
    ['without bars', [], '取組み「動画」を追加', [video.id]],
    [
      'with its bars',
      [newBar('作成', video.id), newBar('周知', video.id)],
      '取組み「動画」を追加（「作成」「周知」）',
      [video.id, 'new作成', 'new周知'],
    ],
  ])('that came is told %s', (_, own, text, ids) => {
    const after = {
      lanes: [...OLD.lanes, video],
      bars: [...OLD.bars, ...own],
      milestones: [...OLD.milestones, newMark('公開', video.id)],
    };
    expect(told(after)).toEqual([['added', text, ...ids]]);
  });

  it('that came beside a new bar of another lane keeps to its own', () => {
    const bar = newBar('公募', PREFECTURE.id);
    expect(told({ lanes: [...OLD.lanes, video], bars: [...OLD.bars, bar] })).toEqual([
      ['added', '取組み「動画」を追加', video.id],
      ['added', '「県の支援」に「公募」を追加', bar.id],
    ]);
  });

  it.each([
    [
      'with its bars',
      [PREFECTURE],
      ['removed', '取組み「県の支援」を削除（「伴走」も）', PREFECTURE.id, COMPANY.id],
    ],
    ['without bars', [STATE], ['removed', '取組み「国の支援」を削除', STATE.id]],
  ])('that went is told %s', (_, [lane], sentence) => {
    const after = {
      lanes: OLD.lanes.filter((each) => each !== lane),
      bars: OLD.bars.filter((bar) => bar.lane !== lane?.id),
      milestones: OLD.milestones.filter((mark) => mark.lane !== lane?.id),
    };
    expect(told(after)).toEqual([sentence]);
  });

  it.each([
    ['', 'changed', '取組み「県の支援」の名前を空欄に変更', { name: '' }],
    ['another name', 'changed', '取組み「県の支援」の名前を「町」に変更', { name: '町' }],
    ['another field', 'moved', '取組み「県の支援」を分野「計画」へ移動', { group: PLANS.id }],
    [
      'both',
      'moved',
      '取組み「県の支援」を分野「計画」へ移動し、名前を「町」に変更',
      { name: '町', group: PLANS.id },
    ],
  ] as const)('that got %s is told once', (_, kind, text, values) => {
    expect(told({ lanes: changed(OLD.lanes, PREFECTURE.id, values) })).toEqual([
      [kind, text, PREFECTURE.id],
    ]);
  });

  it('that went to a field without a name, or to a new one', () => {
    const lanes = changed(OLD.lanes, PREFECTURE.id, { group: PLANS.id });
    const nameless = changed(OLD.groups, PLANS.id, { name: '' });
    expect(told({ lanes, groups: nameless }, { groups: nameless })).toEqual([
      ['moved', '取組み「県の支援」を名前のない分野へ移動', PREFECTURE.id],
    ]);
    const group = { id: 'g9' as GroupId, name: '連携' };
    const moved = changed(OLD.lanes, PREFECTURE.id, { group: group.id });
    expect(told({ lanes: moved, groups: [...OLD.groups, group] })).toEqual([
      ['added', '分野「連携」を追加', group.id],
      ['moved', '取組み「県の支援」を分野「連携」へ移動', PREFECTURE.id],
    ]);
  });

  const ORDER: readonly [ChangeSentence['kind'], string] = ['changed', '取組みの並びを変更'];

  it.each([
    ['two of one field', [PREFECTURE, STATE, PLAN], [ORDER]],
    ['those of different fields', [PLAN, STATE, PREFECTURE], []],
    [
      'one in front of which another came',
      [video, STATE, PREFECTURE, PLAN],
      [['added', '取組み「動画」を追加', video.id]],
    ],
  ])('stands in another order or not: %s', (_, lanes, sentences) => {
    expect(told({ lanes })).toEqual(sentences);
  });

  it('that stayed in its field is not out of order since another left or came', () => {
    const left = changed(OLD.lanes, STATE.id, { group: PLANS.id });
    const sentence = ['moved', '取組み「国の支援」を分野「計画」へ移動', STATE.id];
    expect(told({ lanes: [left[1] as Lane, left[0] as Lane, PLAN] })).toEqual([sentence]);
    const back = ['moved', '取組み「国の支援」を分野「支援」へ移動', STATE.id];
    expect(told({}, { lanes: [left[1] as Lane, PLAN, left[0] as Lane] })).toEqual([back]);
  });

  it('is told to be out of order in one field, though not in another', () => {
    const more = newLane('第10期', PLANS.id);
    const before = { lanes: [...OLD.lanes, more] };
    expect(told({ lanes: [PREFECTURE, STATE, PLAN, more] }, before)).toEqual([ORDER]);
    expect(told({ lanes: [STATE, PREFECTURE, more, PLAN] }, before)).toEqual([ORDER]);
  });

  it('that is made for what was lost is told once with what stands in it', () => {
    const bar = newBar('迷子', LOST_LANE);
    const after = {
      groups: [...OLD.groups, { id: LOST_GROUP, name: '（分野なし）' }],
      lanes: [...OLD.lanes, { id: LOST_LANE, group: LOST_GROUP, name: '（取組みなし）' }],
      bars: [...OLD.bars, bar],
    };
    expect(told(after)).toEqual([
      ['added', '分野「（分野なし）」を追加', LOST_GROUP],
      ['added', '取組み「（取組みなし）」を追加（「迷子」）', LOST_LANE, bar.id],
    ]);
    expect(told({}, after)).toEqual([
      ['removed', '分野「（分野なし）」を削除（取組み1件、帯1本も）', LOST_GROUP],
    ]);
  });
});
