import type { CaseContent, ContentRequest } from '#data/documents/case-content.ts';
import type { GenerationName } from '#shared/backup/manifest.ts';
import type { BackupSource, ProofOpened } from '#shared/ipc/backup.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { invoke } from '../host/host.ts';
import { keptWorker } from '../worker/kept-worker.ts';
import { readPacked } from './read-packed.ts';

/** Where a case that was backed up is taken from. */
export type BackedUpCase = {
  readonly source: BackupSource;
  readonly generation: GenerationName;
  /** Its folder of logs. */
  readonly folder: string;
};

const copier = keptWorker<ContentRequest, CaseContent | null>({
  open: () =>
    new Worker(new URL('../../workers/copy-worker.ts', import.meta.url), { type: 'module' }),
  // A case of ten years takes a tenth of a second.
  patience: () => 60_000,
  // The next case is asked for by hand.
  isClean: () => false,
});

/**
 * Reads a case of a backup under new ids, and takes those of its attached files out of the backup that are
 * not here any more. Nothing of today's records is touched.
 */
export const readBackedUpCase = async (from: BackedUpCase): Promise<Result<CaseContent>> => {
  const opened = await invoke('beginCopy', from);
  if (!opened.ok) return opened;
  const content = await contentOf(opened.value).catch(() => undefined);
  const ended = await invoke('endProof', null);
  if (!ended.ok) return ended;
  if (content === undefined) return fail(notWhole());
  if (content.files.length === 0) return ok(content);
  const { source, generation } = from;
  const taken = await invoke('takeBackedUpFiles', { source, generation, hashes: content.files });
  return taken.ok ? ok(content) : taken;
};

const contentOf = async ({ files: { files, closed } }: ProofOpened) => {
  const [first] = files;
  if (first === undefined || closed.length > 0) return undefined;
  const packed = await readPacked(files);
  if (packed === undefined) return undefined;
  const answer = await copier.ask({ document: first.document, packed });
  return answer.kind === 'answered' ? (answer.answer ?? undefined) : undefined;
};

const notWhole = (): Problem => ({
  code: 'damaged',
  happened: 'この案件は、このバックアップから最後まで読めませんでした。',
  safe: 'いまの記録には手を加えていません。',
  todo: '別の日時のバックアップでお試しください。続くときは、情報担当にご相談ください。',
});
