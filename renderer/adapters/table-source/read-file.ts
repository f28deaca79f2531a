import { fail, type Problem, type Result } from '#shared/result.ts';
import { clip } from '#shared/text/limits.ts';
import type { TextSheet } from '#workers/table-file/text-sheet.ts';

/** A year's tables are a thousand times smaller. */
export const FILE_LIMIT = 20 * 1024 * 1024;
/** A hostile file may keep the worker busy for ever. */
const PATIENCE_MS = 30_000;

const sizeWords = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const refused = (
  file: File,
  why: string,
  todo: string,
  code: Problem['code'] = 'damaged',
): Result<never> =>
  fail({ code, happened: `「${clip(file.name, 60)}」${why}`, safe: '記録はそのままです。', todo });

/**
 * Reads an .xlsx or .csv file as sheets of texts, in a worker of its own that is killed when it takes
 * too long or is no longer wanted.
 */
export const readTableFile = async (
  file: File,
  signal: AbortSignal,
): Promise<Result<readonly TextSheet[]>> => {
  if (file.size > FILE_LIMIT) {
    return refused(
      file,
      `は${sizeWords(file.size)}あり、大きすぎます（${sizeWords(FILE_LIMIT)}まで）。`,
      '必要な範囲だけを新しいファイルに保存するか、表をコピーして貼り付けてください。',
      'too-large',
    );
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(
      file,
      'を開けませんでした。',
      'ほかのアプリで開いていないか確かめて、選び直してください。',
    );
  }
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../../workers/import-worker.ts', import.meta.url), {
      type: 'module',
    });
    const settle = (result: Result<readonly TextSheet[]>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.terminate();
      resolve(result);
    };
    const onAbort = (): void =>
      settle(
        refused(file, 'の読み取りをやめました。', 'もう一度選べば読み取れます。', 'cancelled'),
      );
    const timer = setTimeout(
      () =>
        settle(
          refused(
            file,
            'は読み取りに時間がかかりすぎるため、やめました。',
            '必要な範囲だけを新しいファイルに保存してください。',
            'too-large',
          ),
        ),
      PATIENCE_MS,
    );
    signal.addEventListener('abort', onAbort);
    worker.onmessage = ({ data }: MessageEvent<Result<readonly TextSheet[]>>) => settle(data);
    worker.onerror = () =>
      settle(refused(file, 'は読み取れませんでした。', '表の範囲をコピーして貼り付けてください。'));
    worker.postMessage({ name: file.name, bytes }, [bytes.buffer]);
    if (signal.aborted) onAbort();
  });
};
