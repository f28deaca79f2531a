import * as Y from 'yjs';
import { textName } from '#data/documents/keys.ts';
import { caseDocument, type DocumentId, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, attendances, findings, meetings } from '#shared/domain/meeting/meeting.ts';
import {
  type ListedMunicipality,
  readMunicipalityList,
} from '#shared/domain/office/municipality-list.ts';
import type { CaseId, DeviceId, MeetingId } from '#shared/domain/record/ids.ts';
import { type Settings, settingsSchema } from '#shared/ipc/settings.ts';
import municipalityFile from '../../../resources/municipalities.json' with { type: 'json' };
import { asId } from '../../support/ids.ts';
import { createLogWriter, folderOfSet, type LogWriter } from '../scale-set/log-writer.ts';
import { sentence, textOf } from '../scale-set/notes.ts';
import { writeOffice } from '../scale-set/office-document.ts';
import type { ScaleFile } from '../scale-set/scale-set.ts';
import { createSeeded, type Seeded } from '../scale-set/seeded.ts';

const PREFECTURE = '43';
const FIRST_YEAR = 2016;
const YEARS = 10;
/** The case that is looked at, and one of a year beside it. */
const CASES_IN_YEARS = [YEARS, 1] as const;
const MEETINGS_A_YEAR = 30;
const NOTE_LETTERS = 500;
const LETTERS_IN_A_COMMIT = 4;
const DAYS_BETWEEN = 12;
const DAY_MS = 86_400_000;

/** What lies beside the data: the ids of the cases, and their municipalities' names. */
export const CASE_FILE = 'case.json';

/** A data folder with a case of ten years and one of a year, all of whose meetings were written letter by letter. */
export function* historyFiles(seed: string): Generator<ScaleFile> {
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
    .slice(0, CASES_IN_YEARS.length);
  const { bytes } = writeOffice(seed, device, covered);
  yield { path: `records/logs/${folderOf(OFFICE)}/${device}.log`, bytes };
  const names = new Map<CaseId, string>();
  for (const [index, years] of CASES_IN_YEARS.entries()) {
    const municipality = covered[index];
    if (municipality === undefined) throw new Error('too few municipalities');
    const written = writeCase(seeded, device, municipality, years);
    names.set(written.caseId, municipality.name);
    const path = `records/logs/${folderOf(caseDocument(written.caseId))}/${device}.log`;
    yield { path, bytes: written.bytes };
  }
  const [caseId, ofAYear] = names.keys();
  yield json(CASE_FILE, { caseId, ofAYear, names: Object.fromEntries(names) });
}

const writeCase = (
  seeded: Seeded,
  device: DeviceId,
  { code, name, prefecture }: ListedMunicipality,
  years: number,
): { readonly caseId: CaseId; readonly bytes: Uint8Array } => {
  const caseId = seeded.id<CaseId>();
  const document = caseDocument(caseId);
  const log = createLogWriter(document, device, seeded);
  log.begin(Date.UTC(FIRST_YEAR, 3, 4));
  log.edit(`案件をつくる（${name}）`, (draft) => {
    const values = {
      municipalityCode: asId(code),
      municipalityName: name,
      prefectureName: prefecture,
      fiscalYear: FIRST_YEAR + YEARS - 1,
    };
    draft.create(document, cases, values, caseId);
  });
  for (let index = 0; index < years * MEETINGS_A_YEAR; index += 1) {
    log.begin(Date.UTC(FIRST_YEAR, 3, 4) + index * DAYS_BETWEEN * DAY_MS);
    writeMeeting(log, seeded, document, index);
  }
  return { caseId, bytes: log.bytes() };
};

const writeMeeting = (
  log: LogWriter,
  seeded: Seeded,
  document: DocumentId,
  index: number,
): void => {
  const meeting = seeded.id<MeetingId>();
  const day = new Date(Date.UTC(FIRST_YEAR, 3, 4) + index * DAYS_BETWEEN * DAY_MS);
  log.edit('会合を追加', (draft) =>
    draft.create(
      document,
      meetings,
      { kind: 'exchange', title: sentence(seeded), date: day.toISOString().slice(0, 10) },
      meeting,
    ),
  );
  log.edit('場所を変更', (draft) => draft.set(document, meetings, meeting, { place: '役場' }));
  for (let each = 0; each < 3; each += 1) {
    const order = `a${each}`;
    log.edit('出席を追加', (draft) =>
      draft.create(document, attendances, { meeting, name: '担当者', order }),
    );
    const text = sentence(seeded);
    log.edit('課題を追加', (draft) =>
      draft.create(document, findings, { meeting, kind: 'issue', text, order }),
    );
  }
  log.edit('対応事項を追加', (draft) =>
    draft.create(document, actions, { meeting, text: sentence(seeded), order: 'a0' }),
  );
  type(log, textOf(seeded, NOTE_LETTERS), (doc) => {
    const note = doc.getXmlFragment(textName('meetings', meeting, 'note'));
    const [block] = note.toArray();
    if (block instanceof Y.XmlElement) {
      const [text] = block.toArray();
      if (text instanceof Y.XmlText) return text;
    }
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    note.insert(0, [paragraph]);
    return text;
  });
};

const type = (log: LogWriter, letters: string, textIn: (doc: Y.Doc) => Y.XmlText): void => {
  for (let at = 0; at < letters.length; at += LETTERS_IN_A_COMMIT) {
    log.edit('記録の本文を入力', (_, doc) => {
      const text = textIn(doc);
      text.insert(text.length, letters.slice(at, at + LETTERS_IN_A_COMMIT));
    });
  }
};

const json = (path: string, value: unknown): ScaleFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value)}\n`),
});
