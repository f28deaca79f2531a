import { Fragment, type Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  attributesOfPicture,
  type NotePicture,
  PICTURE_ELEMENT,
} from '#data/documents/note-pictures.ts';
import { selectBehind } from './link-lines.ts';

/**
 * Puts pictures where the cursor stands: in place of an empty line, below a line that says something. The cursor goes
 * on behind them.
 */
export const placePictures = (
  state: EditorState,
  pictures: readonly NotePicture[],
): Transaction => {
  const { tr, schema } = state;
  const type = schema.nodes[PICTURE_ELEMENT];
  if (type === undefined || pictures.length === 0) return tr;
  const nodes = pictures.map((picture) => type.create(attributesOfPicture(picture)));
  const { from, to } = placeOf(state, nodes);
  tr.replaceWith(from, to, nodes);
  const before = nodes.slice(0, -1).reduce((size, node) => size + node.nodeSize, 0);
  selectBehind(tr, from + before);
  return tr.scrollIntoView();
};

type Place = { readonly from: number; readonly to: number };

/** The nearest place from the cursor outwards where pictures may stand: in its list or cell, if those may hold them. */
const placeOf = ({ selection, doc }: EditorState, nodes: readonly Node[]): Place => {
  const { $to } = selection;
  const content = Fragment.from(nodes);
  for (let depth = $to.depth; depth > 0; depth -= 1) {
    const [around, line] = [$to.node(depth - 1), $to.node(depth)];
    const index = $to.index(depth - 1);
    const isEmptyLine = selection.empty && line.isTextblock && line.content.size === 0;
    if (isEmptyLine && around.canReplace(index, index + 1, content)) {
      return { from: $to.before(depth), to: $to.after(depth) };
    }
    if (around.canReplace(index + 1, index + 1, content)) {
      return { from: $to.after(depth), to: $to.after(depth) };
    }
  }
  // A block is selected as a whole, or the whole note.
  const end = selection instanceof TextSelection ? doc.content.size : $to.pos;
  return { from: end, to: end };
};
