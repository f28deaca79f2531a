import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { feed, type PiecePort } from '#data/banso-file/feed.ts';
import { type FeedPort, piecesFrom } from '#electron/services/banso-file/piece-feed.ts';
import type { BansoPiece } from '#shared/banso-file/piece.ts';

/** Both ends of a port, as Electron and the browser have them. */
const portPair = () => {
  const events = new EventEmitter();
  const page: PiecePort = {
    onmessage: null,
    postMessage: (data: unknown) => void events.emit('message', { data }),
  };
  const main: FeedPort = {
    on: (event: string, listener: (message: { readonly data: unknown }) => void) =>
      events.on(event, listener),
    start: () => undefined,
    postMessage: (data) =>
      queueMicrotask(() =>
        page.onmessage?.call({} as MessagePort, new MessageEvent('message', { data })),
      ),
  };
  return { page, main, close: () => void events.emit('close') };
};

const piece = (at: number): BansoPiece => ({ page: Uint8Array.of(at), attachments: [] });

/** The pieces of every `step`-th document; tells how many were made. */
const share = (first: number, step: number, count: number) => {
  const state = { made: 0 };
  const pieces = async function* (): AsyncGenerator<BansoPiece> {
    for (let at = first; at < count; at += step) {
      state.made += 1;
      yield piece(at);
    }
  };
  return { state, pieces: pieces() };
};

const pagesOf = async (pieces: AsyncIterable<BansoPiece>): Promise<readonly number[]> => {
  const pages: number[] = [];
  for await (const { page } of pieces) pages.push(page[0] ?? -1);
  return pages;
};

const { signal } = new AbortController();

describe('Pieces of a hand-over file on their way to the process that writes it', () => {
  it('come in the order of their documents, whoever makes them', async () => {
    const pairs = [portPair(), portPair(), portPair()];
    const taken = pagesOf(
      piecesFrom(
        pairs.map(({ main }) => main),
        8,
        signal,
      ),
    );
    await Promise.all(pairs.map(({ page }, first) => feed(page, share(first, 3, 8).pieces)));
    expect(await taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are made no faster than they are written', async () => {
    const { page, main } = portPair();
    const { state, pieces } = share(0, 1, 100);
    const reading = piecesFrom([main], 100, signal);
    const first = reading.next();
    void feed(page, pieces);
    await first;
    // Two dozen that lie ready, one that was asked for when the first was taken, and the one that is being made.
    await expect.poll(() => state.made).toBe(26);
  });

  it('end with the worker that makes them, and with whoever gives up', async () => {
    const gone = portPair();
    const reading = piecesFrom([gone.main], 2, signal).next();
    gone.close();
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    const controller = new AbortController();
    const waiting = piecesFrom([portPair().main], 2, controller.signal).next();
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(piecesFrom([], 1, signal).next()).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it.each([
    undefined,
    { page: 'text', attachments: [] },
    { page: Uint8Array.of(1), attachments: ['../../etc/passwd'] },
    { ...piece(1), state: { update: Uint8Array.of(0, 0), format: 0, seen: [] } },
  ])('are refused where they are none: %j', async (data) => {
    const { page, main } = portPair();
    const reading = piecesFrom([main], 1, signal).next();
    page.postMessage(data);
    await expect(reading).rejects.toMatchObject({ code: 'UNREAD' });
  });
});
