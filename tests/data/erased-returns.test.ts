import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Erasure } from '#data/erasing/erasure.ts';
import type { LogPort } from '#data/journal/log-port.ts';
import type { Workspace } from '#data/workspace.ts';
import { importCommand } from '#features/import/commands.ts';
import { importQuery } from '#features/import/queries.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise } from '#shared/domain/import/recognise.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import type { CaseId, DeviceId, PersonId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { createStick, handOver, newFilesOf, takeInFile } from '../support/banso-files.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { filesWith, saidInLogs } from '../support/erased.ts';

const CASE_ID = 'case1' as CaseId;
const CASE = caseDocument(CASE_ID);
const PERSON = 'person1' as PersonId;
const NAME = '佐渡権蔵';
const STAMP = '20270401T093000000Z';
const nothing = (): void => undefined;

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const newDesk = async (device: string): Promise<Desk> => {
  const made = await createDesk(device as DeviceId);
  cleaning.push(made.remove);
  return made;
};

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.happened);
  return result.value;
};

const write = async (on: Workspace): Promise<void> => {
  value(
    await on.run({
      label: '記録をつくる',
      documents: [OFFICE, CASE],
      run: (draft) => {
        draft.create(OFFICE, people, { name: NAME }, PERSON);
        draft.create(CASE, cases, { municipalityName: '益城町', fiscalYear: 2022 }, CASE_ID);
        draft.create(CASE, meetings, { place: `${NAME}宅`, title: '家庭訪問' }, 'm1');
        return ok(null);
      },
    }),
  );
  value(await on.type(CASE, meetings, 'm1', 'aim', `${NAME}さんの見守り`, 'ねらいを編集'));
  await on.flush();
};

const ERASURE: Erasure = {
  words: [NAME],
  records: [{ document: OFFICE, collection: people.name, id: PERSON }],
  cases: [],
};

const erase = async (on: Workspace, erasure = ERASURE) => {
  const found = value(await on.eraser.find(erasure, nothing));
  value(
    await on.eraser.erase(
      erasure,
      found.map(({ document }) => document),
      nothing,
    ),
  );
  return found;
};

/** Nothing of the name anywhere, the rest still there. */
const expectGone = async (desk: Desk): Promise<void> => {
  expect(await saidInLogs(desk.logs)).not.toContain('佐渡');
  expect(await filesWith(desk.logs, '佐渡')).toEqual([]);
  await desk.loseCache();
  const again = await desk.start();
  await again.carriedOut;
  const rows = JSON.stringify(await rowsOf(desk));
  expect(rows).not.toContain('佐渡');
  expect(rows).toContain('益城町');
  expect(rows).toContain('家庭訪問');
};

/** What a start does that carries a restore out: what stood there is moved aside, and the folder is another. */
const putBack = async (desk: Desk, backup: string, device: string): Promise<void> => {
  desk.stop();
  await desk.settled();
  await mkdir(join(desk.folder, 'before-restore', STAMP), { recursive: true });
  await rename(desk.logs, join(desk.folder, 'before-restore', STAMP, 'logs'));
  await cp(backup, desk.logs, { recursive: true });
  await desk.loseCache();
  desk.become(device as DeviceId);
};

const backupOf = async (desk: Desk): Promise<string> => {
  const backup = await mkdtemp(join(tmpdir(), 'backup-'));
  cleaning.push(() => rm(backup, { recursive: true }));
  await cp(desk.logs, backup, { recursive: true });
  return backup;
};

describe('what was erased for good', () => {
  it('does not come back with a hand-over file that was made before, not even its bytes', async () => {
    const [old, desk, disk] = [
      await newDesk('devicea'),
      await newDesk('deviceb'),
      await createStick(),
    ];
    cleaning.push(disk.remove);
    const far = (await old.start()).workspace;
    await write(far);
    const file = await handOver(old, disk);
    await takeInFile(desk, file);
    const { workspace, banso, carriedOut } = await desk.start();
    await carriedOut;
    await erase(workspace);
    // Now the other has gone on, without having heard of it.
    value(await far.type(CASE, meetings, 'm1', 'aim', `${NAME}さんの見守りと送迎`, 'ねらいを編集'));
    await far.flush();
    const placings = await takeInFile(desk, await handOver(old, disk));
    await banso.takeIn(newFilesOf(placings), nothing);
    expect(await saidInLogs(desk.logs)).not.toContain('佐渡');
    const stored = JSON.stringify(await rowsOf(desk));
    expect(stored).toContain('送迎');
    expect(stored).not.toContain(`${NAME}宅`);
    // The person stays erased: neither name nor row is shown.
    const rows = await workspace.ask((reader) => reader.of(people, [OFFICE]));
    expect(rows).toEqual([]);
  });

  it.each([
    {
      what: 'before its files were rewritten',
      dying: (): LogPort['erase'] => () => new Promise(() => undefined),
    },
    {
      what: 'before anybody was told',
      dying:
        (erase: LogPort['erase']): LogPort['erase'] =>
        async (request) => {
          await erase(request);
          return new Promise(() => undefined);
        },
    },
  ])('goes at the next start where the app ended $what, and is told then', async ({ dying }) => {
    const [old, desk, disk] = [
      await newDesk('devicea'),
      await newDesk('deviceb'),
      await createStick(),
    ];
    cleaning.push(disk.remove);
    const far = (await old.start()).workspace;
    await write(far);
    await takeInFile(desk, await handOver(old, disk));
    const first = await desk.start();
    await first.carriedOut;
    await erase(first.workspace);
    await desk.loseCache();
    value(await far.type(CASE, meetings, 'm1', 'aim', `${NAME}さんの見守りと送迎`, 'ねらいを編集'));
    await far.flush();

    let begin = nothing;
    const began = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { banso, carriedOut } = await desk.start((port) => ({
      ...port,
      erase: (request) => {
        begin();
        return dying(port.erase)(request);
      },
    }));
    await carriedOut;
    const placings = await takeInFile(desk, await handOver(old, disk));
    // It ends with the run.
    banso.takeIn(newFilesOf(placings), nothing).catch(nothing);
    await began;
    await desk.settled();
    expect(desk.erasedTold()).toEqual([]);

    const again = await desk.start();
    await again.carriedOut;
    expect(await saidInLogs(desk.logs)).not.toContain('佐渡');
    expect(new Set(desk.erasedTold())).toEqual(new Set(['elsewhere']));
    await expectGone(desk);
    // The cache was made anew: nothing is left to be told.
    expect(desk.erasedTold()).toEqual([]);
  });

  it('does not come back with a backup of before: it is erased in what was put back', async () => {
    const desk = await newDesk('devicea');
    const { workspace } = await desk.start();
    await write(workspace);
    const backup = await backupOf(desk);
    await erase(workspace);
    await putBack(desk, backup, 'devicec');
    expect(await saidInLogs(desk.logs)).toContain('佐渡');
    const { carriedOut, workspace: after } = await desk.start();
    await carriedOut;
    expect(after.problems.get()).toEqual([]);
    await expectGone(desk);
    const marks = await readdir(join(desk.folder, 'before-restore', STAMP));
    expect(marks).toContain('erased-carried.json');
  });

  it('is found in what a restore has moved aside, and goes from there too', async () => {
    const desk = await newDesk('devicea');
    const { workspace } = await desk.start();
    const backup = join(desk.folder, 'none');
    await mkdir(backup);
    await write(workspace);
    await putBack(desk, backup, 'devicec');
    const again = (await desk.start()).workspace;
    const found = value(await again.eraser.find(ERASURE, nothing));
    expect([...new Set(found.map(({ document, stamp }) => `${document} ${stamp}`))].sort()).toEqual(
      [`${CASE} ${STAMP}`, `${OFFICE} ${STAMP}`],
    );
    value(
      await again.eraser.erase(ERASURE, [], nothing, {
        documents: [CASE, OFFICE],
        attachments: [],
      }),
    );
    expect(await filesWith(desk.folder, '佐渡')).toEqual([]);
    expect(value(await again.eraser.find(ERASURE, nothing))).toEqual([]);
  });

  it('is not revived by a table that names it again: what comes in is a new record', async () => {
    const desk = await newDesk('devicea');
    let { workspace } = await desk.start();
    await write(workspace);
    await erase(workspace);
    await desk.loseCache();
    ({ workspace } = await desk.start());
    const rows = await workspace.ask(importQuery(CASE_ID));
    const table = `日時\t会合名\t参加者\n2022/8/24\t第1回支援\t${NAME}\n`;
    const grid = parseTsv(table);
    const proposed = propose(grid, recognise(grid, fiscalYear(2022)), {
      ...rows,
      ...{ fiscalYear: fiscalYear(2022), today: day('2023-04-10') },
      ...{ prefectureName: '熊本県', municipalityName: '益城町' },
    });
    const items = proposed
      .filter(({ verdict }) => verdict !== 'bad')
      .map(({ meeting, double }) => ({ meeting, fills: double?.ids ?? [] }));
    expect(items).toHaveLength(1);
    value(await workspace.run(importCommand(CASE_ID, { items, source: '貼り付け' }, null)));
    await workspace.flush();
    const all = JSON.stringify(await rowsOf(desk));
    expect(all).toContain(NAME);
    const known = await workspace.ask((reader) => reader.everyRow(people));
    expect(known.find(({ id }) => id === PERSON)).toMatchObject({
      name: '',
      deletedAt: expect.stringMatching(/^emptied /),
    });
  });
});
