import { keptWorker } from '#adapters/worker/kept-worker.ts';
import { type Inspection, type InspectionRequest, refusal } from '#data/documents/inspect.ts';
import { fail, type Result } from '#shared/result.ts';

const inspector = keptWorker<InspectionRequest, Result<Inspection>>({
  open: () =>
    new Worker(new URL('../../workers/inspect-worker.ts', import.meta.url), { type: 'module' }),
  // A hostile file may keep the worker busy for ever.
  patience: () => 20_000,
  isClean: ({ ok }) => ok,
  // One that is held up does not hold up all others.
  width: 2,
});

/** Tries another device's updates in a worker, which is killed when it takes too long. */
export const inspectInWorker = async (request: InspectionRequest): Promise<Result<Inspection>> => {
  const answer = await inspector.ask(request);
  switch (answer.kind) {
    case 'answered':
      return answer.answer;
    case 'too-long':
      return fail(refusal('too-large', '調べるのに時間がかかりすぎるため'));
    case 'failed':
    case 'stopped':
      return fail(refusal('damaged', '調べられなかったため'));
  }
};
