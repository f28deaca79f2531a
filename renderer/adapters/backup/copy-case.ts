import type { CaseContent, ContentRequest } from '#data/documents/case-content.ts';
import type { Eraser } from '#data/erasing/erase-all.ts';
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

const copier = keptWorker<ContentRequest, CaseContent | 'erased' | null>({
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
 * @param erasedIn what was erased for good here since: the copy does not bring it back
 */
export const readBackedUpCase = async (
  from: BackedUpCase,
  erasedIn: Eraser['erasedIn'],
): Promise<Result<CaseContent>> => {
  const opened = await invoke('beginCopy', from);
  if (!opened.ok) return opened;
  const read = await contentOf(opened.value, erasedIn).catch(() => fail(notWhole()));
  const ended = await invoke('endProof', null);
  if (!ended.ok) return ended;
  if (!read.ok) return read;
  const content = read.value;
  if (content.files.length === 0) return ok(content);
  const { source, generation } = from;
  const taken = await invoke('takeBackedUpFiles', { source, generation, hashes: content.files });
  return taken.ok ? ok(content) : taken;
};

const contentOf = async (
  { files: { files, closed }, erased: erasedLater }: ProofOpened,
  erasedIn: Eraser['erasedIn'],
): Promise<Result<CaseContent>> => {
  const [first] = files;
  if (first === undefined || closed.length > 0) return fail(notWhole());
  const packed = await readPacked(files);
  if (packed === undefined) return fail(notWhole());
  const erased = await erasedIn(first.document);
  if (!erased.ok) return erased;
  const answer = await copier.ask({
    ...{ document: first.document, packed },
    erased: [...erased.value, ...erasedLater],
  });
  if (answer.kind !== 'answered' || answer.answer === null) return fail(notWhole());
  return answer.answer === 'erased' ? fail(erasedSince()) : ok(answer.answer);
};

const erasedSince = (): Problem => ({
  code: 'not-found',
  happened: 'この案件は、バックアップのあとに「完全に消す」で消されています。写しは作れません。',
  safe: 'いまの記録には手を加えていません。',
  todo: '消したものを使う場合は、消した方にご確認のうえ、新しい案件として入力してください。',
});

const notWhole = (): Problem => ({
  code: 'damaged',
  happened: 'この案件は、このバックアップから最後まで読めませんでした。',
  safe: 'いまの記録には手を加えていません。',
  todo: '別の日時のバックアップでお試しください。続くときは、情報担当にご相談ください。',
});
