import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import { day } from '#shared/dates/types.ts';
import { changeSentences } from '#shared/domain/roadmap/changes/change-words.ts';
import { diffRoadmaps } from '#shared/domain/roadmap/changes/diff.ts';
import type { Bar, BarId, LaneId, Roadmap } from '#shared/domain/roadmap/model.ts';
import { laneAt, nameIn } from '#shared/domain/roadmap/names.ts';
import { readSnapshot, toSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import { anyPlan, anyRoadmap } from '#tests/support/any-roadmap.ts';
import { applyChanges } from '#tests/support/roadmap-back.ts';
import { EMPTY_ROADMAP, HOSTILE, largeRoadmap, TOWN } from '#tests/support/roadmaps.ts';

const anyTwo = fc.oneof(fc.tuple(anyRoadmap, anyRoadmap), fc.tuple(anyPlan, anyPlan));

const barOf = (label: string): Bar =>
  TOWN.bars.find((bar) => bar.label === label) ?? expect.fail(`no bar ${label}`);
const laneOf = (name: string): LaneId =>
  TOWN.lanes.find((lane) => lane.name === name)?.id ?? expect.fail(`no lane ${name}`);

const withBar = (label: string, values: Partial<Bar>, roadmap: Roadmap = TOWN): Roadmap => ({
  ...roadmap,
  bars: roadmap.bars.map((bar) => (bar.id === barOf(label).id ? { ...bar, ...values } : bar)),
});
const span = (start: string, end: string) => ({ start: start as SpanEdge, end: end as SpanEdge });
const addBar = (roadmap: Roadmap, lane: string, ...labels: readonly string[]): Roadmap => ({
  ...roadmap,
  bars: [
    ...roadmap.bars,
    ...labels.map((label, at) => ({
      ...barOf('試行'),
      ...{ id: `new${lane}${at}` as BarId, lane: laneOf(lane), label },
    })),
  ],
});
const sentences = (after: Roadmap, before: Roadmap = TOWN): readonly string[] =>
  changeSentences(before, after).map(({ text }) => text);

describe('the changes between two roadmaps', () => {
  it('lead from the one to the other, whatever stands in them', () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        expect(applyChanges(before, diffRoadmaps(before, after))).toEqual(after);
      }),
    );
  });

  it('are none between equal ones', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        expect(diffRoadmaps(roadmap, structuredClone(roadmap))).toEqual([]);
      }),
    );
  });

  it('lead from and to large, empty and hostile ones', () => {
    const all = [TOWN, EMPTY_ROADMAP, HOSTILE, largeRoadmap(1000, 5)];
    for (const before of all) {
      for (const after of all) {
        expect(applyChanges(before, diffRoadmaps(before, after))).toEqual(after);
      }
    }
  });
});

describe('changes in words', () => {
  it('say by how much a bar moved', () => {
    expect(sentences(withBar('見直し検討', { span: span('2022-12', '2023-02') }))).toEqual([
      '通所型サービスC「見直し検討」を1か月うしろへ移動（令和4年11月～令和5年1月 → 令和4年12月～令和5年2月）',
    ]);
    expect(sentences(withBar('本格実施', { span: span('2023-04', '2027-03') }))).toEqual([
      '通所型サービスC「本格実施」を12か月前へ移動（令和6年度～令和9年度 → 令和5年度～令和8年度）',
    ]);
    expect(sentences(withBar('庁内会議', { span: span('2023-02-T3', '2023-02-T3') }))).toEqual([
      '会議「庁内会議」を1旬うしろへ移動（令和5年2月中旬 → 令和5年2月下旬）',
    ]);
  });

  it('tell what was added beside a bar that changed in the same breath', () => {
    const changed = withBar('試行', { span: span('2023-02', '2023-06') });
    expect(sentences(addBar(changed, '通所型サービスC', '評価'))).toEqual([
      '通所型サービスC「試行」を 令和5年2月～3月 から 令和5年2月～6月 に変更し、「評価」を追加',
    ]);
  });

  it('name a bar by its old name, and join what happened to it', () => {
    const after = withBar('試行', {
      label: '試行（拡大）',
      state: 'done',
      progress: 100,
      owner: '福祉課',
      actualEnd: '2023-03' as SpanEdge,
      span: span('2023-03', '2023-04'),
    });
    expect(sentences(after)).toEqual([
      '通所型サービスC「試行」を1か月うしろへ移動（令和5年2月～3月 → 令和5年3月～4月）し、名前を「試行（拡大）」に変更し、状態を進行中から完了に変更し、進みを未入力から100%に変更し、担当を「福祉課」に変更し、実績の終了を令和5年3月に変更',
    ]);
    expect(sentences(withBar('試行', { kind: 'operation' }))).toEqual([
      '通所型サービスC「試行」の種類を試行から実施に変更',
    ]);
  });

  it('say to which lane a bar went', () => {
    const after = withBar('受け皿づくり', { lane: laneOf('相談対応の見直し') });
    expect(sentences(after)).toEqual(['「受け皿づくり」を「相談対応の見直し」へ移動']);
  });

  it('gather what was added to or removed from a lane', () => {
    expect(sentences(addBar(TOWN, '会議', 'あ', 'い', 'う', 'え', 'お'))).toEqual([
      '「会議」に「あ」「い」「う」ほか2本を追加',
    ]);
    const gone = { ...TOWN, bars: TOWN.bars.filter(({ label }) => label !== '事例検討') };
    expect(sentences(gone)).toEqual(['「ケアマネジメント研修」から「事例検討」「事例検討」を削除']);
  });

  it('tell a lane together with its bars, and its group with both', () => {
    const lane = laneOf('効果がわかる動画');
    const without: Roadmap = {
      ...TOWN,
      lanes: TOWN.lanes.filter(({ id }) => id !== lane),
      bars: TOWN.bars.filter((bar) => bar.lane !== lane),
      dependencies: [],
    };
    expect(sentences(without)[0]).toBe('取組み「効果がわかる動画」を削除（「作成」「周知」も）');
    expect(sentences(TOWN, without)[0]).toBe(
      '取組み「効果がわかる動画」を追加（「作成」「周知」）',
    );
    const { id: group } = TOWN.groups.find(({ name }) => name === '支援') ?? expect.fail();
    const lanes = TOWN.lanes.filter((each) => each.group !== group);
    const ids = new Set(lanes.map(({ id }) => id));
    const smaller: Roadmap = {
      ...TOWN,
      groups: TOWN.groups.filter(({ id }) => id !== group),
      lanes,
      bars: TOWN.bars.filter((bar) => ids.has(bar.lane)),
      milestones: TOWN.milestones.filter((mark) => ids.has(mark.lane)),
    };
    expect(sentences(smaller)).toEqual(['分野「支援」を削除（取組み2件、帯1本も）']);
  });

  it('tell names, order, period and marks of the whole', () => {
    const [first, second, ...others] = TOWN.groups;
    if (!first || !second) expect.fail();
    const after: Roadmap = {
      ...TOWN,
      title: '',
      provisional: false,
      lastMonth: TOWN.firstMonth,
      groups: [second, { ...first, name: '伴走' }, ...others],
    };
    expect(sentences(after)).toEqual([
      '表題を空欄に変更',
      '表示する期間を 令和4年11月～令和9年3月 から 令和4年11月 に変更',
      '「暫定版」の印を削除',
      '分野「支援」の名前を「伴走」に変更',
      '分野の並びを変更',
    ]);
  });

  it('tell the days by which a milestone moved', () => {
    const after: Roadmap = {
      ...TOWN,
      milestones: TOWN.milestones.map((mark) =>
        mark.label === '第2回' ? { ...mark, date: day('2023-01-10') } : mark,
      ),
    };
    expect(sentences(after)).toEqual([
      '節目「第2回」を19日うしろへ移動（令和4年12月22日(木) → 令和5年1月10日(火)）',
    ]);
  });

  it('tell dependencies, but not those that went with a bar', () => {
    expect(sentences({ ...TOWN, dependencies: TOWN.dependencies.slice(1) })).toEqual([
      '「試行」→「試行の継続（結果を出す）」のつながりを削除',
    ]);
    const gone = barOf('試行').id;
    const after = {
      ...TOWN,
      bars: TOWN.bars.filter(({ id }) => id !== gone),
      dependencies: TOWN.dependencies.filter(({ before }) => before !== gone),
    };
    expect(sentences(after)).toEqual(['「通所型サービスC」から「試行」を削除']);
  });

  it('are there whenever a bar came, went or changed, and never run on without end', () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const found = changeSentences(before, after);
        const bars = diffRoadmaps(before, after).filter(
          (change) =>
            change.kind !== 'settings' && change.list === 'bars' && change.kind !== 'reordered',
        );
        if (bars.length > 0) expect(found.length).toBeGreaterThan(0);
        for (const { text } of found) {
          expect(text).not.toContain('undefined');
          expect(text.length).toBeLessThan(700);
        }
      }),
    );
  });
});

describe('a snapshot', () => {
  it('gives back the roadmap that it was taken of', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        expect(readSnapshot(toSnapshot(roadmap))).toEqual({ ok: true, value: roadmap });
      }),
    );
    for (const roadmap of [TOWN, EMPTY_ROADMAP, HOSTILE]) {
      const back = readSnapshot(toSnapshot(roadmap));
      expect(back).toEqual({ ok: true, value: expect.objectContaining({ title: roadmap.title }) });
    }
  });

  it.each(['', 'x', 'null', '[]', '3', '"{}"', '{"title":', '['.repeat(100_000)])(
    'that is no roadmap is refused: %#',
    (text) => {
      expect(readSnapshot(text)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    },
  );

  it('is repaired where another device left something else in it', () => {
    const hostile = JSON.stringify({
      title: 5,
      firstMonth: '0000-00',
      lastMonth: '9999-12',
      foldedYears: ['2022', 2023, 1e9],
      groups: [
        { id: 'g', name: '支援' },
        null,
        { id: '"><script>', name: 'x' },
        { id: 'g', name: 'twice' },
      ],
      lanes: [{ id: 'l', group: 'gone', name: { toString: 1 } }],
      bars: [
        {
          id: 'b',
          lane: 'gone',
          label: '<img onerror=alert(1)>',
          span: { start: 'x', end: '2023-02' },
        },
        {
          id: 'c',
          lane: 'l',
          span: { start: '2023-05', end: '2023-02' },
          progress: 900,
          kind: 'no',
        },
        { id: 'e', lane: 'l', span: 'soon', actualStart: '2023-99' },
        'bar',
      ],
      milestones: [{ id: 'm', lane: 'l', date: '2023-02-30', meeting: 'javascript:alert(1) ' }],
      dependencies: [
        { id: 'd', before: 'b', after: 'nobody' },
        { id: 'f', before: 'b', after: 'c' },
      ],
      constructor: { prototype: 1 },
    }).replace('{', '{"__proto__": {"bars": 1},');
    const read = readSnapshot(hostile);
    if (!read.ok) expect.fail(read.error.happened);
    const { bars, ...rest } = read.value;
    expect(rest).toMatchObject({
      title: '',
      foldedYears: [2023],
      groups: [{ id: 'g', name: '支援' }, { name: '（分野なし）' }],
      milestones: [{ id: 'm', date: '', meeting: '' }],
      dependencies: [{ id: 'f' }],
    });
    expect(bars.map(({ id, span: at, kind, progress }) => [id, at, kind, progress])).toEqual([
      ['c', span('2023-02', '2023-05'), 'operation', 100],
      ['e', null, 'operation', null],
      ['b', span('2023-02', '2023-02'), 'operation', null],
    ]);
  });

  it('of anything that JSON can hold is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        readSnapshot(json);
        readSnapshot(
          JSON.stringify({ ...TOWN, bars: JSON.parse(json), lanes: [JSON.parse(json)] }),
        );
      }),
    );
  });
});

describe('A name in a sentence', () => {
  it('is quoted once, though it brings its own brackets', () => {
    expect(laneAt('通所型サービスC')).toBe('「通所型サービスC」');
    expect(laneAt('「基本的あり方」')).toBe('「基本的あり方」');
    expect(nameIn('「基本的あり方」の策定', '帯')).toBe('「「基本的あり方」の策定」');
  });
});
