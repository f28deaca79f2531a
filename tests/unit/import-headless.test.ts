import { expect, it } from 'vitest';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { chooseShape } from '#shared/domain/import/choose-shape.ts';
import type { ImportContext } from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise } from '#shared/domain/import/recognise.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';

const YEAR = fiscalYear(2022);
const context: ImportContext = {
  fiscalYear: YEAR,
  today: day('2023-04-10'),
  meetings: [],
  rounds: [],
  organizations: [],
  prefectureName: '熊本県',
  municipalityName: '益城町',
};

const read = (text: string) => {
  const grid = parseTsv(text);
  return propose(grid, recognise(grid, YEAR), context);
};

const ROWS = '8/3\t0.5次ミーティング\t九州厚生局、県\tオンライン\n8/24\t第1回支援\t〃\t現地';

it('Who supported and how they met is to be looked at where only the place of the column says so', () => {
  const rows = read(ROWS);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['doubtful', 'doubtful']);
  expect(rows[0]?.meeting.supporters.map(({ name }) => name)).toEqual(['九州厚生局', '熊本県']);
  expect(rows[0]?.doubts.map(({ reason }) => reason)).toEqual([
    expect.stringMatching('並びから推測'),
  ]);
});

it('The same rows below their headings are sure', () => {
  const rows = read(`時期\t内容\t支援者\t備考\n${ROWS}`);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
});

it('So is the one text beside a date, until staff have said what its column is', () => {
  const grid = parseTsv('8/3\t0.5次ミーティング\n8/24\t第1回支援');
  const guessed = propose(grid, recognise(grid, YEAR), context);
  expect(guessed.map(({ verdict }) => verdict)).toEqual(['doubtful', 'doubtful']);
  const fields = [[1, 'content']] as const;
  const chosen = chooseShape(grid, { form: 'rows', fields }, [], YEAR);
  expect(propose(grid, chosen, context).map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
});
