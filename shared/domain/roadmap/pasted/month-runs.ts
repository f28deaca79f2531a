import { withoutAtEnds } from '../../../text/without-ends.ts';
import type { GridCell } from '../../import/grid.ts';

/** Neighbouring columns of months that are marked: what becomes a bar. */
export type MonthRun = {
  /** The first and the last column, counted from that of the first month. */
  readonly from: number;
  readonly to: number;
  /** What stands in its cells beside marks; '' for marks alone. */
  readonly label: string;
  /** The marks, each once. */
  readonly marks: readonly string[];
};

export type MonthCells = {
  readonly runs: readonly MonthRun[];
  /** Signs that say that nothing is done, each once. */
  readonly none: readonly string[];
};

const SIGNS = '○〇◯●◎△▲▽▼□■◇◆☆★✓✔→⇒➡⇨►▶←⇐↔⇔⟷━─―—＝=～~＊*';
const MARK = new RegExp(`^(?:[${SIGNS}ー]+|[1１レ])$`, 'u');
const SIGN = new RegExp(`[${SIGNS}\\s]`, 'u');
const NONE = /^(?:[×✕✖\-－–0０]|なし|無し?)$/u;

/**
 * Reads the cells under months: a run of neighbours is one bar, called by the words in it; other words begin
 * another. Words alone in a cell that is merged over months reach over them.
 */
export const runsOf = (cells: readonly GridCell[]): MonthCells => {
  const runs: MonthRun[] = [];
  const none = new Set<string>();
  let isOpen = false;
  for (const [at, { text: typed }] of cells.entries()) {
    const text = typed.replace(/\s+/g, ' ').trim();
    if (text === '' || NONE.test(text)) {
      if (text !== '') none.add(text);
      isOpen = false;
      continue;
    }
    const isMark = MARK.test(text.replaceAll(' ', ''));
    const label = isMark ? '' : withoutAtEnds(text, (character) => SIGN.test(character));
    const marks = isMark ? [text] : [];
    const last = isOpen ? runs.at(-1) : undefined;
    const goesOn =
      last !== undefined && (label === '' || last.label === '' || last.label === label);
    if (goesOn) {
      const all = [...new Set([...last.marks, ...marks])];
      runs[runs.length - 1] = { ...last, to: at, label: last.label || label, marks: all };
    } else runs.push({ from: at, to: at, label, marks });
    isOpen = true;
  }
  return { runs, none: [...none] };
};
