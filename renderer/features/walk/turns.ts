import type { Day } from '#shared/dates/types.ts';
import { buildLadder, type LadderRung, meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import { type LadderMeeting, owedMeetings } from '#shared/domain/ladder/ladder-meeting.ts';
import { formatNextStep, suggestNext } from '#shared/domain/ladder/next-step.ts';
import { upcomingMeetings } from '#shared/domain/ladder/timeline.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import { MEETING_STATE_NAMES, type MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { clip } from '#shared/text/limits.ts';
import type { WalkRows } from './queries.ts';
import type { Stop, WalkLine, WalkPlace } from './stop.ts';

/** A line of a walk is read at a glance; the whole text stands in its place. */
const SHOWN = 160;

export const short = (text: string): string => clip(text.replaceAll(/\s+/g, ' ').trim(), SHOWN);

/** 第1回支援（午前の部）: what a meeting is called, in its round. */
export const nameOfMeeting = ({ rounds }: WalkRows, meeting: MeetingRow): string =>
  titleOf(meeting, rounds.find(({ id }) => id === meeting.round) ?? null).title;

/** What came of a meeting, or why it did not take place: コロナのため延期. */
const outcomeOf = ({ meeting, state }: LadderMeeting, noteTexts: WalkRows['noteTexts']): string => {
  const { summary, stateReason, effect, aim } = meeting;
  if (state === 'postponed' || state === 'cancelled') {
    return short(stateReason) || '理由はまだ書かれていません';
  }
  return short(state === 'held' ? summary || effect || (noteTexts.get(meeting.id) ?? '') : aim);
};

const lineOf = (
  rung: LadderRung,
  view: LadderMeeting,
  noteTexts: WalkRows['noteTexts'],
): WalkLine => {
  const state = MEETING_STATE_NAMES[view.state];
  const owes = view.written === 'missing' ? '・記録がまだ' : '';
  const part = view.meeting.partLabel === '' ? '' : ` ${view.meeting.partLabel}`;
  const title = rung.kind === 'round' ? `${rung.title}${part}` : view.title;
  const ofRound = rung.kind === 'round' && rung.sessions[0] === view ? rung.round.summary : '';
  return {
    id: view.meeting.id,
    head: dayWords(view, 'dotted'),
    text: `${title}（${state}${owes}）`,
    note: short(ofRound) || outcomeOf(view, noteTexts),
    place: { kind: 'meeting', meetingId: view.meeting.id },
  };
};

/** これまでの流れ: the ladder's turns, with what came of each. */
export const turnsStop = (rows: WalkRows): Stop => {
  const { rungs } = buildLadder(rows);
  const lines = rungs.flatMap((rung) =>
    meetingsOfRung(rung).map((view) => ({
      rung,
      line: lineOf(rung, view, rows.noteTexts),
      state: view.state,
    })),
  );
  const of = (isTurn: boolean) =>
    lines
      .filter(({ rung, state }) => isTurn === (rung.kind !== 'contact' || isOff(state)))
      .map(({ line }) => line);
  return {
    id: 'turns',
    lead: '支援の回と、そのあいだのミーティングで何が決まったか。延期・中止には理由があります。',
    sections: [
      {
        title: '支援の回とミーティング',
        lines: of(true),
        nothing: '会合がまだありません。「支援の流れ」で計画できます。',
      },
      { title: 'そのほかの連絡や協議', lines: of(false), nothing: 'そのほかの連絡はありません。' },
    ],
    whole: { words: '支援の流れを開く', place: { kind: 'flow' } },
  };
};

const isOff = (state: LadderMeeting['state']): boolean =>
  state === 'postponed' || state === 'cancelled';

/** 次にすること: the next step, what is planned, and the records that are owed. */
export const nextStop = (rows: WalkRows, today: Day): Stop => {
  const step = suggestNext(rows, today);
  const words = rows.case.endedOn === '' ? formatNextStep(step, rows) : '';
  const place: WalkPlace =
    'meetingId' in step ? { kind: 'meeting', meetingId: step.meetingId } : { kind: 'flow' };
  const meetingLine = (meeting: MeetingRow, note: string): WalkLine => ({
    id: meeting.id,
    head: dayWords({ date: dateOf(meeting), state: meeting.state }, 'dotted'),
    text: nameOfMeeting(rows, meeting),
    note,
    place: { kind: 'meeting', meetingId: meeting.id },
  });
  const isWaived = rows.case.endedOn !== '' && rows.case.waivesRecords;
  const detail = ({ place: where, supporters }: MeetingRow): string =>
    [where, ...supporters.map(({ name }) => name)].filter(Boolean).join('・');
  return {
    id: 'next',
    lead: '次の会合と、そのまえに片づけておくこと。',
    sections: [
      {
        title: '次の一歩',
        lines: words === '' ? [] : [{ id: 'step', head: '', text: words, note: '', place }],
        nothing:
          rows.case.endedOn === '' ? '予定はすべて終わっています。' : 'この案件は終了しています。',
      },
      {
        title: 'これからの会合',
        lines: upcomingMeetings(rows.meetings, today).map((row) => meetingLine(row, detail(row))),
        nothing: '予定された会合はありません。',
      },
      {
        title: '記録がまだの会合',
        lines: (isWaived ? [] : owedMeetings(rows)).map((row) =>
          meetingLine(row, '前任に内容を聞いておきましょう'),
        ),
        nothing: '記録がまだの会合はありません。',
      },
    ],
    whole: { words: '支援の流れを開く', place: { kind: 'flow' } },
  };
};
