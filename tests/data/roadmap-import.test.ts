import { describe, expect, it } from 'vitest';
import { importRowsCommand } from '#features/roadmap/commands.ts';
import type { PastedBar } from '#shared/domain/roadmap/pasted/read-rows.ts';
import {
  begin,
  caseId,
  done,
  FORM,
  here,
  look,
  refusal,
  span,
  withDesk,
} from '#tests/support/roadmap-desk.ts';

withDesk();

const row = (values: Partial<PastedBar>): PastedBar => ({
  row: 0,
  group: '支援',
  lane: '国の伴走支援',
  label: '帯',
  span: span('2023-02', '2023-03'),
  kind: 'trial',
  state: 'planned',
  progress: null,
  owner: '',
  actualStart: '',
  actualEnd: '',
  note: '',
  doubts: [],
  ...values,
});

describe('pasted rows', () => {
  it('become bars with the groups and lanes that they need, in one step', async () => {
    await begin();
    const before = (await look()).roadmap;
    const imported = await done(
      importRowsCommand(caseId, [
        row({ label: '伴走', lane: '国の 伴走支援' }),
        row({ label: '伴走', lane: '国の伴走支援' }),
        row({ label: '策定', group: '介護保険事業計画', lane: '第９期計画' }),
        row({
          label: '第9期',
          group: '介護保険事業計画',
          lane: '第9期計画',
          span: span('2024-04', '2028-02'),
        }),
        row({ label: '', group: '別', lane: '別' }),
        row({ label: '遠い', group: '別', lane: '別', span: span('2060-04', '2060-05') }),
        row({ label: '伴走', lane: '国の伴走支援' }),
      ]),
    );
    expect(imported).toMatchObject({ groups: 1, lanes: 2, known: 1 });
    expect(imported.bars).toHaveLength(4);
    expect(imported.refused.map(({ index, problem }) => [index, problem.happened])).toEqual([
      [4, '帯の名前が入っていません。'],
      [5, 'ロードマップに表せるのは15年度分までです。'],
    ]);
    const { roadmap } = await look();
    expect(roadmap.groups.map(({ name }) => name)).toEqual([
      ...FORM.groups.map(({ name }) => name),
      '介護保険事業計画',
    ]);
    expect(roadmap.lanes.map(({ name }) => name)).toContain('第９期計画');
    expect(roadmap.lastMonth).toBe('2028-03');
    here().undo();
    expect((await look()).roadmap).toEqual(before);
  });

  it('begin a roadmap where there is none, and are refused when none of them can be taken', async () => {
    expect(await refusal(importRowsCommand(caseId, [row({ label: '' })]))).toBe(
      '帯の名前が入っていません。',
    );
    await done(importRowsCommand(caseId, [row({})]));
    const { roadmap, checks } = await look();
    expect(roadmap.bars).toHaveLength(1);
    expect(checks).toEqual([]);
  });

  it('come by the thousand', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) =>
      row({ label: `帯${index}`, lane: `取組み${index % 60}`, group: `分野${index % 8}` }),
    );
    expect((await done(importRowsCommand(caseId, rows))).bars).toHaveLength(1000);
    const { roadmap } = await look();
    expect([roadmap.groups.length, roadmap.lanes.length]).toEqual([8, 120]);
    expect(roadmap.bars.slice(0, 2).map(({ label }) => label)).toEqual(['帯0', '帯120']);
  });
});
