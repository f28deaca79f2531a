import { describe, expect, it } from 'vitest';
import {
  addBar,
  duplicateBar,
  moveBars,
  removeBar,
  setBar,
} from '#data/operations/roadmap/bars.ts';
import { addDependency, removeDependency } from '#data/operations/roadmap/dependencies.ts';
import {
  addGroup,
  addLane,
  moveGroup,
  moveLane,
  removeGroup,
  removeLane,
  renameGroup,
  setLane,
} from '#data/operations/roadmap/lanes.ts';
import {
  addMilestone,
  removeMilestone,
  setMilestone,
} from '#data/operations/roadmap/milestones.ts';
import { laneNamed, placeNamed, regroupLane } from '#data/operations/roadmap/places.ts';
import { nameVersion, removeVersion, renameVersion } from '#data/operations/roadmap/versions.ts';
import {
  bars,
  dependencies,
  laneGroups,
  lanes,
  milestones,
} from '#shared/domain/roadmap/collections.ts';
import { LOST_GROUP, LOST_LANE } from '#shared/domain/roadmap/model.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { CASE, type DraftDesk } from '#tests/support/drafts.ts';
import { desk, gone, ids } from '#tests/support/roadmap-draft.ts';

describe('groups and lanes', () => {
  it.each<[string, (of: DraftDesk) => unknown, string, string]>([
    [
      'added last',
      (of) => of.done((draft) => addGroup(draft, CASE, { name: ' 新 ' })),
      'g1 g2 新',
      'l1 l2 l3',
    ],
    [
      'added at a place',
      (of) => of.done((draft) => addGroup(draft, CASE, { name: '新', index: 0 })),
      '新 g1 g2',
      'l1 l2 l3',
    ],
    [
      'moved',
      (of) => of.done((draft) => moveGroup(draft, CASE, 'g2' as never, 0)),
      'g2 g1',
      'l1 l2 l3',
    ],
    [
      'renamed',
      (of) => of.done((draft) => renameGroup(draft, CASE, 'g1' as never, ' 別 ')),
      '別 g2',
      'l1 l2 l3',
    ],
    [
      'with a new lane',
      (of) => of.done((draft) => addLane(draft, CASE, { group: 'g1' as never, name: '新' })),
      'g1 g2',
      'l1 l2 新 l3',
    ],
    [
      'with a lane at a place',
      (of) =>
        of.done((draft) => addLane(draft, CASE, { group: 'g1' as never, name: '新', index: 1 })),
      'g1 g2',
      'l1 新 l2 l3',
    ],
    [
      'with a lane moved',
      (of) =>
        of.done((draft) =>
          moveLane(draft, CASE, 'l2' as never, { group: 'g1' as never, index: 0 }),
        ),
      'g1 g2',
      'l2 l1 l3',
    ],
    [
      'with a lane of another',
      (of) =>
        of.done((draft) =>
          moveLane(draft, CASE, 'l1' as never, { group: 'g2' as never, index: 1 }),
        ),
      'g1 g2',
      'l2 l3 l1',
    ],
    [
      'with a lane renamed',
      (of) => of.done((draft) => setLane(draft, CASE, 'l1' as never, { name: ' 別 ' })),
      'g1 g2',
      '別 l2 l3',
    ],
  ])('stand in order when %s', (_, act, groups, all) => {
    const made = desk();
    act(made);
    const names = (rows: readonly { readonly name: string }[]) =>
      rows.map(({ name }) => name).join(' ');
    const order = made.rows(laneGroups).map(({ id }) => id as string);
    const inGroups = made
      .rows(lanes)
      .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
    expect(names(made.rows(laneGroups))).toBe(groups);
    expect(names(groups.startsWith('g2') ? made.rows(lanes) : inGroups)).toBe(all);
  });

  it('show of the ladder what is said, nothing at first', () => {
    const made = desk();
    const id = made.done((draft) => addLane(draft, CASE, { group: 'g1' as never, name: '新' }));
    expect(made.row(lanes, id)?.follows).toBe('nothing');
    made.done((draft) => setLane(draft, CASE, id, { follows: 'rounds' }));
    expect(made.row(lanes, id)).toMatchObject({ name: '新', follows: 'rounds', group: 'g1' });
    const other = { group: 'g1' as never, name: '別', follows: 'rounds' } as const;
    expect(
      made.row(
        lanes,
        made.done((draft) => addLane(draft, CASE, other)),
      )?.follows,
    ).toBe('rounds');
  });

  it.each<[string, (of: DraftDesk) => unknown, Loose, string]>([
    [
      'a group',
      (of) => of.done((draft) => removeGroup(draft, CASE, 'g1' as never)),
      { lanes: 2, bars: 2, milestones: 1 },
      'g2 | l3 | b3 |  | ',
    ],
    [
      'another',
      (of) => of.done((draft) => removeGroup(draft, CASE, 'g2' as never)),
      { lanes: 1, bars: 1, milestones: 0 },
      'g1 | l1 l2 | b1 b2 | n1 | d1',
    ],
    [
      'a lane',
      (of) => of.done((draft) => removeLane(draft, CASE, 'l1' as never)),
      { lanes: 1, bars: 2, milestones: 1 },
      'g1 g2 | l2 l3 | b3 |  | ',
    ],
    [
      'an empty lane',
      (of) => of.done((draft) => removeLane(draft, CASE, 'l2' as never)),
      { lanes: 1, bars: 0, milestones: 0 },
      'g1 g2 | l1 l3 | b1 b2 b3 | n1 | d1',
    ],
    [
      'what stood in no group',
      (of) => {
        of.write((draft) => draft.remove(CASE, laneGroups, 'g1'));
        return of.done((draft) => removeGroup(draft, CASE, LOST_GROUP));
      },
      { lanes: 2, bars: 2, milestones: 1 },
      'g2 | l3 | b3 |  | ',
    ],
    [
      'what stood in no lane',
      (of) => {
        of.write((draft) => draft.remove(CASE, lanes, 'l1'));
        return of.done((draft) => removeLane(draft, CASE, LOST_LANE));
      },
      { lanes: 0, bars: 2, milestones: 1 },
      'g1 g2 | l2 l3 | b3 |  | ',
    ],
    [
      'a bar',
      (of) => of.done((draft) => removeBar(draft, CASE, 'b2' as never)) ?? {},
      {},
      'g1 g2 | l1 l2 l3 | b1 b3 | n1 | ',
    ],
    [
      'the bar before',
      (of) => of.done((draft) => removeBar(draft, CASE, 'b1' as never)) ?? {},
      {},
      'g1 g2 | l1 l2 l3 | b2 b3 | n1 | ',
    ],
    [
      'a bar alone',
      (of) => of.done((draft) => removeBar(draft, CASE, 'b3' as never)) ?? {},
      {},
      'g1 g2 | l1 l2 l3 | b1 b2 | n1 | d1',
    ],
    [
      'a milestone',
      (of) => of.done((draft) => removeMilestone(draft, CASE, 'n1' as never)) ?? {},
      {},
      'g1 g2 | l1 l2 l3 | b1 b2 b3 |  | d1',
    ],
    [
      'a dependency',
      (of) => of.done((draft) => removeDependency(draft, CASE, 'd1' as never)) ?? {},
      {},
      'g1 g2 | l1 l2 l3 | b1 b2 b3 | n1 | ',
    ],
  ])('go with what stands in them: %s', (_, act, told, left) => {
    const made = desk();
    expect(act(made)).toEqual(told);
    const all = [laneGroups, lanes, bars, milestones, dependencies] as const;
    expect(all.map((each) => ids(made.rows(each))).join(' | ')).toBe(left);
  });

  it.each<[string, (of: DraftDesk) => string]>([
    ['分野', (of) => of.refused((draft) => renameGroup(draft, CASE, 'x' as never, '別'))],
    ['分野', (of) => of.refused((draft) => moveGroup(draft, CASE, 'x' as never, 0))],
    ['分野', (of) => of.refused((draft) => removeGroup(draft, CASE, 'x' as never))],
    [
      '分野',
      (of) => of.refused((draft) => addLane(draft, CASE, { group: 'x' as never, name: '新' })),
    ],
    [
      '分野',
      (of) =>
        of.refused((draft) =>
          moveLane(draft, CASE, 'l1' as never, { group: 'x' as never, index: 0 }),
        ),
    ],
    [
      '取組み',
      (of) =>
        of.refused((draft) =>
          moveLane(draft, CASE, 'x' as never, { group: 'g1' as never, index: 0 }),
        ),
    ],
    ['取組み', (of) => of.refused((draft) => setLane(draft, CASE, 'x' as never, {}))],
    ['取組み', (of) => of.refused((draft) => removeLane(draft, CASE, 'x' as never))],
    ['取組み', (of) => of.refused((draft) => regroupLane(draft, CASE, 'x' as never, 'g1'))],
    [
      '取組み',
      (of) =>
        of.refused((draft) =>
          addBar(draft, CASE, { lane: 'x', label: 'a', start: '2023-01', end: '2023-01' } as never),
        ),
    ],
    [
      '取組み',
      (of) =>
        of.refused((draft) =>
          addMilestone(draft, CASE, { lane: 'x', label: 'a', date: '2023-01' } as never),
        ),
    ],
    [
      '取組み',
      (of) => of.refused((draft) => setBar(draft, CASE, 'b1' as never, { lane: 'x' as never })),
    ],
    [
      '取組み',
      (of) => of.refused((draft) => setBar(draft, CASE, 'b1' as never, { lane: LOST_LANE })),
    ],
    [
      '取組み',
      (of) =>
        of.refused((draft) => setMilestone(draft, CASE, 'n1' as never, { lane: 'x' as never })),
    ],
    ['帯', (of) => of.refused((draft) => setBar(draft, CASE, 'x' as never, {}))],
    ['帯', (of) => of.refused((draft) => removeBar(draft, CASE, 'x' as never))],
    ['帯', (of) => of.refused((draft) => duplicateBar(draft, CASE, 'x' as never))],
    [
      '帯',
      (of) =>
        of.refused((draft) =>
          moveBars(draft, CASE, [{ id: 'x', span: { start: '2023-01', end: '2023-01' } } as never]),
        ),
    ],
    [
      '帯',
      (of) =>
        of.refused((draft) => placeNamed(draft, CASE, 'bar', 'x', { group: 'g1', lane: 'l1' })),
    ],
    ['帯', (of) => of.refused((draft) => addDependency(draft, CASE, 'x' as never, 'b1' as never))],
    ['帯', (of) => of.refused((draft) => addDependency(draft, CASE, 'b1' as never, 'x' as never))],
    [
      '節目',
      (of) =>
        of.refused((draft) =>
          placeNamed(draft, CASE, 'milestone', 'b1', { group: 'g1', lane: 'l1' }),
        ),
    ],
    ['節目', (of) => of.refused((draft) => setMilestone(draft, CASE, 'x' as never, {}))],
    ['節目', (of) => of.refused((draft) => removeMilestone(draft, CASE, 'x' as never))],
    [
      '会合',
      (of) =>
        of.refused((draft) => addMilestone(draft, CASE, { lane: 'l1', meeting: 'x' } as never)),
    ],
    [
      '会合',
      (of) =>
        of.refused((draft) => setMilestone(draft, CASE, 'n1' as never, { meeting: 'x' as never })),
    ],
    ['つながり', (of) => of.refused((draft) => removeDependency(draft, CASE, 'x' as never))],
    ['版', (of) => of.refused((draft) => renameVersion(draft, CASE, 'x', {}))],
    ['版', (of) => of.refused((draft) => removeVersion(draft, CASE, 'x'))],
  ])('that are gone are not found: %s %#', (what, act) => {
    expect(act(desk())).toBe(gone(what));
  });

  it.each<[string, (of: DraftDesk) => string]>([
    ['分野の名前', (of) => of.refused((draft) => addGroup(draft, CASE, { name: ' ' }))],
    ['分野の名前', (of) => of.refused((draft) => renameGroup(draft, CASE, 'g1' as never, ''))],
    ['分野の名前', (of) => of.refused((draft) => regroupLane(draft, CASE, 'l1' as never, ''))],
    [
      '分野の名前',
      (of) => of.refused((draft) => laneNamed(draft, CASE, { group: '', lane: 'l1' })),
    ],
    [
      '取組みの名前',
      (of) => of.refused((draft) => laneNamed(draft, CASE, { group: 'g1', lane: '' })),
    ],
    [
      '取組みの名前',
      (of) => of.refused((draft) => addLane(draft, CASE, { group: 'g1' as never, name: '' })),
    ],
    [
      '取組みの名前',
      (of) => of.refused((draft) => setLane(draft, CASE, 'l1' as never, { name: '' })),
    ],
    ['帯の名前', (of) => of.refused((draft) => setBar(draft, CASE, 'b1' as never, { label: '' }))],
    [
      '節目の名前',
      (of) => of.refused((draft) => setMilestone(draft, CASE, 'n1' as never, { label: '' })),
    ],
    [
      '版の名前',
      (of) => of.refused((draft) => nameVersion(draft, CASE, { name: '', date: '2023-01-01' })),
    ],
  ])('need their names: %s %#', (what, act) => {
    expect(act(desk())).toBe(`${what}が入っていません。`);
  });

  it('are found by their names, whatever the width, and made where they are not there', () => {
    const made = desk();
    const named = (group: string, lane: string) =>
      made.done((draft) => laneNamed(draft, CASE, { group, lane }));
    expect(named('Ｇ１', ' L1 ')).toBe('l1');
    const other = named('g2', 'l1');
    expect(made.row(lanes, other)).toMatchObject({ group: 'g2', name: 'l1' });
    const fresh = named('g3', '新');
    expect(made.rows(laneGroups).map(({ name }) => name)).toEqual(['g1', 'g2', 'g3']);
    made.done((draft) => placeNamed(draft, CASE, 'bar', 'b1', { group: 'g3', lane: '新' }));
    made.done((draft) => placeNamed(draft, CASE, 'milestone', 'n1', { group: 'g3', lane: '新' }));
    expect([made.row(bars, 'b1')?.lane, made.row(milestones, 'n1')?.lane]).toEqual([fresh, fresh]);
    made.done((draft) => regroupLane(draft, CASE, 'l1' as never, 'ｇ２'));
    expect(made.row(lanes, 'l1')?.group).toBe('g2');
  });
});
