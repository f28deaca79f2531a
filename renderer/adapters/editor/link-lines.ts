import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { liftListItem } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { LINK_ELEMENT } from '#data/documents/note-links.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import { cleanLine } from '#shared/text/limits.ts';
import { attributesOfLink } from './linked-record.ts';

/** A line of a note that becomes a record: where its block begins, and what it says. */
export type Line = { readonly at: number; readonly text: string };

/** A stretch of the note that is no part of what a line says: the 「/課題」 that was typed to mark it. */
export type Stretch = { readonly from: number; readonly to: number };

/** The lines that are selected: the one with the cursor, or of several those that say something. */
export const linesAt = (state: EditorState, without?: Stretch): readonly Line[] => {
  const { from, to } = state.selection;
  const lines: Line[] = [];
  state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    lines.push({ at, text: cleanLine(wordsIn(node, at + 1, without)) });
    return false;
  });
  const filled = lines.filter(({ text }) => text !== '');
  return filled.length > 0 ? filled : lines.slice(0, 1);
};

/** What a block says as a sentence: a line break is a blank, and a link's address stands behind its words. */
const wordsIn = (block: Node, start: number, without: Stretch = { from: 0, to: 0 }): string => {
  let words = '';
  block.forEach((child, offset, index) => {
    if (child.text === undefined) {
      words += child.type.spec.leafText?.(child) ?? ' ';
      return;
    }
    const at = start + offset;
    const cut = (position: number) => Math.min(Math.max(position - at, 0), child.nodeSize);
    words += child.text.slice(0, cut(without.from)) + child.text.slice(cut(without.to));
    const address = addressOf(child);
    const goesOn = address !== '' && addressOf(block.maybeChild(index + 1)) === address;
    if (address !== '' && !goesOn && !words.includes(address)) words += `（${address}）`;
  });
  return words;
};

const addressOf = (node: Node | null): string => {
  const href: unknown = node?.marks.find(({ type }) => type.name === 'link')?.attrs.href;
  return typeof href === 'string' ? href : '';
};

/**
 * Puts a link in the place of each line; a line of a list leaves the list, which goes on below.
 * @param links one for each line, in their order
 * @returns the change, with the cursor behind the last of them where it goes on, and on it otherwise
 */
export const replaceLines = (
  state: EditorState,
  lines: readonly Line[],
  links: readonly RecordLink[],
): Transaction => {
  const { tr, schema } = state;
  const type = schema.nodes[LINK_ELEMENT];
  if (type === undefined) return tr;
  // From the last one up, so that the others stay where they are.
  for (const run of runsOf(state.doc, lines).toReversed()) {
    const nodes = run.flatMap((index) => {
      const link = links[index];
      return link === undefined ? [] : type.create(attributesOfLink(link));
    });
    const [first, end] = [lines[run[0] ?? -1], lines[run.at(-1) ?? -1]];
    if (first === undefined || end === undefined || nodes.length < run.length) continue;
    const place = liftOut(tr, first.at);
    const from = place.before();
    const behind =
      run.length === 1 ? place.after() : end.at + (tr.doc.nodeAt(end.at)?.nodeSize ?? 0);
    tr.replaceWith(from, behind, nodes);
    if (run.at(-1) === lines.length - 1) selectBehind(tr, from + nodes.length - 1);
  }
  return tr.scrollIntoView();
};

/**
 * The lines that follow each other without anything between them, by index: they change in one step, as each
 * step makes the whole note anew. A line of a list stands alone, for it leaves the list first.
 */
const runsOf = (doc: Node, lines: readonly Line[]): readonly (readonly number[])[] => {
  const runs: number[][] = [];
  let goesOnAt: number | undefined;
  for (const [index, { at }] of lines.entries()) {
    const isListed = itemAround(doc.resolve(at + 1)) !== undefined;
    if (at === goesOnAt) runs.at(-1)?.push(index);
    else runs.push([index]);
    goesOnAt = isListed ? undefined : at + (doc.nodeAt(at)?.nodeSize ?? 0);
  }
  return runs;
};

const isItem = (node: Node): boolean =>
  node.type.name === 'listItem' || node.type.name === 'taskItem';

const itemAround = ($from: ResolvedPos): Node | undefined => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (isItem($from.node(depth))) return $from.node(depth);
  }
  return undefined;
};

/** Lifts a line out of all lists around it. Returns a place inside of it. */
const liftOut = (tr: Transaction, at: number): ResolvedPos => {
  let inside = at + 1;
  for (;;) {
    const item = itemAround(tr.doc.resolve(inside));
    if (item === undefined) break;
    const local = EditorState.create({
      doc: tr.doc,
      selection: TextSelection.create(tr.doc, inside),
    });
    let lifted: Transaction | undefined;
    liftListItem(item.type)(local, (made) => {
      lifted = made;
    });
    if (lifted === undefined) break;
    for (const step of lifted.steps) tr.step(step);
    inside = lifted.mapping.map(inside);
  }
  return tr.doc.resolve(inside);
};

/** Puts the cursor on the line behind a block, which is made where there is none. */
export const selectBehind = (tr: Transaction, at: number): void => {
  const behind = at + (tr.doc.nodeAt(at)?.nodeSize ?? 0);
  if (!tr.doc.nodeAt(behind)?.isTextblock) {
    const line = tr.doc.type.schema.nodes.paragraph?.create();
    if (line) tr.insert(behind, line);
  }
  tr.setSelection(TextSelection.create(tr.doc, behind + 1));
};
