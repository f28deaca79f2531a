import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDraftDesk, whereNow } from '../commit/drafts.ts';
import { bestOf, type CellWords, optionsFor } from './cell-options.tsx';

/** `moving`: keys go from cell to cell. `typing`: over what stood there. `editing`: within it. */
export type CellMode = 'moving' | 'typing' | 'editing';

export type CellTextOptions = CellWords & {
  /** Where the text is kept while it is typed. */
  readonly draftKey: string;
  /** The cell, for screen readers and in the list of drafts: 開始、3行目、R5.2. */
  readonly label: string;
  /** What stands in the cell. */
  readonly text: string;
  readonly isReadOnly: boolean;
  /** A double click, or a click on the cursor's cell, opens the text. */
  readonly startsOpen: boolean;
  readonly onCommit: (text: string) => void;
};

/** What is typed into a cell, until it is handed over. */
export type CellText = {
  readonly mode: CellMode;
  /** What stands in the input: nothing while the cursor only moves. */
  readonly value: string;
  readonly options: readonly string[];
  /** The option that Enter takes; -1 for none. */
  readonly chosen: number;
  /** Opens the cell to be written on. */
  readonly open: (mode: CellMode, first: string) => void;
  /** Takes what the input holds now. */
  readonly type: (next: string) => void;
  /** Goes to another option. */
  readonly step: (by: 1 | -1) => void;
  /** Takes one of the options. */
  readonly choose: (option: string) => void;
  /** Hands over what is typed, once. */
  readonly commit: () => void;
  /** Lets go of what is typed. */
  readonly close: () => void;
};

type Typing = {
  readonly mode: CellMode;
  readonly typed: string;
  /** The option that was gone to by arrows; null for the one that the text means. */
  readonly picked: number | null;
};

/** The text of the cursor's cell: a draft from its first letter until it is handed over or let go of. */
export const useCellText = ({
  draftKey,
  label,
  text,
  isReadOnly,
  startsOpen,
  choices,
  suggestions,
  onCommit,
}: CellTextOptions): CellText => {
  const desk = useDraftDesk();
  const [shown, setShown] = useState<Typing>({
    mode: startsOpen && !isReadOnly ? 'editing' : 'moving',
    typed: text,
    picked: null,
  });
  /** Known at once: a letter may be handed over before it is drawn, and one text only once. */
  const now = useRef(shown);
  const become = (next: Partial<Typing>): void => {
    now.current = { ...now.current, ...next };
    setShown(now.current);
  };
  const offered = ({ mode, typed, picked }: Typing) => {
    const options = mode === 'moving' ? [] : optionsFor({ choices, suggestions }, typed, text);
    const best = choices.length > 0 ? bestOf(options, typed) : -1;
    return { options, chosen: picked ?? best };
  };

  const open: CellText['open'] = (mode, typed) => {
    if (!isReadOnly) become({ mode, typed, picked: null });
  };
  const keep = (next: string): void => {
    const place = { base: text, where: whereNow(), isOnItsWay: false };
    if (next === text) desk.drop(draftKey);
    else desk.put({ key: draftKey, label, text: next, ...place });
  };
  const type: CellText['type'] = (next) => {
    if (isReadOnly) return;
    keep(next);
    open(now.current.mode === 'moving' ? 'typing' : now.current.mode, next);
  };
  const close = (): void => {
    desk.drop(draftKey);
    become({ mode: 'moving' });
  };
  const commit = (): void => {
    const { mode, typed, picked } = now.current;
    if (mode === 'moving') return;
    const { options, chosen } = offered(now.current);
    const option = options[chosen];
    close();
    onCommit(option !== undefined && (picked !== null || choices.length > 0) ? option : typed);
  };
  useHandedOver({ draftKey, commit, discard: close });

  const { options, chosen } = offered(shown);
  return {
    mode: shown.mode,
    value: shown.mode === 'moving' ? '' : shown.typed,
    options,
    chosen,
    open,
    type,
    step: (by) => {
      const from = chosen < 0 && by < 0 ? 0 : chosen;
      become({ picked: (from + by + options.length) % options.length });
    },
    choose: (option) => {
      close();
      onCommit(option);
    },
    commit,
    close,
  };
};

type HandedOver = {
  readonly draftKey: string;
  readonly commit: () => void;
  readonly discard: () => void;
};

/** Leaving by the mouse, or with the whole page, takes the cell away without a blur. */
const useHandedOver = ({ draftKey, commit, discard }: HandedOver): void => {
  const desk = useDraftDesk();
  const last = useRef({ draftKey, commit, discard });
  useLayoutEffect(() => {
    const { draftKey: before } = last.current;
    last.current = { draftKey, commit, discard };
    // Its row has become a record while it was typed on: the draft goes along, the typing goes on.
    const draft = before === draftKey ? undefined : desk.get(before);
    if (draft === undefined) return;
    desk.put({ ...draft, key: draftKey });
    desk.drop(before);
  });
  useEffect(
    () =>
      desk.join({
        key: draftKey,
        commit: async () => last.current.commit(),
        discard: () => last.current.discard(),
      }),
    [desk, draftKey],
  );
  useEffect(() => () => last.current.commit(), []);
};

/** The focus of the cursor's input: it comes with the cursor, and behind the last letter. */
export const useCellFocus = (
  input: RefObject<HTMLInputElement | null>,
  takesFocus: boolean,
  mode: CellMode,
): void => {
  useLayoutEffect(() => {
    if (takesFocus && document.activeElement !== input.current) {
      input.current?.focus({ preventScroll: true });
    }
  }, [input, takesFocus]);

  useLayoutEffect(() => {
    if (mode !== 'editing') return;
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, [input, mode]);
};
