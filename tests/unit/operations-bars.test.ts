import { describe, expect, it } from 'vitest';
import { addBar, duplicateBar, monthsOf, moveBars, setBar } from '#data/operations/roadmap/bars.ts';
import { addDependency } from '#data/operations/roadmap/dependencies.ts';
import { addMilestone, setMilestone } from '#data/operations/roadmap/milestones.ts';
import {
  bars,
  dependencies,
  lanes,
  milestones,
  ROADMAP_ID,
  roadmaps,
} from '#shared/domain/roadmap/collections.ts';
import { LOST_LANE } from '#shared/domain/roadmap/model.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { CASE, type DraftDesk } from '#tests/support/drafts.ts';
import { BAR, desk, gone } from '#tests/support/roadmap-draft.ts';

describe('a bar', () => {
  const change = (of: DraftDesk, patch: Loose, id = 'b1') =>
    of.refused((draft) => setBar(draft, CASE, id as never, patch as never));

  it.each<[Loose, string]>([
    [{ label: ' 別\n' }, ''],
    [{ start: '2023-04' }, '終了（令和5年3月）が開始（令和5年4月）より前です。'],
    [{ start: '2023-03' }, ''],
    [{ end: '2022-12' }, '終了（令和4年12月）が開始（令和5年1月）より前です。'],
    [{ end: '' }, '終了が入っていません。'],
    [{ actualStart: '2023-02' }, ''],
    [
      { actualStart: '2023-02', actualEnd: '2023-01' },
      '実績の終了（令和5年1月）が実績の開始（令和5年2月）より前です。',
    ],
    [{ progress: 101 }, '進みが読み取れません。'],
    [{ owner: '' }, ''],
    [{ lane: 'l2' }, ''],
    [{ end: '2040-01' }, 'ロードマップに表せるのは15年度分までです。'],
  ])('is changed by %j, or refused: %s', (patch, refusal) => {
    const made = desk();
    const before = made.row(bars, 'b1');
    expect(change(made, patch)).toBe(refusal);
    const expected = refusal === '' ? { ...before, ...patch } : before;
    expect(made.row(bars, 'b1')).toEqual('label' in patch ? { ...before, label: '別' } : expected);
  });

  it('knows what really happened from what stands there, too', () => {
    const made = desk();
    expect(change(made, { actualStart: '2023-02' })).toBe('');
    expect(change(made, { actualEnd: '2023-01' })).not.toBe('');
    expect(change(made, { actualEnd: '2023-02' })).toBe('');
    expect(change(made, { actualStart: '2023-03' })).not.toBe('');
  });

  it('may stay where its lane is gone', () => {
    const made = desk();
    made.write((draft) => draft.remove(CASE, lanes, 'l1'));
    expect(change(made, { lane: LOST_LANE, label: '別' })).toBe('');
    expect(made.row(bars, 'b1')).toMatchObject({ lane: 'l1', label: '別' });
    expect(change(made, { lane: 'l1' })).toBe('');
  });

  it('is planned, of 実施, and lets the period reach to the end of its year', () => {
    const made = desk();
    const id = made.done((draft) =>
      addBar(draft, CASE, { lane: 'l1', label: ' 新 ', start: '2027-05', end: '2027-06' } as never),
    );
    expect(made.row(bars, id)).toMatchObject({
      ...{ label: '新', kind: 'operation', state: 'planned', progress: null, lane: 'l1' },
    });
    expect(made.row(roadmaps, ROADMAP_ID)).toMatchObject({
      firstMonth: '2022-04',
      lastMonth: '2028-03',
    });
  });

  it('is copied behind itself, without what really happened', () => {
    const made = desk();
    made.write((draft) =>
      draft.set(CASE, bars, 'b1', {
        state: 'done',
        actualStart: '2023-01',
        source: '表',
        owner: '町',
        kind: 'trial',
      }),
    );
    const copy = made.done((draft) => duplicateBar(draft, CASE, 'b1' as never));
    expect(made.row(bars, copy)).toMatchObject({
      ...{ label: `b1${BAR}`, lane: 'l1', start: '2023-04', end: '2023-06', kind: 'trial' },
      ...{ state: 'planned', actualStart: '', source: '', owner: '町' },
    });
    const at = { lane: 'l2', span: { start: '2023-01', end: '2023-01' } } as never;
    const other = made.done((draft) => duplicateBar(draft, CASE, 'b1' as never, at));
    expect(made.row(bars, other)).toMatchObject({ lane: 'l2', start: '2023-01', end: '2023-01' });
    for (const broken of [{ start: 'x' }, { end: 'x' }]) {
      const next = desk();
      next.write((draft) => draft.set(CASE, bars, 'b1', broken));
      expect(next.refused((draft) => duplicateBar(draft, CASE, 'b1' as never))).toBe(
        'この帯は月が読み取れません。',
      );
    }
  });

  it('moves with others, all of them or none', () => {
    const made = desk();
    const move = (...moves: readonly Loose[]) =>
      made.refused((draft) => moveBars(draft, CASE, moves as never));
    const span = { start: '2023-05', end: '2023-06' };
    expect(
      move({ id: 'b1', span }, { id: 'b2', span: { start: '2023-05', end: '2023-04' } }),
    ).not.toBe('');
    expect(made.row(bars, 'b1')?.start).toBe('2023-01');
    expect(move({ id: 'b1', span }, { id: 'b2', span, lane: 'l3' })).toBe('');
    expect(made.row(bars, 'b1')).toMatchObject({ ...span, lane: 'l1' });
    expect(made.row(bars, 'b2')).toMatchObject({ ...span, lane: 'l3' });
    expect(move({ id: 'b1', span, lane: 'x' })).toBe(gone('取組み'));
    expect(move({ id: 'b1', span: { start: '2040-05', end: '2040-06' } })).not.toBe('');
  });

  it('follows another, once, and never itself', () => {
    const made = desk();
    const add = (before: string, after: string) =>
      made.refused((draft) => addDependency(draft, CASE, before as never, after as never));
    const LOOP = '帯のつながりが輪になります';
    expect(add('b1', 'b1')).toBe(`${LOOP}（「b1${BAR}」→「b1${BAR}」）。`);
    expect(add('b2', 'b1')).toMatch(
      new RegExp(`^${LOOP}（「b.${BAR}」→「b.${BAR}」→「b.${BAR}」）。$`),
    );
    expect(add('b1', 'b2')).toBe('');
    expect(made.rows(dependencies)).toHaveLength(1);
    expect(add('b1', 'b3')).toBe('');
    expect(add('b2', 'b3')).toBe('');
    expect(made.rows(dependencies)).toHaveLength(3);
    made.write((draft) => draft.remove(CASE, bars, 'b1'));
    expect(add('b3', 'b2')).not.toBe('');
  });

  it.each([
    [
      ['2023-01', '2023-02-13'],
      ['2023-01', '2023-02'],
    ],
    [['', 'x', '2023-13', '2023'], []],
  ])('names months: %j', (edges, months) => {
    expect(monthsOf(...edges)).toEqual(months);
  });
});

describe('a milestone', () => {
  it.each<[Loose, string]>([
    [{ label: '節', date: '2023-01' }, ''],
    [{ label: '節', date: '2023-01-31' }, ''],
    [{ label: '節', date: '2023-02-30' }, '「2023-02-30」という日はありません。'],
    [{ label: '節' }, '節目の日が入っていません。'],
    [{ date: '2023-01' }, '節目の名前が入っていません。'],
    [{ meeting: 'm1' }, ''],
    [{ meeting: 'm1', label: '節' }, ''],
    [{ label: '節', date: '2040-01' }, 'ロードマップに表せるのは15年度分までです。'],
  ])('that is %j is made, or refused: %s', (given, refusal) => {
    const made = desk();
    expect(
      made.refused((draft) => addMilestone(draft, CASE, { lane: 'l1', ...given } as never)),
    ).toBe(refusal);
    expect(made.rows(milestones)).toHaveLength(refusal === '' ? 2 : 1);
  });

  it('stands on a day or with a meeting, not both', () => {
    const made = desk();
    const change = (patch: Loose) =>
      made.done((draft) => setMilestone(draft, CASE, 'n1' as never, patch as never));
    change({ meeting: 'm1' });
    expect(made.row(milestones, 'n1')).toMatchObject({ meeting: 'm1', date: '', label: 'n1' });
    change({ label: '' });
    change({ date: '2023-03', label: '節' });
    expect(made.row(milestones, 'n1')).toMatchObject({ meeting: '', date: '2023-03', label: '節' });
    change({ lane: 'l2' });
    change({ lane: LOST_LANE });
    expect(made.row(milestones, 'n1')?.lane).toBe('l2');
  });
});
