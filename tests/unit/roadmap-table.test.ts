import { describe, expect, test } from 'vitest';
import {
  newPlaces,
  previewOf,
  refusedText,
  takenWords,
} from '#features/roadmap/paste/paste-model.ts';
import { missingWords, readDraft } from '#features/roadmap/table/drafts.ts';
import {
  isAllStored,
  isLeft,
  isOnItsWay,
  keptOf,
  typedOf,
} from '#features/roadmap/table/kept-cells.ts';
import { choicesOf, readCell, readDate } from '#features/roadmap/table/read-cell.ts';
import {
  cellText,
  keepOrder,
  lockedWords,
  rowsOf,
  type TableRow,
} from '#features/roadmap/table/rows.ts';
import {
  beginRow,
  dropRow,
  dropSame,
  dropStored,
  markStored,
  nothingTyped,
  putCells,
  type Typed,
  typedCell,
  wrongCells,
} from '#features/roadmap/table/typed-cells.ts';
import { fiscalYear, month } from '#shared/dates/types.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import type {
  Bar,
  BarId,
  GroupId,
  LaneId,
  MilestoneId,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';
import { ROADMAP_COLUMNS } from '#shared/domain/roadmap/pasted/columns.ts';
import { readRoadmapRows } from '#shared/domain/roadmap/pasted/read-rows.ts';

const bar = (
  id: string,
  lane: string,
  start: string,
  end: string,
  more: Partial<Bar> = {},
): Bar => ({
  id: id as BarId,
  lane: lane as LaneId,
  label: id,
  span: { start: start as never, end: end as never },
  kind: 'operation',
  state: 'planned',
  progress: null,
  owner: '',
  note: '',
  actualStart: '',
  actualEnd: '',
  source: '',
  ...more,
});

const roadmap: Roadmap = {
  title: '',
  caption: '',
  provisional: false,
  firstMonth: month('2022-04'),
  lastMonth: month('2027-03'),
  foldedYears: [],
  groups: [
    { id: 'g1' as GroupId, name: '支援' },
    { id: 'g2' as GroupId, name: '地域連携' },
  ],
  lanes: [
    { id: 'l1' as LaneId, group: 'g1' as GroupId, name: '国の伴走支援' },
    { id: 'l2' as LaneId, group: 'g1' as GroupId, name: '県の伴走支援' },
  ],
  bars: [
    bar('試行', 'l2', '2023-02-T2', '2023-03', { kind: 'trial', progress: 40, note: '一\n二' }),
    bar('本格実施', 'l2', '2023-04', '2024-03'),
  ],
  milestones: [
    {
      id: 'meeting:m1' as MilestoneId,
      lane: 'l2' as LaneId,
      label: '第2回',
      date: '2022-12-22' as never,
      meeting: 'm1' as never,
      derived: true,
      note: '',
      source: '',
    },
  ],
  dependencies: [],
};

const rows = rowsOf(roadmap);
const texts = (row: TableRow | undefined): readonly string[] =>
  row === undefined ? [] : ROADMAP_COLUMNS.map((column) => cellText(row, column));

describe('The rows of the table', () => {
  test('hold every bar and milestone, and a row for a lane and for a group without any', () => {
    expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'lane lane:l1',
      'bar 試行',
      'bar 本格実施',
      'milestone meeting:m1',
      'group group:g2',
    ]);
  });

  test('say all of a bar in texts that are read back as they stand', () => {
    const row = rows[1];
    expect(texts(row)).toEqual([
      '支援',
      '県の伴走支援',
      '試行',
      'R5.2中旬',
      'R5.3',
      '試行',
      '予定',
      '40%',
      '',
      '',
      '',
      '一 二',
    ]);
    for (const column of ['start', 'end', 'kind', 'state', 'progress'] as const) {
      const read = readCell(column, row ? cellText(row, column) : '', null);
      expect(read).toMatchObject({ ok: true });
    }
    expect(readCell('start', 'R5.2中旬', null)).toEqual({
      ok: true,
      value: { start: '2023-02-T2' },
    });
  });

  test('keep the order in which they stood in their lane, whatever months are typed', () => {
    const before = rows.map(({ id }) => id);
    const later = rowsOf({ ...roadmap, bars: roadmap.bars.toReversed() });
    expect(later[1]?.id).toBe('本格実施');
    expect(keepOrder(later, before).map(({ id }) => id)).toEqual(before);
    const added = rowsOf({
      ...roadmap,
      bars: [bar('新しい', 'l2', '2022-04', '2022-05'), ...roadmap.bars.toReversed()],
    });
    expect(keepOrder(added, before).map(({ id }) => id)).toEqual([
      'lane:l1',
      '新しい',
      '試行',
      '本格実施',
      'meeting:m1',
      'group:g2',
    ]);
  });

  test('are locked where the ladder decides, and where a cell cannot hold the lines', () => {
    const [, first, second, mark] = rows;
    expect(first && lockedWords(first, 'note')).toContain('改行');
    expect(second && lockedWords(second, 'note')).toBeUndefined();
    expect(mark && lockedWords(mark, 'label')).toContain('連動');
  });
});

describe('A cell reads', () => {
  test.each([
    ['kind', '試', { kind: 'trial' }],
    ['kind', '検討・準備', { kind: 'preparation' }],
    ['state', '進', { state: 'running' }],
    ['progress', '４０％', { progress: 40 }],
    ['progress', '', { progress: null }],
    ['actualEnd', '', { actualEnd: '' }],
    ['end', '令和5年度', { end: '2024-03' }],
    ['start', '9月', { start: '2023-09' }],
  ] as const)('%s %s', (column, text, value) => {
    expect(readCell(column, text, fiscalYear(2023))).toEqual({ ok: true, value });
  });

  test.each([
    ['kind', 'ほげ', '検討・準備・試行'],
    ['kind', '', '種類が入っていません'],
    ['state', '未', '予定・進行中'],
    ['progress', '101', '0から100'],
    ['progress', 'たくさん', '読み取れません'],
    ['start', '', '月が入っていません'],
    ['start', 'R5.13', '13月はありません'],
    ['start', '大正10年1月', '昭和元年12月'],
  ] as const)('no %s in 「%s」, and says why', (column, text, words) => {
    const read = readCell(column, text, null);
    expect(read.ok ? '' : `${read.error.happened}${read.error.todo}`).toContain(words);
  });

  test('a milestone as a day or a month', () => {
    expect(readDate('12/22', fiscalYear(2022))).toEqual({ ok: true, value: '2022-12-22' });
    expect(readDate('未定', null)).toMatchObject({ ok: false });
  });

  test('only words of a choice that it offers', () => {
    for (const column of ROADMAP_COLUMNS) {
      for (const word of choicesOf(column)) {
        expect(column === 'kind' || column === 'state').toBe(true);
        if (column === 'kind' || column === 'state') {
          expect(readCell(column, word, null).ok).toBe(true);
        }
      }
    }
  });
});

describe('A row that is being written', () => {
  const row = { kind: 'new', id: 'new:1' } as const;
  const typed = (cells: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, { text, error: null }]));

  test('waits and says what is missing', () => {
    const read = readDraft(row, typed({ group: '支援', label: '試行' }), null);
    expect(read).toEqual({ state: 'waiting', missing: ['lane', 'start', 'end'] });
    expect(read.state === 'waiting' && missingWords(read.missing)).toBe(
      '取組み・開始・終了を入れると、ロードマップに入ります。',
    );
  });

  test('becomes a bar, with what is known of its lane', () => {
    const lane = rows[0];
    if (lane?.kind !== 'lane') throw new Error('the first row is a lane');
    expect(
      readDraft(lane, typed({ label: '試行', start: 'R5.2', end: 'R5.3' }), null),
    ).toMatchObject({
      state: 'bar',
      place: { group: '支援', lane: '国の伴走支援' },
      span: { start: '2023-02', end: '2023-03' },
    });
  });

  test('becomes a milestone where its kind says so', () => {
    const cells = { group: '支援', lane: 'a', label: '研修', start: 'R5.2.13', kind: '節目' };
    expect(readDraft(row, typed(cells), null)).toMatchObject({
      state: 'milestone',
      date: '2023-02-13',
    });
    expect(readDraft(row, typed({ ...cells, progress: '3' }), null)).toMatchObject({
      state: 'wrong',
      errors: { progress: expect.stringContaining('節目') },
    });
  });
});

describe('What is typed', () => {
  test('stays until what is stored below it changes', () => {
    const sent = { text: 'R5.4', error: null, sentOver: 'R5.2' };
    const typed = putCells(nothingTyped(), 'a', {
      start: sent,
      end: { text: 'x', error: '読み取れません' },
    });
    expect(dropStored(typed, () => 'R5.2')).toBe(typed);
    const stored = dropStored(typed, () => 'R5.4');
    expect(typedCell(stored, 'a', 'start')).toBeUndefined();
    expect(wrongCells(stored)).toEqual([{ row: 'a', column: 'end', error: '読み取れません' }]);
  });

  test('at the end begins a row, and another stands at the end then', () => {
    const typed = nothingTyped();
    const begun = beginRow(typed, typed.endRow);
    expect(begun.added).toEqual([{ id: typed.endRow, after: '' }]);
    expect(begun.endRow).not.toBe(typed.endRow);
    expect(beginRow(begun, typed.endRow)).toBe(begun);
    expect(dropRow(begun, typed.endRow).added).toEqual([]);
  });
});

describe('What a table keeps when it goes', () => {
  const sent = (text: string) => ({ text, error: null, sentOver: 'R5.2' });
  const cellsOf = (typed: Typed): unknown => JSON.parse(keptOf(typed).cells ?? '');

  test('is on its way until its command has returned, and then no draft at all', () => {
    const typed = putCells(nothingTyped(), 'a', { start: sent('R5.4') });
    expect(isOnItsWay(typed)).toBe(true);
    expect(isAllStored(typed)).toBe(false);
    const stored = markStored(typed, 'a', { start: 'R5.4' });
    expect(isAllStored(stored)).toBe(true);
    expect(cellsOf(stored)).toEqual([]);
    // It stands in its cell until the row comes back.
    expect(typedCell(stored, 'a', 'start')?.text).toBe('R5.4');
    expect(
      typedCell(
        dropStored(stored, () => 'R5.4'),
        'a',
        'start',
      ),
    ).toBeUndefined();
  });

  test('is what was typed over a cell while its first text was on its way', () => {
    const typed = putCells(nothingTyped(), 'a', { start: sent('R5.5'), owner: sent('町') });
    const stored = markStored(typed, 'a', { start: 'R5.4', owner: '町' });
    expect(cellsOf(stored)).toEqual([['a', 'start', 'R5.5']]);
  });

  test('is what was refused, whatever else of its row was stored', () => {
    const typed = putCells(nothingTyped(), 'a', {
      start: { text: 'R5.13', error: '読み取れません。' },
      owner: sent('町'),
    });
    const stored = markStored(typed, 'a', { start: 'R5.13', owner: '町' });
    expect(cellsOf(stored)).toEqual([['a', 'start', 'R5.13']]);
    expect(isOnItsWay(stored)).toBe(false);
  });

  test('is no row that has become a bar, but what was typed on into it', () => {
    const added: Typed = { ...nothingTyped(), added: [{ id: 'new:1', after: '' }] };
    const typed = putCells(added, 'new:1', {
      label: { text: '試行', error: null },
      owner: { text: '町', error: null },
    });
    const stored = markStored(typed, 'new:1', { label: '試行' });
    expect(keptOf(stored)).toEqual({
      cells: JSON.stringify([['new:1', 'owner', '町']]),
      added: '[]',
    });
  });

  test('comes back as left over, and goes where its record says the same by now', () => {
    const typed = putCells(nothingTyped(), 'a', { start: sent('R5.4'), owner: sent('町') });
    const draft = {
      key: 'roadmap.table.x',
      label: '表',
      text: '',
      parts: keptOf(typed),
      base: null,
      where: '',
      isOnItsWay: true,
    };
    const back = typedOf(draft, []);
    expect(isOnItsWay(back)).toBe(false);
    const cleared = dropSame(back, isLeft, (_row, column) => column === 'start');
    expect(typedCell(cleared, 'a', 'start')).toBeUndefined();
    expect(typedCell(cleared, 'a', 'owner')?.text).toBe('町');
    // What was refused since says itself why.
    const refused = putCells(back, 'a', { start: { text: 'R5.13', error: '読み取れません。' } });
    expect(dropSame(refused, isLeft, () => true).cells.get('a')).toHaveProperty('start');
  });
});

describe('Pasted rows', () => {
  const TABLE = ['支援\t県の伴走支援\t研修\tR5.4\tR5.6', '〃\t新しい\t=A1\tR5.13\tR5.6'].join('\n');
  const preview = previewOf(readRoadmapRows(parseTsv(TABLE), { fiscalYear: null }));

  test('are shown in their order, with what is wrong', () => {
    expect(preview).toMatchObject({ good: 1, refused: 1 });
    expect(preview.rows.map(({ kind }) => kind)).toEqual(['good', 'refused']);
    expect(preview.rows[1]?.remarks.join('')).toContain('13月');
    expect(refusedText(preview.rows)).toContain('=A1\tR5.13');
  });

  test('tell what will be new', () => {
    expect(newPlaces(roadmap, preview.rows)).toEqual([]);
    const other = previewOf(
      readRoadmapRows(parseTsv('町\t動画\t作成\tR5.4\tR5.6'), { fiscalYear: null }),
    );
    expect(newPlaces(roadmap, other.rows)).toEqual(['分野「町」', '取組み「動画」']);
  });

  test('say in a line what came of them', () => {
    const made = { bars: ['a', 'b'] as never, groups: 0, lanes: 1, known: 1, refused: [] };
    expect(takenWords(made, 3)).toBe(
      '2本の帯を取り込みました。1行は同じ帯がすでにあります。読み取れない3行は入れていません。',
    );
  });
});
