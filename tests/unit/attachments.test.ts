import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictureHash, pictureType, readPicture } from '#electron/security/attached-pictures.ts';
import { copyName, createOpenedCopies } from '#electron/services/attachments/opened-copies.ts';
import { createAttachmentStore } from '#electron/services/attachments/store.ts';
import {
  attachmentName,
  endingOf,
  isOpenable,
  isPicture,
  lookOf,
  sizeWords,
} from '#shared/domain/attachment/file-kind.ts';
import { pictureAddress } from '#shared/domain/attachment/picture-address.ts';
import { failing } from '#tests/support/failing-disk.ts';

const sha = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
const folders = { all: '', records: '', desk: '' };
const store = () => createAttachmentStore(folders.records);
const kept = (): readonly string[] => {
  const folder = path.join(folders.records, 'attachments');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const onDesk = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folders.desk, name);
  writeFileSync(file, content);
  return file;
};

beforeEach(() => {
  const all = mkdtempSync(path.join(tmpdir(), 'banso-attached-'));
  Object.assign(folders, {
    all,
    records: path.join(all, 'records'),
    desk: path.join(all, 'desk'),
  });
  mkdirSync(folders.records, { mode: 0o700 });
  mkdirSync(folders.desk);
});
afterEach(() => rmSync(folders.all, { recursive: true, force: true }));

describe('a file that is attached', () => {
  it('lies in the records folder by the hash of its bytes, once, whatever it is called', async () => {
    const first = await store().takeFile(onDesk('次第.pdf', '%PDF-次第'));
    expect(first).toEqual({
      ok: true,
      value: { name: '次第.pdf', size: Buffer.byteLength('%PDF-次第'), hash: sha('%PDF-次第') },
    });
    const second = await store().takeFile(onDesk('写し.pdf', '%PDF-次第'));
    expect(second).toMatchObject({ ok: true, value: { name: '写し.pdf', hash: sha('%PDF-次第') } });
    expect(kept()).toEqual([sha('%PDF-次第')]);
    const file = path.join(folders.records, 'attachments', sha('%PDF-次第'));
    expect(readFileSync(file, 'utf8')).toBe('%PDF-次第');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is taken whole whatever its length', async () => {
    for (const length of [1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_001]) {
      const bytes = new Uint8Array(length).map((_, at) => (at * 31) % 251);
      const found = await store().takeFile(onDesk('長さ.bin', bytes));
      expect(found).toMatchObject({ ok: true, value: { size: length, hash: sha(bytes) } });
      expect(await store().prove(sha(bytes))).toBe('whole');
    }
  });

  it('out of the clipboard is kept by its bytes', async () => {
    const found = await store().takeBytes('..\\..\\x.exe', Uint8Array.of(1, 2));
    expect(found).toMatchObject({ ok: true, value: { name: 'x.exe', size: 2 } });
  });

  it('is refused with its size when it is too large, before a byte is copied', async () => {
    const file = onDesk('会議の録画.mp4', '');
    truncateSync(file, 2 * 1024 ** 3);
    const found = await store().takeFile(file);
    expect(found).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(found.ok ? '' : found.error.happened).toContain('2 GB');
    expect(kept()).toEqual([]);
  });

  it.each([
    ['a folder', () => folders.desk, 'ファイルではない'],
    ['an empty file', () => onDesk('空.txt', ''), '中身が空'],
    ['a file that is not there', () => path.join(folders.desk, 'ない.pdf'), '読み取れません'],
    [
      'a link',
      () => {
        const link = path.join(folders.desk, 'リンク.pdf');
        symlinkSync(onDesk('元.pdf', 'x'), link);
        return link;
      },
      'リンク',
    ],
    ['a device', () => '/dev/zero', 'ファイルではない'],
  ])('is refused, told and leaves nothing when it is %s', async (_what, make, words) => {
    const found = await store().takeFile(make());
    expect(found.ok ? '' : found.error.happened).toContain(words);
    expect(kept()).toEqual([]);
  });

  it('is refused when it changes while it is read', async () => {
    const file = onDesk('書き込み中.csv', new Uint8Array(3_000_000).fill(65));
    const taking = store().takeFile(file);
    // Written to again and again until it has been read.
    const writing = setInterval(() => appendFileSync(file, 'B'), 0);
    const found = await taking;
    clearInterval(writing);
    expect(found.ok ? '' : found.error.happened).toContain('変わった');
    expect(kept()).toEqual([]);
  });

  it('tells when it is missing or altered, and heals when it is attached again', async () => {
    const file = onDesk('名簿.xlsx', 'PK名簿');
    await store().takeFile(file);
    const inside = path.join(folders.records, 'attachments', sha('PK名簿'));
    writeFileSync(inside, 'PK名薄');
    expect(await store().prove(sha('PK名簿'))).toBe('altered');
    const copied = await store().copyTo(
      sha('PK名簿'),
      '名簿.xlsx',
      path.join(folders.desk, '出.xlsx'),
    );
    expect(copied.ok ? '' : copied.error.happened).toContain('中身が変わっています');
    expect(existsSync(path.join(folders.desk, '出.xlsx'))).toBe(false);
    await store().takeFile(file);
    expect(await store().prove(sha('PK名簿'))).toBe('whole');
    rmSync(inside);
    expect(await store().prove(sha('PK名簿'))).toBe('missing');
    const gone = await store().copyTo(
      sha('PK名簿'),
      '名簿.xlsx',
      path.join(folders.desk, '出.xlsx'),
    );
    expect(gone.ok ? '' : gone.error.happened).toContain('見つかりません');
    expect(readdirSync(folders.desk)).toEqual(['名簿.xlsx']);
  });

  it('takes away what a killed copy has left in a folder, once it is a day old, and nothing else', async () => {
    await store().takeFile(onDesk('名簿.xlsx', 'PK名簿'));
    const [left, young] = ['.banso-0123456789abcdef.tmp', '.banso-0123456789abcde0.tmp'];
    for (const name of [left, young, '0123456789abcdef.tmp']) onDesk(name, 'PK');
    utimesSync(path.join(folders.desk, left), 0, 0);
    utimesSync(path.join(folders.desk, '0123456789abcdef.tmp'), 0, 0);
    const to = path.join(folders.desk, '出.xlsx');
    expect(await store().copyTo(sha('PK名簿'), '名簿.xlsx', to)).toMatchObject({ ok: true });
    const now = ['.banso-0123456789abcde0.tmp', '0123456789abcdef.tmp', '出.xlsx', '名簿.xlsx'];
    expect(readdirSync(folders.desk).sort()).toEqual(now.sort());
  });

  it('is read again when its bytes changed after they were proven', async () => {
    const own = store();
    await own.takeFile(onDesk('表.csv', 'a,b'));
    expect(await own.prove(sha('a,b'))).toBe('whole');
    appendFileSync(path.join(folders.records, 'attachments', sha('a,b')), 'c');
    expect(await own.prove(sha('a,b'))).toBe('altered');
  });

  it('takes away what a power cut has left of a copy, and nothing else', async () => {
    const folder = path.join(folders.records, 'attachments');
    mkdirSync(folder);
    writeFileSync(path.join(folder, '.0123456789abcdef.tmp'), 'half');
    writeFileSync(path.join(folder, 'メモ.txt'), 'x');
    await store().takeFile(onDesk('次第.pdf', 'x'));
    expect(kept().toSorted()).toEqual(['メモ.txt', sha('x')].toSorted());
  });

  it('never follows a link that stands in place of its folder', async () => {
    symlinkSync(folders.desk, path.join(folders.records, 'attachments'));
    const found = await store().takeFile(onDesk('次第.pdf', 'x'));
    expect(found).toMatchObject({ ok: false });
    expect(readdirSync(folders.desk)).toEqual(['次第.pdf']);
  });
});

describe('a disk that fills up', () => {
  it('in the middle of a copy leaves nothing half, and is told', async () => {
    const file = onDesk('写真.jpg', new Uint8Array(5_000_000));
    const end = failing({ path: /\.tmp$/, writeFile: 'ENOSPC' });
    const found = await store().takeFile(file);
    end();
    expect(found).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(kept()).toEqual([]);
  });

  it('is told before the first byte where there is no room for all of them', async () => {
    const { statfs } = promises;
    promises.statfs = (async (folder: string) => ({
      ...(await statfs(folder)),
      bavail: 15_000,
      bsize: 4096,
    })) as typeof statfs;
    syncBuiltinESMExports();
    const found = await store().takeFile(onDesk('次第.pdf', 'x'));
    promises.statfs = statfs;
    syncBuiltinESMExports();
    expect(found).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(kept()).toEqual([]);
  });
});

describe('a copy for another program', () => {
  it('has the name of its file, can only be read, and goes with the next start', async () => {
    const own = store();
    await own.takeFile(onDesk('次第.pdf', '%PDF-'));
    const copies = createOpenedCopies(own, folders.all);
    const copy = await copies.make(sha('%PDF-'), '次第.pdf');
    const file = copy.ok ? copy.value : '';
    expect(path.basename(file)).toBe('次第.pdf');
    expect(readFileSync(file, 'utf8')).toBe('%PDF-');
    expect(statSync(file).mode & 0o222).toBe(0);
    await copies.clear();
    expect(existsSync(file)).toBe(false);
  });

  it('has a plain name whatever the record says', () => {
    expect(copyName('CON.pdf')).toBe('資料CON.pdf');
    expect(copyName('..\\..\\x.exe')).toBe('x.exe');
    expect(copyName('名前')).toBe('名前.bin');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(copyName(text)).toMatch(/^[^\\/:*?"<>|]+\.[a-z0-9]+$/);
      }),
    );
  });
});

describe('what a file is called', () => {
  it.each([
    ['C:\\Users\\yamada\\次第.pdf', '次第.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['次第\u202Efdp.exe', '次第fdp.exe'],
    ['  写真 1.PNG ', '写真 1.PNG'],
    ['..', '名前のないファイル'],
    ['', '名前のないファイル'],
    ['か\u3099き.txt', 'がき.txt'],
  ])('%j becomes %j', (given, name) => expect(attachmentName(given)).toBe(name));

  it('keeps its ending when it is shortened', () => {
    const name = attachmentName(`${'長'.repeat(255)}.xlsx`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('….xlsx')).toBe(true);
  });

  it('says what looks after it', () => {
    expect([endingOf('表.XLSX'), endingOf('.gitignore'), endingOf('名前')]).toEqual([
      'xlsx',
      '',
      '',
    ]);
    expect([
      lookOf('a.jpg'),
      lookOf('a.docx'),
      lookOf('a.csv'),
      lookOf('a.pptx'),
      lookOf('a.zip'),
    ]).toEqual(['picture', 'document', 'table', 'slides', 'other']);
    expect(isPicture('写真.JPEG')).toBe(true);
  });

  it.each([
    'a.exe',
    'a.bat',
    'a.lnk',
    'a.html',
    'a.svg',
    'a.docm',
    'a.xlsm',
    'a.js',
    'a',
    'a.pdf.scr',
    'a.url',
  ])('%s is not opened by a click', (name) => expect(isOpenable(name)).toBe(false));
  it.each(['a.pdf', 'a.DOCX', 'a.xlsx', 'a.pptx', 'a.jpg', 'a.csv', 'a.txt'])(
    '%s is opened by a click',
    (name) => expect(isOpenable(name)).toBe(true),
  );

  it.each([
    [0, '0バイト'],
    [1, '1バイト'],
    [1023, '1023バイト'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [35_000, '34 KB'],
    [2_147_483_648, '2 GB'],
  ])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
});

describe('a picture that the page asks for', () => {
  const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.from('x')]);

  it('is named by its hash alone', () => {
    const hash = sha('x');
    expect(pictureHash(`app://banso${pictureAddress(hash)}`)).toBe(hash);
    for (const url of [
      `app://banso/attached/${hash}/..`,
      `app://banso/attached/${hash.toUpperCase()}`,
      'app://banso/attached/../settings/settings.json',
      `https://example.com/attached/${hash}`,
      `app://other/attached/${hash}`,
      'app://banso/',
    ]) {
      expect(pictureHash(url)).toBeUndefined();
    }
  });

  it('is shown only where its bytes are those of a picture', async () => {
    expect(pictureType(png)).toBe('image/png');
    expect(pictureType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(pictureType(Buffer.from('GIF89a'))).toBe('image/gif');
    expect(pictureType(Buffer.from('RIFF\n\n\n\nWEBPVP8 ', 'latin1'))).toBe('image/webp');
    for (const text of ['<svg onload=alert(1)>', '<html>', 'MZ', 'PK', '']) {
      expect(pictureType(Buffer.from(text))).toBeUndefined();
    }
    const file = path.join(folders.records, sha(png));
    writeFileSync(file, png);
    expect(await readPicture(file, folders.records)).toMatchObject({ type: 'image/png' });
    writeFileSync(file, Buffer.concat([png, Buffer.from([0])]));
    expect(await readPicture(file, folders.records)).toBeUndefined();
    writeFileSync(file, png);
    truncateSync(file, 61_000_000);
    expect(await readPicture(file, folders.records)).toBeUndefined();
  });
});
