import { useMemo, useState } from 'react';
import { showProblem, useRun, useStoreField, useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import { MEETING_STATE_NAMES, type MeetingState } from '#shared/domain/meeting/meeting.ts';
import type { TypedTimes } from '#shared/domain/meeting/times.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { problemWords } from '#shared/result.ts';
import { fromHere } from '#ui/from-here.ts';
import { showToast } from '#ui/toast-queue.ts';
import { useLatest } from '#ui/use-latest.ts';
import {
  addCommand,
  arrangeCommand,
  daysCommand,
  type NewMeeting,
  reDateCommand,
  removeCommand,
  shiftCommand,
  stateCommand,
  statesCommand,
  timeCommand,
} from './commands.ts';
import { type Flow, partners } from './model.ts';
import { moveInOrder } from './move-in-order.ts';

/** A meeting to bring into view once it is on the ladder; a new object is a new wish. */
export type Reveal = { readonly id: string; readonly focus: boolean };

type FlowActionsOptions = {
  readonly caseId: CaseId;
  readonly flow: Flow;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
};

/** All that can be done on the screen, as handlers that never change, so that rungs need not redraw. */
export const useFlowActions = (options: FlowActionsOptions) => {
  const run = useRun();
  const workspace = useWorkspace();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const latest = useLatest(options);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const [announcement, setAnnouncement] = useState('');

  const actions = useMemo(() => {
    const now = () => latest.current;
    const titleOf = (id: string): string => now().flow.meetings.get(id)?.title ?? '会合';
    const bring = (id: string, focus = false): void => setReveal({ id, focus });

    const select = (id: string | null): void => {
      const before = now().selectedId;
      now().onSelect(id);
      if (id === null && before !== null) bring(before, true);
    };
    return {
      select,
      open: (id: string): void => now().onOpen(id),
      /** From the strip or a list of checks: the ladder follows. */
      show: (id: string): void => {
        now().onSelect(id);
        bring(id);
      },
      bring,
      add: async (meeting: NewMeeting, name: string): Promise<string | null> => {
        const leadOn = fromHere();
        const result = await workspace.run(addCommand(now().caseId, meeting, name));
        if (!result.ok) return problemWords(result.error);
        leadOn(() => {
          now().onSelect(result.value);
          bring(result.value, true);
        });
        undoToast(`${name}を追加しました。`);
        return null;
      },
      moveDays: async (id: string, days: number): Promise<void> => {
        const { caseId, flow } = now();
        if ((flow.meetings.get(id)?.date ?? '') === '') {
          showToast('日付が未定です。右の欄に日付を入力するか、年間の帯へ引いてください。', {
            tone: 'hint',
          });
          return;
        }
        const moved = await run(shiftCommand(caseId, partners(flow.rungs, id), days));
        if (moved.ok) {
          setAnnouncement(`${titleOf(id)}を${formatPartialDate(moved.value)}に移しました。`);
        }
      },
      moveOrder: async (id: string, direction: -1 | 1): Promise<void> => {
        const { caseId, flow } = now();
        const ids = moveInOrder(flow.rungs, id, direction);
        const way = direction < 0 ? '上' : '下';
        if (ids === null) {
          showToast(
            `${titleOf(id)}は、これより${way}へは動かせません。手で動かせるのは、日付や時刻、部の名前で順が決まらない会合だけです。`,
            { tone: 'hint' },
          );
          return;
        }
        const moved = await run(arrangeCommand(caseId, ids, id));
        if (moved.ok) setAnnouncement(`${titleOf(id)}を1つ${way}へ移しました。`);
      },
      /** A mark or node dropped on a day of the strip. */
      drop: async (rungId: string, day: Day): Promise<void> => {
        const { caseId, flow } = now();
        const rung = flow.rungs.find((each) => each.id === rungId);
        const first = rung && meetingsOfRung(rung)[0]?.meeting.id;
        if (!rung || first === undefined || rung.date === day) return;
        const moved = await run(reDateCommand(caseId, partners(flow.rungs, first), day));
        if (!moved.ok) return;
        const message = `${titleOf(first)}を${formatPartialDate(day)}に変更しました。`;
        setAnnouncement(message);
        undoToast(message);
        bring(first);
      },
      reDate: (id: string, date: string, endDate: string) =>
        store(daysCommand(now().caseId, id, date, endDate)),
      times: (id: string, times: TypedTimes) => store(timeCommand(now().caseId, id, times)),
      state: async (id: string, state: MeetingState, reason: string, burst?: string) => {
        const stored = await store(stateCommand(now().caseId, id, state, reason), burst);
        if (!stored.ok && burst === undefined) showProblem(stored.error);
        return stored;
      },
      /** Several meetings at once, as one step of undo. */
      states: async (ids: readonly string[], state: MeetingState): Promise<void> => {
        const changed = await run(statesCommand(now().caseId, ids, state));
        if (changed.ok) {
          undoToast(`${ids.length}件を「${MEETING_STATE_NAMES[state]}」にしました。`);
        }
      },
      remove: async (id: string): Promise<void> => {
        const { caseId, flow } = now();
        const index = flow.sequence.indexOf(id);
        const neighbour = flow.sequence[index + 1] ?? flow.sequence[index - 1];
        const title = titleOf(id);
        const leadOn = fromHere();
        const removed = await run(removeCommand(caseId, id, title));
        if (!removed.ok) return;
        leadOn(() => {
          now().onSelect(null);
          if (neighbour !== undefined) bring(neighbour, true);
        });
        undoToast(`${title}を削除しました。`);
      },
    };
  }, [latest, run, store, workspace, undoToast]);

  return { actions, reveal, announcement };
};
