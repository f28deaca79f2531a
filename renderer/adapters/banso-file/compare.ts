import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { Comparison } from '#data/banso-file/compare.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import type { BansoNews, BansoOpened } from '#shared/ipc/banso.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { invoke } from '../host/host.ts';
import type { BansoWorker } from './in-worker.ts';

/** What taking in an opened file would change, document by document; nothing has changed yet. */
export const compareOpened = async (
  source: BansoSource,
  worker: BansoWorker,
  { documents }: BansoOpened,
  onProgress: (done: number, all: number) => void,
): Promise<Result<readonly Comparison[]>> => {
  const there = await source.documents();
  const compared: Comparison[] = [];
  for (const [at, news] of documents.entries()) {
    onProgress(at, documents.length);
    if (news.files.length === 0) {
      compared.push(sameOf(news));
      continue;
    }
    const one = await compareOne(source, worker, news, there.has(news.document));
    if (!one.ok) return one;
    compared.push(one.value);
  }
  onProgress(documents.length, documents.length);
  return ok(compared);
};

const sameOf = ({ document }: BansoNews): Comparison => ({
  ...{ document, relation: 'same', changes: [], unchanged: 0, conflicts: [], records: [] },
});

const compareOne = async (
  source: BansoSource,
  worker: BansoWorker,
  { document, files }: BansoNews,
  isHere: boolean,
): Promise<Result<Comparison>> => {
  const incoming = [];
  for (const { source: name, as } of files) {
    const part = await invoke('readBanso', { document, source: name, known: NO_HEAD, whole: true });
    if (!part.ok) return part;
    if (part.value.isNewer) return fail(newerProblem());
    if (part.value.isMisplaced) return fail(misplacedProblem());
    incoming.push({ source: as, packed: part.value.packed });
  }
  const own = isHere ? (await source.pieces(document)).updates : [];
  const ours = isHere ? await source.files(document) : ok([]);
  if (!ours.ok) return ours;
  const open = isHere ? await source.openConflicts(document) : [];
  return worker.compare({ kind: 'compare', document, own, files: ours.value, incoming, open });
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
