import type { SpanEdge } from '#shared/dates/thirds.ts';
import type { FiscalYear, Month, PartialDate } from '#shared/dates/types.ts';
import { BAR_KINDS, type BarKind, type BarState } from '#shared/domain/roadmap/collections.ts';
import type {
  Bar,
  BarId,
  Dependency,
  DependencyId,
  GroupId,
  Lane,
  LaneGroup,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';

type BarWords = readonly [
  label: string,
  start: string,
  end: string,
  kind: BarKind,
  more?: Partial<Bar>,
];
type LaneWords = readonly [
  name: string,
  bars: readonly BarWords[],
  marks?: readonly (readonly [label: string, date: string])[],
];

const EMPTY: Omit<Bar, 'id' | 'lane' | 'label' | 'span' | 'kind'> = {
  state: 'planned' as BarState,
  progress: null,
  owner: '',
  note: '',
  actualStart: '',
  actualEnd: '',
  source: '',
};

/** A roadmap out of words, for what is drawn of it. Bars are named by their label in `follows`. */
export const roadmapOfWords = (
  groups: Readonly<Record<string, readonly LaneWords[]>>,
  more: Partial<Roadmap> = {},
  follows: readonly (readonly [before: string, after: string])[] = [],
): Roadmap => {
  const laneGroups: LaneGroup[] = [];
  const lanes: Lane[] = [];
  const bars: Bar[] = [];
  const milestones: Milestone[] = [];
  for (const [name, rows] of Object.entries(groups)) {
    const group = `group${laneGroups.length}` as GroupId;
    laneGroups.push({ id: group, name });
    for (const [laneName, laneBars, marks = []] of rows) {
      const lane = `lane${lanes.length}` as LaneId;
      lanes.push({ id: lane, group, name: laneName });
      for (const [label, start, end, kind, rest] of laneBars) {
        const span = { start: start as SpanEdge, end: end as SpanEdge };
        const id = `bar${bars.length}` as BarId;
        bars.push({ ...EMPTY, id, lane, label, span, kind, ...rest });
      }
      for (const [label, date] of marks) {
        milestones.push({
          ...{ id: `mark${milestones.length}` as MilestoneId, lane, label, meeting: '' },
          ...{ date: date as PartialDate, derived: false, note: '', source: '' },
        });
      }
    }
  }
  const idOf = (label: string): BarId =>
    bars.find((bar) => bar.label === label)?.id ?? ('nobody' as BarId);
  const dependencies: readonly Dependency[] = follows.map(([before, after], index) => ({
    ...{ id: `dependency${index}` as DependencyId, before: idOf(before), after: idOf(after) },
  }));
  return {
    title: '益城町の自立支援・重度化防止に関する取組み',
    caption: '',
    provisional: false,
    firstMonth: '2022-11' as Month,
    lastMonth: '2027-03' as Month,
    foldedYears: [],
    groups: laneGroups,
    lanes,
    bars,
    milestones,
    dependencies,
    ...more,
  };
};

/** 益城町's roadmap with one of everything that a page can show. */
export const TOWN: Roadmap = roadmapOfWords(
  {
    支援: [
      [
        '国の伴走支援',
        [],
        [
          ['第1回', '2022-08-24'],
          ['第2回', '2022-12-22'],
          ['第3回', '2023-02-13'],
        ],
      ],
      ['県の伴走支援', [['通所C 試行の伴走', '2023-04', '2024-03', 'operation']]],
    ],
    介護保険事業計画: [
      [
        '第9期計画',
        [
          ['策定', '2023-04', '2024-03', 'preparation', { source: '第9期介護保険事業計画' }],
          ['第9期（～令和8年度）', '2024-04', '2027-03', 'planPeriod'],
        ],
      ],
    ],
    '自立支援・重度化防止の取組み': [
      [
        '通所型サービスC',
        [
          [
            '見直し検討',
            '2022-11',
            '2023-01',
            'preparation',
            {
              state: 'done',
              actualStart: '2022-11' as SpanEdge,
              actualEnd: '2023-01-T2' as SpanEdge,
            },
          ],
          [
            '試行',
            '2023-02',
            '2023-03',
            'trial',
            { state: 'running', actualStart: '2023-02' as SpanEdge },
          ],
          ['試行の継続（結果を出す）', '2023-04', '2024-03', 'trial', { progress: 40 }],
          ['本格実施', '2024-04', '2028-03', 'operation'],
        ],
      ],
      [
        '「基本的あり方」',
        [
          ['策定', '2023-04', '2024-03', 'preparation'],
          ['運用・見直し', '2024-04', '2027-03', 'operation'],
        ],
      ],
      [
        'ケアマネジメント研修',
        [
          ['事例検討', '2023-06', '2023-08', 'operation'],
          ['事例検討', '2023-12', '2024-02', 'operation'],
        ],
        [['第3回 午後', '2023-02-13']],
      ],
    ],
    支援体制の整備: [
      [
        '相談対応の見直し',
        [
          ['見直し', '2023-03', '2023-09', 'preparation', { progress: 60 }],
          ['新しい窓口対応', '2023-10', '2027-03', 'operation'],
        ],
      ],
      [
        '卒業後の活躍の場',
        [
          ['受け皿づくり', '2023-07', '2024-03', 'other'],
          ['拡大', '2024-04', '2027-03', 'operation', { state: 'cancelled' }],
        ],
      ],
    ],
    地域連携: [
      [
        '効果がわかる動画',
        [
          ['作成', '2023-01', '2023-03', 'preparation'],
          ['周知', '2023-04', '2027-03', 'operation'],
        ],
      ],
      [
        '住民向け研修',
        [],
        [
          ['', '2023-02-13'],
          ['日どりは未定', ''],
        ],
      ],
    ],
    関係機関: [['会議', [['庁内会議', '2023-02-T2', '2023-02-T2', 'other']]]],
  },
  {
    caption: '熊本県 認知症対策・地域ケア推進課　地域包括ケア推進市町村支援事業',
    provisional: true,
  },
  [
    ['試行', '試行の継続（結果を出す）'],
    ['見直し', '新しい窓口対応'],
    ['見直し検討', '作成'],
    ['作成', '受け皿づくり'],
  ],
);

const pad = (number: number): string => String(number).padStart(2, '0');

/** A large roadmap: so many bars, three to a lane, over these fiscal years. */
export const largeRoadmap = (bars: number, years: number): Roadmap => {
  const lanes = Math.ceil(bars / 3);
  const groups: Record<string, LaneWords[]> = {};
  for (let lane = 0; lane < lanes; lane += 1) {
    const group = `分野${Math.floor((lane * 6) / lanes) + 1}の取組み`;
    const own: BarWords[] = [];
    for (let index = 0; index < 3 && lane * 3 + index < bars; index += 1) {
      const month = ((lane * 7) % 5) + Math.floor((index * years * 12) / 3);
      const length = 2 + ((lane * 5 + index * 3) % Math.max(3, years * 3));
      const at = (offset: number): string =>
        `${2022 + Math.floor((month + offset + 3) / 12)}-${pad(((month + offset + 3) % 12) + 1)}`;
      const kind = BAR_KINDS[(lane + index) % BAR_KINDS.length] ?? 'other';
      own.push([
        `取組み${lane + 1}の${['準備', '試行', '本格実施'][index]}`,
        at(0),
        at(length),
        kind,
      ]);
    }
    groups[group] = [...(groups[group] ?? []), [`取組み${lane + 1}の名前`, own]];
  }
  return roadmapOfWords(groups, {
    firstMonth: '2022-04' as Month,
    lastMonth: `${2022 + years}-03` as Month,
  });
};

export const EMPTY_ROADMAP: Roadmap = roadmapOfWords({}, { title: '', caption: '' });

/** Names that would break out of what they stand in. */
export const HOSTILE: Roadmap = roadmapOfWords(
  {
    '<img src=x onerror=alert(1)>': [
      [
        '"><script>alert(1)</script>',
        [
          ['=HYPERLINK("http://x")', '2023-01', '2023-12', 'operation', { source: ']]>&amp;' }],
          ['+1-2 @SUM(A1)', '2024-01', '2024-02', 'trial'],
          ["\u0000\u0008\ud800 'x' & <b>", '2024-05', '2026-02', 'other'],
        ],
        [['-cmd|calc', '2025-03']],
      ],
    ],
    [`長い分野${'名'.repeat(190)}`]: [
      [
        `長い取組み${'名'.repeat(190)}`,
        [[`長い帯${'名'.repeat(190)}`, '2023-01', '2023-02', 'trial']],
      ],
    ],
    空の分野: [],
  },
  {
    title: '<svg onload=alert(1)>',
    caption: '&lt;script&gt;',
    foldedYears: [2025 as FiscalYear],
  },
);
