import { describe, expect, it } from 'vitest';
import { concernsOf } from '#features/home/concerns.ts';
import { filterPromises, NO_FILTER, promiseLines } from '#features/promises/model.ts';
import { day } from '#shared/dates/types.ts';
import { askedFollowUp, type FollowUp, plannedFollowUps } from '#shared/domain/case/follow-up.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { concernRowsOf, digestOf } from '../support/digests.ts';
import { caseRow, followUpRow } from '../support/rows.ts';

const head = (endedOn: string, fiscalYear: number | null = 2022) => ({ endedOn, fiscalYear });
const asked = (ending: ReturnType<typeof head>, today: string, noted: readonly FollowUp[] = []) => {
  const found = askedFollowUp(ending, noted, day(today));
  return found && `${found.after} ${found.due}`;
};

describe('その後の確認', () => {
  it('is planned 6, 12 and 24 months after the end, or after the last month of a year that is over', () => {
    const months = (ending: ReturnType<typeof head>, today: string) =>
      plannedFollowUps(ending, day(today)).map(({ due }) => due);
    expect(months(head('2023-02-20'), '2023-02-20')).toEqual(['2023-08', '2024-02', '2025-02']);
    expect(months(head('2022-12'), '2023-01-05')).toEqual(['2023-06', '2023-12', '2024-12']);
    expect(months(head(''), '2023-04-01')).toEqual(['2023-09', '2024-03', '2025-03']);
  });

  it.each([
    ['a case that goes on', head(''), '2023-03-31'],
    ['one whose year nobody knows', head('', null), '2023-04-01'],
    ['an end that nobody can read', head('春ごろ'), '2024-04-01'],
  ])('is not planned for %s', (_, ending, today) => {
    expect(plannedFollowUps(ending, day(today))).toEqual([]);
  });

  it('is asked for from its month on, until it is noted or the next one is due', () => {
    const ended = head('2023-02-20');
    expect(asked(ended, '2023-07-31')).toBeNull();
    expect(asked(ended, '2023-08-01')).toBe('6 2023-08');
    expect(asked(ended, '2023-08-01', ['6'])).toBeNull();
    expect(asked(ended, '2024-01-31')).toBe('6 2023-08');
    expect(asked(ended, '2024-02-01')).toBe('12 2024-02');
    expect(asked(ended, '2024-02-01', ['6'])).toBe('12 2024-02');
    expect(asked(ended, '2026-02-28', ['6', '12'])).toBe('24 2025-02');
  });

  it('is asked for a year long: what is long past buries nothing', () => {
    expect(asked(head('2023-02-20'), '2026-03-01')).toBeNull();
  });
});

const ended = (id: string, name: string, values = {}) =>
  caseRow(id, { fiscalYear: 2022, municipalityName: name, endedOn: '2023-02-20', ...values });
const TODAY = day('2023-09-01');
const MASHIKI = digestOf({ case: { ...ended('c1', '益城町'), document: 'case:c1' } });
const UTO = digestOf({ case: { ...ended('c2', '宇土市'), document: 'case:c2' } });

describe('what is asked of a case after its end', () => {
  const titles = (...cases: readonly CaseDigest[]) =>
    concernsOf(concernRowsOf(...cases), TODAY)
      .filter(({ id }) => id.endsWith('followUp'))
      .map(({ title, place }) => [title, place.kind]);

  it('stands on the desk: of one case by name, of several in one line', () => {
    expect(titles(MASHIKI)).toEqual([
      ['益城町（令和4年度） 終わってから6か月後の確認の時期です', 'overview'],
    ]);
    expect(titles(MASHIKI, UTO)).toEqual([
      ['その後の確認の時期になった案件が2件あります', 'promises'],
    ]);
  });

  it('is not asked of one that is noted or passed over, nor of one that goes on in a later case', () => {
    const noted = (state: 'open' | 'done' | 'skipped') =>
      digestOf({ case: ended('c1', '益城町'), followUps: [followUpRow('after6', { state })] });
    expect(titles(noted('done'))).toEqual([]);
    expect(titles(noted('skipped'))).toEqual([]);
    expect(titles(noted('open'))).toHaveLength(1);
    const next = digestOf({
      case: caseRow('c9', { fiscalYear: 2023, municipalityName: '益城町', continuesCase: 'c1' }),
    });
    expect(titles(MASHIKI, next)).toEqual([]);
  });

  it('stands among what is to be done, by its month, and is late for nobody', () => {
    const lines = promiseLines({ cases: [UTO, MASHIKI], settled: [] }, TODAY);
    expect(
      lines.map(({ kind, text, due, stateText, caseName }) => [
        kind,
        text,
        due,
        stateText,
        caseName,
      ]),
    ).toEqual([
      ['followUp', 'その後の確認（6か月後）', '2023-08', '確認の時期', '益城町（令和4年度・終了）'],
      ['followUp', 'その後の確認（6か月後）', '2023-08', '確認の時期', '宇土市（令和4年度・終了）'],
    ]);
    expect(filterPromises(lines, NO_FILTER)).toHaveLength(2);
    expect(filterPromises(lines, { ...NO_FILTER, standing: 'late' })).toEqual([]);
  });
});
