import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, mayBeShownTo } from '#shared/domain/record/audience.ts';
import { leftOutKinds, leftOutWords } from '#shared/domain/record/outgoing.ts';
import { MARKED_WORLD, MARKS } from '../support/marked-world.ts';
import { OUTPUTS } from '../support/outputs.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What lets something out of the app, other than in an input that is copied whole. */
const WAYS_OUT = /<PaperDesk\b|\buseTableOut\(|\bport\.(?:print|savePdf|saveFile)\b/;
/** The pieces that all of them share. */
const SHARED = 'renderer/adapters/';

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** The marks that an audience must not read. */
const hiddenFrom = (audience: Audience): readonly string[] =>
  AUDIENCES.filter((reach) => !mayBeShownTo(reach, audience)).map((reach) => MARKS[reach]);

/** All that an output says, without the account of what it left out. */
const textOf = (made: { readonly outgoing: unknown }): string =>
  JSON.stringify({ ...made, outgoing: undefined });

const OTHERS = AUDIENCES.filter((audience) => audience !== 'office');

describe('what leaves the app', () => {
  it('leaves it by the ways of the list of outputs alone', () => {
    const found = sources(join(ROOT, 'renderer')).filter(
      (file) => !file.startsWith(SHARED) && WAYS_OUT.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(found.toSorted()).toEqual(OUTPUTS.map(({ file }) => file).toSorted());
  });

  it.each(OUTPUTS)('$name tells the office everything', ({ made }) => {
    for (const { outgoing } of made(MARKED_WORLD, 'office')) {
      expect(outgoing).toEqual({ audience: 'office', leftOut: [] });
    }
  });

  it.each(OTHERS.flatMap((audience) => OUTPUTS.map((output) => ({ ...output, audience }))))(
    '$name tells $audience nothing that goes no further than to others',
    ({ made, audience }) => {
      const texts = made(MARKED_WORLD, audience).map(textOf);
      for (const hidden of hiddenFrom(audience)) {
        for (const text of texts) expect(text).not.toContain(hidden);
      }
    },
  );

  it.each(OTHERS.flatMap((audience) => OUTPUTS.map((output) => ({ ...output, audience }))))(
    '$name says that it left something out for $audience where, and only where, it did',
    ({ made, audience }) => {
      const hidden = hiddenFrom(audience);
      const whole = made(MARKED_WORLD, 'office').map(textOf);
      const said = made(MARKED_WORLD, audience).map(
        ({ outgoing }) => leftOutWords(outgoing) !== '',
      );
      expect(said).toEqual(whole.map((text) => hidden.some((mark) => text.includes(mark))));
    },
  );

  it('holds what only the office may read, or these tests would find nothing', () => {
    const told = OUTPUTS.filter(({ made }) =>
      made(MARKED_WORLD, 'office').some((each) => textOf(each).includes(MARKS.office)),
    );
    expect(told.map(({ name }) => name)).toEqual([
      '資料',
      'ノウハウ集',
      '予定',
      '課題と対応',
      '引継書',
      'ロードマップ',
    ]);
  });

  it('says how many and what they are', () => {
    const [chain] = OUTPUTS.filter(({ name }) => name === '課題と対応').flatMap(({ made }) => [
      ...made(MARKED_WORLD, 'municipalities'),
    ]);
    const outgoing = chain?.outgoing ?? expect.fail('no chain');
    expect(leftOutWords(outgoing)).toBe('内部の項目 25件を省きました');
    expect(leftOutKinds(outgoing)).toBe('心掛け 10件、反省 10件、課題・気づき 4件、対応事項 1件');
  });
});
