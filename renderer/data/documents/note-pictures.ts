import * as Y from 'yjs';
import { isFileHash } from '#shared/domain/attachment/file-kind.ts';
import { pictureWords } from '#shared/domain/attachment/picture-in-note.ts';

/** The element of a note that shows an attached picture. */
export const PICTURE_ELEMENT = 'picture';
export const PICTURE_ATTACHMENT = 'attachment';
export const PICTURE_HASH = 'hash';
/** The file's name: a file that is gone is still told by it. */
export const PICTURE_NAME = 'words';

/** A picture as a note holds it. */
export type NotePicture = {
  /** The id of the attachment that lists its file. */
  readonly attachment: string;
  /** SHA-256 of its bytes; '' where a note says nothing that could be one. */
  readonly hash: string;
  readonly name: string;
};

/** A picture of whatever a note says of one. */
export const readPicture = (read: (attribute: string) => unknown): NotePicture => {
  const text = (attribute: string): string => {
    const value = read(attribute);
    return typeof value === 'string' ? value : '';
  };
  const hash = text(PICTURE_HASH);
  return {
    attachment: text(PICTURE_ATTACHMENT),
    hash: isFileHash(hash) ? hash : '',
    name: text(PICTURE_NAME),
  };
};

/** The picture that an element shows; undefined for any other element. */
export const pictureOf = (element: Y.XmlElement): NotePicture | undefined =>
  element.nodeName === PICTURE_ELEMENT
    ? readPicture((attribute) => element.getAttribute(attribute))
    : undefined;

/** What an element says that is a picture; undefined for any other element. */
export const wordsOfPictureIn = (element: Y.XmlElement): string | undefined => {
  const picture = pictureOf(element);
  return picture === undefined ? undefined : pictureWords(picture.name);
};

/** What the element of a picture holds. */
export const attributesOfPicture = ({ attachment, hash, name }: NotePicture) => ({
  [PICTURE_ATTACHMENT]: attachment,
  [PICTURE_HASH]: hash,
  [PICTURE_NAME]: name,
});

export const newPicture = (picture: NotePicture): Y.XmlElement => {
  const element = new Y.XmlElement(PICTURE_ELEMENT);
  for (const [name, value] of Object.entries(attributesOfPicture(picture))) {
    element.setAttribute(name, value);
  }
  return element;
};
