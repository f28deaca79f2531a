import { formatPartialDate } from '#shared/dates/format.ts';
import { isTakenAlong } from '#shared/domain/chain/offer.ts';
import { meetingsInOrder } from '#shared/domain/ladder/ladder.ts';
import { isUnfinished } from '#shared/domain/meeting/action.ts';
import type {
  ActionRow,
  MeetingRow,
  ProgrammeItemRow,
  RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { shortTitleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { clip, NAME_LIMIT } from '#shared/text/limits.ts';

/** A promise from before a meeting that is still to be kept. */
export type Carried = {
  readonly action: ActionRow;
  /** Where it was made: 1.75次 12/8, or what is told of where it was taken along from. */
  readonly from: string;
  /** Whether the programme of the day has it already. */
  readonly isOnProgramme: boolean;
};

type CarriedRows = {
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  readonly actions: readonly ActionRow[];
  /** That of the meeting. */
  readonly programme: readonly Pick<ProgrammeItemRow, 'title'>[];
};

/** Room for a line of the card. */
const SOURCE_LENGTH = 40;

/**
 * 持ち越し: what the meetings before one on the ladder left unfinished, those of the latest first, and what was
 * taken along from the year before.
 * @param closed what was closed while the page is open stays in sight, so that it can be opened again
 */
export const carriedTo = (
  meeting: string,
  { meetings, rounds, actions, programme }: CarriedRows,
  closed: ReadonlySet<string>,
): readonly Carried[] => {
  const ordered = meetingsInOrder(meetings, rounds);
  const at = ordered.findIndex(({ id }) => id === meeting);
  const titles = new Set(programme.map(({ title }) => title));
  const carried = (from: string, of: (action: ActionRow) => boolean): readonly Carried[] =>
    actions
      .filter(of)
      .filter((action) => isUnfinished(action) || closed.has(action.id))
      .map((action) => ({
        action,
        from,
        isOnProgramme: titles.has(programmeTitleOf(action.text)),
      }));
  const fromMeeting = (before: MeetingRow): readonly Carried[] => {
    const round =
      before.kind === 'session' ? (rounds.find(({ id }) => id === before.round) ?? null) : null;
    const from = `${shortTitleOf(before, round)} ${formatPartialDate(dateOf(before), 'short')}`;
    return carried(from, (action) => action.meeting === before.id);
  };
  const takenAlong = carried('', isTakenAlong);
  return [
    ...ordered.slice(0, Math.max(at, 0)).toReversed().flatMap(fromMeeting),
    ...takenAlong.map((each) => ({
      ...each,
      from: clip(each.action.source.trim(), SOURCE_LENGTH),
    })),
  ];
};

/** What a promise is called in a programme, whose lines are shorter. */
export const programmeTitleOf = (text: string): string => clip(text.trim(), NAME_LIMIT);
