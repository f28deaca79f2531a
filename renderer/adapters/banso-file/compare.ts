import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { Comparison, RecordChange } from '#data/banso-file/compare.ts';
import type { PackedFile } from '#data/history/read-files.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import type { BansoNews, BansoOpened } from '#shared/ipc/banso.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { invoke } from '../host/host.ts';
import type { BansoWorker } from './in-worker.ts';
import { undoneTurns } from './undo.ts';

/** What taking in an opened file would change, document by document; nothing has changed yet. */
export const compareOpened = async (
  source: BansoSource,
  worker: BansoWorker,
  { documents }: BansoOpened,
  onProgress: (done: number, all: number) => void,
): Promise<Result<readonly Comparison[]>> => {
  const there = await source.documents();
  const compared: Comparison[] = [];
  let done = 0;
  let refused: Result<never> | undefined;
  const tellEvery = Math.ceil(documents.length / 100);
  const waiting = [...documents.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !refused; next = waiting.shift()) {
      const [at, news] = next;
      const one = await compareWhole(source, worker, news, there.has(news.document));
      if (!one.ok) refused ??= one;
      else compared[at] = one.value;
      done += 1;
      // Each telling draws the page anew: as many as the bar has percents will do.
      if (done % tellEvery === 0 || done === documents.length) onProgress(done, documents.length);
    }
  };
  onProgress(0, documents.length);
  // One more than there are workers: what it reads is there when one of them is done.
  await Promise.all(Array.from({ length: worker.sideBySide + 1 }, work));
  return refused ?? ok(compared);
};

const compareWhole = async (
  source: BansoSource,
  worker: BansoWorker,
  news: BansoNews,
  isHere: boolean,
): Promise<Result<Comparison>> => {
  const one =
    news.files.length === 0 ? ok(sameOf(news)) : await compareOne(source, worker, news, isHere);
  if (!one.ok) return one;
  const again = await undoneTurns(source, worker, news);
  return again.ok ? ok({ ...one.value, again: again.value }) : again;
};

const NOTHING = { added: 0, changed: 0, deleted: 0 };

const sameOf = ({ document }: BansoNews): Comparison => ({
  ...{
    document,
    relation: 'same',
    changes: [],
    counts: NOTHING,
    unchanged: 0,
    conflicts: [],
    seen: [],
    records: [],
  },
  again: [],
});

const compareOne = async (
  source: BansoSource,
  worker: BansoWorker,
  news: BansoNews,
  isHere: boolean,
): Promise<Result<Comparison>> => {
  const { document } = news;
  const read = await incomingFiles(news, isHere);
  if (!read.ok) return read;
  const incoming = read.value;
  const own = isHere ? (await source.pieces(document)).updates : [];
  const ours = isHere ? await source.files(document) : ok([]);
  if (!ours.ok) return ours;
  const open = isHere ? await source.openConflicts(document) : [];
  return worker.compare({ kind: 'compare', document, own, files: ours.value, incoming, open });
};

/** The first records of a document that is not here, by name. */
export const namesOfNew = async (
  worker: BansoWorker,
  news: BansoNews,
): Promise<Result<readonly RecordChange[]>> => {
  const incoming = await incomingFiles(news, false);
  if (!incoming.ok) return incoming;
  const { document } = news;
  return worker.firstOfNew({ kind: 'firstOfNew', document, incoming: incoming.value });
};

const incomingFiles = async (
  { document, files }: BansoNews,
  isHere: boolean,
): Promise<Result<readonly PackedFile[]>> => {
  const incoming: PackedFile[] = [];
  // Where nothing stands here, nothing can conflict: a checkpoint saves reading what it covers.
  for (const { source: name, as } of files) {
    const part = await invoke('readBanso', {
      document,
      source: name,
      known: NO_HEAD,
      ...(isHere ? { whole: true } : { state: true }),
    });
    if (!part.ok) return part;
    if (part.value.isNewer) return fail(newerProblem());
    if (part.value.isMisplaced) return fail(misplacedProblem());
    incoming.push({ source: as, packed: part.value.packed });
  }
  return ok(incoming);
};

const newerProblem = (): Problem => ({
  code: 'newer-format',
  happened: 'この引継ぎファイルには、新しい版の伴走ノートで書かれた記録があります。',
  safe: 'いまの記録には手を加えていません。',
  todo: '伴走ノートを新しい版にしてから開いてください。',
});

const misplacedProblem = (): Problem => ({
  code: 'damaged',
  happened: 'この引継ぎファイルには、別の案件の記録がまぎれています。',
  safe: 'いまの記録には手を加えていません。',
  todo: 'つくった人に、もう一度もらってください。',
});
