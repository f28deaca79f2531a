import { endSlotOf, formatEdge, startSlotOf } from '../../../dates/thirds.ts';
import { quote } from '../../../text/typed.ts';
import { isLive } from '../../record/row-values.ts';
import type { BarRow, MilestoneRow, RoadmapRow } from '../collections.ts';
import { nameIn } from '../names.ts';
import { isPeriodMonth } from '../period.ts';
import { readDate, readEdge } from '../read-values.ts';
import type { RoadmapRows } from '../rows.ts';
import type { RoadmapCheck } from './check-types.ts';

/** Months and days that cannot be read, and ends that lie before their starts. */
export const checkMonths = ({
  roadmap,
  bars,
  milestones,
}: RoadmapRows): readonly RoadmapCheck[] => [
  ...(roadmap === null ? [] : [roadmap]).filter(isLive).flatMap(checkPeriodMonths),
  ...bars.filter(isLive).flatMap(checkBar),
  ...milestones.filter(isLive).flatMap(checkMilestone),
];

const unreadable = (id: string, what: string, text: string): RoadmapCheck => ({
  code: 'unreadable-month',
  message:
    text === ''
      ? `${what}が入っていません。入力してください。`
      : `${what}${quote(text)}が読み取れません。入力し直してください。`,
  ids: [id],
});

const checkPeriodMonths = ({ id, firstMonth, lastMonth }: RoadmapRow): readonly RoadmapCheck[] => {
  const lost = [firstMonth, lastMonth].find((text) => text !== '' && !isPeriodMonth(text));
  if (lost !== undefined) return [unreadable(id, '表示する期間の月', lost)];
  return endsBefore(firstMonth, lastMonth, id, '表示する期間');
};

const checkBar = (row: BarRow): readonly RoadmapCheck[] => {
  const name = nameIn(row.label, '帯');
  return [
    ...checkEdge(row.id, `${name}の開始の月`, row.start),
    ...checkEdge(row.id, `${name}の終了の月`, row.end),
    ...(row.actualStart === '' ? [] : checkEdge(row.id, `${name}の実績の開始`, row.actualStart)),
    ...(row.actualEnd === '' ? [] : checkEdge(row.id, `${name}の実績の終了`, row.actualEnd)),
    ...endsBefore(row.start, row.end, row.id, name),
    ...endsBefore(row.actualStart, row.actualEnd, row.id, `${name}の実績`),
  ];
};

const checkEdge = (id: string, what: string, text: string): readonly RoadmapCheck[] =>
  readEdge(text) === null ? [unreadable(id, what, text)] : [];

const endsBefore = (
  start: string,
  end: string,
  id: string,
  what: string,
): readonly RoadmapCheck[] => {
  const [from, to] = [readEdge(start), readEdge(end)];
  if (from === null || to === null || startSlotOf(from) <= endSlotOf(to)) return [];
  const message = `${what}は、終了（${formatEdge(to)}）が開始（${formatEdge(from)}）より前です。`;
  return [{ code: 'end-before-start', message, ids: [id] }];
};

const checkMilestone = ({ id, label, date, meeting }: MilestoneRow): readonly RoadmapCheck[] =>
  meeting !== '' || readDate(date) !== ''
    ? []
    : [unreadable(id, `${nameIn(label, '節目')}の日付`, date)];
