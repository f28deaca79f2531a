import { fiscalYearOf } from '../../dates/calendar.ts';
import { cleanLine, lengthOf, NAME_LIMIT } from '../../text/limits.ts';
import { meetings } from '../meeting/meeting.ts';
import { isPast } from '../record/row-values.ts';
import { indexDoubles, rowKey } from './doubles.ts';
import type { Grid } from './grid.ts';
import type { Doubt, ImportContext, ImportRow, ProposedMeeting, Verdict } from './proposal.ts';
import { readRounds } from './read-rounds.ts';
import { type ReadRow, readRows } from './read-rows.ts';
import type { Shape } from './shape.ts';

/**
 * What a table would become: a row for each meeting, with what is doubtful about it, the meeting of the
 * case that it repeats, and whether it can be taken in at all. Nothing of the table is left unsaid.
 */
export const propose = (grid: Grid, shape: Shape, context: ImportContext): readonly ImportRow[] => {
  const read =
    shape.kind === 'rounds' ? readRounds(grid, shape, context) : readRows(grid, shape, context);
  const doubles = indexDoubles(context);
  const seen = new Map<string, ReadRow>();
  const parts = new Map<string, number>();
  return read.map((row, index) => {
    const doubts: Doubt[] = [...row.doubts];
    const problems: Doubt[] = [
      ...row.problems,
      ...tooLong(row.meeting).map((reason) => ({ cell: row.at, reason })),
    ];
    let meeting: ProposedMeeting = { ...row.meeting, state: stateOf(row.meeting, context) };
    const key = problems.length > 0 ? null : rowKey(meeting);
    const before = key === null ? undefined : seen.get(key);
    if (key !== null && before === undefined) seen.set(key, row);
    if (key !== null && before !== undefined) {
      const line = `${before.at.row + 1}行目`;
      if (meeting.kind === 'preMeeting') {
        const reason = `${meeting.ordinal}次ミーティングは、この表の${line}にもあります。`;
        problems.push({ cell: row.at, reason });
      } else {
        const count = (parts.get(key) ?? 1) + 1;
        parts.set(key, count);
        meeting = {
          ...meeting,
          partLabel: meeting.partLabel === '' ? `第${count}部` : `${meeting.partLabel}（${count}）`,
        };
        doubts.push({
          cell: row.at,
          reason: `同じ回がこの表の${line}にもあります。別の部として取り込みます。`,
        });
      }
    }
    return {
      id: String(index),
      at: row.at,
      source: row.source,
      meeting,
      doubts,
      problems,
      double: problems.length > 0 ? null : doubles.of(meeting),
      verdict: verdictOf(doubts, problems),
      isAside: row.isAside,
    };
  });
};

/** What is over was held; a year that is over has no plans, even where a day is not known. */
const stateOf = ({ state, date }: ProposedMeeting, { today, fiscalYear }: ImportContext) => {
  if (state !== null) return state;
  const isOver = date === '' ? fiscalYearOf(today) > fiscalYear : isPast(date, today);
  return isOver ? 'held' : 'planned';
};

/** Lines that hold one name each; a whole story in one of them means that the columns are wrong. */
const tooLong = (meeting: ProposedMeeting): readonly string[] => {
  const given = new Map<string, unknown>(Object.entries(meeting));
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ...meetings.values
      .filter(([, field]) => field.kind === 'line')
      .map(([id, field]) => [field.name, [String(given.get(id) ?? '')]] as const),
    ['支援者の名前', meeting.supporters.map(({ name }) => name)],
    ['次第の項目', meeting.programme],
  ];
  return lines.flatMap(([what, texts]) =>
    texts.some((text) => lengthOf(cleanLine(text)) > NAME_LIMIT)
      ? [`${what}が長すぎます。${NAME_LIMIT}文字までです。`]
      : [],
  );
};

const verdictOf = (doubts: readonly Doubt[], problems: readonly Doubt[]): Verdict =>
  problems.length > 0 ? 'bad' : doubts.length > 0 ? 'doubtful' : 'ok';
