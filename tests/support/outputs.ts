import { NO_FILTER as ALL_OF_CHAIN } from '#features/findings/chain.ts';
import { chainFor } from '#features/findings/chain-out.ts';
import { isOfOneMeeting } from '#features/materials/model.ts';
import { promiseLines, promiseTable } from '#features/promises/model.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { bookTable } from '#shared/domain/handover/book-table.ts';
import { bookletTable } from '#shared/domain/knowhow/booklet.ts';
import { matrixTable } from '#shared/domain/knowhow/matrix.ts';
import { TABLE_FIELDS } from '#shared/domain/meeting/table-fields.ts';
import type { Audience } from '#shared/domain/record/audience.ts';
import type { Outgoing } from '#shared/domain/record/outgoing.ts';
import { buildRoadmap } from '#shared/domain/roadmap/build.ts';
import { roadmapFor } from '#shared/domain/roadmap/paper/for-audience.ts';
import { drawRoadmap } from '#shared/domain/roadmap/paper/page.ts';
import { roadmapSheets } from '#shared/domain/roadmap/paper/workbook.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import { TABLE_IDS } from '#shared/domain/tables/material.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { BORN, HANDED_OVER, type MarkedWorld } from './marked-world.ts';

/** A way out of the app: what it says of a world to an audience, with whatever its settings can add to it. */
export type Output = {
  readonly name: string;
  /** The file that lets it out. */
  readonly file: string;
  readonly made: (
    world: MarkedWorld,
    audience: Audience,
  ) => readonly { readonly outgoing: Outgoing }[];
};

const TODAY = day('2023-11-27');

/**
 * Every way out of the app. Not in it: a cell that is copied out of the roadmap's table to be pasted into it
 * again, and what a pasted table said that could not be read.
 */
export const OUTPUTS: readonly Output[] = [
  {
    name: '資料',
    file: 'renderer/features/materials/components/materials-page.tsx',
    made: (world, audience) => {
      const rows = { ...world.rows, born: BORN };
      const options = TABLE_IDS.flatMap((id) => {
        const all = {
          ...usualOptions(id),
          ...{ names: true, reasons: true, hiddenKinds: [], entry: true },
          shownFields: TABLE_FIELDS.map((field) => field.id),
        };
        const chosen = rows.meetings.map((meeting) => ({ ...all, meeting: meeting.id as string }));
        return [all, { ...all, names: false }, ...(isOfOneMeeting(id) ? chosen : [])].map(
          (each) => [id, each] as const,
        );
      });
      return options.map(([id, each]) => buildTable(id, rows, each, audience));
    },
  },
  {
    name: '市町村とテーマの表',
    file: 'renderer/features/themes/components/matrix-page.tsx',
    made: (world, audience) => [
      matrixTable(world.rows.themes, world.digests, { hidden: [], since: null, audience }),
    ],
  },
  {
    name: 'ノウハウ集',
    file: 'renderer/features/knowhow/components/booklet-page.tsx',
    made: (world, audience) => {
      const { knowHows, themes } = world.rows;
      return [bookletTable(knowHows, themes, { audience, hidden: [], today: TODAY })];
    },
  },
  {
    name: '予定',
    file: 'renderer/features/promises/components/promises-page.tsx',
    made: (world, audience) => {
      const rows = { cases: world.digests, settled: [] };
      return [promiseTable(promiseLines(rows, TODAY), '対応事項の一覧', audience)];
    },
  },
  {
    name: '課題と対応',
    file: 'renderer/features/findings/components/chain-screen.tsx',
    made: (world, audience) => {
      const view = { filter: ALL_OF_CHAIN, sort: undefined, today: TODAY };
      return [chainFor(world.rows, view, '課題と対応', audience)];
    },
  },
  {
    name: '引継書',
    file: 'renderer/features/handover/components/book-paper.tsx',
    made: ({ rows: { case: row, ...rows } }, audience) => {
      const book = { ...rows, ...HANDED_OVER, cases: [row] };
      const options = { audience, hidden: [], today: TODAY };
      return [bookTable('case', book, options), bookTable('office', book, options)];
    },
  },
  {
    name: 'ロードマップ',
    file: 'renderer/features/roadmap/output/use-out.ts',
    made: (world, audience) => {
      const rows = world.rows;
      const roadmap = buildRoadmap({ ...rows, roadmap: null, fiscalYear: fiscalYear(2022) });
      const { roadmap: shown, outgoing } = roadmapFor(roadmap, rows.meetings, audience);
      const options = {
        ...({ size: 'a3', zoom: 'fit', municipality: '益城町', versionName: '' } as const),
        ...{ date: TODAY, today: null, compared: shown, comparedName: '3月版' },
        ...{ withSources: true, outgoing },
      };
      return [
        { outgoing, drawing: drawRoadmap(shown, options), sheets: roadmapSheets(shown, options) },
      ];
    },
  },
];
