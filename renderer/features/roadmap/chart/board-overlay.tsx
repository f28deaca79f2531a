import { type KeyboardEvent, memo, type ReactNode, type Ref } from 'react';
import { type BoardLayout, lanesIn } from '#shared/domain/roadmap/layout/layout.ts';
import type { BarMove } from '#shared/domain/roadmap/plan/cascade.ts';
import type { Scale } from '#shared/domain/roadmap/scale.ts';
import { shiftWords } from '#shared/domain/roadmap/span.ts';
import styles from './board.module.css';
import { rectAt } from './drag-plan.ts';
import type { Rect } from './geometry.ts';

/** Where the followers of a dragged bar would go. */
export const PreviewOutlines = memo(
  ({
    layout,
    scale,
    moves,
  }: {
    readonly layout: BoardLayout;
    readonly scale: Scale;
    readonly moves: readonly BarMove[];
  }): ReactNode => {
    if (moves.length === 0) return null;
    const boxes = new Map(
      lanesIn(layout, 0, layout.height).flatMap(({ bars }) =>
        bars.map((box) => [box.bar.id, box] as const),
      ),
    );
    return moves.map((move) => {
      const box = boxes.get(move.id);
      if (!box) return null;
      const { x, y, width, height } = rectAt(
        { layout, scale },
        { span: move.to },
        box.y,
        box.height,
      );
      return (
        <div
          className={styles.preview}
          data-preview={move.id}
          key={move.id}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        >
          <span className={styles.previewWords}>{shiftWords(move.bySlots)}</span>
        </div>
      );
    });
  },
);

/** What the keyboard stands on: an element that takes the focus, placed over it; the pointer goes through. */
export const CursorBox = ({
  rect,
  label,
  ref,
  onKeyDown,
  onPress,
  onFocus,
}: {
  readonly rect: Rect;
  readonly label: string;
  readonly ref: Ref<HTMLButtonElement>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPress: () => void;
  readonly onFocus: () => void;
}): ReactNode => (
  <button
    aria-describedby="roadmap-keys"
    aria-label={label}
    className={styles.cursor}
    data-roadmap-cursor=""
    onClick={onPress}
    onFocus={onFocus}
    onKeyDown={onKeyDown}
    ref={ref}
    style={{
      transform: `translate(${rect.x}px, ${rect.y}px)`,
      width: rect.width,
      height: rect.height,
    }}
    type="button"
  />
);
