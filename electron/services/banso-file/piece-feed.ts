import { type BansoPiece, bansoPiece, MORE } from '#shared/banso-file/piece.ts';
import { BackupError, goOn } from '../backup/backup-error.ts';

/** A port to a worker of the window; Electron's, or a test's. */
export type FeedPort = {
  readonly on: {
    (event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
    (event: 'close', listener: () => void): unknown;
  };
  readonly start: () => void;
  readonly postMessage: (message: unknown) => void;
};

/** So many pieces each worker makes while nobody has asked for them yet; a large case has a fifth of a megabyte. */
const AHEAD = 24;

/**
 * One piece for each document, in their order, which some workers make by turns.
 * @throws CANCELLED when a worker is gone, or somebody has cancelled; UNREAD for what is no piece
 */
export async function* piecesFrom(
  ports: readonly FeedPort[],
  count: number,
  signal: AbortSignal,
): AsyncGenerator<BansoPiece> {
  const queues = ports.map((port) => queueOf(port, signal));
  for (let at = 0; at < count; at += 1) {
    const queue = queues[at % queues.length];
    if (queue === undefined) throw new BackupError('CANCELLED');
    yield await queue.take();
  }
}

const queueOf = (port: FeedPort, signal: AbortSignal) => {
  const come: BansoPiece[] = [];
  let fault: BackupError | undefined;
  let wake = (): void => undefined;
  port.on('message', ({ data }) => {
    const piece = bansoPiece.safeParse(data);
    if (piece.success) come.push(piece.data);
    else fault ??= new BackupError('UNREAD', 'piece');
    wake();
  });
  port.on('close', () => {
    fault ??= new BackupError('CANCELLED', 'worker gone');
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  port.start();
  for (let asked = 0; asked < AHEAD; asked += 1) port.postMessage(MORE);
  return {
    take: async (): Promise<BansoPiece> => {
      for (;;) {
        goOn(signal);
        const piece = come.shift();
        if (piece !== undefined) {
          port.postMessage(MORE);
          return piece;
        }
        if (fault !== undefined) throw fault;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
};
