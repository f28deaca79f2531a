import { Extension } from '@tiptap/core';
import { Plugin, Selection } from '@tiptap/pm/state';
import { isPicture } from '#shared/domain/attachment/file-kind.ts';

type NotePicturesOptions = {
  /** Takes files into the note, where its cursor stands. */
  readonly onGiven: (files: readonly File[]) => void;
};

/**
 * The pictures that are given, where they are what is meant: Word and Excel put one beside the words that are copied.
 */
const picturesIn = (given: DataTransfer | null): readonly File[] => {
  if (given === null || given.getData('text/plain').trim() !== '') return [];
  return [...given.files].filter(({ name }) => isPicture(name));
};

/** Takes in pictures that are pasted into a note, or dropped on it. */
export const notePictures = ({ onGiven }: NotePicturesOptions): Extension =>
  Extension.create({
    name: 'notePictures',
    priority: 910,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_, event) => {
              const pictures = picturesIn(event.clipboardData);
              if (pictures.length === 0) return false;
              event.preventDefault();
              onGiven(pictures);
              return true;
            },
            drop: (view, event) => {
              // What is moved within the note is no file.
              if (view.dragging !== null) return false;
              const pictures = picturesIn(event.dataTransfer);
              if (pictures.length === 0) return false;
              event.preventDefault();
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (at !== null) {
                const place = Selection.near(view.state.doc.resolve(at.pos));
                view.dispatch(view.state.tr.setSelection(place));
              }
              view.focus();
              onGiven(pictures);
              return true;
            },
          },
        },
      }),
    ],
  });
