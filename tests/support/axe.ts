import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on the screen as it stands, each in one line: rule, element, why.
 * Animations are let come to their end first: half-faded words have too little contrast.
 */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  // A tooltip under the mouse is no part of the screen.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    const ends = (each: Animation): boolean =>
      each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
    const ending = document.getAnimations().filter(ends);
    await Promise.all(ending.map((each) => each.finished.catch(() => undefined)));
  });
  // The policy of the page allows no script of a test; what the debugger evaluates, it does not see.
  await page.evaluate(`if (!('axe' in window)) { ${SOURCE} }`);
  // What React Aria has just said aloud stands there for some seconds, beyond what it refers to.
  const results = await page.evaluate<AxeResults>(
    "axe.run({ exclude: [['[data-live-announcer]']] })",
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map(({ message }) => message).join(' ');
      return `${id}: ${node.html.slice(0, 160)} (${why.slice(0, 200)})`;
    }),
  );
};
