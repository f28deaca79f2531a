import { assertNever } from '../../result.ts';
import { isBlank } from '../record/row-values.ts';
import { MEETING_KIND_NAMES, type MeetingRow, type RoundRow } from './meeting.ts';

/** What a meeting is called, and what stands below it in smaller letters ('' for nothing). */
export type MeetingTitle = { readonly title: string; readonly subtitle: string };

type Titled = Pick<MeetingRow, 'kind' | 'ordinal' | 'title' | 'partLabel' | 'aim'>;
type Numbered = Pick<RoundRow, 'number'>;

const firstLine = (text: string): string =>
  text
    .split('\n')
    .find((line) => !isBlank(line))
    ?.trim() ?? '';

/** 第2回支援. */
export const roundTitle = (round: Numbered): string =>
  Number.isFinite(round.number) ? `第${round.number}回支援` : '支援（回は未定）';

/** The name by what a meeting is: 1.5次ミーティング, 第3回支援 午前の部; '' for kinds that have none. */
const flowName = (meeting: Titled, round: Numbered | null): string => {
  switch (meeting.kind) {
    case 'preMeeting':
      return isBlank(meeting.ordinal) ? '' : `${meeting.ordinal.trim()}次ミーティング`;
    case 'session':
      if (round === null) return '';
      return [roundTitle(round), meeting.partLabel.trim()].filter((part) => part !== '').join(' ');
    case 'orientation':
    case 'internal':
    case 'consultation':
    case 'exchange':
    case 'siteVisit':
    case 'information':
    case 'briefing':
    case 'other':
      return '';
    default:
      return assertNever(meeting.kind);
  }
};

/** The name of a meeting that has neither a place in the flow nor a title of its own. */
const plainName = (meeting: Titled): string => {
  // N次ミーティング is the name of the kind; a single one that has no number is not called so.
  const name =
    meeting.kind === 'preMeeting' ? '事前ミーティング' : MEETING_KIND_NAMES[meeting.kind];
  return [name, meeting.partLabel.trim()].filter((part) => part !== '').join(' ');
};

/**
 * How a meeting is titled: by its place in the flow (1.5次ミーティング, 第3回支援 午前の部), else by
 * its own title (第2回意見交換会), else by its kind. An own title that is not the title stands below,
 * as it may disagree with the round's number; without one, the first line of the aim does.
 * @param round the round that a session belongs to, or null where there is none
 */
export const titleOf = (meeting: Titled, round: Numbered | null): MeetingTitle => {
  const own = meeting.title.trim();
  const flow = flowName(meeting, round);
  const aim = firstLine(meeting.aim);
  if (flow !== '') return { title: flow, subtitle: own === '' ? aim : own };
  return { title: own === '' ? plainName(meeting) : own, subtitle: aim };
};

/** The title where room is short, as beside a date: 2.5次, 第2回, 意見交換会. */
export const shortTitleOf = (meeting: Titled, round: Numbered | null): string =>
  titleOf(meeting, round).title.replace(/^(第\d+回)支援|(次)ミーティング$/, '$1$2');
