import { fold } from '#shared/text/fold.ts';

/** Where a find leads; the palette turns it into going there. */
export type Target =
  | {
      readonly kind:
        | 'home'
        | 'cases'
        | 'promises'
        | 'people'
        | 'themes'
        | 'knowHow'
        | 'newCase'
        | 'settings';
    }
  | { readonly kind: 'person' | 'organization'; readonly id: string }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'meeting'; readonly caseId: string; readonly meetingId: string };

export type Entry = {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** Smaller, behind the title: 益城町 ・ 8/24. */
  readonly note: string;
  /** What is searched, as typed. */
  readonly text: string;
  readonly target: Target;
};

/** An entry whose text is folded once, when the palette opens. */
export type Indexed = { readonly entry: Entry; readonly folded: string };

export const GROUPS = ['画面', '案件', '会合', '人・機関', '記録の本文'] as const;
export type Group = (typeof GROUPS)[number];

export type Found = { readonly group: Group; readonly entries: readonly Entry[] };

/** More of one kind would push the others out of sight. */
const PER_GROUP = 8;
/** Characters of a note shown before what was found in it. */
const BEFORE = 12;
const EXCERPT = 60;

export const index = (entries: readonly Entry[]): readonly Indexed[] =>
  entries.map((entry) => ({ entry, folded: fold(`${entry.title} ${entry.note} ${entry.text}`) }));

/**
 * Entries that hold every word typed, whatever their width, case or kana; by kind, in their order.
 * Without words: the screens and the first cases.
 */
export const search = (indexed: readonly Indexed[], typed: string): readonly Found[] => {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '');
  const groups = words.length === 0 ? GROUPS.slice(0, 2) : GROUPS;
  return groups.flatMap((group) => {
    const entries: Entry[] = [];
    for (const { entry, folded } of indexed) {
      if (entry.group !== group || !words.every((word) => folded.includes(word))) continue;
      entries.push(group === '記録の本文' ? withExcerpt(entry, words[0] ?? '') : entry);
      if (entries.length === PER_GROUP) break;
    }
    return entries.length === 0 ? [] : [{ group, entries }];
  });
};

/** Shows the part of a note where the word stands; folding may move it by a few characters. */
const withExcerpt = (entry: Entry, word: string): Entry => {
  const line = entry.text.replace(/\s+/g, ' ');
  const at = Math.max(0, fold(line).indexOf(word) - BEFORE);
  const part = [...line.slice(at, at + EXCERPT * 2)].slice(0, EXCERPT).join('');
  return { ...entry, note: `${entry.note} ・ ${at > 0 ? '…' : ''}${part}` };
};
