import { COPY_MARK } from '#shared/backup/words.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { ok, type Result } from '#shared/result.ts';
import type { CaseContent } from '../../documents/case-content.ts';
import type { Draft, Values } from '../../records/draft.ts';
import { act, missing } from '../record/records.ts';

const BY_NAME = new Map<string, Collection>(COLLECTIONS.map((each) => [each.name, each]));

/**
 * Writes a case as it once was into a document of its own, under ids of its own, so that today's case is not
 * touched.
 * @returns what the copy is called
 */
const writeCopy = (draft: Draft, content: CaseContent): Result<string> => {
  const document = caseDocument(content.id);
  const head = content.records.find(({ collection }) => collection === cases.name);
  if (head === undefined) return missing(cases.what);
  const name = `${String(head.values.municipalityName)}${COPY_MARK}`;
  for (const { collection: of, id, values, sets, note } of content.records) {
    const collection = BY_NAME.get(of);
    if (collection === undefined) continue;
    // They were read by the same declarations.
    draft.create(document, collection, values as Values<Collection>, id);
    for (const [set, members] of Object.entries(sets)) {
      if (members.length > 0) draft.setMembers(document, collection, id, set as never, members);
    }
    if (note.length > 0) draft.setNoteTree(document, collection, id, note);
  }
  draft.set(document, cases, content.id, {
    municipalityName: name,
    // A roadmap that another case holds is that case's: what is drawn in the copy must not reach it.
    ...(isOther(head.values.roadmapCase, content.id) && { roadmapCase: NO_ID }),
  });
  return ok(name);
};

const isOther = (home: unknown, id: CaseId): boolean => home !== id && home !== NO_ID;

/** Adds a case that was read from a backup beside today's. */
export const addCopy = (content: CaseContent) =>
  act('復元した写しを追加', [caseDocument(content.id)], writeCopy, content);
