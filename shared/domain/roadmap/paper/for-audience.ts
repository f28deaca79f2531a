import { type MeetingRow, meetings } from '../../meeting/meeting.ts';
import type { Audience } from '../../record/audience.ts';
import { forAudience, type Outgoing } from '../../record/outgoing.ts';
import { bars, lanes, milestones } from '../collections.ts';
import type { Roadmap } from '../model.ts';

/** The meetings that milestones follow, as far as it is asked whose they are. */
export type FollowedMeeting = Pick<MeetingRow, 'id' | 'kind' | 'deletedAt'>;

/** A roadmap as an audience may see it, and what is left out for that. */
export const roadmapFor = (
  roadmap: Roadmap,
  followed: readonly FollowedMeeting[],
  audience: Audience,
): { readonly roadmap: Roadmap; readonly outgoing: Outgoing } => {
  const known = new Set<string>(followed.map(({ id }) => id));
  // Whose a meeting was that is no longer there, nobody can say.
  const lost = roadmap.milestones.flatMap(({ meeting, derived }): readonly FollowedMeeting[] =>
    meeting === '' || derived || known.has(meeting)
      ? []
      : [{ id: meeting, kind: 'internal', deletedAt: '' }],
  );
  const { rows, leftOut } = forAudience(
    { lanes, bars, milestones, meetings },
    {
      lanes: roadmap.lanes.map(asRow),
      bars: roadmap.bars.map(asRow),
      milestones: roadmap.milestones.map(asRow),
      meetings: [...followed, ...lost],
    },
    audience,
    () => false,
  );
  const { lanes: shownLanes, bars: shownBars, milestones: shownMarks } = rows;
  const there = new Set(shownBars.map(({ id }) => id));
  return {
    roadmap: {
      ...roadmap,
      lanes: shownLanes,
      bars: shownBars,
      milestones: shownMarks,
      dependencies: roadmap.dependencies.filter(
        ({ before, after }) => there.has(before) && there.has(after),
      ),
    },
    outgoing: {
      audience,
      leftOut: leftOut.filter(({ collection }) => collection !== 'meetings'),
    },
  };
};

/** What is drawn is in use. */
const asRow = <Drawn extends { readonly id: string }>(drawn: Drawn) => ({
  ...drawn,
  deletedAt: '',
});
