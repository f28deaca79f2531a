import { afterEach, describe, expect, it } from 'vitest';
import { compareBanso } from '#data/banso-file/compare.ts';
import { type DocumentTurns, turnsOf } from '#data/banso-file/turns.ts';
import { type SetBackCount, setBack } from '#data/operations/record/set-back.ts';
import type { Workspace } from '#data/workspace.ts';
import { importSpan, rememberUndone, undoneIn } from '#electron/services/banso-file/import-span.ts';
import { openBanso } from '#electron/services/banso-file/open-banso.ts';
import { lastImport } from '#electron/services/banso-file/undo-import.ts';
import { seenWords } from '#features/conflicts/model.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { ok } from '#shared/result.ts';
import { follow } from '../support/backups.ts';
import { createStick, handOver, newFilesOf, takeInFile } from '../support/banso-files.ts';
import { createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';

const CASE = caseDocument('case1' as CaseId);
const LABEL = '取り込みを取り消す';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const desk = async (): Promise<Desk> => {
  const made = await createDesk(randomId());
  cleaning.push(made.remove);
  return made;
};

type Write = Parameters<Workspace['run']>[0]['run'];
const write = async (of: Desk, run: Write): Promise<void> => {
  const { workspace } = await of.start();
  const done = await workspace.run({ label: '書く', documents: [OFFICE, CASE], run });
  expect(done.ok).toBe(true);
  await workspace.flush();
};

/** Two desks that share a case; one goes on, and the other takes that in. */
const afterImport = async () => {
  const { folder, remove } = await createStick();
  cleaning.push(remove);
  const [one, two] = [await desk(), await desk()];
  await write(one, (draft) => {
    draft.create(CASE, cases, { municipalityName: '宇土市', section: '一班' }, 'case1');
    draft.create(CASE, meetings, { title: '顔合わせ', place: '役場', ordinal: '0.5' }, 'm1');
    draft.create(CASE, meetings, { title: '消したもの' }, 'm2');
    return ok(null);
  });
  await takeInFile(two, await handOver(one, { folder }));
  await shown(two);
  await write(one, (draft) => {
    draft.set(CASE, cases, 'case1', { section: '二班' });
    draft.set(CASE, meetings, 'm1', { title: '第1回の前に', place: '県庁', aim: '進め方を決める' });
    draft.setMembers(CASE, meetings, 'm1', 'supporters', [{ id: 'ad', name: 'AD' }]);
    draft.remove(CASE, meetings, 'm2');
    draft.create(CASE, meetings, { title: '来たもの' }, 'm3');
    draft.create(CASE, meetings, { title: '続きを書いたもの' }, 'm4');
    draft.create(CASE, meetings, { title: '気づきのあるもの' }, 'm5');
    draft.setNote(CASE, meetings, 'm1', [{ type: 'paragraph', text: 'きょう話したこと' }]);
    draft.create(OFFICE, people, { name: '新しい人' }, 'p1');
    return ok(null);
  });
  const file = await handOver(one, { folder });
  const placings = await takeInFile(two, file);
  const { banso } = await two.start();
  await banso.takeIn(newFilesOf(placings), () => undefined);
  return { one, two, file, folder };
};

const shown = async (of: Desk): Promise<readonly unknown[]> => {
  const { conflictsKnown } = await of.start();
  await conflictsKnown();
  return rowsOf(of);
};

const meeting = async (of: Desk, id: string) => of.database().rowsOf('meetings').get([CASE, id]);

/** As staff do it on 引継ぎファイル once something was written. */
const undo = async (of: Desk): Promise<SetBackCount> => {
  const { at, documents } = await importSpan(of.folder, null);
  const { workspace } = await of.start();
  const turns: DocumentTurns[] = [];
  for (const { document, before, after } of documents) {
    const files = await workspace.files(document);
    if (!files.ok) throw new Error('unreadable');
    turns.push(
      turnsOf({ kind: 'turns', way: 'undo', document, files: files.value, before, after }),
    );
  }
  await rememberUndone(of.folder, at, true);
  return run(workspace, LABEL, turns);
};

const run = async (
  workspace: Workspace,
  label: string,
  turns: readonly DocumentTurns[],
): Promise<SetBackCount> => {
  const documents = turns.map(({ document }) => document);
  const done = await workspace.run({ label, documents, run: (draft) => ok(setBack(draft, turns)) });
  if (!done.ok) throw new Error(done.error.happened);
  await workspace.flush();
  return done.value;
};

/** As the next import does it. */
const takeAgain = async (of: Desk, at: number): Promise<SetBackCount> => {
  const { workspace } = await of.start();
  const turns: DocumentTurns[] = [];
  for (const { document, before, after } of (await importSpan(of.folder, at)).documents) {
    const files = await workspace.files(document);
    if (!files.ok) throw new Error('unreadable');
    turns.push(
      turnsOf({ kind: 'turns', way: 'again', document, files: files.value, before, after }),
    );
  }
  return run(workspace, '取り消した取り込みを戻す', turns);
};

/** When something was deleted says nothing of what stands there. */
const withoutTimes = (rows: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(rows).replaceAll(/"deletedAt":"2[^"]*"/g, '"deletedAt":"deleted"'));

describe('an import that is undone once somebody has written', () => {
  it('sets back what it brought and nobody has changed, and leaves what was worked on', async () => {
    const { two } = await afterImport();
    await write(two, (draft) => {
      draft.set(CASE, meetings, 'm1', { place: '保健センター' });
      draft.set(CASE, meetings, 'm4', { place: '役場' });
      draft.create(CASE, findings, { meeting: 'm5' as never, text: '自分の気づき' }, 'f1');
      return ok(null);
    });
    expect(await lastImport(two.folder)).toMatchObject({ way: 'edits' });
    const done = await undo(two);
    expect(await meeting(two, 'm1')).toMatchObject({
      ...{ title: '顔合わせ', place: '保健センター', aim: '', supporters: [], deletedAt: '' },
    });
    expect(await two.database().noteTexts.get([CASE, 'm1'])).toBeUndefined();
    expect(await two.database().rowsOf('cases').get([CASE, 'case1'])).toMatchObject({
      section: '一班',
    });
    expect(await meeting(two, 'm2')).toMatchObject({ deletedAt: '' });
    expect(await meeting(two, 'm3')).not.toMatchObject({ deletedAt: '' });
    expect(await meeting(two, 'm4')).toMatchObject({ deletedAt: '', place: '役場' });
    // Something of ours stands in it.
    expect(await meeting(two, 'm5')).toMatchObject({ deletedAt: '' });
    expect(await two.database().rowsOf('people').get([OFFICE, 'p1'])).not.toMatchObject({
      deletedAt: '',
    });
    // m1, case1, m2, m3 and p1; m1 (its place), m4 and m5 have gone on.
    expect(done).toEqual({ written: 5, kept: 3 });
    expect(await rowsOf(two)).toEqual(await rowsFromScratch(two));
    expect(await lastImport(two.folder)).not.toMatchObject({ record: { isUndone: true } });
  });

  it('is offered again by the next import, which brings it back', async () => {
    const { two, file } = await afterImport();
    await write(two, (draft) => {
      draft.create(CASE, findings, { text: '自分の気づき' }, 'f1');
      return ok(null);
    });
    await two.start();
    const imported = await rowsOf(two);
    await undo(two);
    expect(await rowsOf(two)).not.toEqual(imported);
    const { manifest, placings, undone } = await openBanso(
      { file, records: two.folder, device: two.device, passphrase: '' },
      follow(),
    );
    expect(placings).toEqual([]);
    expect(undone.map(({ folder }) => folder)).toEqual(['case-case1', 'office']);
    const at = undone[0]?.at ?? 0;
    const done = await takeAgain(two, at);
    expect(done.written).toBeGreaterThan(0);
    expect(withoutTimes(await rowsOf(two))).toEqual(withoutTimes(imported));
    // Once it was taken in again, nothing is left to offer.
    await rememberUndone(two.folder, at, false);
    expect(await undoneIn(two.folder, manifest)).toEqual([]);
    expect((await takeAgain(two, at)).written).toBe(0);
  });

  it('takes back what it disagreed on as well: nobody is asked about it any more', async () => {
    const { one, two, folder } = await afterImport();
    // Both write the same field, without having seen each other.
    await write(two, (draft) => {
      draft.set(CASE, cases, 'case1', { section: '三班' });
      return ok(null);
    });
    await write(one, (draft) => {
      draft.set(CASE, cases, 'case1', { section: '四班' });
      return ok(null);
    });
    await takeInFile(two, await handOver(one, { folder }));
    await shown(two);
    expect(await two.database().conflicts.count()).toBe(1);
    await write(two, (draft) => {
      draft.create(CASE, findings, { text: '自分の気づき' }, 'f1');
      return ok(null);
    });
    await undo(two);
    await shown(two);
    expect(await two.database().rowsOf('cases').get([CASE, 'case1'])).toMatchObject({
      section: '三班',
    });
    expect(await two.database().conflicts.count()).toBe(0);
  });
});

describe('what both have written', () => {
  it('is told with who wrote it, when, and what each had seen', async () => {
    const { folder, remove } = await createStick();
    cleaning.push(remove);
    const [one, two] = [await desk(), await desk()];
    const sectionIs =
      (section: string): Write =>
      (draft) => {
        draft.set(CASE, cases, 'case1', { section });
        return ok(null);
      };
    const placeIs =
      (place: string): Write =>
      (draft) => {
        draft.set(CASE, meetings, 's1', { place });
        return ok(null);
      };
    await write(one, (draft) => {
      draft.create(CASE, cases, { municipalityName: '宇土市', section: '一班' }, 'case1');
      const round = draft.create(CASE, rounds, { number: 1 }, 'r1');
      draft.create(CASE, meetings, { kind: 'session', round, title: '意見交換会' }, 's1');
      return ok(null);
    });
    await takeInFile(two, await handOver(one, { folder }));
    await write(two, sectionIs('三班'));
    await write(one, sectionIs('二班'));
    await write(two, placeIs('役場'));
    await write(one, placeIs('県庁'));
    const filesOf = async (of: Desk) => {
      const { workspace } = await of.start();
      const files = await workspace.files(CASE);
      if (!files.ok) throw new Error('unreadable');
      return files.value;
    };
    const { banso } = await one.start();
    const compared = compareBanso(
      {
        ...{ kind: 'compare', document: CASE, open: [] },
        own: (await banso.pieces(CASE)).updates,
        files: await filesOf(one),
        incoming: (await filesOf(two)).filter(({ source }) => source === sourceOf(two.device)),
      },
      () => true,
    );
    if (!compared.ok) throw new Error(compared.error.happened);
    const { conflicts, seen, records } = compared.value;
    expect(conflicts.map(({ field }) => field).toSorted()).toEqual(['place', 'section']);
    // A meeting is called by its round.
    expect(records.map(([key]) => key).toSorted()).toEqual([
      'cases case1',
      'meetings s1',
      'rounds r1',
    ]);
    const conflict = conflicts.find(({ field }) => field === 'section');
    if (conflict === undefined) throw new Error('nothing was told');
    const [, sides] = seen.find(([id]) => id === conflict.id) ?? [];
    const told = conflict.sides.map((side, at) => {
      const had = sides?.[at];
      return [side.device, had?.value, had?.latest?.author];
    });
    expect(new Set(told)).toEqual(
      new Set([
        [one.device, '一班', undefined],
        [two.device, '一班', '山田'],
      ]),
    );
    expect(sides?.map((had) => had && seenWords(conflict, had)).toSorted()).toEqual([
      '見ていた内容：一班（ほかの人の編集は、まだ見ていませんでした）',
      expect.stringMatching(
        /^見ていた内容：一班（ほかの人の編集は、山田の.+のものまで見ていました）$/,
      ),
    ]);
  });
});
