import { caseDocument, type DocumentId, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { readMunicipalityList } from '#shared/domain/office/municipality-list.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { type Settings, settingsSchema } from '#shared/ipc/settings.ts';
import municipalityFile from '../../../resources/municipalities.json' with { type: 'json' };
import { writeCase } from './case-document.ts';
import { folderOfSet } from './log-writer.ts';
import { writeOffice } from './office-document.ts';
import { createSeeded } from './seeded.ts';

/** Design 8, the last year typed letter by letter: 45 municipalities × 10 years, 13,500 meetings with notes, 40,000 findings. */
export const FULL_SCALE = { municipalities: 45, years: 10, findings: 40_000, typedYears: 1 };
export type Scale = typeof FULL_SCALE;

const PREFECTURE = '43';
const LAST_YEAR = 2026;

export type ScaleFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * A data folder after ten years of use, file by file; the same seed gives the same bytes.
 * Paths stand below the data folder and use `/`.
 */
export function* scaleFiles(seed: string, scale: Scale = FULL_SCALE): Generator<ScaleFile> {
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

  const logFile = (document: DocumentId, bytes: Uint8Array): ScaleFile => ({
    path: `records/logs/${folderOf(document)}/${device}.log`,
    bytes,
  });
  const covered = readMunicipalityList(municipalityFile)
    .municipalities.filter(({ prefectureCode }) => prefectureCode === PREFECTURE)
    .slice(0, scale.municipalities);
  const { office, bytes } = writeOffice(seed, device, covered);
  yield logFile(OFFICE, bytes);

  const all = covered.length * scale.years;
  const findingsUntil = (count: number): number => Math.floor((count * scale.findings) / all);
  let written = 0;
  for (const municipality of covered) {
    let continuesCase = '';
    for (let year = LAST_YEAR - scale.years + 1; year <= LAST_YEAR; year += 1) {
      const id = seeded.id<CaseId>();
      const findings = findingsUntil(written + 1) - findingsUntil(written);
      const isTyped = year > LAST_YEAR - scale.typedYears;
      const wishes = { id, municipality, fiscalYear: year, continuesCase, findings, isTyped };
      yield logFile(caseDocument(id), writeCase(seed, device, office, wishes));
      continuesCase = id;
      written += 1;
    }
  }
}

const json = (path: string, value: unknown): ScaleFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`),
});
