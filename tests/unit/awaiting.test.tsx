import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { staysWords } from '#features/banso-file/model.ts';
import { Awaiting } from '#ui/awaiting.tsx';

const ROOT = join(import.meta.dirname, '..', '..', 'renderer');

/** Screens that ask the records, and say meanwhile that they are being read. */
const readers = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file: relative(ROOT, file), source: readFileSync(file, 'utf8') }))
  .filter(({ source }) => source.includes('useLive(') && source.includes('<Loading'));

describe('what is waited for', () => {
  test('is said to be read, to have failed, or nothing', () => {
    const shown = (state: 'loading' | 'failed' | 'ready') =>
      renderToString(<Awaiting state={state} what="気になること" />);
    expect(shown('loading')).toContain('aria-busy="true"');
    expect(shown('failed')).toContain('気になることを読み込めませんでした。');
    expect(shown('failed')).not.toContain('aria-busy');
    expect(shown('ready')).toBe('');
  });

  test('ends on every screen when it could not be read: none waits until there is something', () => {
    expect(readers.length).toBeGreaterThan(10);
    const endless = readers.filter(({ source }) =>
      /=== undefined (?:&& <Loading|\? \(?\s*<Loading)|!isReady && <Loading/.test(source),
    );
    // A list of another year is on its way while the one of before stands ready.
    expect(endless.map(({ file }) => file)).toEqual(['features/cases/components/cases-page.tsx']);
  });
});

describe('what stays behind of a hand-over for a municipality', () => {
  test.each([
    { staying: 'counting', words: '入らない内部の項目を数えています。' },
    {
      staying: 'failed',
      words: '内部の項目を数えられませんでした。数は分かりませんが、内部の項目は入りません。',
    },
    { staying: [], words: '選んだ案件に、省く内部の項目はありません。' },
    { staying: [['心掛け', 2]], words: '内部の項目 2件（心掛け 2件）は入りません。' },
  ] as const)('is told where it is $staying', ({ staying, words }) => {
    expect(staysWords(staying)).toBe(words);
  });
});
