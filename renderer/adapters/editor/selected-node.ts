import type { Node } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';

/** The node that is selected as a whole. */
export const selectedNode = ({ selection }: EditorState): Node | undefined =>
  selection instanceof NodeSelection ? selection.node : undefined;
