import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import encoding from 'encoding-japanese';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHandedOver, rememberHandedOver } from '#electron/services/banso-file/handed-over.ts';
import { clearTraces } from '#electron/services/erasing/clear-traces.ts';
import { lookBeside } from '#electron/services/erasing/look-beside.ts';
import { sayingOf } from '#electron/services/erasing/text-in-file.ts';
import { expiryOf, keptOf } from '#shared/backup/retention.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { patternOf } from '#shared/text/sought-words.ts';
import { follow } from '../support/backups.ts';
import { pack } from '../support/pack.ts';

const NAME = '佐渡 権蔵';
const TEXT = `相談は${NAME}さんから。\n`;
const PATTERN = patternOf([NAME]) ?? /$/u;

const looked = (bytes: Uint8Array): string => sayingOf(bytes, PATTERN);
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const zipOf = (entries: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  new Uint8Array(pack(Object.entries(entries).map(([name, bytes]) => ({ name, bytes }))));

/** A Word document whose name is cut into runs, as Word cuts them. */
const wordFile = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': bytesOf('<Types/>'),
    'word/document.xml': bytesOf(`<w:document><w:body>${body}</w:body></w:document>`),
    ...more,
  });

describe('a file that may say what is to be erased', () => {
  it('says so in any of the encodings in which offices write', () => {
    const inJapanese = (to: 'SJIS' | 'EUCJP') =>
      Uint8Array.from(encoding.convert(encoding.stringToCode(TEXT), { to, from: 'UNICODE' }));
    for (const bytes of [
      bytesOf(TEXT),
      Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
      Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(),
      inJapanese('SJIS'),
      inJapanese('EUCJP'),
      bytesOf('<p>&#20304;&#x6e21;権蔵</p>'),
    ]) {
      expect(looked(bytes)).toBe('says');
    }
    expect(looked(inJapanese('SJIS').subarray(0, 6))).toBe('silent');
  });

  it('says so in Word, though the name is cut into runs, and in Excel', () => {
    expect(looked(wordFile('<w:r><w:t>佐渡</w:t></w:r><w:r><w:t>権蔵</w:t></w:r>'))).toBe('says');
    expect(looked(wordFile('<w:t>ほかの人</w:t>'))).toBe('silent');
    const reading = '<rPh sb="0" eb="2"><t>さど</t></rPh>';
    const sheet = zipOf({
      '[Content_Types].xml': bytesOf('<Types/>'),
      'xl/sharedStrings.xml': bytesOf(`<sst><si><t>佐渡</t>${reading}<t>権蔵</t></si></sst>`),
    });
    expect(looked(sheet)).toBe('says');
  });

  it('is closed where nobody can say: pictures, PDF, old and sealed documents, archives, broken ones', () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13);
    for (const bytes of [
      picture,
      bytesOf('%PDF-1.7\n1 0 obj'),
      bytesOf('{\\rtf1 x}'),
      bytesOf('Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n5L2Q'),
      wordFile('<w:t>ほかの人</w:t>', { 'word/media/image1.png': picture }),
      zipOf({ 'memo.txt': bytesOf('ほか') }),
      wordFile('<w:t>ほかの人</w:t>').subarray(0, 60),
    ]) {
      expect(looked(bytes)).toBe('closed');
    }
  });
});

describe('what lies beside the logs', () => {
  const place = { data: '', records: '', settings: '' };
  beforeEach(() => {
    place.data = mkdtempSync(path.join(tmpdir(), 'banso-beside-'));
    place.records = path.join(place.data, 'records');
    place.settings = path.join(place.data, 'settings');
    mkdirSync(place.settings);
  });
  afterEach(() => rmSync(place.data, { recursive: true, force: true }));

  const put = (bytes: Uint8Array, ...parts: readonly string[]): void => {
    const file = path.join(place.data, ...parts);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const [SAYS, SILENT, CLOSED, ASIDE] = ['a', 'b', 'c', 'd'].map((each) => each.repeat(64));
  const TORN = `x.log.torn-20270401T000000000Z-${'0'.repeat(16)}`;
  const CORRUPT = `settings.json.corrupt-20270401T000000000Z-${'1'.repeat(16)}`;
  const look = () => lookBeside({ ...place, words: [NAME] }, follow());

  it('is looked through: attached files, those that a restore moved aside, and what was set aside', async () => {
    put(bytesOf(TEXT), 'records', 'attachments', String(SAYS));
    put(bytesOf('ほか'), 'records', 'attachments', String(SILENT));
    put(Uint8Array.of(0, 1), 'records', 'attachments', String(CLOSED));
    put(
      bytesOf(TEXT),
      'records',
      'before-restore',
      '20270401T093000000Z',
      'attachments',
      String(ASIDE),
    );
    put(bytesOf('packed'), 'records', 'logs', 'office', TORN);
    put(bytesOf(TEXT), 'settings', CORRUPT);
    put(bytesOf(TEXT), 'browser', 'IndexedDB', CORRUPT);
    expect(await look()).toEqual({
      attachments: [
        { hash: SAYS, finding: 'says' },
        { hash: CLOSED, finding: 'closed' },
        { hash: ASIDE, finding: 'says' },
      ],
      setAside: expect.arrayContaining([
        { name: TORN, finding: 'closed' },
        { name: CORRUPT, finding: 'says' },
      ]),
    });
    await clearTraces(place, {
      documents: [],
      attachments: [String(SAYS), String(ASIDE)],
      words: [NAME],
    });
    const left = await look();
    expect(left.attachments).toEqual([{ hash: CLOSED, finding: 'closed' }]);
    expect(left.setAside).toEqual([{ name: TORN, finding: 'closed' }]);
  });

  it('tells the hand-over files that were made, and forgets a place whose name says what is erased', async () => {
    const documents = [caseDocument('case1' as CaseId)];
    expect(await readHandedOver(place.settings)).toEqual([]);
    await rememberHandedOver(place.settings, { at: 1, path: `E:\\${NAME}.banso`, documents });
    await rememberHandedOver(place.settings, { at: 2, path: 'E:\\引継ぎ.banso', documents });
    await rememberHandedOver(place.settings, { at: 3, path: 'E:\\引継ぎ.banso', documents });
    expect((await readHandedOver(place.settings)).map(({ at }) => at)).toEqual([3, 1]);
    await clearTraces(place, { documents, attachments: [], words: [NAME] });
    expect((await readHandedOver(place.settings)).map((each) => each.path)).toEqual([
      'E:\\引継ぎ.banso',
      '',
    ]);
  });
});

describe('the day on which a backup goes', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const NOW = Date.UTC(2026, 10, 27, 1);

  it('is the first on which the rule of days, weeks and months keeps it no more', () => {
    const made = Array.from({ length: 60 }, (_, days) => ({ at: NOW - days * DAY }));
    const generations = keptOf(made, 540);
    const expiry = expiryOf(generations, NOW, 540);
    for (const generation of generations) {
      const goes = expiry.get(generation) ?? 0;
      const daily = (until: number) =>
        Array.from({ length: Math.round((until - NOW) / DAY) }, (_, at) => ({
          at: NOW + (at + 1) * DAY,
        }));
      const stays = (until: number): boolean =>
        keptOf([...generations, ...daily(until)], 540).includes(generation);
      expect(stays(goes - DAY)).toBe(true);
      expect(stays(goes)).toBe(false);
    }
  });
});
