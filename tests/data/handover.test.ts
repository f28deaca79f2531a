import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#data/workspace.ts';
import {
  bookCommands,
  homeOf,
  reassignCommand,
  settleCommand,
} from '#features/handover/commands.ts';
import { filterOpen, openLines } from '#features/handover/model.ts';
import {
  bookMarks,
  bookRows,
  openPromises,
  readinessRows,
  yearCases,
} from '#features/handover/queries.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { bookOf } from '#shared/domain/handover/book.ts';
import { actions } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

const TODAY = day('2023-03-31');
const MASHIKI = randomId<CaseId>();
const UTO = randomId<CaseId>();

let desk: Desk;
let workspace: Workspace;

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  for (const [id, municipalityName] of [
    [MASHIKI, '益城町'],
    [UTO, '宇土市'],
  ] as const) {
    const document = caseDocument(id);
    await workspace.run({
      label: '案件をつくる',
      documents: [document],
      run: (draft) => {
        draft.create(document, cases, { municipalityName, fiscalYear: 2022 }, id);
        const promise = (text: string, due: string) =>
          draft.create(document, actions, { text, due, owner: '山田', state: 'open' }, text);
        promise('late', '2023-02-01');
        promise('coming', '2023-06');
        return ok(null);
      },
    });
  }
  await workspace.flush();
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const lines = async () => {
  await workspace.flush();
  return openLines(await workspace.ask(openPromises), TODAY);
};
const book = async () => {
  await workspace.flush();
  return bookOf('case', await workspace.ask(bookRows([MASHIKI], false)));
};
const part = async (id: string) => {
  const found = (await book()).find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no section ${id}`);
  return found;
};
const at = (line: { readonly caseId: CaseId; readonly id: string }) => ({
  document: caseDocument(line.caseId),
  id: line.id,
});

describe('promises of somebody who leaves', () => {
  it('are given to others in one step over all cases, and taken back in one', async () => {
    const all = await lines();
    expect(all.map(({ id, isLate }) => [id, isLate])).toEqual([
      ...[
        ['late', true],
        ['late', true],
        ['coming', false],
        ['coming', false],
      ],
    ]);
    await workspace.run(reassignCommand(all.map(at), '佐藤'));
    expect((await lines()).map(({ owner }) => owner)).toEqual(['佐藤', '佐藤', '佐藤', '佐藤']);
    await workspace.undo();
    expect((await lines()).map(({ owner }) => owner)).toEqual(['山田', '山田', '山田', '山田']);
  });

  it('are all given, or none: one that is gone stops the others', async () => {
    const [first] = await lines();
    if (first === undefined) throw new Error('nothing is promised');
    const gone = { document: caseDocument(UTO), id: 'gone' };
    const given = await workspace.run(reassignCommand([at(first), gone], '佐藤'));
    expect(given.ok).toBe(false);
    expect((await lines()).map(({ owner }) => owner)).toEqual(['山田', '山田', '山田', '山田']);
  });

  it('are closed together, and leave the list', async () => {
    const late = filterOpen(await lines(), '山田', 'late');
    await workspace.run(settleCommand(late.map(at), 'done'));
    expect((await lines()).map(({ id }) => id)).toEqual(['coming', 'coming']);
  });
});

describe('the sections of a 引継書', () => {
  const commands = bookCommands(homeOf(MASHIKI));

  it('are written over, marked when their records change, and looked at', async () => {
    await workspace.run(commands.write(await part('actions')));
    const document = caseDocument(MASHIKI);
    const { parts } = homeOf(MASHIKI);
    await workspace.type(document, parts, 'actions', 'text', '電話で伝えた', '入力');
    expect(await part('actions')).toMatchObject({
      text: '電話で伝えた',
      isEdited: true,
      since: null,
    });

    await workspace.run(settleCommand([{ document, id: 'late' }], 'done'));
    const changed = await part('actions');
    expect(changed.since?.gone).toEqual(['期限 R5.2.1　late（だれが：山田）']);
    expect(changed.text).toBe('電話で伝えた');

    await workspace.run(commands.confirm(changed));
    expect((await part('actions')).since).toBeNull();
  });

  it('say in the list that they have to be looked at, of each case and of the office', async () => {
    const marks = async () => {
      await workspace.flush();
      return [...(await workspace.ask(bookMarks([MASHIKI, UTO])))];
    };
    expect(await marks()).toEqual([]);
    await workspace.run(commands.write(await part('actions')));
    const office = bookOf('office', await workspace.ask(bookRows([MASHIKI, UTO], true)));
    const [cases] = office;
    if (cases === undefined) throw new Error('nothing is said of the office');
    await workspace.run(bookCommands(homeOf(null)).write(cases));
    expect(await marks()).toEqual([
      [MASHIKI, 0],
      [null, 0],
    ]);
    await workspace.run(settleCommand([{ document: caseDocument(UTO), id: 'late' }], 'done'));
    expect(await marks()).toEqual([
      [MASHIKI, 0],
      [null, 1],
    ]);
    await workspace.run(settleCommand([{ document: caseDocument(MASHIKI), id: 'late' }], 'done'));
    expect(await marks()).toEqual([
      [MASHIKI, 1],
      [null, 1],
    ]);
  });

  it('go back to the draft, and what was written comes back out of the bin', async () => {
    await workspace.run(commands.write(await part('actions')));
    await workspace.run(commands.drop(await part('actions')));
    expect((await part('actions')).isEdited).toBe(false);
    await workspace.undo();
    expect((await part('actions')).isEdited).toBe(true);
  });

  it('are signed with one record, whoever signs first', async () => {
    await workspace.run(commands.sign({ from: ' 山田 花子 ' }));
    await workspace.run(commands.sign({ date: '2023-04-03' }));
    await workspace.flush();
    const { handoverSigns } = await workspace.ask(bookRows([MASHIKI], false));
    expect(handoverSigns).toMatchObject([{ from: '山田 花子', date: '2023-04-03' }]);
    const refused = await workspace.run(commands.sign({ date: '2023-02-30' }));
    expect(refused.ok).toBe(false);
  });
});

describe('what 引継ぎ準備 looks at', () => {
  it('is the current year, or the latest that has cases, or the one that is asked for', async () => {
    const ask = (asked: number | undefined) =>
      workspace.ask(readinessRows(asked, fiscalYearOf(day('2024-04-01'))));
    expect(await ask(undefined)).toMatchObject({ year: 2022, years: [2022] });
    expect((await ask(2022)).ready.map(({ row }) => row.municipalityName).toSorted()).toEqual(
      ['益城町', '宇土市'].toSorted(),
    );
    // No case is of that year: the latest that has some is shown.
    expect(await ask(2019)).toMatchObject({ year: 2022 });
    const later = randomId<CaseId>();
    await workspace.run({
      label: '案件をつくる',
      documents: [caseDocument(later)],
      run: (draft) => {
        draft.create(caseDocument(later), cases, { fiscalYear: 2024 }, later);
        return ok(null);
      },
    });
    expect(await ask(undefined)).toMatchObject({ year: 2024 });
    // The 引継書 of a case that is asked for by itself is listed among those of its own year.
    expect(await workspace.ask(yearCases(undefined, 2024, MASHIKI))).toMatchObject({ year: 2022 });
  });
});
