import { describe, expect, it } from 'vitest';
import { internalPictures } from '#shared/domain/attachment/attachment.ts';
import {
  attachmentName,
  endingOf,
  isFileHash,
  sizeWords,
} from '#shared/domain/attachment/file-kind.ts';
import { nameInWords, pictureWords } from '#shared/domain/attachment/picture-in-note.ts';

const HASH = 'a'.repeat(64);

describe('a file is told by', () => {
  it.each([
    [0, '0バイト'],
    [1, '1バイト'],
    [1023, '1023バイト'],
    [1024, '1 KB'],
    [1024 * 9.94, '9.9 KB'],
    [1024 * 10, '10 KB'],
    [1024 * 10.4, '10 KB'],
    [1024 ** 4, '1 TB'],
    [1024 ** 5, '1,024 TB'],
  ])('its size: %d is %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it.each([
    ['a whole hash', HASH, true],
    ['no part of a path', `../${HASH}`, false],
    ['nothing behind it', `${HASH}.pdf`, false],
    ['nothing shorter', HASH.slice(1), false],
    ['no capitals', HASH.toUpperCase(), false],
  ])('the hash of its bytes: %s', (_, text, expected) => {
    expect(isFileHash(text)).toBe(expected);
  });

  it.each([
    ['次第.PDF ', 'pdf'],
    ['次第．ｐｄｆ', 'pdf'],
    ['.pdf', ''],
    ['次第.', ''],
    ['次第.12345678901', ''],
  ])('its ending: that of %j is %j', (name, ending) => {
    expect(endingOf(name)).toBe(ending);
  });

  it.each([
    ['the last part of a path', 'C:\\資料\\次第.pdf', '次第.pdf'],
    ['blanks as one', '次第  　\u2028 1.pdf', '次第 1.pdf'],
    ['no turned direction', '次第\u202efdp.exe', '次第fdp.exe'],
    ['a word for no name', '..', '名前のないファイル'],
    ['the whole of 120 letters', 'あ'.repeat(120), 'あ'.repeat(120)],
    ['the beginning of more', 'あ'.repeat(121), `${'あ'.repeat(119)}…`],
    ['and the ending', `${'あ'.repeat(120)}.pdf`, `${'あ'.repeat(115)}….pdf`],
  ])('its name: %s', (_, given, expected) => {
    expect(attachmentName(given)).toBe(expected);
  });
});

describe('a picture of a note is for the office alone', () => {
  const file = (id: string, hash: string, audience: string) => ({ id, hash, audience });
  const isInternal = internalPictures([
    file('public', 'p', 'all'),
    file('internal', 'i', 'internal'),
    file('both', 'i', 'all'),
  ]);
  it.each([
    ['where its file is', 'internal', 'i', true],
    ['not where its file is for all', 'public', 'p', false],
    ['not by other files of the same bytes', 'both', 'i', false],
    ['where its file is not known, by an internal one of its bytes', 'gone', 'i', true],
    ['not by one for all', 'gone', 'p', false],
    ['where its file is another by now, by its own bytes', 'public', 'i', true],
    ['not where nobody knows its bytes', 'gone', 'x', false],
  ])('%s', (_, attachment, hash, expected) => {
    expect(isInternal({ attachment, hash })).toBe(expected);
  });
});

describe('the words for a picture hold its name', () => {
  it.each([
    [pictureWords('写真'), '写真'],
    [pictureWords('一\n二'), '一\n二'],
    [`前 ${pictureWords('写真')}`, `前 ${pictureWords('写真')}`],
    [`${pictureWords('写真')} 後`, `${pictureWords('写真')} 後`],
    ['写真', '写真'],
  ])('%j: %j', (words, name) => {
    expect(nameInWords(words)).toBe(name);
  });
});
