import type { DocumentId } from '#shared/documents/document-id.ts';
import { type BarRow, bars, dependencies } from '#shared/domain/roadmap/collections.ts';
import type { BarId, DependencyId } from '#shared/domain/roadmap/model.ts';
import { findLoop } from '#shared/domain/roadmap/plan/loops.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from '../record/records.ts';
import { idOfWords } from './ids.ts';

/**
 * Says that a bar may start only when another has ended. What would close a loop is refused, with the
 * bars of the loop named. Two devices that say the same make one record.
 * @param document the case's document
 */
export const addDependency = (
  draft: Draft,
  document: DocumentId,
  before: BarId,
  after: BarId,
): Result<DependencyId> => {
  const labels = new Map(draft.rows(document, bars).map((bar: BarRow) => [bar.id, bar.label]));
  if (!labels.has(before) || !labels.has(after)) return missing('帯');
  const known = draft
    .rows(document, dependencies)
    .filter((each) => labels.has(each.before) && labels.has(each.after));
  if (known.some((each) => each.before === before && each.after === after))
    return ok(idOf(before, after));
  const loop =
    before === after
      ? [before]
      : findLoop(
          known.map((each) => ({ before: each.before as BarId, after: each.after as BarId })),
          { before, after },
        );
  if (loop !== null) {
    const words = [...loop, ...loop.slice(0, 1)].map((each) => `「${labels.get(each) ?? ''}」`);
    return refuse(
      `帯のつながりが輪になります（${words.join('→')}）。`,
      '先に終わる帯と、あとに続く帯を確かめてください。',
    );
  }
  return ok(createDependency(draft, document, before, after));
};

/** Writes a dependency that is known to close no loop. */
export const createDependency = (
  draft: Draft,
  document: DocumentId,
  before: BarId,
  after: BarId,
): DependencyId => draft.create(document, dependencies, { before, after }, idOf(before, after));

const idOf = (before: BarId, after: BarId): DependencyId => idOfWords(`${before} ${after}`);

/** Takes a dependency back. */
export const removeDependency = (
  draft: Draft,
  document: DocumentId,
  id: DependencyId,
): Result<null> => {
  if (!draft.row(document, dependencies, id)) return missing('つながり');
  draft.remove(document, dependencies, id);
  return ok(null);
};
