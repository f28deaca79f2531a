import { describe, expect, it } from 'vitest';
import {
  addDependencyCommand,
  addGroupCommand,
  addLaneCommand,
  addMilestoneCommand,
  beginCommand,
  foldYearCommand,
  moveGroupCommand,
  moveLaneCommand,
  nameVersionCommand,
  removeGroupCommand,
  removeLaneCommand,
  removeVersionCommand,
  renameGroupCommand,
  renameVersionCommand,
  setBarCommand,
  setLaneCommand,
  setRoadmapCommand,
} from '#features/roadmap/commands.ts';
import { fiscalYear } from '#shared/dates/types.ts';
import { type GroupId, type LaneId, LOST_GROUP } from '#shared/domain/roadmap/model.ts';
import { readSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import { ok } from '#shared/result.ts';
import { carryLogs, createDesk } from '#tests/support/desk.ts';
import {
  addBar,
  begin,
  caseId,
  done,
  FORM,
  here,
  look,
  refusal,
  restart,
  theDesk,
  value,
  withDesk,
} from '#tests/support/roadmap-desk.ts';

withDesk();

describe('a roadmap', () => {
  it('begins with its groups, lanes and months in one step, which undo takes back', async () => {
    await begin();
    const { roadmap } = await look();
    expect(roadmap.title).toBe('益城町の取組み');
    expect(roadmap.groups.map(({ name }) => name)).toEqual(FORM.groups.map(({ name }) => name));
    expect(roadmap.lanes.map(({ name }) => name)).toEqual([
      '国の伴走支援',
      '通所型サービスC',
      '動画',
    ]);
    expect([roadmap.firstMonth, roadmap.lastMonth]).toEqual(['2022-11', '2027-03']);
    expect(here().history.get().undo).toBe('ロードマップをはじめる');
    here().undo();
    expect((await look()).roadmap.groups).toEqual([]);
    here().redo();
    expect((await look()).roadmap).toEqual(roadmap);
  });

  it('shows five fiscal years from the case’s own until somebody says otherwise', async () => {
    await done(beginCommand(caseId, { groups: [] }));
    const { roadmap } = await look();
    expect([roadmap.firstMonth, roadmap.lastMonth]).toEqual(['2022-04', '2027-03']);
  });

  it('is not begun twice', async () => {
    await begin();
    expect(await refusal(beginCommand(caseId, FORM))).toBe(
      'ロードマップはすでにはじまっています。',
    );
  });

  it('keeps its head: caption, provisional mark, months, folded years', async () => {
    await begin();
    await done(
      setRoadmapCommand(caseId, {
        caption: '熊本県\n認知症対策・地域ケア推進課',
        provisional: true,
        lastMonth: '2028-03',
        foldedYears: [fiscalYear(2026)],
      }),
    );
    await done(foldYearCommand(caseId, fiscalYear(2025), true));
    await done(foldYearCommand(caseId, fiscalYear(2026), false));
    const { roadmap } = await look();
    expect(roadmap).toMatchObject({
      title: '益城町の取組み',
      caption: '熊本県\n認知症対策・地域ケア推進課',
      provisional: true,
      firstMonth: '2022-11',
      lastMonth: '2028-03',
      foldedYears: [2025],
    });
    expect(here().history.get().undo).toBe('令和8年度を開く');
  });

  it('folds a year even before anything else was said of it', async () => {
    await done(foldYearCommand(caseId, fiscalYear(2024), true));
    expect((await look()).roadmap.foldedYears).toEqual([2024]);
  });

  it('refuses months that cannot be, and more than 15 fiscal years', async () => {
    await begin();
    const months = (firstMonth: string, lastMonth: string) =>
      refusal(setRoadmapCommand(caseId, { firstMonth, lastMonth }));
    expect(await months('2023-04', '2023-03')).toBe('最後の月が最初の月より前です。');
    expect(await months('2023-13', '2024-03')).toContain('「2023-13」は月として読み取れません');
    expect(await months('1920-04', '2024-03')).toContain('ロードマップに表せません');
    expect(await months('2022-04', '2038-03')).toBe('ロードマップに表せるのは15年度分までです。');
    expect(await months('2022-04', '2037-03')).toBe('');
  });
});

describe('groups and lanes', () => {
  it('are added where they are wanted, renamed and moved', async () => {
    const { groups, lanes } = await begin();
    const middle = await done(addGroupCommand(caseId, { name: '地域連携', index: 1 }));
    await done(addGroupCommand(caseId, { name: ' 最後\t' }));
    const first = await done(addLaneCommand(caseId, { group: middle, name: '住民向け研修' }));
    await done(addLaneCommand(caseId, { group: middle, name: '視察', index: 0 }));
    await done(renameGroupCommand(caseId, middle, '地域への周知'));
    await done(setLaneCommand(caseId, first, { name: '住民研修', follows: 'rounds' }));
    const names = async () => {
      const { roadmap } = await look();
      return roadmap.groups.map((group) => [
        group.name,
        ...roadmap.lanes.filter((lane) => lane.group === group.id).map(({ name }) => name),
      ]);
    };
    expect(await names()).toEqual([
      ['支援', '国の伴走支援'],
      ['地域への周知', '視察', '住民研修'],
      ['自立支援・重度化防止の取組み', '通所型サービスC', '動画'],
      ['関係機関'],
      ['最後'],
    ]);
    await done(moveGroupCommand(caseId, middle, 99));
    const [, , film] = lanes;
    await done(moveLaneCommand(caseId, film as LaneId, { group: middle, index: 1 }));
    await done(moveLaneCommand(caseId, first, { group: groups[0] as GroupId, index: 0 }));
    expect(await names()).toEqual([
      ['支援', '住民研修', '国の伴走支援'],
      ['自立支援・重度化防止の取組み', '通所型サービスC'],
      ['関係機関'],
      ['最後'],
      ['地域への周知', '視察', '動画'],
    ]);
  });

  it('stand at the place where they are put even when two desks gave them equal order keys', async () => {
    const { groups } = await begin();
    const group = groups[0] as GroupId;
    await here().flush();
    const other = await createDesk();
    await carryLogs(theDesk(), other);
    const there = (await other.start()).workspace;
    for (const name of ['い', 'ろ']) {
      value(await there.run(addLaneCommand(caseId, { group, name })));
      await done(addLaneCommand(caseId, { group, name: `${name}2` }));
    }
    await there.flush();
    await here().flush();
    await carryLogs(other, theDesk());
    await restart();
    const inGroup = async () =>
      (await look()).roadmap.lanes.filter((lane) => lane.group === group).map(({ id }) => id);
    const before = await inGroup();
    expect(before).toHaveLength(5);
    const moved = before[0] as LaneId;
    for (const index of [3, 1, 4, 2, 0]) {
      await done(moveLaneCommand(caseId, moved, { group, index }));
      const after = await inGroup();
      expect(after.indexOf(moved)).toBe(index);
      expect(after.filter((id) => id !== moved)).toEqual(before.filter((id) => id !== moved));
    }
    await other.remove();
  });

  it('need a name of at most 200 characters, and a group that is there', async () => {
    const { groups } = await begin();
    const long = 'あ'.repeat(10_000);
    expect(await refusal(addGroupCommand(caseId, { name: '　' }))).toBe(
      '分野の名前が入っていません。',
    );
    expect(await refusal(addLaneCommand(caseId, { group: groups[0] as GroupId, name: long }))).toBe(
      '取組みの名前が長すぎます（10,000文字）。',
    );
    expect(await refusal(addLaneCommand(caseId, { group: LOST_GROUP, name: '研修' }))).toBe(
      'この分野は見つかりません。',
    );
    expect(await refusal(renameGroupCommand(caseId, 'none' as GroupId, '研修'))).toBe(
      'この分野は見つかりません。',
    );
  });

  it('go with all that stands in them, and come back in one step', async () => {
    const { groups, lanes } = await begin();
    const [, trial, film] = lanes;
    const one = await addBar(trial);
    const two = await addBar(trial, { label: '継続', start: '2023-04', end: '2024-03' });
    const three = await addBar(film, { label: '作成' });
    await done(addDependencyCommand(caseId, one, two));
    await done(addDependencyCommand(caseId, three, two));
    await done(
      addMilestoneCommand(caseId, { lane: trial as LaneId, label: '中間報告', date: '2023-09' }),
    );
    const before = (await look()).roadmap;
    const removed = await done(removeLaneCommand(caseId, trial as LaneId, '通所型サービスC'));
    expect(removed).toEqual({ lanes: 1, bars: 2, milestones: 1 });
    expect(here().history.get().undo).toBe('取組み「通所型サービスC」を削除');
    const after = await look();
    expect(after.roadmap.bars.map(({ label }) => label)).toEqual(['作成']);
    expect(after.rows.dependencies).toEqual([]);
    expect(after.checks).toEqual([]);
    here().undo();
    expect((await look()).roadmap).toEqual(before);
    const all = await done(removeGroupCommand(caseId, groups[1] as GroupId, '取組み'));
    expect(all).toEqual({ lanes: 2, bars: 3, milestones: 1 });
    const without = await look();
    expect(without.roadmap.lanes).toHaveLength(1);
    expect(without.roadmap.bars).toEqual([]);
    here().undo();
    expect((await look()).roadmap).toEqual(before);
  });
});

describe('versions', () => {
  it('hold the roadmap as it stood, and are renamed and removed', async () => {
    const { lanes } = await begin();
    const id = await addBar(lanes[1]);
    const then = (await look()).roadmap;
    const version = await done(
      nameVersionCommand(caseId, { name: '第2回支援前', date: '2022-12-01', reason: '支援の前に' }),
    );
    await done(setBarCommand(caseId, id, { label: '試行実施' }));
    const [row] = (await look()).versions;
    expect(row).toMatchObject({ name: '第2回支援前', date: '2022-12-01', reason: '支援の前に' });
    expect(readSnapshot(row?.snapshot ?? '')).toEqual(ok(then));
    await done(renameVersionCommand(caseId, version, { name: '12月版' }));
    const [renamed] = (await look()).versions;
    expect(renamed).toMatchObject({ name: '12月版', snapshot: row?.snapshot });
    const name = (values: { readonly name: string; readonly date: string }) =>
      refusal(nameVersionCommand(caseId, values));
    expect(await name({ name: '１２月版', date: '2023-03-02' })).toContain('すでにあります');
    expect(await name({ name: '', date: '2023-03-02' })).toBe('版の名前が入っていません。');
    expect(await name({ name: '3月版', date: '2023-03' })).toContain('という日はありません');
    const broken = { name: '3月版', date: '2023-03-02', snapshot: '{' };
    expect(await refusal(nameVersionCommand(caseId, broken))).not.toBe('');
    await done(removeVersionCommand(caseId, version, '12月版'));
    expect((await look()).versions).toEqual([]);
    here().undo();
    expect((await look()).versions).toEqual([renamed]);
  });
});
