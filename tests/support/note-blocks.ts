import * as Y from 'yjs';

type Child = Y.XmlElement | Y.XmlText;
/** An element of a note. */
export const el = (
  name: string,
  children: readonly Child[] = [],
  attributes: Readonly<Record<string, unknown>> = {},
): Y.XmlElement => {
  const element = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.insert(0, [...children]);
  return element;
};
export const text = (words: string, marks?: Record<string, unknown>): Y.XmlText => {
  const made = new Y.XmlText();
  made.insert(0, words, marks);
  return made;
};
/** A paragraph of texts and of elements within the line. */
export const line = (...words: readonly (string | Y.XmlElement)[]): Y.XmlElement =>
  el(
    'paragraph',
    words.map((each) => (typeof each === 'string' ? text(each) : each)),
  );
/** A note of these blocks, in a document of its own. */
export const noteOf = (...blocks: readonly Child[]): Y.XmlFragment => {
  const note = new Y.Doc().getXmlFragment('note');
  note.insert(0, [...blocks]);
  return note;
};
/** Its blocks as markup. */
export const shown = (note: Y.XmlFragment | Y.XmlElement) => note.toArray().map(String);
