import { type Copied, tablesOfCopied } from '#shared/domain/import/copied.ts';
import type { ImportRow } from '#shared/domain/import/proposal.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { clip } from '#shared/text/limits.ts';
import type {
  BarsWanted,
  MeetingsWanted,
  Opened,
  ReadBars,
  ReadMeetings,
  TableAnswer,
  TableRequest,
} from '#workers/table-reading/messages.ts';

export type { Copied } from '#shared/domain/import/copied.ts';
export type { Chosen, ReadBars, ReadMeetings } from '#workers/table-reading/messages.ts';

/** What the window for files offers; what a file is, its own bytes say. */
export const ACCEPTED_FILES = '.xlsx,.xlsm,.xls,.docx,.docm,.csv,.tsv,.txt,.htm,.html';
/** A year's tables are a thousand times smaller. */
export const FILE_LIMIT = 20 * 1024 * 1024;
/** A hostile table may keep the worker busy for ever. */
const PATIENCE_MS = 20_000;

/** A table that stands open in a worker of its own, until it is closed. */
export type OpenTable = Opened & {
  /** Reads a sheet as meetings, proposals and all. */
  readonly readMeetings: (wanted: MeetingsWanted) => Promise<Result<ReadMeetings>>;
  /** Reads a sheet as bars of a roadmap. */
  readonly readBars: (wanted: BarsWanted) => Promise<Result<ReadBars>>;
  readonly close: () => void;
};

const problem = (happened: string, todo: string, code: Problem['code'] = 'damaged'): Problem => ({
  code,
  happened,
  safe: '記録はそのままです。',
  todo,
});

const sizeWords = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Opens a workbook, a document, a text file, or a page that holds tables. The worker is killed when it takes too long or is no longer wanted. */
export const openTableFile = async (
  file: File,
  signal: AbortSignal,
): Promise<Result<OpenTable>> => {
  const words = `「${clip(file.name, 60)}」`;
  if (file.size > FILE_LIMIT) {
    const size = `${sizeWords(file.size)}あり、大きすぎます（${sizeWords(FILE_LIMIT)}まで）。`;
    const todo = '必要な範囲だけを新しいファイルに保存するか、表をコピーして貼り付けてください。';
    return fail(problem(`${words}は${size}`, todo, 'too-large'));
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return open(words, { kind: 'file', name: file.name, bytes }, signal);
  } catch {
    const todo = 'ほかのアプリで開いていないか確かめて、選び直してください。';
    return fail(problem(`${words}を開けませんでした。`, todo));
  }
};

/** Opens a table that was copied. */
export const openCopiedTable = (copied: Copied, signal: AbortSignal): Promise<Result<OpenTable>> =>
  open('貼り付けた表', { kind: 'copied', copied }, signal);

const open = async (
  words: string,
  request: TableRequest,
  signal: AbortSignal,
): Promise<Result<OpenTable>> => {
  const ask = startWorker(words, signal);
  const first = await ask(request);
  const opened = first.ok ? openedOf(first.value.last) : first;
  if (!opened.ok) {
    ask.end();
    return opened;
  }
  return ok({
    ...opened.value,
    readMeetings: async (wanted) => {
      const answered = await ask({ kind: 'meetings', wanted });
      if (!answered.ok) return answered;
      const { last, rows } = answered.value;
      if (last.kind !== 'meetings') return fail(unexpected(words));
      return last.read.ok ? ok({ ...last.read.value, rows }) : last.read;
    },
    readBars: async (wanted) => {
      const answered = await ask({ kind: 'bars', wanted });
      if (!answered.ok) return answered;
      const { last } = answered.value;
      return last.kind === 'bars' ? last.read : fail(unexpected(words));
    },
    close: ask.end,
  });
};

const openedOf = (answer: TableAnswer): Result<Opened> =>
  answer.kind === 'opened' ? answer.opened : fail(unexpected(''));

type Answered = { readonly last: TableAnswer; readonly rows: readonly ImportRow[] };

const unexpected = (words: string): Problem =>
  problem(`${words}は読み取れませんでした。`, '表の範囲をコピーして貼り付けてください。');

/** A worker that answers one request at a time; the questions wait for each other. */
const startWorker = (words: string, signal: AbortSignal) => {
  const worker = new Worker(new URL('../../workers/import-worker.ts', import.meta.url), {
    type: 'module',
  });
  let over: Problem | null = null;
  let settle: ((result: Result<Answered>) => void) | null = null;
  let rows: ImportRow[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answer = (result: Result<Answered>): void => {
    clearTimeout(timer);
    const waiting = settle;
    settle = null;
    rows = [];
    waiting?.(result);
  };
  const end = (why: Problem): void => {
    over ??= why;
    worker.terminate();
    signal.removeEventListener('abort', onAbort);
    answer(fail(over));
  };
  const stopped = (): Problem =>
    problem(`${words}の読み取りをやめました。`, 'もう一度選べば読み取れます。', 'cancelled');
  const onAbort = (): void => end(stopped());
  signal.addEventListener('abort', onAbort);
  worker.onmessage = ({ data }: MessageEvent<TableAnswer>) => {
    if (data.kind === 'rows') rows.push(...data.rows);
    else answer(ok({ last: data, rows }));
  };
  worker.onerror = () => end(unexpected(words));

  let before: Promise<unknown> = Promise.resolve();
  const ask = (request: TableRequest): Promise<Result<Answered>> => {
    const answered = before.then(
      () =>
        new Promise<Result<Answered>>((resolve) => {
          if (over !== null || signal.aborted) return resolve(fail(over ?? stopped()));
          settle = resolve;
          const todo = '必要な範囲だけを新しいファイルに保存するか、表を分けてください。';
          const late = `${words}は読み取りに時間がかかりすぎるため、やめました。`;
          timer = setTimeout(() => end(problem(late, todo, 'too-large')), PATIENCE_MS);
          const moved = request.kind === 'file' ? [request.bytes.buffer] : [];
          worker.postMessage(request, moved as Transferable[]);
        }),
    );
    before = answered;
    return answered;
  };
  return Object.assign(ask, { end: (): void => end(stopped()) });
};

/** A longer text is never looked through on the window's own thread. */
const CELL_LENGTH = 50_000;

/** The text of a table that has one cell; null for any other, which is to be opened as a table. */
export const singleCell = (copied: Copied): string | null => {
  if (copied.html.length + copied.text.length > CELL_LENGTH) return null;
  const [grid = [], ...others] = tablesOfCopied(copied).grids;
  if (others.length > 0) return null;
  return grid.length === 1 && grid[0]?.length === 1 ? (grid[0][0]?.text ?? null) : null;
};
