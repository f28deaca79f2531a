import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeOfStaff } from '#data/operations/case/assignments.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseHead } from '#features/cases/queries.ts';
import { assignmentActs, changeStaffCommand, staffActs } from '#features/staff/commands.ts';
import { casesInCharge, dotted, dutyLines } from '#features/staff/model.ts';
import { assignmentRows, dutyRows } from '#features/staff/queries.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { type CaseId, randomId, type StaffId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
const TOWN = randomId<CaseId>();
const CITY = randomId<CaseId>();
const OLD = randomId<CaseId>();
const APRIL = day('2023-04-01');
const MARCH = day('2023-03-31');

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  const documents = [TOWN, CITY, OLD].map(caseDocument);
  await workspace.run({
    label: '案件をつくる',
    documents,
    run: (draft) => {
      const make = (id: CaseId, municipalityName: string, fiscalYear: number) =>
        draft.create(caseDocument(id), cases, { municipalityName, fiscalYear }, id);
      make(TOWN, '益城町', 2022);
      make(CITY, '宇土市', 2022);
      make(OLD, '人吉市', 2018);
      return ok(null);
    },
  });
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const ask = () => dutyRows(createReader(desk.database()));
const historyOf = async (id: CaseId): Promise<readonly string[]> => {
  const { assignments } = await assignmentRows(id)(createReader(desk.database()));
  return assignments.map(({ name, from, until }) =>
    from === '' && until === '' ? name : `${name} ${dotted(from)}～${dotted(until)}`,
  );
};
const member = async (name: string): Promise<StaffId> => {
  const added = await workspace.run(staffActs.add({ name }));
  return added.ok ? added.value : expect.fail('not added');
};
const change = (values: Partial<ChangeOfStaff>) =>
  workspace.run(
    changeStaffCommand({
      cases: [TOWN, CITY],
      leaver: null,
      successor: { name: '佐藤' },
      from: APRIL,
      ...values,
    }),
  );

describe('担当替え', () => {
  it('gives cases to a successor from a day on and leaves the time before to the leaver, in one step', async () => {
    const yamada = await member('山田');
    await change({ successor: { id: yamada, name: '山田' }, from: day('2022-04-01') });
    await change({ leaver: yamada });
    expect(await historyOf(TOWN)).toEqual(['山田 R4.4.1～R5.3.31', '佐藤 R5.4.1～']);
    expect(await historyOf(CITY)).toEqual(['山田 R4.4.1～R5.3.31', '佐藤 R5.4.1～']);
    const { staff, cases: digests } = await ask();
    expect(staff.map(({ name }) => name)).toEqual(['山田', '佐藤']);
    expect(casesInCharge(digests, MARCH)).toEqual(new Map([[yamada, 2]]));
    expect(casesInCharge(digests, APRIL)).toEqual(new Map([[staff[1]?.id, 2]]));

    workspace.undo();
    await workspace.flush();
    expect(await historyOf(TOWN)).toEqual(['山田 R4.4.1～']);
    expect((await ask()).staff.map(({ name }) => name)).toEqual(['山田']);
  });

  it('changes nothing when it is said twice', async () => {
    await change({});
    await change({});
    expect(await historyOf(TOWN)).toEqual(['佐藤 R5.4.1～']);
    expect((await ask()).staff).toHaveLength(1);
  });

  it('leaves those who share a case with the leaver where they are', async () => {
    const yamada = await member('山田');
    await workspace.run(assignmentActs(TOWN).add({ id: yamada, name: '山田' }));
    await workspace.run(assignmentActs(TOWN).add({ name: '田中' }));
    await change({ cases: [TOWN], leaver: yamada });
    expect(await historyOf(TOWN)).toEqual(['山田 ～R5.3.31', '田中', '佐藤 R5.4.1～']);
  });

  it('takes back what a leaver would only have begun on that day', async () => {
    await change({ successor: { name: '田中' } });
    await change({});
    expect(await historyOf(TOWN)).toEqual(['佐藤 R5.4.1～']);
  });

  it('is refused without a case, and where leaver and successor are one', async () => {
    const yamada = await member('山田');
    expect(await change({ cases: [] })).toMatchObject({ ok: false });
    const same = await change({ leaver: yamada, successor: { name: '山　田' } });
    expect(same).toMatchObject({ ok: false, error: { happened: '前任と後任が同じ人です。' } });
    expect(await historyOf(TOWN)).toEqual([]);
  });

  it('keeps the name of then when a member is renamed or gone', async () => {
    const yamada = await member('山田');
    await change({ successor: { id: yamada, name: '山田' } });
    await workspace.run(staffActs.set(yamada, { name: '高橋' }));
    await workspace.run(staffActs.remove(yamada));
    expect(await historyOf(TOWN)).toEqual(['山田 R5.4.1～']);
  });
});

describe('what can be handed on', () => {
  it('is what goes on: of the year before and later, or a leaver’s own', async () => {
    const yamada = await member('山田');
    const pick = { id: yamada, name: '山田' };
    await change({ cases: [CITY, OLD], successor: pick, from: day('2018-04-01') });
    const rows = await ask();
    const names = (leaver: Parameters<typeof dutyLines>[1]) =>
      dutyLines(rows, leaver, APRIL).map(({ name, inCharge }) => `${name} ${inCharge}`.trim());
    expect(new Set(names('all'))).toEqual(
      new Set(['宇土市（令和4年度） 山田', '益城町（令和4年度）']),
    );
    expect(names('nobody')).toEqual(['益城町（令和4年度）']);
    expect(names(yamada)).toEqual(['宇土市（令和4年度） 山田', '人吉市（平成30年度） 山田']);
  });

  it('stands on the head of the case for the day', async () => {
    await change({ cases: [TOWN] });
    const head = await caseHead(TOWN)(createReader(desk.database()));
    expect(head?.assignments.map(({ name }) => name)).toEqual(['佐藤']);
  });
});
