import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CaseValues,
  createCase,
  ensureTheme,
  removeCase,
  restoreCase,
  updateCase,
} from '#data/operations/case/cases.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { binLines } from '#features/bin/model.ts';
import { binQuery } from '#features/bin/queries.ts';
import { buildCaseLines, filterCaseLines, sortCaseLines } from '#features/cases/case-lines.ts';
import { caseHead, listOfYear, openingList } from '#features/cases/queries.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { municipalities, themes } from '#shared/domain/office/office.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import type { Result } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const mashiki: CaseValues = {
  municipality: { code: '434434', name: '益城町', kana: 'ましきまち', prefecture: '熊本県' },
  fiscalYear: 2022,
  programme: 'national',
  entry: 'push',
  themes: ['総合事業'],
};

const run = <T>(id: CaseId, act: (draft: Draft) => Result<T>) =>
  workspace.run({ label: '試し', documents: [OFFICE, caseDocument(id)], run: act });

const make = async (part: Partial<CaseValues> = {}): Promise<CaseId> => {
  const id = randomId<CaseId>();
  const result = await run(id, (draft) => createCase(draft, id, { ...mashiki, ...part }));
  if (!result.ok) throw new Error(result.error.happened);
  return id;
};

describe('making a case', () => {
  it('makes its municipality’s profile once, and leaves one that is there alone', async () => {
    await make();
    await make({ municipality: { code: '434434', name: '益城村' }, fiscalYear: 2023 });
    const profiles = await workspace.ask((reader) => reader.all(municipalities));
    expect(profiles).toMatchObject([{ id: '434434', name: '益城町', prefecture: '熊本県' }]);
  });

  it('takes the theme of the same name, however it is typed, and makes others once', async () => {
    await make({ themes: ['通所型サービスC', '通所型サービスＣ', '移動支援'] });
    const id = await make({ themes: ['通所型さーびすｃ'] });
    const made = await workspace.ask((reader) => reader.all(themes));
    expect(made.map(({ name }) => name).sort()).toEqual(['移動支援', '通所型サービスC']);
    const row = await workspace.ask((reader) => reader.one(cases, caseDocument(id), id));
    expect(row?.themes.map(({ name }) => name)).toEqual(['通所型サービスC']);
  });

  it('makes a theme once even when one command asks for it twice', async () => {
    await run(randomId<CaseId>(), (draft) => {
      ensureTheme(draft, '移動支援');
      return ensureTheme(draft, '移動支援 ');
    });
    expect(await workspace.ask((reader) => reader.all(themes))).toHaveLength(1);
  });

  it.each([
    ['an empty name', { municipality: { code: '434434', name: ' ' } }],
    [
      'a name of 10,000 characters',
      { municipality: { code: '434434', name: '町'.repeat(10_000) } },
    ],
    ['a code that is no code', { municipality: { code: '43<b>', name: '益城町' } }],
    ['no fiscal year', { fiscalYear: null }],
    ['a date that does not exist', { entryDate: '2023-02-29' }],
    ['a theme of 10,000 characters', { themes: ['題'.repeat(10_000)] }],
  ])('refuses %s, and writes nothing at all', async (_, part) => {
    const id = randomId<CaseId>();
    const result = await run(id, (draft) => createCase(draft, id, { ...mashiki, ...part }));
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await workspace.ask((reader) => reader.all(municipalities))).toEqual([]);
    expect(await workspace.ask((reader) => reader.all(themes))).toEqual([]);
  });

  it('allows a wrong check digit, and a second case of the same year and programme', async () => {
    await make({ municipality: { code: '434435', name: '益城町' } });
    await make();
    await make();
    expect((await workspace.ask(listOfYear(2022))).years.get(2022)).toBe(3);
  });
});

describe('changing a case', () => {
  it('keeps its source, its long texts and a theme that stays', async () => {
    const id = await make({ source: '益城町 資料' });
    await run(id, (draft) => {
      draft.set(caseDocument(id), cases, id, { situation: '現状' });
      return updateCase(draft, id, { ...mashiki, programme: 'prefectural', section: '企画班' });
    });
    const head = await workspace.ask(caseHead(id));
    expect(head?.row).toMatchObject({
      programme: 'prefectural',
      section: '企画班',
      source: '益城町 資料',
      situation: '現状',
    });
    expect(head?.municipality?.name).toBe('益城町');
  });

  it('refuses a case that is in the bin', async () => {
    const id = await make();
    await run(id, (draft) => removeCase(draft, id));
    expect(await run(id, (draft) => updateCase(draft, id, mashiki))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('the bin', () => {
  it('takes a case off the list and gives it back whole', async () => {
    const id = await make();
    const other = await make({ municipality: { code: '432032', name: '人吉市' } });
    const today = day('2022-08-09');
    const binned = async () => binLines(await workspace.ask(binQuery(today)), today);
    await run(id, (draft) => removeCase(draft, id));
    expect((await workspace.ask(listOfYear(2022))).cases.map((each) => each.case.id)).toEqual([
      other,
    ]);
    expect(await workspace.ask(caseHead(id))).toBe(undefined);
    expect(await binned()).toMatchObject([
      { kind: '案件', name: '益城町', place: '益城町（令和4年度）' },
    ]);
    await run(id, (draft) => restoreCase(draft, id));
    expect(await binned()).toEqual([]);
    expect((await workspace.ask(caseHead(id)))?.row.themes).toHaveLength(1);
  });

  it('is undone by Ctrl+Z too', async () => {
    const id = await make();
    await run(id, (draft) => removeCase(draft, id));
    workspace.undo();
    await workspace.flush();
    expect(await workspace.ask(caseHead(id))).toBeDefined();
  });
});

describe('the table of a year', () => {
  const today = day('2023-01-19');

  it('shows stage, next meeting and days since the last contact', async () => {
    const id = await make();
    const document = caseDocument(id);
    await run(id, (draft) => {
      const round = draft.create(document, rounds, { number: 1 });
      draft.create(document, meetings, {
        kind: 'session',
        round,
        date: '2022-12-09',
        state: 'held',
      });
      return { ok: true, value: null };
    });
    const quiet = await make({ municipality: { code: '432032', name: '人吉市' }, themes: [] });
    await run(quiet, (draft) => {
      const plan = { kind: 'preMeeting', ordinal: '0.5', date: '2023-02-02' } as const;
      draft.create(caseDocument(quiet), meetings, plan);
      return { ok: true, value: null };
    });

    const lines = buildCaseLines(await workspace.ask(listOfYear(2022)), today);
    const [first, second] = sortCaseLines(lines, { column: 'next', direction: 'descending' });
    expect(first).toMatchObject({
      name: '人吉市',
      stageText: '第1回に向けて',
      next: { dateText: '2/2', title: '0.5次' },
      contact: null,
    });
    expect(second).toMatchObject({
      name: '益城町',
      theme: '総合事業',
      stageText: '第1回支援済み',
      next: null,
      lacksNext: true,
      contact: { days: 41, isLong: true, dateText: '12/9' },
    });
  });

  it('opens with this year where that has cases, else with the latest that has', async () => {
    const opening = async (thisYear: number) => {
      const { fiscalYear, cases: found } = await workspace.ask(openingList(thisYear));
      return [fiscalYear, found.length];
    };
    expect(await opening(2026)).toEqual([2026, 0]);
    await make();
    await make({ fiscalYear: 2021 });
    await make({ fiscalYear: 2021, municipality: { code: '432032', name: '人吉市' } });
    expect(await opening(2021)).toEqual([2021, 2]);
    expect(await opening(2026)).toEqual([2022, 1]);
  });

  it('calls for nothing in a year that is over', async () => {
    await make();
    const lines = buildCaseLines(await workspace.ask(listOfYear(2022)), day('2026-11-22'));
    expect(lines).toMatchObject([{ lacksNext: false }]);
  });

  it('is filtered by words of any width and kana, and by programme', async () => {
    await make();
    await make({
      municipality: { code: '432032', name: '人吉市' },
      programme: 'other',
      themes: ['サービスC'],
    });
    const lines = buildCaseLines(await workspace.ask(listOfYear(2022)), today);
    const names = (text: string, programme: Parameters<typeof filterCaseLines>[2]) =>
      filterCaseLines(lines, text, programme).map((line) => line.name);
    expect(names('さーびすｃ 人吉', 'all')).toEqual(['人吉市']);
    expect(names('', 'national')).toEqual(['益城町']);
    expect(names('無い', 'all')).toEqual([]);
  });
});
