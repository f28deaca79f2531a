import { describe, expect, it } from 'vitest';
import { addMeeting, removeMeeting } from '#data/operations/meeting/meetings.ts';
import {
  addBarCommand,
  addDependencyCommand,
  addLaneCommand,
  addMilestoneCommand,
  beginCommand,
  moveBarsCommand,
  moveLaneCommand,
  removeGroupCommand,
  removeLaneCommand,
  setBarCommand,
} from '#features/roadmap/commands.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { type GroupId, type LaneId, LOST_GROUP, LOST_LANE } from '#shared/domain/roadmap/model.ts';
import { carryLogs, createDesk } from '#tests/support/desk.ts';
import {
  act,
  addBar,
  barOf,
  begin,
  caseId,
  document,
  done,
  FORM,
  here,
  look,
  refusal,
  restart,
  span,
  theDesk,
  value,
  withDesk,
} from '#tests/support/roadmap-desk.ts';

withDesk();

describe('two desks', () => {
  const pair = async () => {
    await here().flush();
    const other = await createDesk();
    await carryLogs(theDesk(), other);
    const there = (await other.start()).workspace;
    const meet = async () => {
      await here().flush();
      await there.flush();
      await carryLogs(theDesk(), other);
      await carryLogs(other, theDesk());
      await restart();
      const back = (await other.start()).workspace;
      const [mine, theirs] = [await look(), await look(back)];
      expect(theirs).toEqual(mine);
      await back.flush();
      await other.remove();
      return mine;
    };
    return { there, meet };
  };

  it('that begin the same roadmap side by side have one of it', async () => {
    const { there, meet } = await pair();
    await begin();
    value(await there.run(beginCommand(caseId, FORM)));
    const { roadmap } = await meet();
    expect(roadmap.groups).toHaveLength(3);
    expect(roadmap.lanes).toHaveLength(3);
  });

  it('may make a loop together: it is drawn, and listed with its bars named', async () => {
    const { lanes } = await begin();
    const one = await addBar(lanes[1], { label: '試行' });
    const two = await addBar(lanes[1], { label: '本格実施', start: '2023-04', end: '2024-03' });
    const { there, meet } = await pair();
    await done(addDependencyCommand(caseId, one, two));
    value(await there.run(addDependencyCommand(caseId, two, one)));
    const { roadmap, checks } = await meet();
    expect(roadmap.bars).toHaveLength(2);
    expect(roadmap.dependencies).toHaveLength(2);
    const loop = checks.find(({ code }) => code === 'dependency-loop');
    expect(loop?.message).toContain('「試行」');
    expect(loop?.message).toContain('「本格実施」');
    expect(await refusal(addDependencyCommand(caseId, one, two))).toBe('');
  });

  it('one of which removes a lane while the other draws in it lose no bar: it can be moved, or removed', async () => {
    const { groups, lanes } = await begin();
    const lane = lanes[1] as LaneId;
    const { there, meet } = await pair();
    await done(removeLaneCommand(caseId, lane, '通所型サービスC'));
    const values = { lane, label: '試行', start: '2023-02', end: '2023-03' };
    const id = value(await there.run(addBarCommand(caseId, values)));
    const { roadmap, checks } = await meet();
    expect(roadmap.bars).toMatchObject([{ id, lane: LOST_LANE }]);
    expect(checks.map(({ code }) => code)).toContain('lost-lane');
    await done(
      moveBarsCommand(caseId, [{ id, lane: LOST_LANE, span: span('2023-04', '2023-05') }]),
    );
    await done(setBarCommand(caseId, id, { label: '試行実施' }));
    expect(await barOf(id)).toMatchObject({ lane: LOST_LANE, span: span('2023-04', '2023-05') });
    expect(await done(removeLaneCommand(caseId, LOST_LANE, ''))).toMatchObject({ bars: 1 });
    here().undo();
    await done(
      moveBarsCommand(caseId, [{ id, lane: lanes[2] as LaneId, span: span('2023-04', '2023-05') }]),
    );
    const after = await look();
    expect(after.roadmap.lanes.map((each) => each.id)).not.toContain(LOST_LANE);
    expect(after.checks).toEqual([]);
    expect(groups).toHaveLength(3);
  });

  it('one of which removes a group while the other adds a lane keep the lane', async () => {
    const { groups } = await begin();
    const group = groups[2] as GroupId;
    const { there, meet } = await pair();
    await done(removeGroupCommand(caseId, group, '関係機関'));
    const lane = value(await there.run(addLaneCommand(caseId, { group, name: '研修' })));
    const { roadmap, checks } = await meet();
    expect(roadmap.lanes.find(({ id }) => id === lane)).toMatchObject({ group: LOST_GROUP });
    expect(checks.map(({ code }) => code)).toContain('lost-group');
    expect(await done(removeGroupCommand(caseId, LOST_GROUP, ''))).toMatchObject({ lanes: 1 });
    here().undo();
    await done(moveLaneCommand(caseId, lane, { group: groups[0] as GroupId, index: 0 }));
    expect((await look()).checks).toEqual([]);
  });

  it('one of which removes a meeting that the other hangs a milestone on list it', async () => {
    const { lanes } = await begin();
    const meeting = await act((draft) =>
      addMeeting(draft, document, {
        kind: 'exchange',
        title: '意見交換会',
        date: '2023-01-10',
      }),
    );
    const { there, meet } = await pair();
    const values = { lane: lanes[1] as LaneId, meeting: meeting as MeetingId };
    value(await there.run(addMilestoneCommand(caseId, values)));
    await act((draft) => removeMeeting(draft, document, meeting));
    const { roadmap, checks } = await meet();
    expect(roadmap.milestones).toHaveLength(1);
    expect(checks.map(({ code }) => code)).toContain('missing-meeting');
  });
});
