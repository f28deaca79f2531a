import type { Shelf } from '#shared/domain/search/shelf.ts';
import type { Filled } from './fill.ts';

/**
 * Shelves on their way from one thread to another. What a message clones stays in memory with the message, long
 * after it was read: all texts go in one buffer that changes hands, and can be handed back.
 */
export type Parcel = Omit<Filled, 'shelves'> & {
  readonly shelves: readonly (Omit<Shelf, 'text'> & { readonly length: number })[];
  /** The letters of all texts, one behind the other. */
  readonly letters: Uint16Array<ArrayBuffer>;
};

export const parcelOf = ({ shelves, done, all }: Filled): Parcel => {
  const letters = new Uint16Array(shelves.reduce((sum, { text }) => sum + text.length, 0));
  let place = 0;
  for (const { text } of shelves) {
    for (let at = 0; at < text.length; at += 1) letters[place + at] = text.charCodeAt(at);
    place += text.length;
  }
  const rest = shelves.map(({ text, ...shelf }) => ({ ...shelf, length: text.length }));
  return { shelves: rest, letters, done, all };
};

/** What was packed; half of a surrogate pair, which nobody can type, alone became another letter. */
export const unpacked = ({ shelves, letters, done, all }: Parcel): Filled => {
  let place = 0;
  const whole = shelves.map(({ length, ...shelf }): Shelf => {
    const text = decoder.decode(letters.subarray(place, place + length));
    place += length;
    return { ...shelf, text };
  });
  return { shelves: whole, done, all };
};

/** Of all machines that this runs on, the lower byte comes first. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
