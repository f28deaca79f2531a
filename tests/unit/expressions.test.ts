import { describe, expect, it } from 'vitest';
import {
  type Expression,
  filesThatMakeExpressions,
  literalExpressions,
  madeExpressions,
} from '#tests/support/expressions.ts';
import { hostileTexts } from '#tests/support/hostile-texts.ts';
import { ownTime } from '#tests/support/own-time.ts';

const FOLDERS = ['shared', 'renderer'];
const LENGTHS = [25, 100, 1000, 8000] as const;
const LENGTH = 50_000;
const LIMIT_MS = 50;
/** What takes less at 8,000 letters stays below the limit at 50,000 even if it grows with the square of the length. */
const SUSPECT_MS = LIMIT_MS * (8000 / LENGTH) ** 2;
/** There are hundreds of expressions, each tried with hundreds of texts; a busy machine takes its time. */
const PATIENCE_MS = 300_000;
/** Garbage may be collected meanwhile: what is slow once is tried again, and the best counts. */
const TRIES = 3;

const look = (expression: RegExp, text: string): void => {
  expression.lastIndex = 0;
  if (expression.global) text.replace(expression, '');
  else expression.exec(text);
};

/** Milliseconds, of this process's own where they count: to ask for those takes longer than most expressions. */
const run = (expression: RegExp, text: string): number => {
  const begun = performance.now();
  look(expression, text);
  const took = performance.now() - begun;
  if (took <= SUSPECT_MS) return took;
  const begunOwn = ownTime();
  look(expression, text);
  return ownTime() - begunOwn;
};

const bestOf = (expression: RegExp, text: string): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && best > LIMIT_MS; attempt += 1) {
    best = Math.min(best, run(expression, text));
  }
  return best;
};

/** The first text that keeps an expression too long, or null. Short ones first: some would never end. */
const slowestOf = ({ file, line, source, flags }: Expression): string | null => {
  const expression = new RegExp(source, flags);
  const suspects = new Set<number>();
  const slowAt = (length: number): string | null => {
    const texts = [...hostileTexts(source, length)];
    for (const [index, text] of texts.entries()) {
      if (length === LENGTH && !suspects.has(index)) continue;
      const took = bestOf(expression, text);
      if (took > SUSPECT_MS) suspects.add(index);
      if (took <= LIMIT_MS) continue;
      const begin = JSON.stringify(text.slice(0, 12));
      return `${file}:${line} /${source}/${flags}: ${took.toFixed(0)} ms on ${begin} × ${length}`;
    }
    return null;
  };
  for (const length of [...LENGTHS, LENGTH]) {
    const slow = slowAt(length);
    if (slow !== null) return slow;
  }
  return null;
};

/** Files whose expressions are made of what staff look for: a name, and words that repeat themselves. */
const CALLS: ReadonlyMap<string, (loaded: unknown) => void> = new Map([
  [
    'shared/text/sought-words.ts',
    (loaded) => {
      const { patternOf } = loaded as typeof import('#shared/text/sought-words.ts');
      for (const word of [
        '山田 花子',
        'ああああああああああああ',
        'aaaaaaaaaaab',
        '（あ（',
        '^(a+)+$',
      ]) {
        patternOf([word]);
      }
      patternOf(['ああ', 'ああああ', 'あああああああ']);
    },
  ],
]);

/** The same expression in several places is tried once, and told of where it stands first. */
const tried = new Map<string, string | null>();

const slow = (expressions: readonly Expression[]): readonly string[] =>
  expressions.flatMap((expression) => {
    const key = `${expression.flags}/${expression.source}`;
    const found = tried.has(key) ? tried.get(key) : slowestOf(expression);
    tried.set(key, found ?? null);
    return found ?? [];
  });

describe('no expression of the product is held up by any text', () => {
  it('the test itself knows slow expressions by their time', { timeout: PATIENCE_MS }, () => {
    const bad = [
      '\\s*[(（]x[)）]$',
      '^(a+)+$',
      '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
      '<b>[\\s\\S]*?</b>',
    ];
    const found = bad.map((source) => slowestOf({ file: '', line: 0, source, flags: 'g' }));
    expect(found.filter((each) => each === null)).toEqual([]);
  });

  it.each(FOLDERS)('those that stand in %s/', { timeout: PATIENCE_MS }, (folder) => {
    const expressions = literalExpressions([folder]);
    expect(expressions.length).toBeGreaterThan(20);
    expect(slow(expressions)).toEqual([]);
  });

  it('those that are put together when a file is loaded', { timeout: PATIENCE_MS }, async () => {
    const files = filesThatMakeExpressions(FOLDERS);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const made = await madeExpressions(file, CALLS.get(file));
      // One that only a call puts together is tried by such a call, or has to be made when its file is loaded.
      expect(made, file).not.toEqual([]);
      expect(slow(made)).toEqual([]);
    }
  });
});
