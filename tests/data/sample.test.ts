import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNote } from '#adapters/editor/note-fits.ts';
import { openSample, sampleCommand } from '#app/sample/open-sample.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { roadmapOf } from '#features/roadmap/queries.ts';
import json from '#resources/sample/mashiki.json' with { type: 'json' };
import { caseDocument } from '#shared/documents/document-id.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import {
  actions,
  findings,
  meetings,
  programmeItems,
  rounds,
  variants,
} from '#shared/domain/meeting/meeting.ts';
import { figures, organizations } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { readSample } from '#shared/domain/sample.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

const sample = readSample(json);
const [mashiki] = sample.cases;

let desk: Desk;
let workspace: Workspace;
let opened: CaseId;

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  const result = await workspace.run(sampleCommand(sample));
  if (!result.ok) throw new Error(result.error.happened);
  opened = result.value;
  await workspace.flush();
});

afterEach(() => desk.remove());

const read = () => createReader(desk.database());

describe('opening the sample', () => {
  it('makes every case of the file and goes to the first', async () => {
    const rows = await read().all(cases);
    expect(rows).toHaveLength(sample.cases.length);
    const first = rows.find((row) => row.id === opened);
    expect(first?.municipalityName).toBe('益城町');
    expect(first?.situation).toBe(mashiki?.texts.situation);
    expect(first?.source).toBe(mashiki?.source);
  });

  it('loses no record of the file', async () => {
    const document = [caseDocument(opened)];
    const reader = read();
    expect(await reader.of(meetings, document)).toHaveLength(mashiki?.meetings.length ?? -1);
    expect(await reader.of(rounds, document)).toHaveLength(mashiki?.rounds.length ?? -1);
    expect(await reader.of(findings, document)).toHaveLength(mashiki?.findings.length ?? -1);
    expect(await reader.of(actions, document)).toHaveLength(mashiki?.actions.length ?? -1);
    expect(await reader.of(variants, document)).toHaveLength(mashiki?.variants.length ?? -1);
    expect(await reader.of(caseSupporters, document)).toHaveLength(
      mashiki?.supporters.length ?? -1,
    );
    const items = mashiki?.meetings.flatMap((meeting) => meeting.programme ?? []) ?? [];
    expect(await reader.of(programmeItems, document)).toHaveLength(items.length);
    expect(await reader.all(figures)).toHaveLength(sample.office.figures.length);
    expect(await reader.all(organizations)).toHaveLength(sample.office.organizations.length);
  });

  it('draws the town’s roadmap: six groups, each bar cited, the ladder’s milestones, nothing to check', async () => {
    const { roadmap, checks, rows } = await roadmapOf(opened)(read());
    expect(roadmap.groups).toHaveLength(6);
    expect(roadmap.lanes.map(({ name }) => name)).toEqual([
      '国の伴走支援',
      '第9期計画',
      '通所型サービスC',
      '「基本的あり方」',
      '効果がわかる動画',
    ]);
    expect(roadmap.bars).toHaveLength(6);
    expect(roadmap.bars.every(({ span, source }) => span !== null && source !== '')).toBe(true);
    expect(roadmap.dependencies).toHaveLength(2);
    expect([roadmap.firstMonth, roadmap.lastMonth]).toEqual(['2022-11', '2027-03']);
    const marks = roadmap.milestones.map(({ label, date }) => `${label} ${date}`);
    for (const mark of [
      '0.5次 2022-08-03',
      '1.5次 2022-11-02',
      '1.75次 2022-12-08',
      '2.5次 2023-02-02',
    ]) {
      expect(marks).toContain(mark);
    }
    expect(roadmap.milestones.filter(({ derived }) => derived)).toHaveLength(3 + 6);
    const own = roadmap.milestones.find(({ derived }) => !derived);
    expect(own).toMatchObject({ label: '第3回支援 午後', date: '2023-02-13' });
    expect(rows.bars.every(({ state }) => state === 'planned' || state === 'running')).toBe(true);
    expect(checks).toEqual([]);
  });

  it('keeps the source of each meeting, and ties findings to meetings that are there', async () => {
    const document = [caseDocument(opened)];
    const rows = await read().of(meetings, document);
    expect(rows.every((row) => row.source !== '')).toBe(true);
    const ids = new Set(rows.map((row) => row.id));
    const found = await read().of(findings, document);
    const born = found.filter((row) => row.meeting !== '');
    expect(born).toHaveLength(mashiki?.findings.filter((each) => each.meeting).length ?? -1);
    expect(born.every((row) => ids.has(row.meeting))).toBe(true);
  });

  it('writes notes that the editor keeps whole', async () => {
    const written = await read().notes([caseDocument(opened)]);
    expect(written).toHaveLength(mashiki?.meetings.filter((each) => each.note).length ?? -1);
    for (const { id } of written) {
      const note = await workspace.openNote(caseDocument(opened), meetings, id, '記録の入力');
      if (!note.ok) throw new Error(note.error.happened);
      expect(checkNote(note.value.fragment).fits).toBe(true);
      note.value.release();
    }
  });

  it('finds the case of before instead of making it twice', async () => {
    const again = await openSample(workspace);
    await workspace.flush();
    expect(again.ok && again.value).toBe(opened);
    expect(await read().all(cases)).toHaveLength(sample.cases.length);
  });

  it('is one step: undo takes all of it back, redo brings it again', async () => {
    expect(workspace.history.get().undo).toBe('サンプルを開く');
    workspace.undo();
    await workspace.flush();
    expect(await read().all(cases)).toHaveLength(0);
    expect(await read().all(organizations)).toHaveLength(0);
    workspace.redo();
    await workspace.flush();
    expect(await read().all(cases)).toHaveLength(sample.cases.length);
  });
});
