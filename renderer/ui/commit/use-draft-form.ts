import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { problemWords, type Result } from '#shared/result.ts';
import { useDraftDesk, whereNow } from './drafts.ts';
import { createDraftForm, type FormValues, type Taken } from './form.ts';

/**
 * What is filled in before it becomes a record. It outlives the screen and the run of the app, until it is
 * reset or taken.
 * @param key the form, the same after a restart: `add.meeting.<case>`
 * @param label what staff call it
 * @param empty what it holds when nothing is filled in; read when the form is opened
 * @param hasText whether there is something to lose; default: anything that is not as in an empty form
 */
export const useDraftForm = <F extends FormValues>(
  key: string,
  label: string,
  empty: F,
  hasText?: (values: F) => boolean,
) => {
  const desk = useDraftDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a form begins with is read once
  const form = useMemo(
    () => createDraftForm({ key, label, empty, desk, where: whereNow, hasText }),
    [key, desk],
  );
  form.describe(label);
  const state = useSyncExternalStore(form.subscribe, form.get);
  useEffect(
    () => desk.join({ key, commit: () => Promise.resolve(), discard: form.reset }),
    [desk, form, key],
  );
  return { ...state, set: form.set, take: form.take, reset: form.reset, form };
};

/** Sends what was taken; refused, it comes back into the form with the reason. */
export const sendTaken = async <F extends FormValues>(
  taken: Taken<F>,
  send: (values: F) => Promise<Result<unknown>>,
): Promise<boolean> => {
  const sent = await send(taken.values);
  if (sent.ok) taken.done();
  else taken.giveBack(problemWords(sent.error));
  return sent.ok;
};
