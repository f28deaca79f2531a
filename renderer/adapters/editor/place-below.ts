import type { Editor } from '@tiptap/react';

type Place = { readonly left: number; readonly top?: number; readonly bottom?: number };

/**
 * Where a list stands below a place of the note, or above it where there is no room, within the editor's box.
 * @param size how large it may become, in pixels
 */
export const placeBelow = (
  editor: Editor,
  at: number,
  { width, height }: { readonly width: number; readonly height: number },
): Place | null => {
  const box = editor.view.dom.parentElement?.parentElement?.getBoundingClientRect();
  if (box === undefined) return null;
  const { left, top, bottom } = editor.view.coordsAtPos(at);
  const isAbove = bottom + height > globalThis.innerHeight && top > height;
  return {
    left: Math.max(0, Math.min(left - box.left, box.width - width)),
    ...(isAbove ? { bottom: box.bottom - top + 4 } : { top: bottom - box.top + 4 }),
  };
};
