import { keptWorker } from '#adapters/worker/kept-worker.ts';
import type { Adopted, AdoptRequest } from '#data/startup/adopt.ts';
import { ok, type Result } from '#shared/result.ts';

const adopter = keptWorker<AdoptRequest, Result<Adopted>>({
  open: () =>
    new Worker(new URL('../../workers/adopt-worker.ts', import.meta.url), { type: 'module' }),
  // A hostile file may keep the worker busy for ever.
  patience: () => 60_000,
  isClean: (answer) => answer.ok,
  transfer: ({ parts }) => parts.map(([, { packed }]) => packed.buffer as ArrayBuffer),
  // The store and main's reading need a core as well.
  width: 2,
});

/** Puts a document into the cache in a worker; one that takes too long is killed: nobody knows what it had stored. */
export const adoptInWorker = async (request: AdoptRequest): Promise<Result<Adopted>> => {
  const answer = await adopter.ask(request);
  return answer.kind === 'answered' ? answer.answer : ok({ kind: 'unknown' });
};
