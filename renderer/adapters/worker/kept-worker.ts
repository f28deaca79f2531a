/** What a worker is to whoever asks it. */
export type Answering = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export type Answer<A> =
  | { readonly kind: 'answered'; readonly answer: A }
  | { readonly kind: 'failed' | 'too-long' | 'stopped' };

type KeptWorkerOptions<Q, A> = {
  readonly open: () => Answering;
  /** How long an answer may take (ms). */
  readonly patience: (request: Q) => number;
  /** Whether the worker may serve again after this answer: one that has met something hostile may not. */
  readonly isClean: (answer: A) => boolean;
  /** How many work side by side. */
  readonly width?: number;
  /** What of a question is given away instead of copied. */
  readonly transfer?: (request: Q) => Transferable[];
};

/** Reading a worker's script takes longer than most of what is asked: it stays while more may come (ms). */
const REST_MS = 3_000;

export type KeptWorker<Q, A> = {
  readonly ask: (request: Q) => Promise<Answer<A>>;
  /** Kills all of them; whoever waits, or asks from now on, hears that they were stopped. */
  readonly stop: () => void;
};

type Place = {
  worker: Answering | undefined;
  /** Ends what is under way. */
  settle: ((answer: { readonly kind: 'stopped' }) => void) | undefined;
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
  transfer = () => [],
}: KeptWorkerOptions<Q, A>): KeptWorker<Q, A> => {
  const places = Array.from({ length: width }, (): Place => {
    return { worker: undefined, settle: undefined, resting: undefined };
  });
  let isStopped = false;
  const queue: { readonly request: Q; readonly resolve: (answer: Answer<A>) => void }[] = [];

  const end = (place: Place): void => {
    place.worker?.terminate();
    place.worker = undefined;
  };

  const take = (place: Place): void => {
    const next = place.settle === undefined ? queue.shift() : undefined;
    if (next === undefined) return;
    clearTimeout(place.resting);
    const worker = place.worker ?? open();
    place.worker = worker;
    const settle = (answer: Answer<A>): void => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      place.settle = undefined;
      if (answer.kind !== 'answered' || !isClean(answer.answer)) end(place);
      else place.resting = setTimeout(() => end(place), REST_MS);
      next.resolve(answer);
      take(place);
    };
    place.settle = settle;
    const timer = setTimeout(() => settle({ kind: 'too-long' }), patience(next.request));
    worker.onmessage = ({ data }: MessageEvent<A>) => settle({ kind: 'answered', answer: data });
    worker.onerror = () => settle({ kind: 'failed' });
    worker.postMessage(next.request, transfer(next.request));
  };

  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (isStopped) return resolve({ kind: 'stopped' });
        queue.push({ request, resolve });
        // One that is warm first.
        const free = places.filter(({ settle }) => settle === undefined);
        const place = free.find(({ worker }) => worker !== undefined) ?? free[0];
        if (place !== undefined) take(place);
      }),
    stop: () => {
      isStopped = true;
      for (const { resolve } of queue.splice(0)) resolve({ kind: 'stopped' });
      for (const place of places) {
        place.settle?.({ kind: 'stopped' });
        clearTimeout(place.resting);
        end(place);
      }
    },
  };
};
