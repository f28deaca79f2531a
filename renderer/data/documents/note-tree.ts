import * as Y from 'yjs';

/** A note as plain data, so that it can be written again as it once stood. */
export type NoteTree = readonly NoteNode[];

type Marks = Readonly<Record<string, unknown>>;

export type NoteNode =
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly children: NoteTree;
    }
  | {
      readonly kind: 'text';
      readonly parts: readonly { readonly text: string; readonly marks: Marks }[];
    };

type Delta = readonly { readonly insert?: unknown; readonly attributes?: Marks }[];

/** What stands in a note, or in an element of one. */
export const noteTreeOf = (parent: Y.XmlFragment | Y.XmlElement): NoteTree =>
  parent.toArray().flatMap((child): NoteTree => {
    if (child instanceof Y.XmlText) {
      const parts = (child.toDelta() as Delta).flatMap(({ insert, attributes = {} }) =>
        typeof insert === 'string' ? [{ text: insert, marks: attributes }] : [],
      );
      return [{ kind: 'text', parts }];
    }
    if (!(child instanceof Y.XmlElement)) return [];
    const attributes: Readonly<Record<string, unknown>> = child.getAttributes();
    return [{ kind: 'element', name: child.nodeName, attributes, children: noteTreeOf(child) }];
  });

/** Writes a note in place of what it holds; blocks that it begins and ends with alike stay as they are. */
export const writeNoteTree = (note: Y.XmlFragment, tree: NoteTree): void => {
  const now = noteTreeOf(note).map((node) => JSON.stringify(node));
  const next = tree.map((node) => JSON.stringify(node));
  const shorter = Math.min(now.length, next.length);
  let start = 0;
  while (start < shorter && now[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now.at(-1 - end) === next.at(-1 - end)) end += 1;
  // A note holds nothing but elements: what else stood there has no place in this count.
  if (now.length !== note.length) [start, end] = [0, 0];
  note.delete(start, note.length - start - end);
  note.insert(start, tree.slice(start, tree.length - end).map(typeOf));
};

const typeOf = (node: NoteNode): Y.XmlElement | Y.XmlText => {
  if (node.kind === 'text') {
    const text = new Y.XmlText();
    text.applyDelta(node.parts.map(({ text: insert, marks }) => ({ insert, attributes: marks })));
    return text;
  }
  // The editor keeps numbers and truths as they are; Yjs' types know texts only.
  const element = new Y.XmlElement(node.name);
  for (const [name, value] of Object.entries(node.attributes)) {
    element.setAttribute(name, value as string);
  }
  element.insert(0, node.children.map(typeOf));
  return element;
};
