import { type BansoPiece, MORE } from '#shared/banso-file/piece.ts';

/** What feeding needs of a port. */
export type PiecePort = Pick<MessagePort, 'postMessage' | 'onmessage'>;

/** Gives a piece for each that is asked for; the next one is made meanwhile. Resolves when all were given. */
export const feed = async (port: PiecePort, pieces: AsyncIterable<BansoPiece>): Promise<void> => {
  let asked = 0;
  let wake = (): void => undefined;
  port.onmessage = ({ data }) => {
    if (data !== MORE) return;
    asked += 1;
    wake();
  };
  for await (const piece of pieces) {
    while (asked === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    asked -= 1;
    port.postMessage(piece);
  }
};
