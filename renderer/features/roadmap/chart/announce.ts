import { formatFiscalYear, formatMonth, formatPartialDate } from '#shared/dates/format.ts';
import { fiscalYearOfSlot, formatEdge, monthOfSlot } from '#shared/dates/thirds.ts';
import type { Day } from '#shared/dates/types.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES } from '#shared/domain/roadmap/collections.ts';
import type { Bar, LaneId, Milestone, Roadmap, Span } from '#shared/domain/roadmap/model.ts';
import { isOverdue } from '#shared/domain/roadmap/overdue.ts';
import type { BarMove } from '#shared/domain/roadmap/plan/cascade.ts';
import {
  firstSlotOfSpan,
  formatSpan,
  lastSlotOfSpan,
  shiftWords,
} from '#shared/domain/roadmap/span.ts';
import type { Chart, Standing } from './cursor.ts';

/** 通所型サービスC（自立支援・重度化防止の取組み）; the group is left out where it says the same. */
export const laneWords = (roadmap: Roadmap, id: LaneId): string => {
  const lane = roadmap.lanes.find((each) => each.id === id);
  if (!lane) return '';
  const group = roadmap.groups.find((each) => each.id === lane.group)?.name ?? '';
  return group === '' || group === lane.name ? lane.name : `${lane.name}（${group}）`;
};

/** A bar's name as sentences quote it. */
export const barName = ({ label }: Pick<Bar, 'label'>): string =>
  `「${label === '' ? '名前のない帯' : label}」`;

export const milestoneName = ({ label }: Pick<Milestone, 'label'>): string =>
  `「${label === '' ? '名前のない節目' : label}」`;

/** The accessible name of what the cursor stands on. */
export const standingWords = (chart: Chart, { cursor }: Standing, lateOn: Day | null): string => {
  const { roadmap } = chart;
  switch (cursor.kind) {
    case 'bar': {
      const bar = roadmap.bars.find(({ id }) => id === cursor.id);
      return bar ? barWords(roadmap, bar, lateOn) : '';
    }
    case 'milestone': {
      const milestone = roadmap.milestones.find(({ id }) => id === cursor.id);
      return milestone ? milestoneWords(roadmap, milestone) : '';
    }
    case 'cell': {
      const column = chart.scale.columns.find(({ start }) => start === cursor.slot);
      const when = column?.isWholeYear
        ? formatFiscalYear(column.year)
        : column && column.slots > 3
          ? `${formatFiscalYear(fiscalYearOfSlot(cursor.slot))}${column.label}`
          : formatMonth(monthOfSlot(cursor.slot));
      return `空き、${when}、${laneWords(roadmap, cursor.lane)}`;
    }
  }
};

const barWords = (roadmap: Roadmap, bar: Bar, lateOn: Day | null): string => {
  const labels = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => roadmap.bars.filter((each) => each.id === id))
      .map(barName)
      .join('');
  const before = labels(
    roadmap.dependencies.filter(({ after }) => after === bar.id).map((each) => each.before),
  );
  const after = labels(
    roadmap.dependencies.filter((each) => each.before === bar.id).map((each) => each.after),
  );
  return [
    bar.label === '' ? '名前のない帯' : bar.label,
    bar.span === null ? '期間が読み取れません' : formatSpan(bar.span),
    laneWords(roadmap, bar.lane),
    BAR_KIND_NAMES[bar.kind],
    BAR_STATE_NAMES[bar.state],
    lateOn !== null && isOverdue(bar, lateOn) && '予定の終了を過ぎています',
    bar.progress !== null && `進み${bar.progress}パーセント`,
    actualWords(bar),
    bar.owner !== '' && `担当${bar.owner}`,
    before !== '' && `${before}のあと`,
    after !== '' && `あとに${after}が続きます`,
  ]
    .filter((part) => part !== false && part !== '')
    .join('、');
};

/** 実績 令和5年2月～; '' while nothing is known. */
export const actualWords = ({ actualStart, actualEnd }: Bar): string => {
  if (actualStart === '' && actualEnd === '') return '';
  const [start, end] = [actualStart, actualEnd].map((edge) =>
    edge === '' ? '' : formatEdge(edge),
  );
  return `実績 ${start === end ? start : `${start}～${end}`}`;
};

const milestoneWords = (roadmap: Roadmap, milestone: Milestone): string =>
  [
    `節目${milestoneName(milestone)}`,
    formatPartialDate(milestone.date),
    laneWords(roadmap, milestone.lane),
    (milestone.derived || milestone.meeting !== '') && '支援の流れの会合と連動',
  ]
    .filter((part) => part !== false && part !== '')
    .join('、');

/** Which bar goes where: 「試行」を1か月うしろへ, 「試行」の終了を2か月前へ. */
export const goesWords = (
  roadmap: Roadmap,
  bar: Pick<Bar, 'label' | 'lane' | 'span'>,
  to: { readonly lane: LaneId; readonly span: Span },
): string => {
  const where = placeWords(roadmap, bar, to);
  // An end is the bar's own: 「試行」の終了を, never 「試行」を終了を.
  return `${barName(bar)}${/^(開始|終了)を/.test(where) ? 'の' : 'を'}${where}`;
};

/** Where a bar goes: 1か月うしろへ, 総合事業の行へ、終了を2か月前へ. */
const placeWords = (
  roadmap: Roadmap,
  bar: Pick<Bar, 'lane' | 'span'>,
  to: { readonly lane: LaneId; readonly span: Span },
): string => {
  const way = bar.span === null ? '' : changeWords(bar.span, to.span);
  const lane = to.lane === bar.lane ? '' : `${laneWords(roadmap, to.lane)}の行へ`;
  return [lane, way].filter((part) => part !== '').join('、');
};

/** 「試行」を1か月うしろへ動かしました（令和5年3月～4月）。 */
export const movedWords = (
  roadmap: Roadmap,
  bar: Pick<Bar, 'label' | 'lane' | 'span'>,
  to: { readonly lane: LaneId; readonly span: Span },
): string => `${goesWords(roadmap, bar, to)}動かしました（${formatSpan(to.span)}）。`;

/** How a span became another: moved, or longer or shorter at one of its ends. */
export const changeWords = (from: Span, to: Span): string => {
  const start = firstSlotOfSpan(to) - firstSlotOfSpan(from);
  const end = lastSlotOfSpan(to) - lastSlotOfSpan(from);
  if (start === end) return shiftWords(start);
  if (start === 0) return `終了を${shiftWords(end)}`;
  if (end === 0) return `開始を${shiftWords(start)}`;
  return `開始を${shiftWords(start)}、終了を${shiftWords(end)}`;
};

/** あとに続く帯が2本動きます。 */
export const followersWords = (followers: readonly BarMove[]): string =>
  `あとに続く帯が${followers.length}本動きます`;
