import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setDayPlace } from '#data/operations/meeting/meeting-days.ts';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import { addMeeting, reDate, setMeeting } from '#data/operations/meeting/meetings.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { shiftCommand } from '#features/flow/commands.ts';
import { buildFlow, dateWords, statusOf, whenWords } from '#features/flow/model.ts';
import { flowQuery } from '#features/flow/queries.ts';
import { materialRows } from '#features/materials/queries.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { ok, type Result } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
const caseId = randomId<CaseId>();
const document = caseDocument(caseId);
const TODAY = day('2022-12-27');

beforeEach(async () => {
  desk = await createDesk();
  workspace = (await desk.start()).workspace;
  const values: Partial<CaseRow> = { fiscalYear: 2022, municipalityName: '益城町' };
  await done((draft) => ok(draft.create(document, cases, values, caseId)));
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const run = <T>(act: (draft: Draft) => Result<T>): Promise<Result<T>> =>
  workspace.run({ label: '試し', documents: [OFFICE, document], run: act });
const done = async <T>(act: (draft: Draft) => Result<T>): Promise<T> => {
  const result = await run(act);
  return result.ok ? result.value : expect.fail(result.error.happened);
};
const visit = (values: MeetingValues = {}) =>
  done((draft) =>
    addMeeting(draft, document, {
      ...{ kind: 'siteVisit', title: '視察', date: '2022-12-26', endDate: '2022-12-27' },
      ...values,
    }),
  );
const view = async (id: string) => {
  await workspace.flush();
  const found = buildFlow(await workspace.ask(flowQuery(caseId)), TODAY).meetings.get(id);
  return found ?? expect.fail('not on the ladder');
};

describe('a meeting of several days', () => {
  it('says all of them on the ladder and in its panel, and is over only after the last', async () => {
    const shown = await view(await visit());
    expect(dateWords(shown.date, false, shown.endDate)).toEqual({ main: '12/26', sub: '～27 火' });
    expect(whenWords(shown)).toBe('令和4年12月26日(月)～27日(火)');
    expect(statusOf(shown, TODAY).word).toBe('予定');
    expect(statusOf(shown, day('2022-12-28')).word).not.toBe('予定');
  });

  it('moves as a whole, with what is said of its single days', async () => {
    const id = await visit({ place: '益城町役場' });
    await done((draft) => setDayPlace(draft, document, id, day('2022-12-27'), '県庁'));
    expect((await view(id)).place).toBe('12/26 益城町役場、12/27 県庁');
    await workspace.run(shiftCommand(caseId, [id], 7));
    expect(await view(id)).toMatchObject({
      date: '2023-01-02',
      endDate: '2023-01-03',
      place: '1/2 益城町役場、1/3 県庁',
    });
    await done((draft) => reDate(draft, document, id, '2023-02'));
    expect(await view(id)).toMatchObject({ date: '2023-02', endDate: '', place: '益城町役場' });
  });

  it('has one day again once its end is taken away, and no end before its start', async () => {
    const id = await visit();
    const refused = await run((draft) =>
      setMeeting(draft, document, id, { endDate: '2022-12-25' }),
    );
    expect(refused.ok ? '' : refused.error.happened).toContain('終わりの日');
    await done((draft) => setMeeting(draft, document, id, { endDate: '2022-12-26' }));
    expect((await view(id)).meeting.endDate).toBe('');
  });

  it('may end on its last day at an earlier hour than it began', async () => {
    const id = await visit({ startTime: '13:30', endTime: '12:00' });
    expect((await view(id)).meeting).toMatchObject({ startTime: '13:30', endTime: '12:00' });
  });

  it('stands with all its days in the tables of 資料', async () => {
    await visit();
    await workspace.flush();
    const rows = (await workspace.ask(materialRows(caseId))) ?? expect.fail('no case');
    const body = (id: 'flow' | 'detail') =>
      JSON.stringify(buildTable(id, rows, { ...usualOptions(id), hiddenKinds: [] }, 'office').body);
    expect(body('flow')).toContain('12月26日(月)～27日(火)');
    expect(body('detail')).toContain('視察(12/26～27)');
  });
});
