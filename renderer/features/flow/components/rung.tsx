import { memo, type ReactNode } from 'react';
import { formatSpan } from '#shared/dates/span.ts';
import type { Day, PartialDate } from '#shared/dates/types.ts';
import { type LadderRung, meetingsOfRung, type RoundRung } from '#shared/domain/ladder/ladder.ts';
import type { LadderMeeting } from '#shared/domain/ladder/ladder-meeting.ts';
import type { RoundId } from '#shared/domain/record/ids.ts';
import { Badge, Status } from '#ui/badge.tsx';
import { Chip } from '#ui/chip.tsx';
import { cx } from '#ui/class-names.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { type ConfirmedMeetings, confirmedWords } from '../confirmed.ts';
import type { DateDrag } from '../date-drag.ts';
import { dateWords, findingWords, headWords, statusOf, variantWords } from '../model.ts';
import styles from './ladder.module.css';

export type RungProps = {
  readonly rung: LadderRung;
  readonly confirmed: ConfirmedMeetings;
  readonly today: Day;
  /** The selected meeting if it is on this rung. */
  readonly selectedId: string | null;
  /** The meeting on this rung that Tab stops at, if it is here. */
  readonly tabId: string | null;
  readonly onSelect: (meetingId: string) => void;
  readonly onAddPart: (roundId: RoundId) => void;
  readonly drag: DateDrag;
};

/** One step of the ladder: its date, its node on the rail, and its card or cards. */
export const Rung = memo((props: RungProps) => {
  const { rung, drag } = props;
  const views = meetingsOfRung(rung);
  const outside = views.some((view) => view.outsideYear && view.date === rung.date);
  const state = rung.kind === 'round' ? rung.state : rung.meeting.state;
  const { main, sub } = dateWords(rung.date, outside, rung.endDate, state);
  return (
    <li className={cx(styles.rung, styles[rung.kind], styles[state])} data-rung={rung.kind}>
      <span
        aria-hidden="true"
        className={styles.handle}
        onPointerDown={(event) => {
          event.preventDefault();
          drag.press(event, rung.id);
        }}
        title="年間の帯へ引いて日付を変える"
      >
        <span className={cx(styles.date, rung.endDate !== '' && styles.days)}>
          <span className={cx(styles.day, rung.date === '' && styles.undated)}>{main}</span>
          {sub !== '' && <span className={styles.weekday}>{sub}</span>}
        </span>
        <span className={styles.rail}>
          <span className={cx(styles.node, rung.kind === 'round' && styles.number)}>
            {rung.kind === 'round' ? (rung.number ?? '?') : ''}
          </span>
        </span>
      </span>
      {rung.kind === 'round' && rung.sessions.length !== 1 ? (
        <RoundCard {...props} rung={rung} />
      ) : (
        views.map((view) => (
          <MeetingCard
            {...props}
            key={view.meeting.id}
            title={rung.kind === 'round' && view.meeting.partLabel === '' ? rung.title : view.title}
            view={view}
          />
        ))
      )}
    </li>
  );
});

type RoundCardProps = Omit<RungProps, 'rung'> & { readonly rung: RoundRung };

/** A round of several parts, or of none yet. */
const RoundCard = ({ rung, ...props }: RoundCardProps) => (
  <div className={cx(styles.card, styles.parts)}>
    <div className={styles['round-head']}>
      <span className={styles.title}>{rung.title}</span>
      {rung.sessions.length === 0 && (
        <LinkButton onPress={() => props.onAddPart(rung.id)}>会合を足す</LinkButton>
      )}
    </div>
    {rung.sessions.map((view) => (
      <MeetingCard
        {...props}
        key={view.meeting.id}
        partOf={rung.date}
        title={view.meeting.partLabel === '' ? '部の名前なし' : view.meeting.partLabel}
        view={view}
      />
    ))}
  </div>
);

type MeetingCardProps = Pick<
  RungProps,
  'today' | 'confirmed' | 'selectedId' | 'tabId' | 'onSelect'
> & {
  readonly view: LadderMeeting;
  readonly title: string;
  /** One of several parts of a round that stands on this date. */
  readonly partOf?: PartialDate;
};

const MeetingCard = ({ view, title, partOf, ...props }: MeetingCardProps) => {
  const { today, confirmed, selectedId, tabId, onSelect } = props;
  const { meeting, modes, subtitle, supporters } = view;
  const isStep = meeting.kind === 'preMeeting';
  const isRound = meeting.kind === 'session';
  const isQuiet = !isStep && !isRound;
  const { main, sub } = dateWords(view.date, view.outsideYear, '', view.state);
  const days =
    view.endDate === ''
      ? `${main}${sub === '' ? '' : `(${sub})`}`
      : formatSpan(view.date, view.endDate, view.outsideYear ? 'dotted' : 'short');
  const said = variantWords(view, 'modes');
  const dated = variantWords(view, 'date');
  const who = supporters.join('、');
  const rest = [view.place, headWords(view), findingWords(view), meeting.stateReason];
  const line = [...(isRound ? [subtitle, who] : [who, subtitle]), ...rest].filter(Boolean);
  const isSelected = meeting.id === selectedId;
  return (
    <button
      aria-current={isSelected}
      className={cx(
        partOf !== undefined ? styles.part : isQuiet ? styles.quiet : styles.card,
        isSelected && styles.selected,
      )}
      data-meeting={meeting.id}
      onClick={() => onSelect(meeting.id)}
      tabIndex={tabId === meeting.id ? 0 : -1}
      type="button"
    >
      <span className={styles.words}>
        <span className={styles.head}>
          <span className={styles.title}>{title}</span>
          {/* The column beside is not read out: the card says its date itself. */}
          <span
            className={partOf === undefined || partOf === view.date ? styles.spoken : styles.said}
          >
            {days}
          </span>
          {modes.length > 0 && <Chip variant="outline">{modes.join('・')}</Chip>}
          {meeting.independent && <Chip variant="outline">独自開催</Chip>}
          {said !== '' && <span className={styles.said}>（{said}）</span>}
          {isQuiet && meeting.stateReason !== '' && (
            <span className={styles.said}>{meeting.stateReason}</span>
          )}
          {dated !== '' && <span className={styles.said}>（{dated}）</span>}
        </span>
        {!isQuiet && line.length > 0 && (
          <span className={styles.line}>
            {line.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </span>
        )}
      </span>
      <ConfirmedWord words={confirmedWords(confirmed, meeting.id)} />
      <StatusOf isQuiet={isQuiet} today={today} view={view} />
    </button>
  );
};

type StatusOfProps = {
  readonly view: LadderMeeting;
  readonly today: Day;
  readonly isQuiet: boolean;
};

/** Whether the record is confirmed: small, beside the word for the record itself. */
const ConfirmedWord = ({ words }: { readonly words: string }): ReactNode =>
  words === '' ? null : (
    <span className={styles['quiet-status']}>
      <Status tone={words === '確定' ? 'success' : 'warning'}>{words}</Status>
    </span>
  );

/** A small contact says how it stands in plain words; what it owes is not pressed on anybody. */
const StatusOf = ({ view, today, isQuiet }: StatusOfProps): ReactNode => {
  const { word, tone } = statusOf(view, today);
  if (!isQuiet) return <Badge tone={tone}>{word}</Badge>;
  if (view.written === 'notAsked' && view.state === 'held') return null;
  return (
    <span className={styles['quiet-status']}>
      <Status tone={tone}>{word}</Status>
    </span>
  );
};
