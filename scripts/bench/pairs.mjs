import { median } from './report.mjs';

/**
 * Measures the app against a bare window: the two alternate, the first pair is dropped (it warms the
 * disk cache), the medians are compared.
 * @param {object} wishes
 * @param {number} wishes.pairs how many pairs count
 * @param {string} wishes.unit of the single figures
 * @param {(isCounted: boolean) => Promise<number>} wishes.bare
 * @param {(isCounted: boolean) => Promise<number>} wishes.app
 * @returns {Promise<number>} the app's median divided by the bare window's
 */
export async function comparePairs({ pairs, unit, bare, app }) {
  const bares = [];
  const apps = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const isCounted = pair > 0;
    const figures = [await bare(isCounted), await app(isCounted)];
    if (!isCounted) continue;
    bares.push(figures[0]);
    apps.push(figures[1]);
  }
  const [low, high] = [median(bares), median(apps)];
  console.log(`  app ${high.toFixed(0)} ${unit}, bare window ${low.toFixed(0)} ${unit}`);
  return high / low;
}
