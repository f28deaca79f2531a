import { monthOf } from '../../../dates/calendar.ts';
import { endSlotOf, formatEdge, slotOfMonth, startSlotOf } from '../../../dates/thirds.ts';
import type { Bar, Roadmap, Span } from '../model.ts';
import { nameIn } from '../names.ts';
import { rankBars } from '../plan/graph.ts';
import { findLoops, loopWords } from '../plan/loops.ts';
import { firstSlotOfSpan, formatSpan, lastSlotOfSpan } from '../span.ts';
import type { RoadmapCheck } from './check-types.ts';

/** What is wrong between the bars of a plan: loops, followers that start early, what lies outside the period. */
export const checkPlan = (roadmap: Roadmap): readonly RoadmapCheck[] => [
  ...checkLoops(roadmap),
  ...checkFollowers(roadmap),
  ...checkPeriod(roadmap),
];

const checkLoops = ({ bars, dependencies }: Roadmap): readonly RoadmapCheck[] =>
  findLoops(dependencies).map((loop) => ({
    code: 'dependency-loop',
    message: `帯の前後のつながりが一回りしています（${loopWords(loop, bars)}）。どれか一つを外してください。`,
    ids: loop,
  }));

const checkFollowers = ({ bars, dependencies }: Roadmap): readonly RoadmapCheck[] => {
  const byId = new Map(bars.map((bar) => [bar.id, bar]));
  const ranks = rankBars(dependencies);
  return dependencies.flatMap(({ before, after }) => {
    const [first, then] = [byId.get(before), byId.get(after)];
    if (!first?.span || !then?.span || ranks.get(before) === ranks.get(after)) return [];
    if (firstSlotOfSpan(then.span) > lastSlotOfSpan(first.span)) return [];
    return [startsEarly(first, first.span, then, then.span)];
  });
};

const startsEarly = (first: Bar, span: Span, then: Bar, next: Span): RoadmapCheck => {
  const [name, other] = [nameIn(then.label, '帯'), nameIn(first.label, '帯')];
  return {
    code: 'starts-early',
    message: `${name}（${formatEdge(next.start)}から）が、先に終わるはずの${other}（${formatEdge(span.end)}まで）より早く始まります。`,
    ids: [then.id, first.id],
  };
};

/** What the ladder shows by itself may lie outside: 益城町's chart begins between two rounds. */
const checkPeriod = (roadmap: Roadmap): readonly RoadmapCheck[] => {
  const period: Span = { start: roadmap.firstMonth, end: roadmap.lastMonth };
  const [first, last] = [startSlotOf(period.start), endSlotOf(period.end)];
  const words = `表示する期間（${formatSpan(period)}）`;
  const bars = roadmap.bars.flatMap(({ id, label, span }): readonly RoadmapCheck[] => {
    if (span === null || (firstSlotOfSpan(span) >= first && lastSlotOfSpan(span) <= last))
      return [];
    const isGone = lastSlotOfSpan(span) < first || firstSlotOfSpan(span) > last;
    const part = isGone ? 'が' : 'の一部が';
    const message = `${nameIn(label, '帯')}（${formatSpan(span)}）${part}、${words}の外にあります。`;
    return [{ code: 'outside-period', message, ids: [id] }];
  });
  const marks = roadmap.milestones.flatMap(
    ({ id, label, date, derived }): readonly RoadmapCheck[] => {
      if (date === '' || derived) return [];
      const at = slotOfMonth(monthOf(date));
      if (at >= first && at <= last) return [];
      const message = `${nameIn(label, '節目')}が、${words}の外にあります。`;
      return [{ code: 'outside-period', message, ids: [id] }];
    },
  );
  return [...bars, ...marks];
};
