import { Plus } from 'lucide-react';
import {
  Fragment,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Day, FiscalYear } from '#shared/dates/types.ts';
import { meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import type { PreparationBlock } from '#shared/domain/ladder/preparations.ts';
import { formatOrdinal } from '#shared/domain/meeting/ordinal.ts';
import type { CaseId, RoundId } from '#shared/domain/record/ids.ts';
import { isImeKey } from '#ui/ime.ts';
import { Kbd } from '#ui/kbd.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import type { ConfirmedMeetings } from '../confirmed.ts';
import type { DateDrag } from '../date-drag.ts';
import type { Flow } from '../model.ts';
import styles from './ladder.module.css';
import { Preparations } from './preparations.tsx';
import { Rung } from './rung.tsx';

export type LadderProps = {
  readonly flow: Flow;
  readonly confirmed: ConfirmedMeetings;
  readonly today: Day;
  readonly selectedId: string | null;
  /** A meeting that is to be scrolled into view and focused once it is there; anew with each object. */
  readonly reveal: { readonly id: string; readonly focus: boolean } | null;
  readonly onSelect: (meetingId: string | null) => void;
  readonly onOpen: (meetingId: string) => void;
  readonly onMoveDays: (meetingId: string, days: number) => void;
  readonly onMoveOrder: (meetingId: string, direction: -1 | 1) => void;
  readonly onAddPart: (roundId: RoundId) => void;
  readonly onAddOpening: () => void;
  /** Steps between rounds, each block with the index of the rung before which it stands. */
  readonly preparations: readonly PreparationBlock[];
  /** The round whose steps are to be written now; anew with each object. */
  readonly prepared: { readonly round: number } | null;
  readonly caseId: CaseId;
  readonly fiscalYear: FiscalYear;
  readonly drag: DateDrag;
};

/** A year's rungs, and then some: they are drawn at once. Of more, first those that a window shows. */
const RUNGS_AT_ONCE = 48;
const FIRST_OF_MORE = 20;

const idOf = ({ id }: { readonly id: string }): string => id;

const meetingAt = (target: EventTarget): string | undefined =>
  (target as HTMLElement).closest<HTMLElement>('[data-meeting]')?.dataset.meeting;

/** 支援の流れ as a ladder: rounds are rungs, pre-meetings the steps between, other contacts small. */
export const Ladder = (props: LadderProps) => {
  const { flow, today, selectedId, reveal, onSelect, onOpen, drag } = props;
  const list = useRef<HTMLOListElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const isThere = (id: string | null): id is string => id !== null && flow.meetings.has(id);
  const tabId = [focusedId, selectedId].find(isThere) ?? flow.sequence[0] ?? null;

  const drawn = useFewAtATime(
    flow.rungs,
    idOf,
    RUNGS_AT_ONCE,
    flow.rungs.length > RUNGS_AT_ONCE ? FIRST_OF_MORE : RUNGS_AT_ONCE,
  );
  const isWhole = drawn.length === flow.rungs.length;
  const places = useMemo(
    () => new Map(flow.rungs.map((rung, index) => [rung, index])),
    [flow.rungs],
  );

  const element = (id: string) =>
    list.current?.querySelector<HTMLElement>(`[data-meeting="${CSS.escape(id)}"]`);

  const isRevealable = reveal !== null && flow.meetings.has(reveal.id);
  const revealed = useRef<LadderProps['reveal']>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish, when its meeting has come
  useEffect(() => {
    if (!reveal || !isRevealable || reveal === revealed.current) return;
    const card = element(reveal.id);
    // Of hundreds it may not be drawn yet.
    if (!card) return;
    revealed.current = reveal;
    card.scrollIntoView({ block: 'nearest' });
    if (reveal.focus) card.focus({ preventScroll: true });
  }, [reveal, isRevealable, drawn.length]);

  // A rung that moves to another place in the list would lose the focus on its way.
  const moved = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useLayoutEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return;
    element(moved.current)?.focus();
  }, [flow]);
  const move = (id: string, act: () => void) => () => {
    moved.current = id;
    act();
  };

  const walk = (id: string, to: number): void => {
    const next = flow.sequence[Math.min(flow.sequence.length - 1, Math.max(0, to))];
    if (next === undefined || next === id) return;
    element(next)?.focus();
    // With the panel open, looking goes along with walking.
    if (selectedId !== null) onSelect(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const id = meetingAt(event.target);
    if (id === undefined || isImeKey(event)) return;
    const act = actionOf(event, id);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const actionOf = (event: KeyboardEvent, id: string): (() => void) | undefined => {
    const index = flow.sequence.indexOf(id);
    if (event.altKey) {
      const days = event.shiftKey ? 7 : 1;
      if (event.key === 'ArrowLeft') return move(id, () => props.onMoveDays(id, -days));
      if (event.key === 'ArrowRight') return move(id, () => props.onMoveDays(id, days));
      if (event.key === 'ArrowUp') return move(id, () => props.onMoveOrder(id, -1));
      if (event.key === 'ArrowDown') return move(id, () => props.onMoveOrder(id, 1));
      return undefined;
    }
    switch (event.key) {
      case 'ArrowUp':
        return () => walk(id, index - 1);
      case 'ArrowDown':
        return () => walk(id, index + 1);
      case 'Home':
        return () => walk(id, 0);
      case 'End':
        return () => walk(id, flow.sequence.length - 1);
      case 'Enter':
        if (event.ctrlKey || event.metaKey || id === selectedId) return () => onOpen(id);
        return () => onSelect(id);
      case 'Escape':
        return selectedId === null ? undefined : () => onSelect(null);
      default:
        return undefined;
    }
  };

  return (
    <>
      <ol
        aria-describedby="flow-keys"
        aria-label="会合（はしご）"
        className={styles.ladder}
        onDoubleClick={(event) => {
          const id = meetingAt(event.target);
          if (id !== undefined) onOpen(id);
        }}
        onFocus={(event) => {
          const id = meetingAt(event.target) ?? null;
          if (moved.current !== id) moved.current = null;
          setFocusedId(id);
        }}
        onKeyDown={onKeyDown}
        ref={list}
      >
        {drawn.map((rung) => {
          const index = places.get(rung) ?? 0;
          const ids = meetingsOfRung(rung).map((view) => view.meeting.id);
          const here = (id: string | null) => ids.find((each) => each === id) ?? null;
          return (
            <Fragment key={rung.id}>
              <PreparationsAt {...props} at={index} />
              {flow.opening?.at === index && <Opening {...props} />}
              <Rung
                confirmed={props.confirmed}
                drag={drag}
                onAddPart={props.onAddPart}
                onSelect={onSelect}
                rung={rung}
                selectedId={here(selectedId)}
                tabId={here(tabId)}
                today={today}
              />
            </Fragment>
          );
        })}
        {isWhole && <PreparationsAt {...props} at={flow.rungs.length} />}
        {isWhole && flow.opening?.at === flow.rungs.length && <Opening {...props} />}
      </ol>
      <p className={styles.keys} id="flow-keys">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> 移る
        </span>
        <span>
          <Kbd>Enter</Kbd> 右に開く、もう一度で記録へ
        </span>
        <span>
          <Kbd>Alt</Kbd> <Kbd>←</Kbd> <Kbd>→</Kbd> 1日動かす（<Kbd>Shift</Kbd> も押すと1週間）
        </span>
        <span>
          <Kbd>Alt</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> 順を変える（時刻などで決まらない会合）
        </span>
      </p>
    </>
  );
};

type PreparationsAtProps = Pick<
  LadderProps,
  'preparations' | 'prepared' | 'caseId' | 'fiscalYear'
> & {
  readonly at: number;
};

const PreparationsAt = ({ preparations, prepared, at, caseId, fiscalYear }: PreparationsAtProps) =>
  preparations
    .filter((block) => block.at === at)
    .map((block) => (
      <Preparations
        block={block}
        caseId={caseId}
        fiscalYear={fiscalYear}
        key={block.towards}
        opened={prepared?.round === block.towards ? prepared : null}
      />
    ));

const Opening = ({ flow, onAddOpening }: Pick<LadderProps, 'flow' | 'onAddOpening'>) => (
  <li className={styles.opening}>
    <button className={styles.place} onClick={onAddOpening} type="button">
      <span aria-hidden="true" className={styles.plus}>
        <Plus size={14} />
      </span>
      {flow.opening && formatOrdinal(flow.opening.ordinal)}を置く
    </button>
  </li>
);
