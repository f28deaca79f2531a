import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FrameDraft } from '#shared/documents/frame.ts';
import type { ErasedFile, Redaction, SourceName } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { says } from '#shared/text/sought-words.ts';
import { hasPending } from '../documents/open-documents.ts';
import { assemble } from '../projection/project.ts';
import { blankUpdate, type Erased } from './blank-update.ts';
import { fieldsOf } from './fields.ts';
import type { WholeFile } from './read-whole.ts';
import { isNaming, saysNow } from './scan.ts';

/** Frames of one file that say what is erased, without it. */
const redactionsOf = (
  { frames }: WholeFile,
  erased: Erased,
  pattern: RegExp | undefined,
): readonly Redaction[] =>
  frames.flatMap((frame): readonly Redaction[] => {
    const blanked = blankUpdate(frame.update, erased);
    if (blanked === undefined && !isNaming(frame, pattern)) return [];
    const keepsAuthor = !says(pattern, frame.author.name);
    return [{ hash: frame.hash, update: blanked ?? frame.update, keepsAuthor }];
  });

/**
 * What has to be written in place of what stands in the files: our own first, so that what is erased is known
 * even where the power fails before the others are rewritten.
 */
export const filesWithout = (
  files: readonly WholeFile[],
  erased: Erased,
  pattern: RegExp | undefined,
  own: SourceName,
): readonly ErasedFile[] =>
  files
    .map((file) => ({
      source: file.source,
      known: file.head,
      redactions: redactionsOf(file, erased, pattern),
    }))
    .filter(({ source, redactions }) => redactions.length > 0 || source === own)
    .toSorted((a, b) => Number(b.source === own) - Number(a.source === own));

/**
 * The whole state of a document without what is erased.
 * @param updates what the cache and the files hold
 * @returns a failure where something is still in it: nothing is rewritten then
 */
export const stateWithout = (
  document: DocumentId,
  updates: readonly Uint8Array[],
  erased: Erased,
  pattern: RegExp | undefined,
): Result<Uint8Array> => {
  const doc = assemble(updates.map((update) => blankUpdate(update, erased) ?? update));
  try {
    if (hasPending(doc)) return fail(incompleteProblem());
    const state = Y.encodeStateAsUpdate(doc);
    const left =
      blankUpdate(state, erased) !== undefined ||
      fieldsOf(document, doc).some((field) => saysNow(field, pattern));
    return left ? fail(stillThereProblem()) : ok(state);
  } finally {
    doc.destroy();
  }
};

/** Frames that stand at the end of our own file, so that no reader finds anything of what was erased. */
export const framesBehind = (
  base: Omit<FrameDraft, 'kind' | 'label' | 'update' | 'covers' | 'command'>,
  own: WholeFile,
  parts: {
    readonly commands: readonly FrameDraft['command'][];
    readonly checkpoint: FrameDraft['command'];
    readonly erased: Uint8Array;
    readonly state: Uint8Array;
  },
): readonly FrameDraft[] => [
  ...parts.commands.map(
    (command): FrameDraft => ({
      ...base,
      kind: 'erased',
      label: '完全に消去',
      command,
      update: parts.erased,
    }),
  ),
  {
    ...base,
    kind: 'checkpoint',
    label: '全体の控え',
    command: parts.checkpoint,
    covers: own.head,
    update: parts.state,
  },
];

const incompleteProblem = (): Problem => ({
  code: 'damaged',
  happened: '記録の一部が欠けていて、中身を確かめられないため、消去できません。',
  safe: '記録ファイルは書き直していません。',
  todo: '欠けたファイルがあれば戻し、アプリを開き直してから、もう一度消去してください。',
});

const stillThereProblem = (): Problem => ({
  code: 'unexpected',
  happened: '消去したあとの記録に、まだその言葉が残っていたため、途中でやめました。',
  safe: '記録ファイルは書き直していません。',
  todo: 'もう一度さがして、残っている場所を確かめてください。',
});
