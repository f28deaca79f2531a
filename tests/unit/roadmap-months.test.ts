import { describe, expect, it } from 'vitest';
import { checkMonths } from '#shared/domain/roadmap/checks/check-months.ts';
import { bars, milestones, roadmaps } from '#shared/domain/roadmap/collections.ts';
import { builder } from '#tests/support/rows.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const NONE = {
  ...{ roadmap: null, groups: [], lanes: [], bars: [], milestones: [], dependencies: [] },
  ...{ rounds: [], meetings: [], fiscalYear: null },
};
const said = (rows: Partial<Parameters<typeof checkMonths>[0]>): readonly string[] =>
  checkMonths({ ...NONE, ...rows }).map(({ message }) => message);

describe('the period of a roadmap', () => {
  const row = builder(roadmaps);
  it.each([
    ['that is not said', '', '', undefined],
    ['of one month', '2022-04', '2022-04', undefined],
    [
      'that begins with what is no month',
      '春',
      '2023-03',
      '表示する期間の月「春」が読み取れません',
    ],
    ['that ends with what is no month', '2022-04', '末', '表示する期間の月「末」が読み取れません'],
    ['that ends before it begins', '2022-04', '2022-03', '表示する期間は、終了'],
  ])('%s', (_, firstMonth, lastMonth, words) => {
    const found = said({ roadmap: row('r', { firstMonth, lastMonth }) });
    expect(found).toEqual(words === undefined ? [] : [expect.stringContaining(words)]);
    expect(said({ roadmap: row('r', { firstMonth, lastMonth, ...BIN }) })).toEqual([]);
  });
});

describe('a bar of a roadmap', () => {
  const row = builder(bars);
  const whole = { label: '研修', start: '2022-05', end: '2022-07' };
  it.each([
    ['from month to month', {}, []],
    ['of one month', { end: '2022-05' }, []],
    ['without a start', { start: '' }, ['「研修」の開始の月が入っていません']],
    ['without an end', { end: '' }, ['「研修」の終了の月が入っていません']],
    ['whose end nobody can read', { end: '夏' }, ['「研修」の終了の月「夏」が読み取れません']],
    ['that ends before it begins', { end: '2022-04' }, ['「研修」は、終了']],
    ['that began when nobody can read', { actualStart: '夏' }, ['「研修」の実績の開始「夏」']],
    ['that ended when nobody can read', { actualEnd: '夏' }, ['「研修」の実績の終了「夏」']],
    [
      'that ended before it began',
      { actualStart: '2022-06', actualEnd: '2022-05' },
      ['「研修」の実績は、終了'],
    ],
    ['without a name', { label: '', end: '' }, ['帯の終了の月']],
    ['in the bin', { start: '', ...BIN }, []],
  ] as const)('%s', (_, values, words) => {
    expect(said({ bars: [row('b', { ...whole, ...values })] })).toEqual(
      words.map((each) => expect.stringContaining(each)),
    );
  });
});

describe('a milestone of a roadmap', () => {
  const row = builder(milestones);
  it.each([
    ['with a day', { date: '2022-05-10' }, []],
    ['without a date', {}, ['「報告会」の日付が入っていません']],
    ['whose date nobody can read', { date: '春' }, ['「報告会」の日付「春」が読み取れません']],
    ['whose meeting says it', { meeting: 'm' }, []],
    ['in the bin', BIN, []],
  ] as const)('%s', (_, values, words) => {
    expect(said({ milestones: [row('m', { label: '報告会', ...values })] })).toEqual(
      words.map((each) => expect.stringContaining(each)),
    );
  });
});
