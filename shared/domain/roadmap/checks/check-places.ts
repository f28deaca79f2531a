import { isLive } from '../../record/row-values.ts';
import { LOST_GROUP, LOST_LANE, type Roadmap } from '../model.ts';
import { nameIn } from '../names.ts';
import type { RoadmapRows } from '../rows.ts';
import type { RoadmapCheck } from './check-types.ts';

/** What refers to something that was removed elsewhere: lanes, groups, bars, meetings. */
export const checkPlaces = (rows: RoadmapRows, roadmap: Roadmap): readonly RoadmapCheck[] => [
  ...lostThings(roadmap.bars, '帯'),
  ...lostThings(
    roadmap.milestones.filter(({ derived }) => !derived),
    '節目',
  ),
  ...lostLanes(roadmap),
  ...danglingDependencies(rows),
  ...danglingMilestones(rows),
];

const lostThings = (
  things: readonly { readonly id: string; readonly lane: string; readonly label: string }[],
  what: '帯' | '節目',
): readonly RoadmapCheck[] =>
  things
    .filter(({ lane }) => lane === LOST_LANE)
    .map(({ id, label }) => ({
      code: 'lost-lane',
      message: `${nameIn(label, what)}の取組みが削除されています。別の取組みに移してください。`,
      ids: [id],
    }));

const lostLanes = ({ lanes }: Roadmap): readonly RoadmapCheck[] =>
  lanes
    .filter(({ id, group }) => group === LOST_GROUP && id !== LOST_LANE)
    .map(({ id, name }) => ({
      code: 'lost-group',
      message: `${nameIn(name, '取組み')}の分野が削除されています。別の分野に移してください。`,
      ids: [id],
    }));

const danglingDependencies = ({ bars, dependencies }: RoadmapRows): readonly RoadmapCheck[] => {
  const labels = new Map(bars.filter(isLive).map(({ id, label }) => [id, label]));
  return dependencies.filter(isLive).flatMap(({ id, before, after }): readonly RoadmapCheck[] => {
    const there = [before, after].filter((bar) => labels.has(bar));
    const [bar] = there;
    if (there.length === 2) return [];
    const name = bar === undefined ? '削除された帯どうし' : nameIn(labels.get(bar) ?? '', '帯');
    const words =
      bar === undefined ? `${name}のつながりが残っています。` : danglingWords(name, bar === before);
    return [
      { code: 'missing-bar', message: `${words}つながりを外してください。`, ids: [...there, id] },
    ];
  });
};

const danglingWords = (name: string, isBefore: boolean): string =>
  `${name}の${isBefore ? 'あとに続く' : '前に終わる'}はずの帯が削除されています。`;

const danglingMilestones = ({ meetings, milestones }: RoadmapRows): readonly RoadmapCheck[] => {
  const there = new Set(meetings.filter(isLive).map(({ id }) => id));
  return milestones
    .filter((row) => isLive(row) && row.meeting !== '' && !there.has(row.meeting))
    .map(({ id, label }) => ({
      code: 'missing-meeting',
      message: `${nameIn(label, '節目')}と連動する会合が削除されています。日付を入れるか、別の会合を選んでください。`,
      ids: [id],
    }));
};
