import { isBlank } from '../record/row-values.ts';

/*
 * Lines that belong together under a heading, in a text that has lines alone: as they are drafted, and as they are
 * told apart when the records have changed.
 */

const HEAD = '■ ';
const ITEM = '・';

/** A heading and what stands below it; '' where nothing does. */
export const groupOf = (name: string, lines: readonly string[]): string => {
  const said = lines.filter((line) => !isBlank(line));
  return said.length === 0
    ? ''
    : [`${HEAD}${name}`, ...said.map((line) => `${ITEM}${line}`)].join('\n');
};

/** Lines and their heading, '' for those before the first one. */
export type Group = { readonly head: string; readonly lines: readonly string[] };

/** The groups of a text, each heading as it stands there. */
export const groupsOf = (text: string): readonly Group[] =>
  text.split(`\n${HEAD}`).map((part, at): Group => {
    const lines = part.split('\n');
    const [first = ''] = lines;
    if (at === 0 && !first.startsWith(HEAD)) return { head: '', lines };
    return { head: at === 0 ? first : `${HEAD}${first}`, lines: lines.slice(1) };
  });

/** The lines of a text, each as it says something by itself: 益城町　心掛け：先に係長へ. */
export const linesAlone = (text: string): readonly string[] =>
  groupsOf(text).flatMap(({ head, lines }) =>
    head === ''
      ? lines
      : lines.map((line) => `${head.slice(HEAD.length)}　${line.replace(ITEM, '')}`),
  );
