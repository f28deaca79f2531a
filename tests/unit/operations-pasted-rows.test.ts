import { describe, expect, it } from 'vitest';
import { importRoadmapRows, type RoadmapRowValues } from '#data/operations/roadmap/import.ts';
import { periodOf } from '#data/operations/roadmap/roadmap.ts';
import { month } from '#shared/dates/types.ts';
import { bars, laneGroups, lanes } from '#shared/domain/roadmap/collections.ts';
import { CASE, type DraftDesk } from '#tests/support/drafts.ts';
import { desk } from '#tests/support/roadmap-draft.ts';

const row = (values: Partial<RoadmapRowValues> = {}): RoadmapRowValues =>
  ({
    ...{ group: 'g1', lane: 'l1', label: '帯', kind: 'trial', state: 'running', progress: 40 },
    ...{ owner: '町', actualStart: '2023-01', actualEnd: '', note: '備考' },
    span: { start: month('2023-01'), end: month('2023-03') },
    ...values,
  }) as RoadmapRowValues;
const span = (start: string, end: string) => ({ start: month(start), end: month(end) });
const take = (at: DraftDesk, rows: readonly RoadmapRowValues[]) =>
  at.done((draft) => importRoadmapRows(draft, CASE, rows));

describe('pasted rows on a roadmap', () => {
  it.each([
    // [the row, how many bars, groups, lanes and known rows come of it]
    [{}, [1, 0, 0, 0]],
    [{ group: ' Ｇ１ ', lane: 'L1' }, [1, 0, 0, 0]],
    [{ lane: '新しい取組み' }, [1, 0, 1, 0]],
    [{ group: '新しい分野', lane: 'l1' }, [1, 1, 1, 0]],
    [{ label: 'b1（帯）' }, [0, 0, 0, 1]],
    [{ label: 'Ｂ１（帯）' }, [0, 0, 0, 1]],
    [{ label: 'b1（帯）', span: span('2023-01', '2023-04') }, [1, 0, 0, 0]],
    [{ label: 'b1（帯）', span: span('2023-02', '2023-03') }, [1, 0, 0, 0]],
    [{ label: 'b1（帯）', lane: 'l2' }, [1, 0, 0, 0]],
    [{ label: 'b1（帯）', group: 'g2' }, [1, 0, 1, 0]],
  ] as const)('%j', (values, counts) => {
    const { bars: made, groups, lanes: more, known, refused } = take(desk(), [row(values)]);
    expect([[made.length, groups, more, known], refused]).toEqual([counts, []]);
  });

  it('become bars with all that they say, in their lane', () => {
    const at = desk();
    const { bars: made } = take(at, [row({ group: '新', lane: '取組み', label: '一つ目' })]);
    const group = at.rows(laneGroups, CASE).find(({ name }) => name === '新');
    const lane = at.rows(lanes, CASE).find(({ name }) => name === '取組み');
    expect(lane?.group).toBe(group?.id);
    expect(at.row(bars, made[0] ?? '', CASE)).toMatchObject({
      ...{ lane: lane?.id, label: '一つ目', start: '2023-01', end: '2023-03', kind: 'trial' },
      ...{ state: 'running', progress: 40, owner: '町', actualStart: '2023-01', note: '備考' },
    });
  });

  it('that name one lane share it, and twice the same is one bar', () => {
    const at = desk();
    const rows = [
      row({ group: '新', lane: '甲' }),
      row({ group: '新', lane: '甲' }),
      row({ group: '新', lane: '乙' }),
    ];
    expect(take(at, rows)).toMatchObject({ groups: 1, lanes: 2, known: 1, refused: [] });
    expect(take(at, rows)).toMatchObject({ bars: [], groups: 0, lanes: 0, known: 3 });
  });

  it('go into the first of two groups or lanes of one name', () => {
    const at = desk();
    at.write((draft) => {
      draft.create(CASE, laneGroups, { name: 'g1' }, 'later');
      draft.create(CASE, lanes, { name: 'l1', group: 'g1' } as never, 'double');
    });
    const { bars: made } = take(at, [row()]);
    expect(at.row(bars, made[0] ?? '', CASE)?.lane).toBe('l1');
  });

  it.each([
    [{ group: ' ' }, '分野の名前が入っていません。'],
    [{ lane: '' }, '取組みの名前が入っていません。'],
    [{ span: span('2023-03', '2023-01') }, '終了（令和5年1月）が開始（令和5年3月）より前です。'],
    [{ label: '字'.repeat(201) }, expect.stringContaining('長すぎます')],
  ] as const)(
    'that cannot be (%#) keep no others back, and all of them the import',
    (values, why) => {
      const at = desk();
      const bad = row({ group: '別', lane: '別', ...values } as Partial<RoadmapRowValues>);
      const taken = take(at, [bad, row()]);
      expect(taken).toMatchObject({ groups: 0, lanes: 0, known: 0 });
      expect(taken.refused.map(({ index, problem }) => [index, problem.happened])).toEqual([
        [0, why],
      ]);
      expect(desk().refused((draft) => importRoadmapRows(draft, CASE, [bad]))).toEqual(why);
    },
  );

  it('widen the time of the roadmap as far as they reach', () => {
    const at = desk();
    const period = () => at.done((draft) => ({ ok: true as const, value: periodOf(draft, CASE) }));
    const before = period();
    take(at, [row({ span: span('2023-01', '2031-05') })]);
    expect(period().firstMonth).toBe(before.firstMonth);
    expect(period().lastMonth >= '2031-05').toBe(true);
  });
});
