import { formatDay, formatPartialDate } from '../../../dates/format.ts';
import { formatEdge } from '../../../dates/thirds.ts';
import type { Day } from '../../../dates/types.ts';
import { leftOutWords } from '../../record/outgoing.ts';
import { markText } from '../layout/layout-labels.ts';
import type { Roadmap } from '../model.ts';
import type { PageOptions } from './options.ts';

/** 令和5年1月18日現在; a version bears its day alone. */
export const dateWords = (date: Day, versionName: string): string =>
  `${formatDay(date).replace(/\(.\)$/, '')}${versionName === '' ? '現在' : ''}`;

/** What stands under a chart: what it has no place for, and where its facts come from. */
export const notesOf = (
  roadmap: Roadmap,
  { withSources, outgoing }: Pick<PageOptions, 'withSources' | 'outgoing'>,
): readonly string[] => {
  const left = leftOutWords(outgoing);
  const missing = missingWords(roadmap);
  const all = [...roadmap.bars, ...roadmap.milestones].map(({ source }) => documentOf(source));
  const sources = withSources ? [...new Set(all)].filter((source) => source !== '') : [];
  return [
    ...(left === '' ? [] : [`${left}。`]),
    ...(missing.length === 0 ? [] : [`図に載らないもの：${missing.join('、')}`]),
    ...(sources.length === 0 ? [] : [`出典：${sources.join('、')}`]),
  ];
};

/** 益城町の報告（令和5年3月2日）、ロードマップ … : the document, without the place in it. */
const documentOf = (source: string): string =>
  /^(?:（[^）]*）|[^、（])+/u.exec(source.trim())?.[0].trim() ?? source.trim();

/** Bars and milestones that lie outside the period, or whose time is unknown; the ladder's own rounds are not missed. */
const missingWords = (roadmap: Roadmap): readonly string[] => {
  const { firstMonth, lastMonth } = roadmap;
  const isOut = (from: string, to: string): boolean =>
    to.slice(0, 7) < firstMonth || from.slice(0, 7) > lastMonth;
  return [
    ...roadmap.bars
      .filter(({ span }) => span === null || isOut(span.start, span.end))
      .map(({ label, span }) =>
        span === null
          ? `「${label}」（時期が読み取れません）`
          : `「${label}」（${formatEdge(span.start)}～${formatEdge(span.end)}）`,
      ),
    ...roadmap.milestones
      .filter(({ derived, date }) => !derived && (date === '' || isOut(date, date)))
      .map((milestone) => `「${markText(milestone)}」（${formatPartialDate(milestone.date)}）`),
  ];
};
