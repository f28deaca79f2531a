import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TargetSettings } from '#electron/services/backup/backup-settings.ts';
import { isDue, isDueAtQuitting, isLow } from '#electron/services/backup/schedule.ts';
import type { TargetId } from '#electron/services/backup/target.ts';
import {
  allWords,
  homeProblem,
  noTargetProblem,
  readReminder,
  unknownErasing,
} from '#features/backup/model.ts';
import type { InstallationId } from '#shared/backup/manifest.ts';
import { generationName, isGenerationName, readGenerationName } from '#shared/backup/manifest.ts';
import { keptOf } from '#shared/backup/retention.ts';
import type { BackupState, RestoreLine } from '#shared/ipc/backup.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const TOKYO = 540;
const at = (words: string): number => Date.parse(`${words}+09:00`);

describe('of the generations of one PC', () => {
  const daily = Array.from({ length: 500 }, (_, day) => ({
    at: at('2026-12-31T18:00') - day * DAY,
  }));

  it('stay those of seven days, four weeks and twelve months', () => {
    const kept = keptOf(daily, TOKYO).map((each) => new Date(each.at + 9 * HOUR).toISOString());
    expect(kept.map((day) => day.slice(0, 10))).toEqual([
      ...['2026-12-31', '2026-12-30', '2026-12-29', '2026-12-28', '2026-12-27'],
      ...['2026-12-26', '2026-12-25', '2026-12-20', '2026-12-13', '2026-11-30'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
      ...['2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31'],
    ]);
  });

  it('stays the last of an earlier day and all of the newest, by the office’s clock', () => {
    const morning = { at: at('2026-07-01T08:59') };
    const evening = { at: at('2026-07-01T17:00') };
    const next = { at: at('2026-07-02T08:00') };
    const noon = { at: at('2026-07-02T12:00') };
    expect(keptOf([morning, evening, next, noon], TOKYO)).toEqual([noon, next, evening]);
  });

  it('the newest always stays, and what was dropped once is never wanted again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 80 }),
        (days) => {
          let kept: readonly { readonly at: number }[] = [];
          for (const day of days.toSorted((a, b) => a - b)) {
            const newest = { at: day * DAY };
            kept = keptOf([...kept, newest], TOKYO);
            expect(kept[0]).toBe(newest);
          }
          const all = days.map((day) => ({ at: day * DAY }));
          // Pruned day by day or at once: weeks and months that are wanted still have one each.
          const months = (list: readonly { readonly at: number }[]) =>
            new Set(list.map((each) => new Date(each.at + 9 * HOUR).toISOString().slice(0, 7)));
          expect(months(kept)).toEqual(months(keptOf(all, TOKYO)));
        },
      ),
    );
  });
});

describe('a generation’s name', () => {
  it('says when and by which PC', () => {
    const name = generationName(at('2026-11-27T18:00'), 'pca' as InstallationId);
    expect(name).toBe('20261127T090000000Z-pca');
    expect(readGenerationName(name)).toEqual({ at: at('2026-11-27T18:00'), installation: 'pca' });
  });

  it.each([
    '../20261127T090000000Z-pca',
    '20261127T090000000Z-pca/..',
    '20261127T090000000Z-PCA',
    '20261127T090000000Z-',
    '20261327T090000000Z-pca',
    '',
  ])('%j is none', (name) => {
    expect(isGenerationName(name) && readGenerationName(name) !== undefined).toBe(false);
  });
});

const target = (change: Partial<TargetSettings> = {}): TargetSettings => ({
  root: '/server/banso-backup',
  id: 'target1' as TargetId,
  ...change,
});

describe('a backup', () => {
  const now = new Date(2026, 10, 27, 9, 0).getTime();
  const yesterday = new Date(2026, 10, 26, 23, 59).getTime();
  const early = new Date(2026, 10, 27, 0, 1).getTime();

  it.each([
    ['of a folder that was never backed up to', {}, true],
    ['after yesterday’s', { lastAt: yesterday, triedAt: yesterday }, true],
    ['after today’s', { lastAt: early, triedAt: early }, false],
    ['that failed half an hour ago', { lastAt: yesterday, triedAt: now - HOUR / 2 }, false],
    ['that failed an hour ago', { lastAt: yesterday, triedAt: now - HOUR }, true],
    ['of a clock that was put back', { lastAt: now + DAY, triedAt: now + DAY }, true],
  ] as const)('%s: due %s', (_, change, due) => {
    expect(isDue(target(change), now)).toBe(due);
  });

  it.each([
    ['of an hour ago', { lastAt: now - HOUR }, true],
    ['of a moment ago', { lastAt: now - HOUR + 1 }, false],
    [
      'that has just failed',
      { failingSince: yesterday, triedAt: now - 1, lastAt: yesterday },
      false,
    ],
  ] as const)('at quitting after one %s: due %s', (_, change, due) => {
    expect(isDueAtQuitting(target(change), now)).toBe(due);
  });

  it('warns of a disk that has room for little more', () => {
    const mib = 1024 * 1024;
    expect(isLow(target())).toBe(false);
    expect(isLow(target({ free: 512 * mib, bytes: 100 * mib }))).toBe(false);
    expect(isLow(target({ free: 512 * mib - 1, bytes: 100 * mib }))).toBe(true);
    expect(isLow(target({ free: 900 * mib, bytes: 301 * mib }))).toBe(true);
  });
});

describe('ホーム', () => {
  const now = Date.UTC(2026, 10, 27);
  const away = (since: number): BackupState => ({
    targets: [
      {
        ...{ place: 'first', path: '/x', isLow: false, isSealed: false, failingSince: since },
        problem: { code: 'not-found', happened: '見つかりません。', safe: '', todo: '' },
      },
    ],
  });

  it('tells of a folder that is away after three days, and not before', () => {
    expect(homeProblem(away(now - 3 * DAY + 1), now)).toBeUndefined();
    expect(homeProblem(away(now - 3 * DAY), now)?.happened).toBe(
      '3日のあいだ、バックアップをとれていません。見つかりません。',
    );
  });

  it('asks for a proof after 90 days without one, from the first backup on', () => {
    const since = (proof: number | undefined): BackupState => ({
      targets: [
        {
          place: 'first',
          path: '/x',
          isLow: false,
          isSealed: false,
          lastAt: now,
          chosenAt: now - 400 * DAY,
        },
      ],
      ...(proof !== undefined && { proof: { at: proof, backupAt: proof, cases: 1, meetings: 2 } }),
    });
    expect(homeProblem(since(now - 90 * DAY + 1), now)).toBeUndefined();
    expect(homeProblem(since(now - 90 * DAY), now)?.happened).toContain('90日のあいだ');
    expect(homeProblem(since(undefined), now)?.happened).toContain('400日のあいだ');
  });

  it('tells that there are none once its day has come, as long as that is so', () => {
    const now = at('2026-11-27T09:00');
    const none: BackupState = { targets: [] };
    expect(noTargetProblem(none, undefined, now)).toBeUndefined();
    expect(noTargetProblem(none, now + 1, now)).toBeUndefined();
    expect(noTargetProblem(none, now, now)?.happened).toBe('バックアップ先をまだ選んでいません。');
    // A clock that was years ahead when it was put off silences nothing.
    expect(noTargetProblem(none, now + 400 * DAY, now)).toBeDefined();
    const first = { place: 'first', path: '/server', isSealed: false, isLow: false } as const;
    expect(noTargetProblem({ targets: [first] }, now, now)).toBeUndefined();
    for (const kept of [null, '1', Number.NaN, {}]) expect(readReminder(kept)).toBeUndefined();
    expect(readReminder(now)).toBe(now);
  });

  it('says nothing of backups that go well', () => {
    expect(homeProblem({ targets: [] }, now)).toBeUndefined();
    const fine: BackupState = {
      targets: [{ place: 'second', path: '/x', isLow: false, isSealed: false, lastAt: now }],
    };
    expect(homeProblem(fine, now)).toBeUndefined();
  });
});

describe('the preview of a restore', () => {
  const lines = (...relations: RestoreLine['relation'][]): readonly RestoreLine[] =>
    relations.map((relation, at) => ({
      ...{ folder: `case-${at}`, title: `${at}`, relation },
      isLatest: false,
    }));

  it.each([
    [lines('same'), 'いまの記録と同じです。戻しても変わりません。'],
    [lines('differs', 'same'), 'この後に変わった1件を、この時の状態に戻します。'],
    [
      lines('differs', 'gone', 'gone'),
      'この後に変わった1件といまはない2件を、この時の状態に戻します。',
    ],
    [lines('new', 'same'), 'この後につくられた1件は、画面から消えます。'],
  ])('says what it would do: %j', (given, words) => {
    expect(allWords(given)).toBe(words);
  });

  it('says that erased content may come back only where nothing later could tell', () => {
    const known = lines('differs', 'same');
    expect(unknownErasing([])).toBeUndefined();
    expect(unknownErasing(known)).toBeUndefined();
    const [first] = known;
    const latest = first === undefined ? [] : [{ ...first, isLatest: true }];
    expect(unknownErasing([...known, ...latest])).toEqual({
      happened: expect.stringContaining('戻ってくるかもしれません'),
      todo: expect.stringContaining('もう一度消してください'),
    });
  });
});
