import * as Y from 'yjs';
import type { Replay } from './replay.ts';
import type { Writer } from './writers.ts';

/** A shared type of whatever kind, as a document lists them. */
type AnyType = Y.Doc['share'] extends Map<string, infer T> ? T : never;

/** Letters in a row that one wrote and the same ones deleted; at most up to the end of a sentence. */
export type Letters = {
  readonly id: string;
  /** '' where the letters themselves are no longer there. */
  readonly text: string;
  readonly isVisible: boolean;
  /** Whether a sentence, a line or a block ends behind them. */
  readonly isEnd: boolean;
  readonly by: readonly Writer[];
  readonly deletedBy: readonly Writer[];
  /** Who deleted a block around them, perhaps without knowing of them. */
  readonly hiddenBy: readonly Writer[];
};

const UP_TO_ENDS = /[^。！？\n]*[。！？\n]|[^。！？\n]+$/g;

/** A text cut behind each 。！？ and each line end; put together again it is the text. */
export const sentencesOf = (text: string): readonly string[] => text.match(UP_TO_ENDS) ?? [];

export const isSentenceEnd = (text: string): boolean => /[。！？\n]$/.test(text);

/** All letters of a long text or a note in their order, those too that were deleted. */
export const lettersOf = (type: AnyType, replay: Replay): readonly Letters[] => {
  const found: Letters[] = [];
  walk(type, replay, [], found);
  return found;
};

const walk = (
  type: AnyType,
  replay: Replay,
  hiddenBy: readonly Writer[],
  found: Letters[],
): void => {
  for (let item = type._start; item !== null; item = item.right) {
    const { content } = item;
    if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) {
      addLetters(
        item,
        content instanceof Y.ContentString ? content.str : '',
        replay,
        hiddenBy,
        found,
      );
    } else if (content instanceof Y.ContentType) {
      const deletedBy = deletersOf(item, replay.deleted.at(item.id.client, item.id.clock));
      walk(content.type, replay, [...hiddenBy, ...deletedBy], found);
      if (!endsBlock(content.type, item.deleted)) continue;
      found.push({
        id: `${item.id.client}-${item.id.clock}`,
        text: '\n',
        isVisible: !item.deleted,
        isEnd: true,
        by: replay.inserted.at(item.id.client, item.id.clock),
        ...{ deletedBy, hiddenBy },
      });
    }
  }
};

/** Whether an element holds text by itself, or nothing: a list ends with its last line. */
const endsBlock = (type: AnyType, isDeleted: boolean): boolean => {
  if (!(type instanceof Y.XmlElement)) return false;
  let isEmpty = true;
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted && !isDeleted) continue;
    isEmpty = false;
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText)
      return true;
  }
  return isEmpty;
};

/** What went because all around it went was deleted by nobody: such marks stand in whole states only. */
const deletersOf = (item: Y.Item, deleters: readonly Writer[]): readonly Writer[] => {
  const parent = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  return parent?.deleted ? deleters.filter((by) => by.passedOn === undefined) : deleters;
};

const addLetters = (
  item: Y.Item,
  text: string,
  replay: Replay,
  hiddenBy: readonly Writer[],
  found: Letters[],
): void => {
  const { client, clock: first } = item.id;
  const push = (clock: number, length: number, by: readonly Writer[], gone: readonly Writer[]) => {
    const part = text.slice(clock - first, clock - first + length);
    let at = clock;
    for (const sentence of part === '' ? [''] : sentencesOf(part)) {
      found.push({
        id: `${client}-${at}`,
        text: sentence,
        isVisible: !item.deleted,
        isEnd: isSentenceEnd(sentence),
        by,
        deletedBy: deletersOf(item, gone),
        hiddenBy,
      });
      at += sentence.length;
    }
  };
  for (const own of replay.inserted.parts(client, first, first + item.length)) {
    for (const part of replay.deleted.parts(client, own.clock, own.end)) {
      push(part.clock, part.end - part.clock, own.by, part.by);
    }
  }
};
