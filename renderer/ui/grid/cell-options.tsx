import type { MouseEvent } from 'react';
import { cx } from '../class-names.ts';
import styles from './grid.module.css';

/** What may stand in a cell, and what stands in others of its column. */
export type CellWords = {
  /** Only these may stand in the cell. */
  readonly choices: readonly string[];
  /** What stands in other cells of the column, to take again. */
  readonly suggestions: readonly string[];
};

/** So many suggestions are of use. */
const SUGGESTED = 8;

/** What is offered while a cell is typed in. */
export const optionsFor = (
  { choices, suggestions }: CellWords,
  typed: string,
  text: string,
): readonly string[] => {
  if (choices.length > 0) return choices;
  const words = typed.trim();
  if (words === text.trim()) return suggestions.slice(0, SUGGESTED);
  return suggestions.filter((each) => each.includes(words) && each !== words).slice(0, SUGGESTED);
};

/** The choice that typed words most likely mean; -1 for none. */
export const bestOf = (options: readonly string[], typed: string): number => {
  const words = typed.normalize('NFKC').trim();
  if (words === '') return -1;
  const exact = options.indexOf(words);
  if (exact >= 0) return exact;
  const start = options.findIndex((option) => option.startsWith(words));
  return start >= 0 ? start : options.findIndex((option) => option.includes(words));
};

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

type CellOptionsProps = {
  readonly id: string;
  readonly options: readonly string[];
  /** The one that Enter takes; -1 for none. */
  readonly chosen: number;
  readonly opensUp: boolean;
  readonly onChoose: (option: string) => void;
};

/** The input has the focus and takes the keys; the list beside it only shows. */
const LISTBOX = { role: 'listbox' } as const;
const optionOf = (isChosen: boolean) => ({ role: 'option', 'aria-selected': isChosen });
const clicked = (onClick: () => void) => ({
  onClick,
  onMouseDown: (event: MouseEvent): void => event.preventDefault(),
});

/** The list that opens at a cell. */
export const CellOptions = ({ id, options, chosen, opensUp, onChoose }: CellOptionsProps) => (
  <ul className={cx(styles.options, opensUp && styles.up)} id={id} {...LISTBOX}>
    {options.map((option, index) => (
      <li
        className={cx(styles.option, index === chosen && styles.chosen)}
        id={optionId(id, index)}
        key={option}
        {...optionOf(index === chosen)}
        {...clicked(() => onChoose(option))}
      >
        {option}
      </li>
    ))}
  </ul>
);
