import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '#shared/domain/record/ids.ts';
import { filesBelow } from '../support/backups.ts';
import { createStick, handOver, type Stick, takeInFile } from '../support/banso-files.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { apply, randomEdit } from '../support/edits.ts';

const PASSPHRASE = 'あさぎりの里2027';
const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const desk = async (): Promise<Desk> => {
  const made = await createDesk(randomId());
  cleaning.push(made.remove);
  return made;
};

describe('a hand-over file with a passphrase', () => {
  const made: { old?: Desk; stick?: Stick; file?: string } = {};
  beforeEach(async () => {
    const old = await desk();
    const stick = await createStick();
    cleaning.push(stick.remove);
    const { workspace } = await old.start();
    for (const edit of fc.sample(randomEdit, { numRuns: 10, seed: 3 }))
      await apply(workspace, edit);
    await workspace.flush();
    const file = await handOver(old, stick, { passphrase: PASSPHRASE });
    Object.assign(made, { old, stick, file });
  });
  const parts = () => {
    const { old, stick, file } = made;
    if (old === undefined || stick === undefined || file === undefined) throw new Error('not made');
    return { old, stick, file };
  };

  it('gives an empty PC the rows of the one that made it, and leaves nothing opened behind', async () => {
    const { old, stick, file } = parts();
    const fresh = await desk();
    await takeInFile(fresh, file, PASSPHRASE);
    await fresh.start();
    expect(await rowsOf(fresh)).toEqual(await rowsOf(old));
    expect((await filesBelow(fresh.folder)).filter((name) => name.includes('unsealed'))).toEqual(
      [],
    );
    expect(await readdir(stick.folder)).toHaveLength(1);
  });

  it('shows no word of what it holds', async () => {
    const whole = (await readFile(parts().file)).toString('latin1');
    expect(whole.startsWith('BANSOPW1')).toBe(true);
    for (const text of ['banso-file', 'manifest.json', '控え', '前任 太郎']) {
      expect(whole).not.toContain(Buffer.from(text).toString('latin1'));
    }
  });

  it('says at once that a passphrase is needed, or is another', async () => {
    const fresh = await desk();
    await expect(takeInFile(fresh, parts().file)).rejects.toMatchObject({ code: 'LOCKED' });
    await expect(takeInFile(fresh, parts().file, 'あさぎりの里2028')).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await filesBelow(fresh.logs).catch(() => [])).toEqual([]);
  });

  it('is told as damaged where a byte of it changed or its end is missing, and takes in nothing', async () => {
    const { file, stick } = parts();
    const bytes = await readFile(file);
    const fresh = await desk();
    for (const at of [44, 60, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const copy = join(stick.folder, `changed-${at}.banso`);
      await writeFile(copy, changed);
      await expect(takeInFile(fresh, copy, PASSPHRASE)).rejects.toMatchObject({ code: 'DAMAGED' });
    }
    const short = join(stick.folder, 'short.banso');
    await writeFile(short, bytes);
    for (const length of [20, 50, bytes.length - 16]) {
      await truncate(short, length);
      await expect(takeInFile(fresh, short, PASSPHRASE)).rejects.toMatchObject({ code: 'DAMAGED' });
      await writeFile(short, bytes);
    }
    expect((await filesBelow(fresh.folder)).filter((name) => name.includes('unsealed'))).toEqual(
      [],
    );
  });

  it('asks for no more of the PC than a sound one: other parameters are a newer app’s', async () => {
    const { file, stick } = parts();
    const bytes = await readFile(file);
    bytes[8] = 40;
    const copy = join(stick.folder, 'greedy.banso');
    await writeFile(copy, bytes);
    await expect(takeInFile(await desk(), copy, PASSPHRASE)).rejects.toMatchObject({
      code: 'NEWER',
    });
  });
});
