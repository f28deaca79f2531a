import type { MeetingRow } from '../meeting/meeting.ts';
import { meetingLabel } from '../meeting/meeting-label.ts';
import { roundTitle } from '../meeting/meeting-title.ts';
import { compareOrdinals, formatOrdinal } from '../meeting/ordinal.ts';
import { ordinalOf } from '../meeting/typed-values.ts';
import type { RoundId } from '../record/ids.ts';
import { compareTexts, groupBy, isBlank, isLive } from '../record/row-values.ts';
import type { Check, CheckRows } from './check.ts';

/** Numbers that two records share, sessions that lost their round, rounds that lack a summary. */
export const checkFlow = (rows: CheckRows): readonly Check[] => [
  ...sameOrdinals(rows),
  ...sameNumbers(rows),
  ...lostSessions(rows),
  ...missingSummaries(rows),
];

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id);

/** A cancelled meeting may keep its number beside the one that takes its place. */
const sameOrdinals = ({ meetings }: CheckRows): readonly Check[] => {
  const numbered = meetings
    .filter((meeting) => isLive(meeting) && meeting.state !== 'cancelled')
    .toSorted((a, b) => compareTexts(a.id, b.id))
    .flatMap((meeting) => {
      const ordinal = ordinalOf(meeting);
      return ordinal === null ? [] : [{ id: meeting.id, ordinal }];
    });
  // 1.5 and 1.50 are one number: each group goes by the first that is equal.
  const groups = groupBy(
    numbered,
    ({ ordinal }) =>
      numbered.find((other) => compareOrdinals(other.ordinal, ordinal) === 0)?.ordinal ?? ordinal,
  );
  return [...groups].flatMap(([ordinal, group]): readonly Check[] => {
    if (group.length < 2) return [];
    const message = `${formatOrdinal(ordinal)}が${group.length}つあります。番号を確かめてください。`;
    return [{ code: 'same-ordinal', message, records: idsOf(group) }];
  });
};

const sameNumbers = ({ rounds }: CheckRows): readonly Check[] => {
  const numbered = rounds.filter((round) => isLive(round) && round.number !== null);
  return [...groupBy(numbered, ({ number }) => number)].flatMap(([number, group]) => {
    if (group.length < 2) return [];
    const message = `${roundTitle({ number })}が${group.length}つあります。回の番号を確かめてください。`;
    return [{ code: 'same-round-number', message, records: idsOf(group) } satisfies Check];
  });
};

const lostSessions = ({ meetings, rounds }: CheckRows): readonly Check[] => {
  const liveRounds = new Set(idsOf(rounds.filter(isLive)));
  const binned = new Set(idsOf(rounds.filter((round) => !isLive(round))));
  const isLost = (meeting: MeetingRow): boolean =>
    isLive(meeting) && meeting.kind === 'session' && !liveRounds.has(meeting.round);
  return meetings.filter(isLost).map((meeting): Check => {
    const label = meetingLabel(meeting, rounds);
    const records = [meeting.id];
    return binned.has(meeting.round)
      ? { code: 'round-in-bin', message: `${label}の支援の回がごみ箱にあります。`, records }
      : {
          code: 'session-without-round',
          message: `${label}がどの回の支援か決まっていません。`,
          records,
        };
  });
};

/** Asked for only once no session of the round is to come. */
const missingSummaries = ({ rounds, meetings }: CheckRows): readonly Check[] => {
  const sessions = groupBy(
    meetings.filter((meeting) => isLive(meeting) && meeting.kind === 'session'),
    ({ round }) => round,
  );
  const isOwed = (id: RoundId): boolean => {
    const states = sessions.get(id)?.map(({ state }) => state) ?? [];
    return states.includes('held') && !states.includes('planned') && !states.includes('postponed');
  };
  return rounds
    .filter((round) => isLive(round) && isBlank(round.summary) && isOwed(round.id))
    .map((round) => ({
      code: 'summary-missing',
      message: `${roundTitle(round)}の「支援のまとめ」がまだ書かれていません。`,
      records: [round.id],
    }));
};
