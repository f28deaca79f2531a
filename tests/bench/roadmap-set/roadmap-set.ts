import { addBar } from '#data/operations/roadmap/bars.ts';
import { addDependency } from '#data/operations/roadmap/dependencies.ts';
import { beginRoadmap } from '#data/operations/roadmap/roadmap.ts';
import { addMonths } from '#shared/dates/calendar.ts';
import { month } from '#shared/dates/types.ts';
import { caseDocument, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import {
  type ListedMunicipality,
  readMunicipalityList,
} from '#shared/domain/office/municipality-list.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { BAR_KINDS } from '#shared/domain/roadmap/collections.ts';
import type { BarId, LaneId } from '#shared/domain/roadmap/model.ts';
import { type Settings, settingsSchema } from '#shared/ipc/settings.ts';
import type { Result } from '#shared/result.ts';
import municipalityFile from '../../../resources/municipalities.json' with { type: 'json' };
import { asId } from '../../support/ids.ts';
import { createLogWriter, folderOfSet } from '../scale-set/log-writer.ts';
import { writeOffice } from '../scale-set/office-document.ts';
import type { ScaleFile } from '../scale-set/scale-set.ts';
import { createSeeded, type Seeded } from '../scale-set/seeded.ts';

/** How many bars the roadmaps have, each a case of its own. */
export const SIZES = [300, 1000] as const;

const PREFECTURE = '43';
const FIRST_YEAR = 2022;
const YEARS = 5;
const LANES_IN_GROUP = 10;
const BEGINNING = Date.UTC(FIRST_YEAR, 3, 4);
const GROUPS = ['支援', '介護保険事業計画', '自立支援・重度化防止の取組み', '支援体制の整備'];
const LANES = ['国の伴走支援', '通所型サービスC', '「基本的あり方」', 'ケアマネジメント研修'];
const BARS = [
  ...['見直し検討', '試行', '試行の継続（結果を出す）', '本格実施', '策定', '運用・見直し'],
  ...['受け皿づくり', '事例検討', '関係機関への説明と調整', '新しい窓口対応'],
];

/** A bar as any chart takes it: from the first day of a month to the last one of another. */
export type PlainBar = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
};
export type PlainRoadmap = { readonly caseId: string; readonly bars: readonly PlainBar[] };

/** What lies beside the data: the same bars for another chart, by size. */
export const PLAIN_FILE = 'roadmaps.json';

/** A data folder with one case for each size: its roadmap, over five fiscal years, five bars to a lane. */
export function* roadmapFiles(seed: string): Generator<ScaleFile> {
  const seeded = createSeeded(seed);
  const device = seeded.id<DeviceId>();
  const settings: Settings = settingsSchema.parse({
    prefecture: PREFECTURE,
    section: '市町村支援班',
    userName: '担当者 1',
  });
  yield json('settings/settings.json', settings);
  yield json('records/folder.json', { folder: folderOfSet(device) });
  yield json(`records/devices/${device}.json`, { run: 1, at: 0 });
  const covered = readMunicipalityList(municipalityFile)
    .municipalities.filter(({ prefectureCode }) => prefectureCode === PREFECTURE)
    .slice(0, SIZES.length);
  const { bytes } = writeOffice(seed, device, covered);
  yield { path: `records/logs/${folderOf(OFFICE)}/${device}.log`, bytes };
  const plain: Record<number, PlainRoadmap> = {};
  for (const [index, size] of SIZES.entries()) {
    const municipality = covered[index];
    if (!municipality) throw new Error('too few municipalities');
    const written = writeRoadmap(seeded, device, municipality, size);
    plain[size] = written.plain;
    const path = `records/logs/${folderOf(caseDocument(written.caseId))}/${device}.log`;
    yield { path, bytes: written.bytes };
  }
  yield json(PLAIN_FILE, plain);
}

const writeRoadmap = (
  seeded: Seeded,
  device: DeviceId,
  municipality: ListedMunicipality,
  size: number,
) => {
  const caseId = seeded.id<CaseId>();
  const document = caseDocument(caseId);
  const log = createLogWriter(document, device, seeded);
  log.begin(BEGINNING);
  log.edit(`案件をつくる（${municipality.name}）`, (draft) => {
    draft.create(document, cases, caseValues(municipality), caseId);
  });
  let lanes: readonly LaneId[] = [];
  log.edit('ロードマップをはじめる', (draft) => {
    const begun = must(
      beginRoadmap(draft, document, { ...PERIOD, groups: groupsFor(size / YEARS) }),
    );
    lanes = begun.groups.flatMap((group) => group.lanes);
  });
  const plain: PlainBar[] = [];
  for (const [index, lane] of lanes.entries()) {
    const ids: BarId[] = [];
    log.edit('帯を追加', (draft) => {
      for (let year = 0; year < YEARS; year += 1) {
        const first = addMonths(month(`${FIRST_YEAR + year}-04`), seeded.int(0, 4));
        const last = addMonths(first, seeded.int(2, 7));
        const label = seeded.pick(BARS);
        const values = { lane, label, start: first, end: last, kind: seeded.pick(BAR_KINDS) };
        const id = must(addBar(draft, document, values));
        ids.push(id);
        plain.push({ id, name: label, start: `${first}-01`, end: `${last}-28` });
      }
    });
    if (index % 3 !== 0) continue;
    log.edit('帯をつなぐ', (draft) => {
      const [before, after] = ids;
      if (before && after) must(addDependency(draft, document, before, after));
    });
  }
  return { caseId, plain: { caseId, bars: plain }, bytes: log.bytes() };
};

const PERIOD = { firstMonth: `${FIRST_YEAR}-04`, lastMonth: `${FIRST_YEAR + YEARS}-03` };

const groupsFor = (lanes: number) =>
  Array.from({ length: Math.ceil(lanes / LANES_IN_GROUP) }, (_, group) => ({
    name: `${GROUPS[group % GROUPS.length]} ${group + 1}`,
    lanes: Array.from(
      { length: Math.min(LANES_IN_GROUP, lanes - group * LANES_IN_GROUP) },
      (_, lane) => ({
        name: `${LANES[lane % LANES.length]} ${group + 1}-${lane + 1}`,
      }),
    ),
  }));

const caseValues = (municipality: ListedMunicipality) => ({
  municipalityCode: asId(municipality.code),
  municipalityName: municipality.name,
  prefectureName: municipality.prefecture,
  fiscalYear: FIRST_YEAR,
  programme: 'national' as const,
  programmeName: '',
  entry: 'volunteered' as const,
  entryDate: `${FIRST_YEAR}-04`,
  entryReason: '',
  themeText: '',
  section: '市町村支援班',
  continuesCase: asId(''),
  source: '',
});

const must = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Error(result.error.happened);
};

const json = (path: string, value: unknown): ScaleFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value)}\n`),
});
