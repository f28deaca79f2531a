import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { Database } from './database.ts';

/** What happened to the cache while it was opened. */
export type OpenedDatabase = {
  readonly database: Database;
  /** The old cache could not be opened: it was thrown away, and the logs fill a new one. */
  readonly rebuilt: boolean;
};

/**
 * Opens the cache. One that a newer version of the app has made stays closed and untouched; one that
 * cannot be opened for any other reason is thrown away, since the logs hold all that was in it.
 * @param onLost told when the browser takes the open cache away (another window, a reset)
 */
export const openDatabase = async (
  onLost: (problem: Problem) => void,
  name?: string,
): Promise<Result<OpenedDatabase>> => {
  const first = await tryOpen(onLost, name);
  if (first.kind === 'open') return ok({ database: first.database, rebuilt: false });
  if (first.kind === 'newer') return fail(newerCacheProblem());
  await first.database.delete().catch(() => undefined);
  const second = await tryOpen(onLost, name);
  if (second.kind === 'open') return ok({ database: second.database, rebuilt: true });
  return fail(closedCacheProblem());
};

type Attempt = { readonly kind: 'open' | 'newer' | 'broken'; readonly database: Database };

const tryOpen = async (
  onLost: (problem: Problem) => void,
  name: string | undefined,
): Promise<Attempt> => {
  const database = name === undefined ? new Database() : new Database(name);
  const ours = Math.round(database.verno * 10);
  try {
    await database.open();
  } catch {
    return { kind: 'broken', database };
  }
  // Dexie opens a newer database all the same, with whatever tables it has.
  if (database.backendDB().version > ours) {
    database.close();
    return { kind: 'newer', database };
  }
  // The one who wants a newer version, or to delete, must not be held up by us.
  database.on('versionchange', () => {
    database.close();
    onLost(lostCacheProblem());
  });
  database.on('close', () => onLost(lostCacheProblem()));
  return { kind: 'open', database };
};

const newerCacheProblem = (): Problem => ({
  code: 'newer-format',
  happened: 'このパソコンの記録は、新しい版の伴走ノートで開かれています。',
  safe: '記録はそのまま残っています。この版では何も書きかえません。',
  todo: '伴走ノートを新しい版にしてから開いてください。',
});

const closedCacheProblem = (): Problem => ({
  code: 'disk-error',
  happened: '画面に表示するためのデータを開けませんでした。',
  safe: '保存済みの記録は、記録ファイルに残っています。',
  todo: 'ディスクの空きを確かめ、パソコンを再起動してから開き直してください。',
});

const lostCacheProblem = (): Problem => ({
  code: 'disk-error',
  happened: '画面に表示するためのデータが使えなくなりました。',
  safe: '保存済みの記録は、記録ファイルに残っています。',
  todo: '伴走ノートを開き直してください。記録ファイルから元の画面に戻します。',
});
