/** What a worker is to whoever asks it. */
export type Answering = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export type Answer<A> =
  | { readonly kind: 'answered'; readonly answer: A }
  | { readonly kind: 'failed' | 'too-long' };

type KeptWorkerOptions<A> = {
  readonly open: () => Answering;
  /** How long one answer may take (ms). */
  readonly patience: number;
  /** Whether the worker may serve again after this answer: one that has met something hostile may not. */
  readonly isClean: (answer: A) => boolean;
  /** How many work side by side. */
  readonly width?: number;
};

/** Reading a worker's script takes longer than most of what is asked: it stays while more may come (ms). */
const REST_MS = 3_000;

type Place = {
  worker: Answering | undefined;
  isBusy: boolean;
  resting: ReturnType<typeof setTimeout> | undefined;
};

/**
 * Asks workers that are kept between questions, each one thing at a time. One that takes too long, fails, or
 * gives an answer after which it is not to be trusted is killed, and the next question has a fresh one.
 */
export const keptWorker = <Q, A>({
  open,
  patience,
  isClean,
  width = 1,
}: KeptWorkerOptions<A>): ((request: Q) => Promise<Answer<A>>) => {
  const places = Array.from({ length: width }, (): Place => {
    return { worker: undefined, isBusy: false, resting: undefined };
  });
  const queue: { readonly request: Q; readonly resolve: (answer: Answer<A>) => void }[] = [];

  const end = (place: Place): void => {
    place.worker?.terminate();
    place.worker = undefined;
  };

  const take = (place: Place): void => {
    const next = place.isBusy ? undefined : queue.shift();
    if (next === undefined) return;
    clearTimeout(place.resting);
    const worker = place.worker ?? open();
    place.worker = worker;
    place.isBusy = true;
    const settle = (answer: Answer<A>): void => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      place.isBusy = false;
      if (answer.kind !== 'answered' || !isClean(answer.answer)) end(place);
      else place.resting = setTimeout(() => end(place), REST_MS);
      next.resolve(answer);
      take(place);
    };
    const timer = setTimeout(() => settle({ kind: 'too-long' }), patience);
    worker.onmessage = ({ data }: MessageEvent<A>) => settle({ kind: 'answered', answer: data });
    worker.onerror = () => settle({ kind: 'failed' });
    worker.postMessage(next.request);
  };

  return (request) =>
    new Promise((resolve) => {
      queue.push({ request, resolve });
      // One that is warm first.
      const free = places.filter(({ isBusy }) => !isBusy);
      const place = free.find(({ worker }) => worker !== undefined) ?? free[0];
      if (place !== undefined) take(place);
    });
};
