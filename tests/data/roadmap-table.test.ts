import { describe, expect, it } from 'vitest';
import { changeLaneCommand } from '#features/roadmap/lane-commands.ts';
import {
  addMilestoneRowCommand,
  addRowCommand,
  placeCommand,
  regroupCommand,
} from '#features/roadmap/table/table-commands.ts';
import {
  addBar,
  begin,
  caseId,
  done,
  here,
  look,
  refusal,
  span,
  withDesk,
} from '#tests/support/roadmap-desk.ts';

withDesk();

const placeOf = async (id: string): Promise<string> => {
  const { roadmap } = await look();
  const item = [...roadmap.bars, ...roadmap.milestones].find((each) => each.id === id);
  const lane = roadmap.lanes.find((each) => each.id === item?.lane);
  const group = roadmap.groups.find((each) => each.id === lane?.group);
  return `${group?.name ?? '?'} › ${lane?.name ?? '?'}`;
};

describe('a row of the table', () => {
  it('that names another lane takes its bar there, apart from width and case', async () => {
    const { lanes } = await begin();
    const bar = await addBar(lanes[1]);
    await done(placeCommand(caseId, 'bar', bar, { group: '支援', lane: '国の伴走支援 ' }));
    expect(await placeOf(bar)).toBe('支援 › 国の伴走支援');
    await done(
      placeCommand(caseId, 'bar', bar, {
        group: '自立支援・重度化防止の取組み',
        lane: '通所型サービスＣ',
      }),
    );
    expect(await placeOf(bar)).toBe('自立支援・重度化防止の取組み › 通所型サービスC');
    expect((await look()).roadmap.lanes).toHaveLength(3);
  });

  it('that names new ones makes them, and one undo takes all of it back', async () => {
    const { lanes } = await begin();
    const bar = await addBar(lanes[1]);
    const before = (await look()).roadmap;
    await done(placeCommand(caseId, 'bar', bar, { group: '新しい分野', lane: '新しい取組み' }));
    expect(await placeOf(bar)).toBe('新しい分野 › 新しい取組み');
    here().undo();
    expect((await look()).roadmap).toEqual(before);
    expect(await refusal(placeCommand(caseId, 'bar', bar, { group: '支援', lane: ' ' }))).toContain(
      '取組みの名前が入っていません',
    );
    expect((await look()).roadmap).toEqual(before);
  });

  it('becomes a bar once, and says so when it is there already', async () => {
    await begin();
    const place = { group: '支援', lane: '県の伴走支援' };
    const command = addRowCommand(caseId, place, span('2023-04', '2023-09'), { label: '試行' });
    const id = await done(command);
    expect(await placeOf(id)).toBe('支援 › 県の伴走支援');
    expect(here().history.get().undo).toBe('帯「試行」を追加');
    expect(await refusal(command)).toContain('「試行」がすでにあります');
  });

  it('becomes a milestone in a lane that is there, or that is made with it', async () => {
    await begin();
    const values = { label: '研修', date: '2023-02-13' as never, note: '' };
    const id = await done(
      addMilestoneRowCommand(caseId, { group: '支援', lane: '国の伴走支援' }, values),
    );
    expect(await placeOf(id)).toBe('支援 › 国の伴走支援');
    const other = addMilestoneRowCommand(caseId, { group: '支援', lane: 'まだない' }, values);
    expect(await placeOf(await done(other))).toBe('支援 › まだない');
    expect((await look()).roadmap.lanes).toHaveLength(4);
  });
});

describe('a lane', () => {
  it('goes to another group with all that stands in it', async () => {
    const { lanes } = await begin();
    const bar = await addBar(lanes[1]);
    const lane = lanes[1];
    if (lane === undefined) throw new Error('the form has three lanes');
    await done(regroupCommand(caseId, lane, '関係機関'));
    expect(await placeOf(bar)).toBe('関係機関 › 通所型サービスC');
    await done(regroupCommand(caseId, lane, '新しい分野'));
    expect(await placeOf(bar)).toBe('新しい分野 › 通所型サービスC');
  });

  it('takes name, group and what it shows in one step', async () => {
    await begin();
    const { roadmap } = await look();
    const [lane] = roadmap.lanes.slice(1);
    const group = roadmap.groups[0];
    if (lane === undefined || group === undefined) throw new Error('the form has three lanes');
    await done(
      changeLaneCommand(caseId, lane, { name: '通所C', group: group.id, follows: 'rounds' }),
    );
    const after = (await look()).roadmap.lanes.filter((each) => each.group === group.id);
    expect(after.map(({ name }) => name)).toEqual(['国の伴走支援', '通所C']);
    here().undo();
    expect((await look()).roadmap).toEqual(roadmap);
  });
});
