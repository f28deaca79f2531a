import { OFFICE } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { Conflict, FieldConflict, PassageConflict } from '#shared/domain/record/conflict.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { assertNever, fail, ok, type Problem } from '#shared/result.ts';
import type { Command } from '../../records/command.ts';

/** What somebody decides: the side at an index, or that what stands is right. */
export type Decision =
  | { readonly kind: 'side'; readonly index: number }
  | { readonly kind: 'keep' };

/**
 * Decides what edits of several desks left open, by an ordinary edit that has seen all of them: the
 * chosen value is written also where it stands already. That a passage may stay as it is, is written as
 * a letter typed in it and removed again (`touchRange`), since an edit that changes nothing is none.
 * Refuses when the passage has been rewritten since the list was shown.
 */
export const decideConflict = (conflict: Conflict, decision: Decision): Command<null> => ({
  label: '食い違いを確認',
  documents: [conflict.document],
  run: (draft) => {
    const collection = collectionOf(conflict);
    if (collection === undefined) return fail(changed());
    switch (conflict.kind) {
      case 'field': {
        const value = valueFor(conflict, decision);
        if (value === undefined) return fail(changed());
        draft.decideKey(conflict.document, collection, conflict, value);
        return ok(null);
      }
      case 'passage': {
        const text = textOf(conflict, decision);
        if (text === undefined) return fail(changed());
        if (!draft.hasPassage(conflict.document, collection, conflict, conflict)) {
          return fail(changed());
        }
        draft.decidePassage(conflict.document, collection, conflict, conflict, text);
        return ok(null);
      }
      default:
        return assertNever(conflict);
    }
  },
});

const collectionOf = ({ collection, document }: Conflict): Collection | undefined =>
  COLLECTIONS.find(
    ({ name, home }) => name === collection && (home === 'office') === (document === OFFICE),
  );

const valueFor = (conflict: FieldConflict, decision: Decision) =>
  decision.kind === 'side'
    ? conflict.sides[decision.index]?.value
    : conflict.sides.find(({ isShown }) => isShown)?.value;

const textOf = (conflict: PassageConflict, decision: Decision): string | undefined =>
  decision.kind === 'side' ? conflict.sides[decision.index]?.text : conflict.merged;

const changed = (): Problem => ({
  code: 'not-found',
  happened: 'この部分は、そのあとで書き換えられています。',
  safe: '記録はそのままです。',
  todo: '今の内容を確かめて、要るときは直してください。',
});
