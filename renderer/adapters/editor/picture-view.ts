import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { IsInternalPicture } from '#shared/domain/attachment/attachment.ts';
import { pictureAddress } from '#shared/domain/attachment/picture-address.ts';
import { lostPictureWords } from '#shared/domain/attachment/picture-in-note.ts';
import styles from './picture.module.css';
import { Picture, pictureOfNode } from './picture.ts';

/** The pictures that an editor shows; those that all in the room must not see are words until somebody says otherwise. */
export type PictureViews = {
  /** Says which are hidden. */
  readonly tell: (isHidden: IsInternalPicture) => void;
  readonly create: (node: Node) => NodeView;
};

const HIDDEN = '県の写真・図（会議モードでは表示しません）';

/** Draws a picture with its file's name below; where the file is gone, that is said instead. */
const drawPicture = (node: Node, element: HTMLElement, isHidden: IsInternalPicture): void => {
  const picture = pictureOfNode(node);
  const { hash, name } = picture;
  const say = (words: string): void => {
    element.dataset.lost = '';
    element.replaceChildren(words);
  };
  if (isHidden(picture) || hash === '') {
    say(isHidden(picture) ? HIDDEN : lostPictureWords(name));
    return;
  }
  delete element.dataset.lost;
  const image = document.createElement('img');
  image.alt = name;
  image.decoding = 'async';
  // The block is what is dragged: a picture alone would come back as another file.
  image.draggable = false;
  image.addEventListener('error', () => {
    if (image.isConnected) say(lostPictureWords(name));
  });
  image.src = pictureAddress(hash);
  const caption = document.createElement('span');
  caption.className = styles.caption ?? '';
  // The picture itself says it already.
  caption.ariaHidden = 'true';
  caption.textContent = name;
  element.replaceChildren(image, caption);
};

/** @param first which are hidden while nobody has said so yet */
export const createPictureViews = (first: IsInternalPicture): PictureViews => {
  const drawing = new Set<() => void>();
  let isHidden = first;
  return {
    tell: (next) => {
      isHidden = next;
      for (const draw of drawing) draw();
    },
    create: (node) => {
      const element = document.createElement('div');
      element.className = styles.picture ?? '';
      element.contentEditable = 'false';
      const draw = (): void => drawPicture(node, element, isHidden);
      draw();
      drawing.add(draw);
      return {
        dom: element,
        // It comes back as another node whenever the note is read anew.
        update: (next) => next.sameMarkup(node),
        ignoreMutation: () => true,
        selectNode: () => {
          element.dataset.selected = '';
        },
        deselectNode: () => {
          delete element.dataset.selected;
        },
        destroy: () => drawing.delete(draw),
      };
    },
  };
};

/** The picture as an editor has it. @param document whose note it is */
export const livePicture = (document: string, views: PictureViews) =>
  Picture.extend({
    addNodeView:
      () =>
      ({ node }) =>
        views.create(node),
  }).configure({ document });
