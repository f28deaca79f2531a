import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { pictureAddress } from '#shared/domain/attachment/picture-address.ts';
import { lostPictureWords } from '#shared/domain/attachment/picture-in-note.ts';
import styles from './picture.module.css';
import { Picture, pictureOfNode } from './picture.ts';

/** A picture as an editor shows it, with its file's name below; where the file is gone, that is said instead. */
const createPictureView = (node: Node): NodeView => {
  const { hash, name } = pictureOfNode(node);
  const element = document.createElement('div');
  element.className = styles.picture ?? '';
  element.contentEditable = 'false';
  const sayLost = (): void => {
    element.dataset.lost = '';
    element.replaceChildren(lostPictureWords(name));
  };
  if (hash === '') sayLost();
  else {
    const image = document.createElement('img');
    image.alt = name;
    image.decoding = 'async';
    // The block is what is dragged: a picture alone would come back as another file.
    image.draggable = false;
    image.addEventListener('error', sayLost);
    image.src = pictureAddress(hash);
    const caption = document.createElement('span');
    caption.className = styles.caption ?? '';
    // The picture itself says it already.
    caption.ariaHidden = 'true';
    caption.textContent = name;
    element.append(image, caption);
  }
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
  };
};

/** The picture as an editor has it. @param document whose note it is */
export const livePicture = (document: string) =>
  Picture.extend({
    addNodeView:
      () =>
      ({ node }) =>
        createPictureView(node),
  }).configure({ document });
