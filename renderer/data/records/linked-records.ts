import * as Y from 'yjs';
import {
  LINKED_COLLECTIONS,
  type LinkedCollection,
  linkKey,
  type RecordLink,
} from '#shared/domain/meeting/linked-record.ts';
import type { ActionRow, FindingRow } from '#shared/domain/meeting/meeting.ts';
import { linksIn, wordsOfLink } from '../documents/note-links.ts';
import type { RecordReader } from '../documents/record-reader.ts';

/** A record as a note shows it; one in the bin too. */
export type LinkedRecord =
  | { readonly collection: 'findings'; readonly row: FindingRow }
  | { readonly collection: 'actions'; readonly row: ActionRow };

/** Links that a note no longer holds, and who has taken them out. */
export type LinksGone = { readonly links: readonly RecordLink[]; readonly origin: unknown };

/**
 * The records that an open note links to, read from its document: a record that was made with its link a
 * moment ago is there at once.
 */
export type LinkedRecords = {
  /** The same object for as long as nothing of it has changed. */
  readonly read: (link: RecordLink) => LinkedRecord | undefined;
  readonly words: (link: RecordLink) => string;
  /** Tells whenever that record changes. Returns what ends it. */
  readonly subscribe: (link: RecordLink, changed: () => void) => () => void;
  /** What the note links to now, by `linkKey`; the same set for as long as it holds the same. */
  readonly held: () => ReadonlySet<string>;
  /** Tells whenever what the note links to changes. Returns what ends it. */
  readonly watch: (changed: (gone: LinksGone) => void) => () => void;
};

export const linkedRecords = (
  doc: Y.Doc,
  reader: RecordReader,
  fragment: Y.XmlFragment,
): LinkedRecords => {
  const maps = new Map<unknown, LinkedCollection>(
    (['findings', 'actions'] as const).map((name) => [doc.getMap(name), name]),
  );
  const kept = new Map<string, LinkedRecord | undefined>();
  const listeners = new Map<string, Set<() => void>>();
  const watchers = new Set<(gone: LinksGone) => void>();
  let links = byKey(linksIn(fragment));
  let keys: ReadonlySet<string> = new Set(links.keys());

  const read = ({ collection, id }: RecordLink): LinkedRecord | undefined => {
    if (collection === 'findings') {
      const row = reader.row(LINKED_COLLECTIONS.findings, id);
      return row && { collection, row };
    }
    const row = reader.row(LINKED_COLLECTIONS.actions, id);
    return row && { collection, row };
  };

  /** Behind the reader's own ear, which has to know of new records first. */
  const onUpdate = (_: Uint8Array, __: unknown, ___: Y.Doc, transaction: Y.Transaction): void => {
    for (const [type, fields] of transaction.changed) {
      const collection = maps.get(type);
      if (collection === undefined) continue;
      for (const id of new Set([...fields].map((key) => key?.split('.')[0] ?? ''))) {
        const key = linkKey({ collection, id });
        kept.delete(key);
        for (const listener of listeners.get(key) ?? []) listener();
      }
    }
  };

  const onNote: Parameters<Y.XmlFragment['observeDeep']>[0] = (events, { origin }) => {
    // Letters alone neither bring a link nor take one.
    if (events.every((event) => event instanceof Y.YTextEvent)) return;
    const next = byKey(linksIn(fragment));
    const gone = [...links].filter(([key]) => !next.has(key)).map(([, link]) => link);
    const isSame = gone.length === 0 && next.size === links.size;
    links = next;
    if (isSame) return;
    keys = new Set(next.keys());
    for (const watcher of watchers) watcher({ links: gone, origin });
  };

  let ears = 0;
  /** Listens to the document only while somebody listens here. */
  const listen = (): (() => void) => {
    if (ears === 0) {
      kept.clear();
      links = byKey(linksIn(fragment));
      keys = new Set(links.keys());
      doc.on('update', onUpdate);
      fragment.observeDeep(onNote);
    }
    ears += 1;
    return () => {
      ears -= 1;
      if (ears > 0) return;
      doc.off('update', onUpdate);
      fragment.unobserveDeep(onNote);
    };
  };

  return {
    read: (link) => {
      if (ears === 0) return read(link);
      const key = linkKey(link);
      if (!kept.has(key)) kept.set(key, read(link));
      return kept.get(key);
    },
    words: (link) => wordsOfLink(doc, link),
    subscribe: (link, changed) => {
      const key = linkKey(link);
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(changed));
      const stop = listen();
      return () => {
        own.delete(changed);
        stop();
      };
    },
    held: () => keys,
    watch: (changed) => {
      watchers.add(changed);
      const stop = listen();
      return () => {
        watchers.delete(changed);
        stop();
      };
    },
  };
};

const byKey = (links: readonly RecordLink[]): ReadonlyMap<string, RecordLink> =>
  new Map(links.map((link) => [linkKey(link), link]));
