/** What is looked for: `@` people and bodies, `#` themes, `[[` cases, meetings and versions. */
export type MentionKind = 'who' | 'theme' | 'case';

export type TypedMention = {
  readonly kind: MentionKind;
  /** What stands behind the mark. */
  readonly typed: string;
  /** Letters of mark and name together. */
  readonly length: number;
};

/** Letters behind the mark that may still be a name: 生駒 花子（益城町 いきいき長寿課・係長） */
export const LONGEST_TYPED = 60;

/**
 * The marks, each with what may stand behind it. 「「 is what an input method makes of [[. Another node in between
 * (U+FFFC) ends what is typed.
 */
const MARKS: readonly (readonly [MentionKind, RegExp])[] = [
  ['who', /(?<![\w.%+-])[@＠]((?![\s@＠])[^@＠\ufffc]*)?$/u],
  ['theme', /(?<![\w/&#＃])[#＃]([^#＃\s\ufffc]*)$/u],
  ['case', /(?:\[\[|［［|「「)((?!\s)[^[\]［］「」\ufffc]*)?$/u],
];

/** Reads what stands before the cursor; null where nothing is asked for. */
export const readTypedMention = (before: string): TypedMention | null => {
  const found = MARKS.flatMap(([kind, pattern]): readonly TypedMention[] => {
    const match = pattern.exec(before);
    const typed = match?.[1] ?? '';
    return match === null || isNone(kind, typed) ? [] : [{ kind, typed, length: match[0].length }];
  });
  // The mark that was typed last.
  return found.toSorted((a, b) => a.length - b.length)[0] ?? null;
};

/** A number behind # is a number; a name of people has one blank, and more only in brackets. */
const isNone = (kind: MentionKind, typed: string): boolean => {
  switch (kind) {
    case 'theme':
      return /^\p{N}+$/u.test(typed);
    case 'who':
      return (typed.split(/[（(]/u)[0] ?? '').trim().split(/\s+/u).length > 2;
    case 'case':
      return false;
  }
};
