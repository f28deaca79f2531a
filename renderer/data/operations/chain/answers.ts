import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { actions, findings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { bars, milestones } from '#shared/domain/roadmap/collections.ts';
import { ok, type Result } from '#shared/result.ts';
import { clip, NAME_LIMIT } from '#shared/text/limits.ts';
import type { Draft, MemberValue, Values } from '../../records/draft.ts';
import { ensureThemes } from '../case/cases.ts';
import { addRecord, missing } from '../record/records.ts';

/** Adds an action that answers a finding. */
export const addAnswer = (
  draft: Draft,
  document: DocumentId,
  finding: string,
  values: Values<typeof actions>,
): Result<string> => {
  if (!draft.row(document, findings, finding)) return missing(findings.what);
  const added = addRecord(draft, document, actions, values);
  if (!added.ok) return added;
  const answered = setAnswers(draft, document, added.value, [finding]);
  return answered.ok ? added : answered;
};

/** Says which findings an action answers; one that is gone meanwhile keeps the words that it had. */
export const setAnswers = (
  draft: Draft,
  document: DocumentId,
  id: string,
  answered: readonly string[],
): Result<null> => {
  const action = draft.row(document, actions, id);
  if (!action) return missing(actions.what);
  const members: MemberValue[] = [];
  for (const each of answered) {
    const finding = draft.row(document, findings, each);
    const known = action.answers.find((member) => member.id === each);
    if (!finding && !known) return missing(findings.what);
    members.push({
      id: each,
      name: finding ? clip(finding.text, NAME_LIMIT) : (known?.name ?? ''),
    });
  }
  draft.setMembers(document, actions, id, 'answers', members);
  return ok(null);
};

/**
 * Ties an action to bars and milestones of the roadmap that its case shows; one that is gone meanwhile stays
 * until it is taken off. The command must name the document of `home`, too.
 * @param items with the names that the screen shows: a milestone may bear its meeting's
 */
export const tieToRoadmap = (
  draft: Draft,
  document: DocumentId,
  home: CaseId,
  id: string,
  items: readonly MemberValue[],
): Result<null> => {
  const action = draft.row(document, actions, id);
  if (!action) return missing(actions.what);
  const held = new Set(action.roadmapItems.map((member) => member.id));
  const roadmap = caseDocument(home);
  const isThere = (each: string): boolean =>
    draft.row(roadmap, bars, each) !== undefined ||
    draft.row(roadmap, milestones, each) !== undefined;
  const lost = items.find((item) => !held.has(item.id) && !isThere(item.id));
  if (lost !== undefined) return missing('帯・節目');
  draft.setMembers(document, actions, id, 'roadmapItems', items);
  return ok(null);
};

/** Says which themes a finding is about, by their names; new ones are made. The command must name OFFICE. */
export const setThemes = (
  draft: Draft,
  document: DocumentId,
  id: string,
  names: readonly string[],
): Result<null> => {
  if (!draft.row(document, findings, id)) return missing(findings.what);
  const themes = ensureThemes(draft, names);
  if (!themes.ok) return themes;
  draft.setMembers(document, findings, id, 'themes', themes.value);
  return ok(null);
};
