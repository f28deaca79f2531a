import { OFFICE } from '#shared/documents/document-id.ts';
import type {
  BackupPlace,
  BackupSource,
  BackupState,
  BackupTarget,
  Generation,
  RestoreLine,
} from '#shared/ipc/backup.ts';
import { assertNever, type Problem } from '#shared/result.ts';
import { timeWords } from '#shared/text/clock-and-size.ts';

/** What is told where main could not say how backups stand. */
export const BACKUP_STATE = 'バックアップのようす';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A target that is away is told on ホーム after so long, not each time. */
const TOLD_AFTER_MS = 3 * DAY_MS;

export const PLACE_NAMES: Readonly<Record<BackupPlace, string>> = {
  first: '一つ目',
  second: '二つ目',
};

export const SOURCE_NAMES: Readonly<Record<BackupSource, string>> = {
  ...PLACE_NAMES,
  opened: '開いたフォルダー',
};

/** When a target had its last backup, in a few words. */
export const lastWords = ({ lastAt }: BackupTarget): string =>
  lastAt === undefined
    ? 'まだバックアップしていません'
    : `最後のバックアップ：${timeWords(lastAt)}`;

export const stateWords = (state: Generation['state']): string => {
  switch (state) {
    case 'whole':
      return 'そろっています';
    case 'incomplete':
      return 'ファイルが足りません';
    case 'newer':
      return '新しい版のものです';
    case 'damaged':
      return '読み取れません';
    default:
      return assertNever(state);
  }
};

export const relationWords = (relation: RestoreLine['relation']): string => {
  switch (relation) {
    case 'same':
      return 'いまと同じ';
    case 'differs':
      return 'この後に変わっています';
    case 'gone':
      return 'いまはありません';
    case 'new':
      return 'この後につくられました';
    default:
      return assertNever(relation);
  }
};

const RANKS: Readonly<Record<RestoreLine['relation'], number>> = {
  differs: 0,
  gone: 1,
  new: 2,
  same: 3,
};

/** What a restore would change first. */
export const sortedLines = (lines: readonly RestoreLine[]): readonly RestoreLine[] =>
  lines.toSorted(
    (a, b) => RANKS[a.relation] - RANKS[b.relation] || a.title.localeCompare(b.title, 'ja'),
  );

/** Of which a copy can be made: cases that the generation holds. */
export const copyableLines = (lines: readonly RestoreLine[]): readonly RestoreLine[] =>
  lines.filter(({ folder, relation }) => relation !== 'new' && folder !== OFFICE);

/** What restoring all would do: 「変わっている3件を戻し、…」 */
export const allWords = (lines: readonly RestoreLine[]): string => {
  const count = (relation: RestoreLine['relation']): number =>
    lines.filter((line) => line.relation === relation).length;
  const parts = [
    [count('differs'), 'この後に変わった'],
    [count('gone'), 'いまはない'],
  ] as const;
  const back = parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${words}${number}件`);
  const away = count('new');
  if (back.length === 0 && away === 0) return 'いまの記録と同じです。戻しても変わりません。';
  const brought = back.length === 0 ? '' : `${back.join('と')}を、この時の状態に戻します。`;
  return away === 0 ? brought : `${brought}この後につくられた${away}件は、画面から消えます。`;
};

/** What nobody can know before a restore of some documents, or nothing. */
export const unknownErasing = (
  lines: readonly RestoreLine[],
): Pick<Problem, 'happened' | 'todo'> | undefined =>
  lines.some(({ isLatest }) => isLatest)
    ? {
        happened:
          'このバックアップより後の記録が、この場所にもこのパソコンにもないものがあります。後から「完全に消す」で消した内容が、その中に戻ってくるかもしれません。',
        todo: '心当たりがあるときは、戻したあとで、もう一度消してください。',
      }
    : undefined;

/** An unopened backup is a hope: it is told after so long. */
const PROVEN_DAYS = 90;

const unprovenDays = ({ targets, proof }: BackupState, now: number): number => {
  const since = proof?.at ?? targets.find(({ lastAt }) => lastAt !== undefined)?.chosenAt;
  return since === undefined || targets.length === 0 ? 0 : Math.floor((now - since) / DAY_MS);
};

const unprovenProblem = (days: number): Problem => ({
  code: 'unexpected',
  happened: `バックアップが開けるかどうかを、${days}日のあいだ確かめていません。`,
  safe: 'バックアップは続けています。',
  todo: '「開けるか確かめる」を押してください。いまの記録には手を加えません。',
});

/** When it was last proven, and what was in it. */
export const proofWords = ({ proof }: BackupState): string =>
  proof === undefined
    ? 'いちばん新しいバックアップを、記録に手を加えずに開いて、最後まで読めるかどうかを確かめます。'
    : `${timeWords(proof.at)}に、案件${proof.cases}件と会合${proof.meetings}件を最後まで読めました（${timeWords(proof.backupAt)} のバックアップ）。`;

/** Nobody is asked on the day on which they begin. */
export const FIRST_REMINDER_MS = DAY_MS;
export const REMINDER_MS = 7 * DAY_MS;

/** What is kept of when to remind next; undefined before anybody has been reminded. */
export const readReminder = (kept: unknown): number | undefined =>
  typeof kept === 'number' && Number.isFinite(kept) ? kept : undefined;

/** What ホーム says while nothing is backed up, once its time has come. */
export const noTargetProblem = (
  { targets }: BackupState,
  next: number | undefined,
  now: number,
): Problem | undefined => {
  // A clock that was put back must not silence it for years.
  const isDue = next !== undefined && (now >= next || next - now > REMINDER_MS);
  return targets.length > 0 || !isDue ? undefined : NO_TARGET;
};

const NO_TARGET: Problem = {
  code: 'not-found',
  happened: 'バックアップ先をまだ選んでいません。',
  safe: '記録はこのパソコンに保存されています。',
  todo: 'パソコンが壊れたときに備えて、ファイルサーバーなどのフォルダーを選んでください。',
};

/** What ホーム should say of backups, or nothing. */
export const homeProblem = (state: BackupState, now: number): Problem | undefined => {
  const away = state.targets.find(
    ({ failingSince }) => failingSince !== undefined && now - failingSince >= TOLD_AFTER_MS,
  );
  if (away?.failingSince !== undefined && away.problem !== undefined) {
    const days = Math.floor((now - away.failingSince) / DAY_MS);
    return {
      ...away.problem,
      happened: `${days}日のあいだ、バックアップをとれていません。${away.problem.happened}`,
    };
  }
  const unproven = unprovenDays(state, now);
  if (unproven >= PROVEN_DAYS) return unprovenProblem(unproven);
  const low = state.targets.find(({ isLow }) => isLow);
  return low === undefined ? undefined : lowProblem(low);
};

export const lowProblem = ({ place }: BackupTarget): Problem => ({
  code: 'disk-full',
  happened: `バックアップ先（${PLACE_NAMES[place]}）の空きが少なくなっています。`,
  safe: '今日までのバックアップはとれています。',
  todo: '不要なファイルを消すか、別のフォルダーに変えてください。',
});
