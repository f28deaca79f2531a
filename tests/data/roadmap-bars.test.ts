import { describe, expect, it } from 'vitest';
import { addRound, reDate } from '#data/operations/meeting/meetings.ts';
import type { BarValues } from '#data/operations/roadmap/bars.ts';
import {
  addBarCommand,
  addDependencyCommand,
  addMilestoneCommand,
  duplicateBarCommand,
  moveBarsCommand,
  removeBarCommand,
  removeDependencyCommand,
  removeMilestoneCommand,
  setBarCommand,
  setMilestoneCommand,
} from '#features/roadmap/commands.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import {
  type BarId,
  type LaneId,
  LOST_LANE,
  type MilestoneId,
} from '#shared/domain/roadmap/model.ts';
import {
  act,
  addBar,
  barOf,
  begin,
  caseId,
  document,
  done,
  here,
  look,
  refusal,
  span,
  withDesk,
} from '#tests/support/roadmap-desk.ts';

withDesk();

describe('bars', () => {
  it('are added, changed, copied and removed, each in one step', async () => {
    const { lanes } = await begin();
    const [, trial, film] = lanes;
    const id = await addBar(trial, { label: ' 試行\n実施 ', kind: 'trial', owner: '町' });
    expect(await barOf(id)).toMatchObject({
      label: '試行 実施',
      span: { start: '2023-02', end: '2023-03' },
      kind: 'trial',
      state: 'planned',
      progress: null,
      owner: '町',
    });
    await done(
      setBarCommand(caseId, id, {
        label: '試行',
        lane: film as LaneId,
        end: '2023-04-T2',
        state: 'running',
        progress: 40,
        note: '一行目\r\n二行目',
        actualStart: '2023-02-T2',
      }),
    );
    expect(await barOf(id)).toMatchObject({
      label: '試行',
      lane: film,
      span: { start: '2023-02', end: '2023-04-T2' },
      state: 'running',
      progress: 40,
      note: '一行目\n二行目',
      actualStart: '2023-02-T2',
    });
    const copy = await done(duplicateBarCommand(caseId, id));
    expect(await barOf(copy)).toMatchObject({
      label: '試行',
      lane: film,
      span: { start: '2023-04-T3', end: '2023-07-T1' },
      state: 'planned',
      progress: null,
      actualStart: '',
      source: '',
    });
    await done(setBarCommand(caseId, id, { progress: null, actualStart: '' }));
    expect(await barOf(id)).toMatchObject({ progress: null, actualStart: '' });
    await done(removeBarCommand(caseId, id, '試行'));
    expect(here().history.get().undo).toBe('帯「試行」を削除');
    expect((await look()).roadmap.bars.map((each) => each.id)).toEqual([copy]);
    here().undo();
    expect((await look()).roadmap.bars).toHaveLength(2);
  });

  it('move together as one step, into another lane too', async () => {
    const { lanes } = await begin();
    const [, trial, film] = lanes;
    const one = await addBar(trial);
    const two = await addBar(trial, { start: '2023-04', end: '2024-03' });
    await done(
      moveBarsCommand(
        caseId,
        [
          { id: one, span: span('2023-04', '2023-05'), lane: film as LaneId },
          { id: two, span: span('2023-06', '2024-05') },
        ],
        '帯を2か月うしろへ（続く帯1本も）',
      ),
    );
    expect(await barOf(one)).toMatchObject({ lane: film, span: span('2023-04', '2023-05') });
    expect(await barOf(two)).toMatchObject({ lane: trial, span: span('2023-06', '2024-05') });
    expect(here().history.get().undo).toBe('帯を2か月うしろへ（続く帯1本も）');
    here().undo();
    expect(await barOf(one)).toMatchObject({ lane: trial, span: span('2023-02', '2023-03') });
    expect(await barOf(two)).toMatchObject({ span: span('2023-04', '2024-03') });
  });

  it('let the period grow to hold them, to 15 fiscal years and no further', async () => {
    const { lanes } = await begin();
    const [, trial] = lanes;
    const id = await addBar(trial, { start: '2022-09', end: '2027-05' });
    const period = async () => {
      const { roadmap } = await look();
      return [roadmap.firstMonth, roadmap.lastMonth];
    };
    expect(await period()).toEqual(['2022-09', '2028-03']);
    expect(await refusal(setBarCommand(caseId, id, { end: '2037-04' }))).toBe(
      'ロードマップに表せるのは15年度分までです。',
    );
    await done(moveBarsCommand(caseId, [{ id, span: span('2022-09', '2037-03-T1') }]));
    expect(await period()).toEqual(['2022-09', '2037-03']);
    here().undo();
    expect(await period()).toEqual(['2022-09', '2028-03']);
    expect((await look()).checks).toEqual([]);
  });

  it('are refused with words where something cannot be', async () => {
    const { lanes } = await begin();
    const lane = lanes[1] as LaneId;
    const add = (values: Partial<BarValues>) =>
      refusal(
        addBarCommand(caseId, { lane, label: '帯', start: '2023-02', end: '2023-03', ...values }),
      );
    expect(await add({ label: '' })).toBe('帯の名前が入っていません。');
    expect(await add({ label: '字'.repeat(201) })).toBe('帯の名前が長すぎます（201文字）。');
    expect(await add({ start: '2023-04', end: '2023-03' })).toBe(
      '終了（令和5年3月）が開始（令和5年4月）より前です。',
    );
    expect(await add({ start: '2023-02-T2', end: '2023-02-T1' })).toContain('より前です');
    expect(await add({ start: '2023-02-T2', end: '2023-02' })).toBe('');
    expect(await add({ start: '' })).toBe('開始が入っていません。');
    expect(await add({ end: '2023-02-31' })).toContain('月として読み取れません');
    expect(await add({ start: '1926-11' })).toContain('ロードマップに表せません');
    expect(await add({ lane: 'none' as LaneId })).toBe('この取組みは見つかりません。');
    for (const progress of [-1, 101, 0.5, Number.NaN]) {
      expect(await add({ progress })).toBe('進みが読み取れません。');
    }
    expect(await add({ actualStart: '2023-03', actualEnd: '2023-02' })).toContain('実績の終了');
    expect(await add({ note: 'あ'.repeat(1001) })).toContain('備考が長すぎます');
    expect(await add({ label: '<img src=x onerror=alert(1)>' })).toBe('');
    const id = await addBar(lane);
    expect(await refusal(setBarCommand(caseId, id, { start: '2023-04' }))).toContain('より前です');
    expect(await refusal(setBarCommand(caseId, id, { lane: LOST_LANE }))).toBe(
      'この取組みは見つかりません。',
    );
    expect(await refusal(setBarCommand(caseId, 'none' as BarId, {}))).toBe(
      'この帯は見つかりません。',
    );
    const together = moveBarsCommand(caseId, [
      { id, span: span('2024-02', '2024-03') },
      { id, span: span('2024-04', '2024-03') },
    ]);
    expect(await refusal(together)).toContain('より前です');
    expect((await barOf(id)).span).toEqual(span('2023-02', '2023-03'));
  });
});

describe('dependencies', () => {
  it('are kept once, refused where they close a loop, with the loop named, and go with a bar', async () => {
    const { lanes } = await begin();
    const [first, second, third] = [
      await addBar(lanes[1], { label: '検討' }),
      await addBar(lanes[1], { label: '試行' }),
      await addBar(lanes[2], { label: '本格実施' }),
    ] as const;
    const id = await done(addDependencyCommand(caseId, first, second));
    expect(await done(addDependencyCommand(caseId, first, second))).toBe(id);
    await done(addDependencyCommand(caseId, second, third));
    expect(await refusal(addDependencyCommand(caseId, third, first))).toBe(
      '帯のつながりが輪になります（「本格実施」→「検討」→「試行」→「本格実施」）。',
    );
    expect(await refusal(addDependencyCommand(caseId, first, first))).toContain(
      '「検討」→「検討」',
    );
    expect(await refusal(addDependencyCommand(caseId, first, 'none' as BarId))).toBe(
      'この帯は見つかりません。',
    );
    expect((await look()).roadmap.dependencies).toHaveLength(2);
    await done(removeBarCommand(caseId, second, '試行'));
    expect((await look()).rows.dependencies).toEqual([]);
    here().undo();
    await done(removeDependencyCommand(caseId, id));
    expect((await look()).roadmap.dependencies).toHaveLength(1);
    expect(await done(addDependencyCommand(caseId, third, first))).not.toBe(id);
  });
});

describe('milestones', () => {
  it('stand on a day, in a month, or with one of the case’s meetings', async () => {
    const { lanes } = await begin();
    const lane = lanes[1] as LaneId;
    const { round, meetings } = await act((draft) =>
      addRound(draft, document, {
        number: 2,
        parts: [{ date: '2022-12-22', modes: ['onsite'] }],
      }),
    );
    expect(round).not.toBe('');
    const meeting = meetings[0] as MeetingId;
    const own = await done(
      addMilestoneCommand(caseId, { lane, label: '中間報告', date: '2023-09' }),
    );
    const with2 = await done(addMilestoneCommand(caseId, { lane, meeting }));
    const of = async (id: MilestoneId) =>
      (await look()).roadmap.milestones.find((each) => each.id === id);
    expect(await of(own)).toMatchObject({ label: '中間報告', date: '2023-09' });
    expect(await of(with2)).toMatchObject({ label: '第2回', date: '2022-12-22', meeting });
    await act((draft) => reDate(draft, document, meeting, '2023-01-12'));
    expect(await of(with2)).toMatchObject({ date: '2023-01-12' });
    const derived = (await look()).roadmap.milestones.filter((each) => each.derived);
    expect(derived).toMatchObject([{ label: '第2回', date: '2023-01-12', lane: lanes[0] }]);
    await done(setMilestoneCommand(caseId, own, { meeting, label: '' }));
    expect(await of(own)).toMatchObject({ label: '第2回', date: '2023-01-12' });
    await done(setMilestoneCommand(caseId, own, { date: '2023-03-31', label: '年度末' }));
    expect(await of(own)).toMatchObject({ label: '年度末', date: '2023-03-31', meeting: '' });
    await done(removeMilestoneCommand(caseId, with2, '第2回'));
    expect(await of(with2)).toBeUndefined();
  });

  it('are refused without a name, on a day that is none, or with a meeting that is none', async () => {
    const { lanes } = await begin();
    const lane = lanes[1] as LaneId;
    const add = (values: object) => refusal(addMilestoneCommand(caseId, { lane, ...values }));
    expect(await add({ label: '報告' })).toBe('節目の日が入っていません。');
    expect(await add({ label: '', date: '2023-03' })).toBe('節目の名前が入っていません。');
    expect(await add({ label: '報告', date: '2023-02-29' })).toBe(
      '「2023-02-29」という日はありません。',
    );
    expect(await add({ label: '報告', date: '1900-02' })).toContain('ロードマップに表せません');
    expect(await add({ meeting: 'none' as MeetingId })).toBe('この会合は見つかりません。');
    expect(
      await refusal(setMilestoneCommand(caseId, 'meeting:x@y' as MilestoneId, { label: 'あ' })),
    ).toBe('この節目は見つかりません。');
  });
});
