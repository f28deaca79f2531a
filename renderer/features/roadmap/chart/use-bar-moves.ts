import { useEffect, useMemo, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Bar, BarId, Roadmap } from '#shared/domain/roadmap/model.ts';
import { type BarMove, cascade } from '#shared/domain/roadmap/plan/cascade.ts';
import { isSameSpan } from '#shared/domain/roadmap/span.ts';
import { ok, type Result } from '#shared/result.ts';
import { useLatest } from '#ui/use-latest.ts';
import { moveBarsCommand } from '../commands.ts';
import { withBarAt } from '../model.ts';
import { followersWords, movedWords } from './announce.ts';
import type { BarPlace } from './board-props.ts';
import { moveLabel } from './move-label.ts';

/** A bar on its way, with those that would have to make room for it. */
export type Moving = {
  readonly bar: Bar;
  readonly place: BarPlace;
  readonly followers: readonly BarMove[];
};

/** What is done about the followers of a bar that was put elsewhere. */
export type Answer = 'together' | 'alone' | 'cancel';

const NONE: readonly BarMove[] = [];

const movingOf = (roadmap: Roadmap, id: BarId, place: BarPlace): Moving | null => {
  const bar = roadmap.bars.find((each) => each.id === id);
  if (!bar) return null;
  const followers = isSameSpan(bar.span, place.span)
    ? NONE
    : cascade(roadmap, [{ id, span: place.span }]).followers;
  return { bar, place, followers };
};

type Wanted = { readonly id: BarId; readonly place: BarPlace };

const withBar = (roadmap: Roadmap, wanted: Wanted | null): Roadmap => {
  const bar = wanted && roadmap.bars.find(({ id }) => id === wanted.id);
  if (!bar || !wanted) return roadmap;
  const { lane, span } = wanted.place;
  const isThere = bar.lane === lane && isSameSpan(bar.span, span);
  return isThere ? roadmap : withBarAt(roadmap, wanted.id, wanted.place);
};

/**
 * Moving bars. A move that leaves the followers in peace is done at once; one that would push them is
 * shown and waits for an answer, and meanwhile the bar already stands at its new place.
 */
export const useBarMoves = (
  caseId: CaseId,
  stored: Roadmap,
  announce: (message: string) => void,
  /** Whether the chart as it stands now is in sight; a question about it is dropped otherwise. */
  isInSight: boolean,
) => {
  const workspace = useWorkspace();
  // A key pressed again before the rows have come goes on from where the bar was put.
  const [underWay, setUnderWay] = useState<(Wanted & { readonly isStored: boolean }) | null>(null);
  const roadmap = useMemo(() => withBar(stored, underWay), [stored, underWay]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the rows that follow the storing
  useEffect(() => setUnderWay((now) => (now?.isStored ? null : now)), [stored]);
  const [dragged, setDragged] = useState<Wanted | null>(null);
  const [asked, setAsked] = useState<Wanted | null>(null);

  useEffect(() => {
    if (!isInSight) setAsked(null);
  }, [isInSight]);

  const dragging = useMemo(
    () => dragged && movingOf(roadmap, dragged.id, dragged.place),
    [roadmap, dragged],
  );
  // Anew with each edit from elsewhere: the followers may be others meanwhile.
  const pending = useMemo(
    () => (isInSight && asked ? movingOf(roadmap, asked.id, asked.place) : null),
    [roadmap, asked, isInSight],
  );
  const latest = useLatest({ caseId, stored, roadmap, pending, announce });

  const moves = useMemo(() => {
    const store = async (
      { bar, place }: Moving,
      followers: readonly BarMove[],
    ): Promise<Result<null>> => {
      const { caseId, roadmap, announce } = latest.current;
      const label = moveLabel(bar.span, place.span, {
        toOtherLane: place.lane !== bar.lane,
        others: followers.length,
      });
      const wanted = [
        { id: bar.id, ...place },
        ...followers.map(({ id, to }) => ({ id, span: to })),
      ];
      const here = { id: bar.id, place, isStored: false };
      setUnderWay(here);
      const result = await workspace.run(moveBarsCommand(caseId, wanted, label));
      // The rows may have come already, or come next.
      const isWaiting = result.ok && withBar(latest.current.stored, here) !== latest.current.stored;
      setUnderWay((now) => (now !== here ? now : isWaiting ? { ...here, isStored: true } : null));
      const rest = followers.length === 0 ? '' : `続く帯も${followers.length}本移しました。`;
      if (result.ok) announce(movedWords(roadmap, bar, place) + rest);
      return result;
    };
    return {
      drag: (id: BarId, place: BarPlace | null): void => {
        // As long as nothing follows, React has nothing to draw.
        const hasFollowers =
          place !== null &&
          (movingOf(latest.current.roadmap, id, place)?.followers.length ?? 0) > 0;
        setDragged(hasFollowers ? { id, place } : null);
      },
      /** Puts a bar elsewhere. A refusal comes back for the field where it was typed. */
      move: async (id: BarId, place: BarPlace): Promise<Result<null>> => {
        const { roadmap, announce } = latest.current;
        const moving = movingOf(roadmap, id, place);
        setAsked(null);
        if (moving === null) return ok(null);
        const { bar, followers } = moving;
        if (bar.lane === place.lane && isSameSpan(bar.span, place.span)) return ok(null);
        if (followers.length === 0) return store(moving, NONE);
        setAsked({ id, place });
        announce(`${followersWords(followers)}。Enterでいっしょに動かす、Escでやめる。`);
        return ok(null);
      },
      answer: async (answer: Answer): Promise<Result<null>> => {
        const { pending, announce } = latest.current;
        if (pending === null) return ok(null);
        if (answer === 'cancel') {
          setAsked(null);
          announce('動かすのをやめました。');
          return ok(null);
        }
        setAsked(null);
        return store(pending, answer === 'together' ? pending.followers : NONE);
      },
    };
  }, [latest, workspace]);

  /** The roadmap as it is drawn: with the bar where it waits for the answer. */
  const drawn = useMemo(
    () => withBar(roadmap, pending && { id: pending.bar.id, place: pending.place }),
    [roadmap, pending],
  );
  const preview = (dragging ?? pending)?.followers ?? NONE;
  return { moves, drawn, preview, dragging, pending };
};
