import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Under this origin an editor writes to a note: the workspace counts it as the user's own edit.
 * It stands apart from the editor, so that the start of the app does not have to load one.
 */
export const EDITOR_ORIGIN: unknown = ySyncPluginKey;
