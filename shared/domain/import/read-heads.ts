import { plainOf } from '../../text/folded.ts';
import { quote } from '../../text/typed.ts';
import { isNone } from './ditto.ts';
import { partLabelOf } from './read-content.ts';

/** Who came, for each part that the cell tells apart. */
export type Heads = {
  readonly partLabel: string;
  readonly headCount: number | null;
  readonly attendanceText: string;
};

export type ReadHeads = { readonly parts: readonly Heads[]; readonly doubts: readonly string[] };

const PART_BEFORE = /^((?:午前|午後|夜間?|第\s*\d+部\s*[①-⑳]?)(?:の部)?)\s*[:：]\s*([\s\S]*)$/;
const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d+)';
const COUNT = new RegExp(`^((?:合計|総数|計|約|およそ)*)\\s*${NUMBER}\\s*(?:人|名)`);
const TOTAL = new RegExp(`(?:合計|総数|計)\\s*${NUMBER}\\s*(?:人|名)`);
const BARE = new RegExp(`^${NUMBER}$`);
/** ①15人②40人: groups, each with its sign. */
const GROUP = /[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇][^①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇\d]{0,30}(\d{1,6})\s?(?:人|名)/g;

/** Reads 38人（町、SC 等）, 計46名, 午前:49人（住民代表向け）／午後:45人（…）, ①15人②40人. */
export const readHeads = (text: string): ReadHeads => {
  const counted = partsOfCell(text).map((part) => ({ ...part, ...countOf(part.text) }));
  return {
    parts: counted.map(({ partLabel, text: attendanceText, headCount }) => ({
      partLabel,
      headCount,
      attendanceText,
    })),
    doubts: counted.flatMap(({ doubt }) => doubt ?? []),
  };
};

/** What a cell says of a part; of all, where its label is ''. */
export type PartText = { readonly partLabel: string; readonly text: string };

/** Tells the parts of a cell apart: 午前:…／午後:…, or each below its heading (【午前】); none for an empty one. */
export const partsOfCell = (text: string): readonly PartText[] => {
  if (text === '' || isNone(text)) return [];
  const parts = headed(text) ?? piecesOf(text);
  const labelled = parts.map((piece) => PART_BEFORE.exec(piece));
  const isWhole = parts.length < 1 || labelled.some((match) => match === null);
  if (isWhole) return [{ partLabel: '', text }];
  return labelled.map((match) => ({
    partLabel: partLabelOf(match?.[1] ?? ''),
    text: match?.[2]?.trim() ?? '',
  }));
};

const piecesOf = (text: string): readonly string[] =>
  text
    .split(/[／\n]|\/(?=\s?(?:午前|午後|第\s?\d+部))/)
    .map((each) => each.trim())
    .filter((piece) => piece !== '');

/** 【午前の部】 in a line of its own, above what is said of it. */
const HEADING = /^【([^【】\n]{1,40})】$/;

/** The parts of a cell that tells them apart by headings, each as 午前の部:…; null where it does not. */
const headed = (text: string): readonly string[] | null => {
  const lines = text.split('\n').map((each) => each.trim());
  const isHeading = (line: string): boolean => PART_BEFORE.test(`${HEADING.exec(line)?.[1]}:`);
  if (!isHeading(lines[0] ?? '')) return null;
  const parts: string[] = [];
  for (const line of lines) {
    const label = isHeading(line) ? HEADING.exec(line)?.[1] : undefined;
    if (label !== undefined) parts.push(`${label}:`);
    else parts.push([parts.pop(), line].join(line === '' ? '' : '\n'));
  }
  return parts;
};

type Count = { readonly headCount: number | null; readonly doubt: string | null };

const countOf = (text: string): Count => {
  const plain = plainOf(text);
  const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));
  const first = COUNT.exec(plain);
  const rest = outsideBrackets(plain.slice(first?.[0].length ?? 0));
  const total = TOTAL.exec(first === null ? outsideBrackets(plain) : rest);
  if (first !== null && (first[1] ?? '').includes('計')) {
    return { headCount: numberOf(first[2] ?? ''), doubt: null };
  }
  if (total !== null) return { headCount: numberOf(total[1] ?? ''), doubt: null };
  if (first !== null) {
    if (!/\d\s?(?:人|名)/.test(rest) || /^\s?[、,]?\s?(?:うち|内)/.test(rest)) {
      return { headCount: numberOf(first[2] ?? ''), doubt: null };
    }
    return {
      headCount: null,
      doubt: `${quote(text)}には人数がいくつもあるため、人数は入れません。`,
    };
  }
  const groups = [...plain.matchAll(GROUP)].map((match) => Number(match[1]));
  if (groups.length > 0) {
    const sum = groups.reduce((all, each) => all + each, 0);
    const doubt = `${groups.join('人と')}人を合わせて${sum}人としました。`;
    return { headCount: sum, doubt };
  }
  const bare = BARE.exec(plain.trim())?.[1];
  return { headCount: bare === undefined ? null : numberOf(bare), doubt: null };
};

/** What stands in brackets tells who they were, and is in the number before them already. */
const outsideBrackets = (text: string): string => {
  let depth = 0;
  let out = '';
  for (const letter of text) {
    if (/[(（]/.test(letter)) depth += 1;
    else if (/[)）]/.test(letter)) depth = Math.max(0, depth - 1);
    else if (depth === 0) out += letter;
  }
  return out;
};
