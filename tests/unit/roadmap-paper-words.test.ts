import { describe, expect, it } from 'vitest';
import { day, month } from '#shared/dates/types.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import type { MilestoneId } from '#shared/domain/roadmap/model.ts';
import { type FollowedMeeting, roadmapFor } from '#shared/domain/roadmap/paper/for-audience.ts';
import { fileNameOf, headingOf } from '#shared/domain/roadmap/paper/heading.ts';
import { dateWords, notesOf } from '#shared/domain/roadmap/paper/notes.ts';
import { paragraphOf } from '#shared/domain/roadmap/paper/paragraph.ts';
import { escapeXml, toSvg } from '#shared/domain/roadmap/paper/svg.ts';
import { emWidth } from '#shared/domain/roadmap/paper/text-width.ts';
import { drawnBar, drawnMark, drawnRoadmap } from '../support/drawn-lane.ts';
import { roadmapOfWords } from '../support/roadmaps.ts';
import { FOR_OFFICE } from '../support/tables.ts';

describe('what a roadmap is called', () => {
  it.each([
    ['取組み', '益城町', '益城町の取組み ロードマップ'],
    [' 取組み ', '', '取組み ロードマップ'],
    ['益城町の取組み', '益城町', '益城町の取組み ロードマップ'],
    ['取組みのロードマップ案', '益城町', '益城町の取組みのロードマップ案'],
    ['', '益城町', '益城町 ロードマップ'],
    [' ', '', 'ロードマップ'],
  ])('on its page: "%s" of "%s"', (title, municipality, heading) => {
    expect(headingOf({ title }, municipality)).toBe(heading);
  });

  it.each([
    [true, '益城町', '3月版', 'public', '益城町_ロードマップ_3月版_暫定版_公開用'],
    [false, '', '', 'municipalities', 'ロードマップ_市町村用'],
    [false, '益城町', '', 'office', '益城町_ロードマップ'],
  ] as const)('as a file: %#', (provisional, municipality, version, audience, name) => {
    expect(fileNameOf({ provisional }, municipality, version, audience)).toBe(name);
  });

  it.each([
    ['', '令和5年1月18日現在'],
    ['3月版', '令和5年1月18日'],
  ])('on its day, with the version "%s"', (version, words) => {
    expect(dateWords(day('2023-01-18'), version)).toBe(words);
  });
});

describe('the notes under a chart', () => {
  const bar = drawnBar('試行', '2022-06', '2022-07');
  const mark = drawnMark('議会', '2022-06-13');
  const notes = (
    bars: Parameters<typeof drawnRoadmap>[0],
    marks: Parameters<typeof drawnRoadmap>[1] = [],
    withSources = true,
  ) => notesOf(drawnRoadmap(bars, marks), { withSources, outgoing: FOR_OFFICE });
  const time = (start: string, end: string) => drawnBar('試行', start, end);

  it.each([
    ['a bar within', [bar], [], []],
    ['a bar up to the first month', [time('2022-01', '2022-04-T1')], [], []],
    [
      'a bar before it',
      [time('2022-01', '2022-03-T3')],
      [],
      ['「試行」（令和4年1月～令和4年3月下旬）'],
    ],
    ['a bar from the last month on', [time('2024-03-T3', '2024-05')], [], []],
    ['a bar behind it', [time('2024-04', '2024-05')], [], ['「試行」（令和6年4月～令和6年5月）']],
    ['a bar without months', [{ ...bar, span: null }], [], ['「試行」（時期が読み取れません）']],
    ['a milestone within', [], [mark], []],
    ['one on the last day', [], [drawnMark('議会', '2024-03-31')], []],
    ['one behind it', [], [drawnMark('議会', '2024-04-01')], ['「議会 4/1」（令和6年4月1日(月)）']],
    ['one before it', [], [drawnMark('議会', '2022-03')], ['「議会」（令和4年3月）']],
    ['one of the ladder before it', [], [{ ...drawnMark('第1回', '2022-03'), derived: true }], []],
    ['one of the ladder without a day', [], [{ ...drawnMark('第1回', ''), derived: true }], []],
  ])('tell what has no place: %s', (_, bars, marks, missing) => {
    const expected = missing.length === 0 ? [] : [`図に載らないもの：${missing.join('、')}`];
    expect(notes(bars, marks)).toEqual(expected);
  });

  it('tell all that has no place in one line', () => {
    const lost = [{ ...bar, span: null }];
    expect(notes(lost, [drawnMark('議会', '2022-03')])).toEqual([
      '図に載らないもの：「試行」（時期が読み取れません）、「議会」（令和4年3月）',
    ]);
  });

  it.each([
    ['', null],
    [' 計画書 ', '計画書'],
    ['計画書、12頁', '計画書'],
    ['益城町の報告（令和5年3月2日、県）、3頁', '益城町の報告（令和5年3月2日、県）'],
    ['報告（未完', '報告'],
    ['、頁', '、頁'],
  ])('tell where it is from: "%s"', (source, document) => {
    const expected = document === null ? [] : [`出典：${document}`];
    expect(notes([{ ...bar, source }])).toEqual(expected);
    expect(notes([], [{ ...mark, source }])).toEqual(expected);
    expect(notes([{ ...bar, source }], [], false)).toEqual([]);
  });

  it('tell each source once', () => {
    const bars = ['計画書、1頁', '報告', '計画書、2頁'].map((source) => ({ ...bar, source }));
    expect(notes(bars, [{ ...mark, source: '報告' }])).toEqual(['出典：計画書、報告']);
  });

  it('tell what is left out for an audience', () => {
    const outgoing = {
      audience: 'municipalities',
      leftOut: [{ collection: 'milestones', id: 'm', field: null, what: '節目' }],
    } as const;
    expect(notesOf(drawnRoadmap([]), { withSources: true, outgoing })).toEqual([
      '内部の項目 1件を省きました。',
    ]);
  });
});

describe('a roadmap for an audience', () => {
  const meeting = (id: string, kind: FollowedMeeting['kind']): FollowedMeeting => ({
    ...{ id: id as MeetingId, kind, deletedAt: '' },
  });
  const mark = (id: string, meetingId: string, derived = false) => ({
    ...drawnMark(id, '2022-06'),
    ...{ id: id as MilestoneId, meeting: meetingId as MeetingId | '', derived },
  });
  const bars = [drawnBar('甲', '2022-04', '2022-05'), drawnBar('乙', '2022-06', '2022-07')];
  const roadmap = {
    ...drawnRoadmap(bars, [
      mark('自由', ''),
      mark('会議', 's1'),
      mark('課内', 'i1'),
      mark('迷子', 'gone'),
      mark('梯子', 'gone2', true),
    ]),
    dependencies: [{ id: 'd' as never, before: bars[0]?.id as never, after: bars[1]?.id as never }],
  };
  const followed = [meeting('s1', 'session'), meeting('i1', 'internal')];

  it('is all of it within the office', () => {
    const shown = roadmapFor(roadmap, followed, 'office');
    expect(shown.roadmap.milestones).toHaveLength(5);
    expect(shown.roadmap.dependencies).toHaveLength(1);
    expect(shown.outgoing).toEqual({ audience: 'office', leftOut: [] });
  });

  it('has no milestone of a meeting of the office, or of one that is gone', () => {
    const shown = roadmapFor(roadmap, followed, 'municipalities');
    expect(shown.roadmap.milestones.map(({ id }) => id)).toEqual(['自由', '会議', '梯子']);
    expect(shown.roadmap.bars.map(({ id }) => id)).toEqual(['甲', '乙']);
    expect(shown.roadmap.lanes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(shown.roadmap.dependencies).toEqual(roadmap.dependencies);
    expect(shown.outgoing.audience).toBe('municipalities');
    expect(shown.outgoing.leftOut.map(({ collection, id }) => [collection, id])).toEqual([
      ['milestones', '課内'],
      ['milestones', '迷子'],
    ]);
  });

  it.each([
    ['gone', '乙'],
    ['甲', 'gone'],
  ])('has no link of a bar that is not there: %s to %s', (before, after) => {
    const dependencies = [{ ...{ id: 'd', before, after } }] as never;
    const shown = roadmapFor({ ...roadmap, dependencies }, followed, 'public');
    expect(shown.roadmap.dependencies).toEqual([]);
  });
});

describe('a paragraph', () => {
  it.each([
    [
      'as large as wanted',
      { width: 30, height: 28 },
      10,
      ['ああああああ'],
      ['あああ', 'あああ'],
      10,
    ],
    [
      'smaller where it is too high',
      { width: 30, height: 27 },
      10,
      ['ああああああ'],
      ['あああ', 'あああ'],
      8.5,
    ],
    [
      'each text in a line of its own',
      { width: 99, height: 99 },
      10,
      ['あ', 'い'],
      ['あ', 'い'],
      10,
    ],
    ['nothing', { width: 30, height: 0 }, 10, [], [], 10],
  ])('is %s', (_, room, wanted, texts, lines, size) => {
    expect(paragraphOf(texts, room, wanted)).toEqual({ size, leading: size * 1.4, lines });
  });

  it('ends somewhere where there is no room at all', () => {
    const { size } = paragraphOf(['あ'], { width: 10, height: 0 }, 100);
    expect(size).toBeLessThan(1);
    expect(size).toBeGreaterThan(0.8);
  });
});

describe('a letter on paper', () => {
  it.each([
    [' ', 0.227],
    ['A', 0.641],
    ['~', 0.59],
    ['\u007f', 0],
    ['é', 0.75],
    ['ÿ', 0.75],
    ['Ā', 1],
    ['試', 1],
    ['\u3099', 0],
    ['\u200b', 0],
    ['\uff60', 1],
    ['\uff61', 0.5],
    ['\uff9f', 0.5],
    ['\uffa0', 1],
    ['𠮷', 1],
    ['\u{1f000}', 1],
    ['😀', 1.4],
    ['\u{20000}', 1],
    ['', 0],
  ])('is as wide as the font draws it: %j', (letter, width) => {
    expect(emWidth(letter)).toBeCloseTo(width);
    expect(emWidth(`${letter}試`)).toBeCloseTo(width + 1);
  });
});

describe('a drawing as SVG', () => {
  it('is written shape by shape', () => {
    const svg = toSvg({
      ...{ title: 'A&B', width: 2970, height: 2100.126, smallest: 6 },
      shapes: [
        { kind: 'rect', x: 1.005, y: 2, width: 3, height: 4 },
        {
          ...{ kind: 'rect', x: 0, y: 0, width: 1, height: 1, radius: 2, fill: '#fff' },
          ...{ stroke: '#000', strokeWidth: 1, dash: [1.234, 2] as const },
        },
        { kind: 'line', x1: 0, y1: 1, x2: 2, y2: 3, stroke: '#000', strokeWidth: 1 },
        { kind: 'line', x1: 0, y1: 1, x2: 2, y2: 3, stroke: '#000', strokeWidth: 1, dash: [4, 5] },
        {
          kind: 'polygon',
          points: [
            [0, 1.239],
            [2, 3],
          ],
          fill: '#000',
        },
        { kind: 'polygon', points: [[0, 0]], fill: '#000', stroke: '#fff', strokeWidth: 2 },
        { kind: 'text', x: 1, y: 2, text: '<試>', size: 10, fill: '#000' },
        { kind: 'text', x: 1, y: 2, text: 'あ', size: 10, fill: '#000', bold: true, anchor: 'end' },
        { kind: 'text', x: 1, y: 2, text: 'い', size: 10, fill: '#000', anchor: 'start' },
      ],
    });
    const [declaration, root, ...lines] = svg.split('\n');
    expect(declaration).toBe('<?xml version="1.0" encoding="UTF-8"?>');
    expect(root).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2970 2100.13" width="297mm" height="210.01mm" font-family="&#39;Noto Sans JP Variable&#39;, &#39;Noto Sans JP&#39;, &#39;BIZ UDPGothic&#39;, &#39;Yu Gothic&#39;, Meiryo, &#39;Hiragino Sans&#39;, sans-serif" role="img" lang="ja">`,
    );
    expect(lines).toEqual([
      '<title>A&amp;B</title>',
      '<rect x="1" y="2" width="3" height="4" fill="none"/>',
      '<rect x="0" y="0" width="1" height="1" rx="2" fill="#fff" stroke="#000" stroke-width="1" stroke-dasharray="1.23 2"/>',
      '<line x1="0" y1="1" x2="2" y2="3" stroke="#000" stroke-width="1"/>',
      '<line x1="0" y1="1" x2="2" y2="3" stroke="#000" stroke-width="1" stroke-dasharray="4 5"/>',
      '<polygon points="0,1.24 2,3" fill="#000"/>',
      '<polygon points="0,0" fill="#000" stroke="#fff" stroke-width="2"/>',
      '<text x="1" y="2" fill="#000" font-size="10" font-weight="400">&lt;試&gt;</text>',
      '<text x="1" y="2" fill="#000" font-size="10" font-weight="700" text-anchor="end">あ</text>',
      '<text x="1" y="2" fill="#000" font-size="10" font-weight="400">い</text>',
      '</svg>',
      '',
    ]);
  });

  it.each([
    [`<>&"'`, '&lt;&gt;&amp;&quot;&#39;'],
    ['あ\u0000い\ud800', 'あ〓い〓'],
    ['\t\n\r ', '\t\n\r '],
    ['\ufffd\ufffe😀', '\ufffd〓😀'],
  ])('holds nothing that XML cannot: %j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});

describe('an empty roadmap', () => {
  it('has no notes', () => {
    const empty = roadmapOfWords({}, { firstMonth: month('2022-04') });
    expect(notesOf(empty, { withSources: true, outgoing: FOR_OFFICE })).toEqual([]);
  });
});
