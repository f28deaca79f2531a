import 'fake-indexeddb/auto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Erasure } from '#data/erasing/erasure.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import type { CaseId, DeviceId, MeetingId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { cutOffAfter } from '../support/cut-off.ts';
import { carryLogs, createDesk, type Desk, EDITOR, rowsOf } from '../support/desk.ts';
import { filesWith, saidInLogs } from '../support/erased.ts';

const CASE = caseDocument('case1' as CaseId);
const MEETING = 'm1' as MeetingId;
const NAME = '佐渡 権蔵';
const PLAN = 'erasing.json';
const BARE = '佐渡権蔵';

let desk: Desk;
let workspace: Workspace;

beforeEach(async () => {
  desk = await createDesk('devicea' as DeviceId);
  ({ workspace } = await desk.start());
});
afterEach(() => desk.remove());

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.happened);
  return result.value;
};

/** A case and a person, whose name stands in fields, texts, notes, labels, and what was written before. */
const write = async (on: Workspace): Promise<void> => {
  value(
    await on.run({
      label: `人をつくる（${NAME}）`,
      documents: [OFFICE, CASE],
      run: (draft) => {
        draft.create(OFFICE, people, { name: NAME, kana: 'さど' }, 'person1');
        draft.create(CASE, cases, { municipalityName: '益城町' }, 'case1');
        draft.create(CASE, meetings, { place: `${NAME}宅` }, MEETING);
        return ok(null);
      },
    }),
  );
  value(
    await on.run({
      label: '場所を変更',
      documents: [CASE],
      run: (draft) => {
        draft.set(CASE, meetings, MEETING, { place: '役場' });
        return ok(null);
      },
    }),
  );
  for (const aim of [
    '佐',
    '佐渡',
    '佐渡権',
    `${BARE}さんの見守り`,
    `${BARE}さんの見守りを考える`,
  ]) {
    value(await on.type(CASE, meetings, MEETING, 'aim', aim, 'ねらいを編集'));
  }
  const note = value(await on.openNote(CASE, meetings, MEETING, '本文を入力'));
  note.fragment.doc?.transact(() => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText(`相談は${BARE}さんから。`)]);
    note.fragment.insert(0, [block]);
  }, EDITOR);
  note.release();
  await on.flush();
};

const WORDS: Erasure = { words: [NAME], records: [], cases: [] };
const nothing = (): void => undefined;

const eraseOn = async (on: Workspace, erasure: Erasure): Promise<void> => {
  const found = value(await on.eraser.find(erasure, nothing));
  const documents = found.map(({ document }) => document);
  value(await on.eraser.erase(erasure, documents, nothing));
};

const meetingNow = async () => (await rowsOf(desk)).flat().find((row) => isMeeting(row));
const isMeeting = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'id' in row && row.id === MEETING && 'aim' in row;

describe('looking for what is to be erased', () => {
  it('finds a name in fields, texts, notes and labels, today and before', async () => {
    await write(workspace);
    const found = value(await workspace.eraser.find(WORDS, nothing));
    const places = found.flatMap(({ document, places }) =>
      places.map(({ field, when }) => `${document} ${field} ${when}`),
    );
    expect(places.sort()).toEqual([
      'case:case1 aim now',
      'case:case1 note now',
      'case:case1 place before',
      'office name now',
    ]);
    expect(found.map(({ labels }) => labels)).toEqual([1, 1]);
  });
});

describe('erasing words', () => {
  it('takes them out of every byte of the logs, and leaves the rest as it was', async () => {
    await write(workspace);
    expect(await saidInLogs(desk.logs)).toContain(BARE);
    await eraseOn(workspace, WORDS);
    expect(await filesWith(desk.folder, '佐渡')).toEqual([]);
    expect(await saidInLogs(desk.logs)).not.toContain('佐渡');
    expect(await saidInLogs(desk.logs)).not.toContain('権蔵');
    await desk.loseCache();
    ({ workspace } = await desk.start());
    expect(workspace.problems.get()).toEqual([]);
    expect(await meetingNow()).toMatchObject({ place: '役場', aim: 'さんの見守りを考える' });
    const all = JSON.stringify(await rowsOf(desk));
    expect(all).toContain('相談はさんから。');
    expect(all).toContain('（消去済み）');
    expect(value(await workspace.eraser.find(WORDS, nothing))).toEqual([]);
  });

  it('leaves no step of undo by which they would come back', async () => {
    await write(workspace);
    await eraseOn(workspace, WORDS);
    expect(workspace.history.get().undo).toBeUndefined();
  });

  it('lets work go on, in the same run and in the next', async () => {
    await write(workspace);
    await eraseOn(workspace, WORDS);
    const set = (place: string) => ({
      label: '場所を変更',
      documents: [CASE],
      run: (draft: Parameters<Parameters<Workspace['run']>[0]['run']>[0]) => {
        draft.set(CASE, meetings, MEETING, { place });
        return ok(null);
      },
    });
    value(await workspace.run(set('公民館')));
    expect(await workspace.flush()).toBe(true);
    await desk.loseCache();
    ({ workspace } = await desk.start());
    expect(await meetingNow()).toMatchObject({ place: '公民館' });
    value(await workspace.run(set('体育館')));
    expect(await workspace.flush()).toBe(true);
    expect(workspace.problems.get()).toEqual([]);
  });
});

describe('erasing a record', () => {
  it('leaves its id, as deleted and in no bin, and nothing that was ever in it', async () => {
    await write(workspace);
    const record = { document: CASE, collection: meetings.name, id: MEETING } as const;
    await eraseOn(workspace, { words: [], records: [record], cases: [] });
    const said = await saidInLogs(desk.logs);
    for (const words of ['役場', '見守り', '相談は']) expect(said).not.toContain(words);
    expect(await meetingNow()).toMatchObject({
      place: '',
      aim: '',
      deletedAt: expect.stringMatching(/^emptied /),
    });
    expect(said).toContain('益城町');
  });
});

describe('erasing a case', () => {
  it('takes all of it out, and nothing of the others', async () => {
    await write(workspace);
    await eraseOn(workspace, { words: [], records: [], cases: [CASE] });
    const said = await saidInLogs(desk.logs);
    expect(said).not.toContain('益城町');
    expect(said).toContain('さど');
  });
});

describe('another device', () => {
  it('does not bring back what was erased here, and erases it itself', async () => {
    const other = await createDesk('deviceb' as DeviceId);
    try {
      await write(workspace);
      await carryLogs(desk, other);
      let far = (await other.start()).workspace;
      value(
        await far.run({
          label: '方法を変更',
          documents: [CASE],
          run: (draft) => {
            draft.set(CASE, meetings, MEETING, { title: '家庭訪問' });
            return ok(null);
          },
        }),
      );
      await far.flush();
      expect(await saidInLogs(other.logs)).toContain(BARE);
      await eraseOn(workspace, WORDS);
      await carryLogs(other, desk);
      const again = await desk.start();
      ({ workspace } = again);
      await again.carriedOut;
      expect(await meetingNow()).toMatchObject({ title: '家庭訪問', aim: 'さんの見守りを考える' });
      expect(await saidInLogs(desk.logs)).not.toContain('佐渡');

      await carryLogs(desk, other);
      const told = await other.start();
      far = told.workspace;
      await told.carriedOut;
      expect(await saidInLogs(other.logs)).not.toContain('佐渡');
      expect(value(await far.eraser.carryOut(CASE))).toBe(false);
      await other.loseCache();
      far = (await other.start()).workspace;
      expect(JSON.stringify(await rowsOf(other))).toContain('家庭訪問');
      expect(JSON.stringify(await rowsOf(other))).not.toContain('佐渡');
      expect(far.problems.get()).toEqual([]);
    } finally {
      await other.remove();
    }
  });
});

describe('a power cut while something is erased', () => {
  it('at any step leaves all as it was, or the next start takes it out of every document', async () => {
    await write(workspace);
    const before = JSON.stringify(await rowsOf(desk));
    const kept = await mkdtemp(join(tmpdir(), 'kept-'));
    await cp(desk.logs, kept, { recursive: true });
    const seen = new Set<string>();
    for (let [steps, wasCut] = [0, true]; wasCut; steps += 1) {
      desk.stop();
      await desk.settled();
      await rm(desk.folder, { recursive: true });
      await cp(kept, desk.logs, { recursive: true });
      await desk.loseCache();
      ({ workspace } = await desk.start());
      const found = value(await workspace.eraser.find(WORDS, nothing));
      const cut = cutOffAfter(steps);
      await workspace.eraser
        .erase(
          WORDS,
          found.map(({ document }) => document),
          nothing,
        )
        .catch(() => undefined);
      desk.stop();
      await desk.settled();
      cut.stop();
      wasCut = cut.wasCut();
      const isHalf = (await readdir(desk.folder)).includes(PLAN);
      await desk.loseCache();
      const again = await desk.start();
      ({ workspace } = again);
      await again.carriedOut;
      const told = workspace.problems.get().map(({ happened }) => happened);
      expect(told).toEqual(
        isHalf ? [expect.stringMatching('続きを行'), expect.stringMatching('最後まで終え')] : [],
      );
      const rows = JSON.stringify(await rowsOf(desk));
      expect(rows).toContain('益城町');
      expect(rows).toContain('役場');
      expect(rows).toContain('さんの見守りを考える');
      const isGone = !(await saidInLogs(desk.logs)).includes('佐渡');
      if (isGone) {
        expect(rows).not.toContain('佐渡');
        expect(await filesWith(desk.folder, '佐渡')).toEqual([]);
      } else expect(rows).toBe(before);
      seen.add(isHalf ? 'gone on with' : isGone ? 'gone' : 'as before');
      expect(isHalf && !isGone).toBe(false);
    }
    await rm(kept, { recursive: true });
    expect([...seen].sort()).toEqual(['as before', 'gone', 'gone on with']);
  }, 120_000);
});
