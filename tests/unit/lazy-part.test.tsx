import { Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LazyPart, lazyPart, retryParts, UnreadPart } from '#ui/lazy-part.tsx';

type Words = { readonly words: string };

const Page = ({ words }: Words) => <p>{words}</p>;

const shown = (Part: LazyPart<Words>): string =>
  renderToString(
    <Suspense fallback={<i>読み込み中</i>}>
      <Part words="支援の流れ" />
    </Suspense>,
  );

describe('a page that is read when it is wanted', () => {
  beforeEach(retryParts);

  test('leaves its place to what stands for it until it is read, and is read once', async () => {
    const reads: string[] = [];
    const Part = lazyPart(async () => {
      reads.push('read');
      return Page;
    });
    expect(shown(Part)).toContain('読み込み中');
    expect(shown(Part)).toContain('読み込み中');
    await Part.readAhead();
    expect(shown(Part)).toContain('支援の流れ');
    expect(reads).toEqual(['read']);
  });

  test('is rendered at once when it has been read ahead: nothing stands in its place before', async () => {
    const Part = lazyPart(async () => Page);
    await Part.readAhead();
    expect(shown(Part)).toContain('支援の流れ');
    expect(shown(Part)).not.toContain('読み込み中');
  });

  test('that could not be read fails, and is asked for anew on the next visit', async () => {
    const disk = { isBroken: true };
    const Part = lazyPart(async () => {
      if (disk.isBroken) throw new Error('no such file');
      return Page;
    });
    await expect(Part.readAhead()).rejects.toThrow(UnreadPart);
    disk.isBroken = false;
    // The same visit fails in the same way however often it is rendered.
    await expect(Part.readAhead()).rejects.toThrow(UnreadPart);
    expect(shown(Part)).not.toContain('支援の流れ');

    retryParts();
    await Part.readAhead();
    expect(shown(Part)).toContain('支援の流れ');
  });

  test('that fails again after a visit in vain can be visited once more', async () => {
    const disk = { failures: 2 };
    const Part = lazyPart(async () => {
      if (disk.failures > 0) {
        disk.failures -= 1;
        throw new Error('no such file');
      }
      return Page;
    });
    await expect(Part.readAhead()).rejects.toMatchObject({ isRepeated: false });
    retryParts();
    await expect(Part.readAhead()).rejects.toMatchObject({ isRepeated: true });
    retryParts();
    await expect(Part.readAhead()).resolves.toBe(Page);
  });
});
