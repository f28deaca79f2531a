import { type Mentioned, mentionedWords } from '#data/mentions/read-mentioned.ts';
import type { Query } from '#data/records/query.ts';
import { caseOf, type DocumentId } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { type MentionTarget, mentionKey } from '#shared/domain/record/mention.ts';
import { compareTexts } from '#shared/domain/record/row-values.ts';

/** A meeting whose note mentions a record. */
export type Backlink = {
  readonly key: string;
  readonly caseId: CaseId;
  readonly meetingId: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or ''. */
  readonly date: string;
  /** 益城町（令和4年度） 第1回支援 */
  readonly words: string;
};

/**
 * The meetings whose notes mention a record, the latest first; what is in the bin is left out.
 * @param within the document that the list stands in: its own meetings need not say of which case they are
 */
export const backlinksOf =
  (target: MentionTarget, within = ''): Query<readonly Backlink[]> =>
  async (reader) => {
    const notes = await reader.mentioning(target);
    const own = mentionKey(target);
    const keys = notes
      .map(({ document, id }) => mentionKey({ document, collection: 'meetings', id }))
      .filter((key) => key !== own);
    const found = await reader.mentioned(keys);
    return [...found.entries()]
      .flatMap(([key, mentioned]): readonly Backlink[] => {
        const caseId = caseOf(mentioned.target.document);
        if (mentioned.isGone || caseId === undefined) return [];
        const { target: meeting, date } = mentioned;
        return [
          { key, caseId, meetingId: meeting.id, date, words: mentionedWords(mentioned, within) },
        ];
      })
      .toSorted((a, b) => compareTexts(b.date, a.date) || compareTexts(a.key, b.key));
  };

/** What a record's note mentions, as it is now, in no order of its own. */
export const mentionsOf =
  (document: DocumentId, id: string): Query<readonly (Mentioned & { readonly key: string })[]> =>
  async (reader) => {
    const found = await reader.mentioned(await reader.mentionsOf(document, id));
    return [...found.entries()].map(([key, mentioned]) => ({ key, ...mentioned }));
  };
