import { noteFits } from '#adapters/editor/note-fits.ts';
import {
  type CompareRequest,
  compareBanso,
  type FirstOfNewRequest,
  firstOfNew,
} from '#data/banso-file/compare.ts';
import {
  type LeftOutRequest,
  leftOutIn,
  type PrepareRequest,
  prepareBanso,
} from '#data/banso-file/prepare.ts';
import { type TurnsRequest, turnsOf } from '#data/banso-file/turns.ts';
import { assertNever } from '#shared/result.ts';

export type BansoRequest =
  | PrepareRequest
  | CompareRequest
  | FirstOfNewRequest
  | TurnsRequest
  | LeftOutRequest;

const answer = (request: BansoRequest): unknown => {
  switch (request.kind) {
    case 'prepare':
      return prepareBanso(request);
    case 'compare':
      return compareBanso(request, noteFits);
    case 'firstOfNew':
      return firstOfNew(request);
    case 'turns':
      return turnsOf(request);
    case 'leftOut':
      return leftOutIn(request);
    default:
      return assertNever(request);
  }
};

/** Prepares what is handed over, and tries what comes in, apart from the screens; whoever asked may kill it. */
self.onmessage = async ({ data }: MessageEvent<BansoRequest>) => {
  try {
    self.postMessage(await answer(data));
  } catch (error) {
    // Whoever asked hears of it as of any error of a worker.
    reportError(error);
  }
};
